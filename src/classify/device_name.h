#pragma once

#include <string>
#include <string_view>

/// The name of a device in what a title says. Pure functions; any thread may call them.
namespace mw::classify {

/// A model's name: letters and digits ("MM8013", "3c905") or four or five digits ("82579"), but no
/// unit, version, bus, algorithm or path ("40MHz", "v2", "I2C", "SHA256", "arch/arm/mach-mx3").
/// word: lower case.
bool is_model(std::string_view word);

/// A word that may stand in front of a device's name and is nothing of it: "add", "driver", "the".
bool is_opener(std::string_view word);

/// Cuts the words of a driver behind a name: "Foo bar driver" is "Foo bar".
std::string without_closers(std::string_view text);

/// Cuts what is said around the device: "Add a Foo bar driver" is "Foo bar", "Add driver for bar"
/// is "bar", "Add Foo driver for bar" is "Foo for bar". Empty where nothing is left.
std::string device_name(std::string_view statement);

} // namespace mw::classify
