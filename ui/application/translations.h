#pragma once

namespace mw::ui {

/// Makes the program speak the language of the desktop (LANGUAGE, LC_ALL, LC_MESSAGES, LANG), where
/// resources/translations has it, and English otherwise. Needs the application object, any kind of
/// one, and comes before the first text.
///
/// Translated is what Qt draws or says: windows, menus, messages, --help. Not translated are the
/// sentences of the engine (errors, mistakes in a query, the reason for a section): they are the
/// same that the command line prints and that the database keeps, they are what a search on the web
/// finds, and they cite commits, paths and rules, which are English. Of the engine's words the
/// titles of sections alone are translated (text/engine_words.h).
void installTranslations();

} // namespace mw::ui
