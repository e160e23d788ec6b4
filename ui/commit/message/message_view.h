#pragma once

#include "painting/hits.h"

#include <QTextBrowser>

namespace mw::ui {

/// A commit message: paragraphs that flow, lists, and in fixed width code, tables, traces and
/// quotes; or all of it as it was written, line for line. Commit ids and web addresses in it can be
/// clicked or reached with Tab; nothing else in the text means anything.
/// What a merger wrote of a pull is set as the paragraphs and lists that it is made of. Text enters
/// the document as characters, never as HTML or Markdown of somebody else's. What is too long to be
/// laid out is cut, and a link below opens the whole. GUI thread.
class MessageView : public QTextBrowser {
    Q_OBJECT

public:
    explicit MessageView(QWidget* parent = nullptr);

    void showMessage(const QString& message);
    /// The message of a pull, or of another merge.
    void showMerge(const QString& message);
    /// A remark of the program in place of a message: a heading, which may be empty, and a text.
    void showNote(const QString& heading, const QString& text);
    /// Words to mark in message or note, this one and those to come; null: none.
    void setHits(SharedHits hits);
    /// Messages line for line and in fixed width, this one and those to come.
    bool isAsWritten() const;
    void setAsWritten(bool asWritten);
    /// What a message of lines that long needs.
    int widthForColumns(int columns) const;

signals:
    void commitRequested(const QString& oid);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    /// The text names nothing that is to be loaded.
    QVariant loadResource(int type, const QUrl& name) override;

private:
    enum class Kind { Message, Merge, Note };

    void show(Kind kind, const QString& heading, const QString& text);
    void render();
    void renderMessage();
    void renderNote();
    void offerWhole();
    void markHits();
    void renderBlocks(QTextCursor& cursor) const;
    void insertLinked(QTextCursor& cursor, const QString& text,
                      const QTextCharFormat& format = {}) const;
    void follow(const QUrl& target);

    QAction* asWritten_ = nullptr;
    SharedHits hits_;
    QString heading_, text_; ///< as they are shown
    QString whole_;
    bool cut_ = false; ///< text_ is less than whole_
    Kind kind_ = Kind::Message;
};

} // namespace mw::ui
