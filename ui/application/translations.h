#pragma once

namespace mw::ui {

/// Makes the program speak the language of the desktop (LANGUAGE, LC_ALL, LC_MESSAGES, LANG), where
/// resources/translations has it, and English otherwise. Needs the application object, any kind of
/// one, and comes before the first text.
///
/// Translated is what is said to a person: what Qt draws or says (windows, menus, --help), and the
/// sentences of the engine (text/engine_text.h). The manual (manual/manual_dialog.h) is read in the
/// language of the translation that was put in last; the translators are children of the
/// application, where it looks for them.
void installTranslations();

} // namespace mw::ui
