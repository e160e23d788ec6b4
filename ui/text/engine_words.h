#pragma once

#include <QtGlobal>

#include <array>

namespace mw::ui {

/// The engine's words that are shown translated, for lupdate to find: it reads ui/ alone. A test
/// compares them with what the engine says.
inline constexpr std::array engineWords{
    QT_TRANSLATE_NOOP("mw::classify", "Architecture-specific"),
    QT_TRANSLATE_NOOP("mw::classify", "Core kernel"),
    QT_TRANSLATE_NOOP("mw::classify", "Filesystems and block I/O"),
    QT_TRANSLATE_NOOP("mw::classify", "Hardware support"),
    QT_TRANSLATE_NOOP("mw::classify", "Miscellaneous"),
    QT_TRANSLATE_NOOP("mw::classify", "Networking"),
    QT_TRANSLATE_NOOP("mw::classify", "Security-related"),
    QT_TRANSLATE_NOOP("mw::classify", "Virtualization and containers"),
    QT_TRANSLATE_NOOP("mw::classify", "Internal kernel changes"),
    QT_TRANSLATE_NOOP("mw::classify", "Clock"),
    QT_TRANSLATE_NOOP("mw::classify", "Graphics"),
    QT_TRANSLATE_NOOP("mw::classify", "Industrial I/O"),
    QT_TRANSLATE_NOOP("mw::classify", "Input"),
    QT_TRANSLATE_NOOP("mw::classify", "Media"),
    QT_TRANSLATE_NOOP("mw::classify", "Storage"),
    QT_TRANSLATE_NOOP("mw::classify", "PCI"),
    QT_TRANSLATE_NOOP("mw::classify", "PHY"),
    QT_TRANSLATE_NOOP("mw::classify", "Pin control and GPIO"),
    QT_TRANSLATE_NOOP("mw::classify", "Power and thermal"),
    QT_TRANSLATE_NOOP("mw::classify", "Sound"),
    QT_TRANSLATE_NOOP("mw::classify", "SPI and I²C"),
    QT_TRANSLATE_NOOP("mw::classify", "USB"),
    QT_TRANSLATE_NOOP("mw::classify", "SoCs and boards"),
};

} // namespace mw::ui
