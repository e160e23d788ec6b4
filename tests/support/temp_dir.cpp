#include "support/temp_dir.h"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <stdlib.h>

namespace mw::test {

namespace fs = std::filesystem;

TempDir::TempDir() {
    // mkdtemp(3) replaces the six letters.
    std::string name =
        (fs::temp_directory_path() / "mergewindow-test-").string() + std::string(6, 'X');
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("No temporary folder can be made at " + name);
    path_ = name;
}

TempDir::~TempDir() {
    std::error_code ignored; // what is left behind is no reason to fail a test
    fs::remove_all(path_, ignored);
}

std::string read_bytes(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw std::runtime_error(file.string() + " cannot be read");
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write_bytes(const fs::path& file, const std::string& bytes) {
    std::ofstream stream(file, std::ios::binary);
    stream << bytes;
    if (!stream.flush())
        throw std::runtime_error(file.string() + " cannot be written");
}

} // namespace mw::test
