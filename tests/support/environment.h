#pragma once

#include <optional>
#include <string>

namespace mw::test {

/// A variable of this process's environment, set while this value lives; nothing: it is not there.
class Variable {
public:
    Variable(std::string name, const std::optional<std::string>& value);
    ~Variable();
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    std::string name_;
    std::optional<std::string> before_;
};

} // namespace mw::test
