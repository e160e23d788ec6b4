#pragma once

#include "core/document_error_action.h"
#include "core/loaded_page.h"
#include "core/page.h"
#include "git/objects/repository.h"
#include "store/read/reader.h"

#include <QString>

#include <functional>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace mw::ui {

/// What a page shows cannot be had: a sentence, and what a person can do about it.
class PageError : public std::runtime_error {
public:
    PageError(DocumentErrorAction remedy, const QString& sentence)
        : std::runtime_error(sentence.toStdString()), remedy_(remedy) {}

    DocumentErrorAction remedy() const { return remedy_; }

private:
    DocumentErrorAction remedy_;
};

/// Reads documents and what the database knows of them: the far side of a DocumentService. Opens
/// the database when it is first asked for something. Belongs to the thread that uses it. Throws
/// PageError, store::Error, git::Error, document::ReadError, document::TooLarge.
class DocumentEngine {
public:
    explicit DocumentEngine(QString database) : database_(std::move(database)) {}

    store::Reader& reader();
    const QString& database() const { return database_; }
    std::optional<store::Release> release(const QString& name);
    /// The person allows git to fetch for the clone of a release, from now on.
    void allowFetching(const QString& release);

    /// preview: called with the start of a large document before the whole is laid out; may be
    /// empty.
    LoadedPage load(const QString& address, const PageTheme& theme,
                    const std::function<void(LoadedPage)>& preview, std::stop_token stop);
    /// As load(), but the text stays with the calling thread, to be printed there.
    LoadedPage loadHere(const QString& address, const PageTheme& theme, std::stop_token stop);
    /// As load(), for Markdown that is in no file.
    LoadedPage show(const QString& address, const std::string& markdown, const PageTheme& theme,
                    const std::function<void(LoadedPage)>& preview, std::stop_token stop);

    /// The document that the program ships for a release; empty where it ships none.
    static QString shippedDocument(const store::Release& release);
    /// The documents of the database, those that the program ships among them.
    std::vector<store::Document> documents();

private:
    std::string markdownOf(const QString& address, const std::stop_token& stop);
    std::string coverageOf(const Page& page, const std::stop_token& stop);
    /// Has git fetch what a partial clone left out, where the person allowed it for the clone.
    static std::string contentsOf(const git::Repository& clone, const git::ObjectId& blob,
                                  const std::stop_token& stop);
    std::string kernelDocument(const Page& page, const std::stop_token& stop);
    LoadedPage layOut(const QString& address, const std::string& markdown, const PageTheme& theme,
                      const std::function<void(LoadedPage)>& preview, std::stop_token stop);

    LoadedPage render(const QString& address, std::string_view markdown, const PageTheme& theme,
                      const std::stop_token& stop);

    const QString database_;
    std::optional<store::Reader> reader_;
};

} // namespace mw::ui
