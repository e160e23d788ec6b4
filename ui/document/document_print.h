#pragma once

#include <QString>

#include <functional>
#include <memory>

class QObject;
class QPrinter;

namespace mw::ui {

class DocumentService;

/// Pages on paper: black on white, laid out for the paper on a thread of the service. done() or
/// failed() follow on the calling thread while context lives. GUI thread.
void printPage(DocumentService& service, QObject* context, const QString& address,
               const std::shared_ptr<QPrinter>& printer, std::function<void()> done,
               std::function<void(const QString& sentence)> failed);

/// The file is replaced only when the whole is written.
void savePageAsPdf(DocumentService& service, QObject* context, const QString& address,
                   const QString& file, std::function<void()> done,
                   std::function<void(const QString& sentence)> failed);

} // namespace mw::ui
