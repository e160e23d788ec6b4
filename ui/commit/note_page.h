#pragma once

#include <QHash>
#include <QPlainTextEdit>
#include <QSet>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QTextBrowser;

namespace mw::ui {

/// A person's note on the commit that is shown: Markdown, written at the left and shown as it reads
/// at the right, saved by itself a moment after the last key and when the page is left. What could
/// not be saved is kept and tried again. GUI thread.
class NotePage : public QWidget {
    Q_OBJECT

public:
    explicit NotePage(QWidget* parent = nullptr);

    /// oid: empty for an entry that cannot have a note. The same commit again keeps what is being
    /// written.
    void showNote(const QString& oid, const QString& note);
    /// The note became that by itself: it was undone or redone.
    void onNoteRead(const QString& oid, const QString& note);
    /// What came of noteChanged().
    void noteSaved(const QString& oid, const QString& note);
    void noteRefused(const QString& oid);
    /// Asks for what is written to be saved, now.
    void flush();
    void focusEdit();

signals:
    void noteChanged(const QString& oid, const QString& note);
    /// Esc: back to where the person came from.
    void leaveRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showState();
    void showPreview();

    QPlainTextEdit* edit_ = nullptr;
    QTextBrowser* preview_ = nullptr;
    QLabel* state_ = nullptr;
    QTimer pause_;
    QString oid_;
    std::optional<QString> known_; ///< what the database has or was asked to have; empty: neither
    QHash<QString, QString> unsaved_; ///< by commit: asked for and not done
    QSet<QString> refused_;           ///< those of them that are to be asked for again
};

} // namespace mw::ui
