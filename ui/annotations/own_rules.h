#pragma once

#include <QObject>
#include <QString>

namespace mw::ui {

/// A person's own section rules as a file to be edited in the desktop's editor. GUI thread.
class OwnRules : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Where they are, or would be.
    static QString file();

    /// Makes the file, with the description of its format and an example to begin with, where
    /// there is none, and opens it.
    void edit();
    /// Opens a rules file with the cursor in that line, as far as the desktop's editor is known to
    /// take one. line: from 1; 0 for the file as a whole.
    void openAt(const QString& file, int line);

signals:
    void failed(const QString& sentence);

private:
    void openAsADocument(const QString& file);
};

} // namespace mw::ui
