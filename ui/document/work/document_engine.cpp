#include "document/work/document_engine.h"

#include "base/system/paths.h"
#include "core/page_text.h"
#include "document/index/document_index.h"
#include "document/read/read_document.h"
#include "document/work/coverage_text.h"
#include "document/work/kernel_text.h"
#include "document/work/long_word_links.h"
#include "git/objects/lazy_fetch.h"
#include "git/setup/remote_address.h"
#include "importer/data/data_files.h"
#include "store/user/project_store.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

namespace mw::ui {

namespace {

/// A document of more bytes than this shows its start first.
constexpr std::size_t previewFrom = 200'000;
constexpr std::size_t previewBytes = 20'000;
/// A document that names more commits than this is told all that there are.
constexpr std::size_t askedOneByOne = 1'000;

std::filesystem::path pathOf(const QString& text) {
    return std::filesystem::path(text.toStdU16String());
}

void giveToGui(QTextDocument& text) {
    text.moveToThread(QCoreApplication::instance()->thread());
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::DocumentEngine)
};

} // namespace

store::Reader& DocumentEngine::reader() {
    if (!reader_)
        reader_.emplace(pathOf(database_));
    return *reader_;
}

std::optional<store::Release> DocumentEngine::release(const QString& name) {
    return reader().release(name.toStdString());
}

std::string DocumentEngine::contentsOf(const git::Repository& clone, const git::ObjectId& blob,
                                       const std::stop_token& stop) {
    if (const auto there = clone.read_if_present(blob, git::ObjectType::blob))
        return std::string(there->data());
    const QString where = toQString(clone.path().string());
    const auto address = clone.is_partial() ? git::promisor_address(clone) : std::nullopt;
    const auto consent = git::FetchConsent::remembered(clone);
    if (address && !consent)
        throw PageError(DocumentErrorAction::Fetch,
                        Words::tr("The clone %1 was made without file contents. Git can bring this "
                                  "one from %2; that takes the network.")
                            .arg(where, toQString(git::shown_address(*address))));
    if (consent)
        if (const auto trouble = git::fetch_blob(clone, blob, *consent, stop); !trouble.empty())
            throw PageError(DocumentErrorAction::Fetch,
                            Words::tr("The clone %1 was made without file contents, and git could "
                                      "not fetch this one: %2. Is there a network?")
                                .arg(where, engineText(trouble)));
    return std::string(clone.read(blob, git::ObjectType::blob).data());
}

void DocumentEngine::allowFetching(const QString& name) {
    if (const auto home = release(name))
        git::remember_consent(git::Repository(home->repository));
}

std::string DocumentEngine::kernelDocument(const Page& page, const std::stop_token& stop) {
    const auto home = release(page.release);
    if (!home || home->repository.empty())
        throw PageError(
            DocumentErrorAction::Import,
            Words::tr("%1 is read from a clone of the kernel, and %2 was not imported from one. "
                      "Import the release, or read the file at "
                      "https://docs.kernel.org/ in the browser.")
                .arg(page.target, page.release));
    const git::Repository clone(home->repository);
    const git::ObjectId end = clone.resolve_commit(home->to_oid);
    const std::string path = page.target.toStdString();
    const std::string stem = path.substr(0, path.rfind('.'));
    // What is reStructuredText today was plain text before 4.10, under the same name or without an
    // ending.
    for (const std::string& name : {path, stem + ".rst", stem + "/index.rst", stem + ".txt", stem})
        if (const auto blob = clone.blob_at(end, name))
            return markdownOfKernelText(contentsOf(clone, *blob, stop));
    throw PageError(DocumentErrorAction::None,
                    Words::tr("%1 has no file %2. It may have been written later, or moved.")
                        .arg(page.release, page.target));
}

std::string DocumentEngine::coverageOf(const Page& page, const std::stop_token& stop) {
    const auto home = release(page.release);
    if (!home)
        throw PageError(DocumentErrorAction::Import,
                        Words::tr("%1 is not in the database any more.").arg(page.release));
    const document::Rendered shown =
        document::render_markdown(document::read_article(pathOf(page.target)), {}, stop);
    const store::Project project =
        store::ProjectStore(pathOf(database_), store::Access::read).of(page.release.toStdString());
    return coverageMarkdown(document::coverage_of(shown, reader(), *home, {}, project, stop),
                            toQString(shown.title), page.release, project)
        .toStdString();
}

