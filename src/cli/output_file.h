#pragma once

#include <filesystem>
#include <fstream>

namespace mw::cli {

/// A file that is there when all of it is: written beside its name, and moved to it at the end.
/// Throws std::runtime_error.
class OutputFile {
public:
    explicit OutputFile(std::filesystem::path file);
    /// Without commit() nothing is left behind.
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    std::ostream& stream() { return stream_; }
    void commit();

private:
    std::filesystem::path file_, part_;
    std::ofstream stream_;
    bool committed_ = false;
};

} // namespace mw::cli
