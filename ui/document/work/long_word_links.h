#pragma once

#include <QString>
#include <QStringList>

class QColor;
class QTextDocument;
class QUrl;

namespace mw::ui {

/// Cuts the words of a document that are too long to be laid out, and puts a link behind each, of
/// the scheme "word", that says which of the words returned it stands for. Belongs to the thread of
/// the document, which nobody shows yet.
QStringList linkLongWords(QTextDocument& text, const QColor& link);

bool isLongWordLink(const QUrl& link);

/// The word that such a link stands for; null for any other link.
const QString* wordOfLink(const QStringList& words, const QUrl& link);

} // namespace mw::ui