std::string DocumentEngine::markdownOf(const QString& address, const std::stop_token& stop) {
    const Page page = Page::parse(address);
    if (page.kind == Page::Kind::KernelDoc)
        return kernelDocument(page, stop);
    if (page.kind == Page::Kind::Coverage)
        return coverageOf(page, stop);
    const std::filesystem::path file = pathOf(page.target);
    std::error_code error; // a file that cannot be looked at is one that cannot be read
    if (!std::filesystem::exists(file, error))
        throw PageError(
            DocumentErrorAction::Locate,
            Words::tr("%1 is not there any more. If it was moved, say where it is now; what "
                      "the document is linked with is kept.")
                .arg(page.target));
    return document::read_article(file);
}

LoadedPage DocumentEngine::load(const QString& address, const PageTheme& theme,
                                const std::function<void(LoadedPage)>& preview,
                                std::stop_token stop) {
    // First: which argument is made first is not said, and one that was moved from stops nothing.
    const std::string markdown = markdownOf(address, stop);
    return show(address, markdown, theme, preview, std::move(stop));
}

LoadedPage DocumentEngine::loadHere(const QString& address, const PageTheme& theme,
                                    std::stop_token stop) {
    const std::string markdown = markdownOf(address, stop);
    return layOut(address, markdown, theme, {}, std::move(stop));
}

LoadedPage DocumentEngine::show(const QString& address, const std::string& markdown,
                                const PageTheme& theme,
                                const std::function<void(LoadedPage)>& preview,
                                std::stop_token stop) {
    LoadedPage page = layOut(address, markdown, theme, preview, std::move(stop));
    giveToGui(*page.text);
    return page;
}

LoadedPage DocumentEngine::layOut(const QString& address, const std::string& markdown,
                                  const PageTheme& theme,
                                  const std::function<void(LoadedPage)>& preview,
                                  std::stop_token stop) {
    if (preview && markdown.size() > previewFrom)
        if (const std::string_view start = document::start_of(markdown, previewBytes);
            !start.empty()) {
            LoadedPage page = render(address, start, theme, stop);
            page.preview = true;
            giveToGui(*page.text);
            preview(std::move(page));
        }
    return render(address, markdown, theme, stop);
}

LoadedPage DocumentEngine::render(const QString& address, std::string_view markdown,
                                  const PageTheme& theme, const std::stop_token& stop) {
    document::RenderOptions options;
    std::optional<store::ObjectIdSet> all;
    std::size_t asked = 0;
    options.known = [&](const std::string& id) {
        if (++asked == askedOneByOne)
            all = reader().oids();
        return all ? all->has(id) : reader().has_oid(id);
    };
    document::Rendered shown = document::render_markdown(markdown, options, stop);
    LoadedPage page;
    page.address = address;
    page.title = shownText(shown.title);
    page.outline = std::move(shown.outline);
    page.references = std::move(shown.references);
    page.text = pageText(toQString(shown.html), theme);
    page.longWords = linkLongWords(*page.text, theme.link);
    return page;
}

QString DocumentEngine::shippedDocument(const store::Release& release) {
    QString name = toQString(release.bundled ? release.name : release.to_rev).toLower();
    name.replace(QLatin1Char(' '), QLatin1Char('-'));
    if (!release.bundled && name.startsWith(QLatin1Char('v')))
        name = QStringLiteral("linux-") + name.mid(1);
    static const QString allowed = QStringLiteral("abcdefghijklmnopqrstuvwxyz0123456789.-");
    if (name.isEmpty() || std::ranges::any_of(name, [](QChar c) { return !allowed.contains(c); }))
        return {};
    try {
        const auto file = importer::data_file(name.toStdString() + ".md");
        return QString::fromStdU16String(base::whole_path(file).u16string());
    } catch (const std::runtime_error&) {
        return {}; // the program ships documents for few releases
    }
}

std::vector<store::Document> DocumentEngine::documents() {
    const std::filesystem::path database = pathOf(database_);
    for (const store::Release& release : reader().releases()) {
        const QString file = shippedDocument(release);
        if (!release.bundled || file.isEmpty())
            continue;
        // Another installation of the program may have added its own copy of the same document.
        store::DocumentStore store(database);
        const auto known = store.all();
        const auto same = std::ranges::find_if(known, [&](const store::Document& document) {
            return document.release == release.name &&
                   QFileInfo(toQString(document.file)).fileName() == QFileInfo(file).fileName();
        });
        if (same != known.end() && toQString(same->file) != file)
            store.move(same->id, file.toStdString());
        document::add_document(database, pathOf(file), release.name);
    }
    return store::DocumentStore(database).all();
}

} // namespace mw::ui
