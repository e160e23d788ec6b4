#include "cli/output_file.h"

#include <fmt/format.h>

#include <stdexcept>

namespace mw::cli {

namespace fs = std::filesystem;

OutputFile::OutputFile(fs::path file) : file_(std::move(file)), part_(file_) {
    std::error_code error;
    // A pipe or a device is written to as it is.
    if (!fs::exists(file_, error) || fs::is_regular_file(file_, error))
        part_ += ".part";
    stream_.open(part_, std::ios::binary | std::ios::trunc);
    if (!stream_)
        throw std::runtime_error(fmt::format("{} cannot be written. Check that its folder exists "
                                             "and that you may write there.",
                                             file_.string()));
}

OutputFile::~OutputFile() {
    std::error_code error;
    if (!committed_ && part_ != file_)
        fs::remove(part_, error);
}

void OutputFile::commit() {
    stream_.close();
    std::error_code error;
    if (stream_ && part_ != file_)
        fs::rename(part_, file_, error);
    if (!stream_ || error)
        throw std::runtime_error(fmt::format("{} could not be written to its end. Check that there "
                                             "is space left.",
                                             file_.string()));
    committed_ = true;
}

} // namespace mw::cli
