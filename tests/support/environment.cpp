#include "support/environment.h"

#include <cstdlib>

namespace mw::test {

namespace {

void set(const std::string& name, const std::optional<std::string>& value) {
    if (value)
        setenv(name.c_str(), value->c_str(), 1);
    else
        unsetenv(name.c_str());
}

} // namespace

Variable::Variable(std::string name, const std::optional<std::string>& value)
    : name_(std::move(name)) {
    if (const char* const before = std::getenv(name_.c_str()))
        before_ = before;
    set(name_, value);
}

Variable::~Variable() {
    set(name_, before_);
}

} // namespace mw::test
