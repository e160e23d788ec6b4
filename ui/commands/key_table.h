#pragma once

#include <QString>
#include <QStringList>

#include <vector>

/// The keys that are no actions: what tables, panes, texts and dialogs understand by themselves.
/// Plain functions; GUI thread.
namespace mw::ui {

struct KeyLine {
    QString what;
    QString keys; ///< in the desktop's words
};

struct KeyGroup {
    QString title;
    std::vector<KeyLine> lines;
};

std::vector<KeyGroup> keyTable();

} // namespace mw::ui
