#pragma once

#include "classify/sections.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mw::classify {

struct Subject;

/// What a changeset makes Linux drive that it did not drive before.
struct NewHardware {
    enum class Kind : std::uint8_t {
        driver,    ///< a driver of its own
        device_id, ///< a device id, a compatible or a chip that a known driver now takes
        board,     ///< a board or SoC: a device tree or a board file
    };

    Kind kind = Kind::driver;
    /// In a person's words, from the title or the Kconfig prompt: "Mitsumi MM8013 fuel gauge".
    std::string what;

    bool operator==(const NewHardware&) const = default;
};

/// "driver", "device_id" or "board": what a database or an export keeps.
std::string_view key(NewHardware::Kind kind);

/// Says what a changeset of the section hardware adds, or nothing. Meant for a list that a person
/// reads: rather says nothing than something wrong, so a fix, a cleanup, a conversion or a feature
/// of hardware already driven is never new hardware. Works by title alone where the subject has no
/// paths. Pure; any thread may call it.
std::optional<NewHardware> detect_new_hardware(const Subject& changeset, const SectionKey& place);

} // namespace mw::classify
