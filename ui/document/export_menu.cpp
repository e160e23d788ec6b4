#include "document/export_menu.h"

#include "document/write/citation.h"
#include "session/session.h"
#include "text/format.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>

#include <array>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace mw::ui {

namespace {

using document::ExportFormat;

struct FormatTraits {
    ExportFormat format;
    const char* filter;
    const char* ending;
};

constexpr std::array<FormatTraits, 4> formats{{
    {ExportFormat::markdown, QT_TRANSLATE_NOOP("mw::ui::ExportMenu", "Markdown (*.md)"), "md"},
    {ExportFormat::html, QT_TRANSLATE_NOOP("mw::ui::ExportMenu", "Web page to search in (*.html)"),
     "html"},
    {ExportFormat::csv, QT_TRANSLATE_NOOP("mw::ui::ExportMenu", "Table (*.csv)"), "csv"},
    {ExportFormat::json, QT_TRANSLATE_NOOP("mw::ui::ExportMenu", "JSON (*.json)"), "json"},
}};

/// A file that is there under its name only when the whole is written.
class ExportFile {
public:
    explicit ExportFile(const QString& name)
        : name_(name.toStdU16String()), part_(std::filesystem::path(name_) += ".part"),
          stream_(part_, std::ios::binary) {
        check();
    }
    ~ExportFile() {
        std::error_code error; // what is left over hurts nobody
        if (!done_)
            std::filesystem::remove(part_, error);
    }
    ExportFile(const ExportFile&) = delete;
    ExportFile& operator=(const ExportFile&) = delete;

    std::ostream& stream() { return stream_; }

    void finish() {
        stream_.close();
        check();
        std::filesystem::rename(part_, name_);
        done_ = true;
    }

private:
    void check() const {
        if (!stream_)
            throw std::runtime_error(
                ExportMenu::tr("%1 cannot be written. Is there room, and may you write there?")
                    .arg(QString::fromStdU16String(name_.u16string()))
                    .toStdString());
    }

    const std::filesystem::path name_, part_;
    std::ofstream stream_;
    bool done_ = false;
};

/// What is to be written, as far as the GUI thread knows it.
struct Order {
    store::CommitQuery query;
    std::vector<store::RowId> rows; ///< these, where there are any
    std::string title;
    ExportFormat format = ExportFormat::markdown;
    QString file;
};

bool carryOut(const Order& order, DocumentEngine& engine, const std::stop_token& stop) {
    ExportFile file(order.file);
    if (order.rows.empty()) {
        document::export_commits(engine.reader(), order.query, order.format, file.stream(),
                                 order.title);
    } else {
        const auto exporter = document::make_exporter(order.format, file.stream(), order.title);
        exporter->begin();
        for (const store::RowId row : order.rows)
            if (const auto commit = engine.reader().commit(row); commit && !stop.stop_requested())
                exporter->add(*commit);
        exporter->end();
    }
    file.finish();
    return true;
}

std::function<void(const std::exception&)> reportTo(ExportMenu* menu) {
    return
        [menu](const std::exception& error) { emit menu->failed(QString::fromUtf8(error.what())); };
}

} // namespace

ExportMenu::ExportMenu(Session& session, DocumentService& service, Selection selection,
                       QWidget* parent)
    : QMenu(tr("E&xport"), parent), session_(session), service_(service),
      selection_(std::move(selection)) {
    setObjectName(QStringLiteral("exportMenu"));
    addScope(tr("The &list on screen…"), Scope::List);
    addScope(tr("The s&elected changesets…"), Scope::Selection);
    addScope(tr("This &section…"), Scope::Section);
    addScope(tr("The whole &release…"), Scope::Release);
    addSeparator();
    QMenu* const copies = addMenu(tr("&Copy the selected as"));
    addCopy(*copies, tr("12 &digits (\"title\")"), Form::Reference);
    addCopy(*copies, tr("&Fixes: lines"), Form::Fixes);
    addCopy(*copies, tr("&Link: lines"), Form::Link);
}

void ExportMenu::addScope(const QString& text, Scope scope) {
    connect(addAction(text), &QAction::triggered, this, [this, scope] { ask(scope); });
}

void ExportMenu::addCopy(QMenu& menu, const QString& text, Form form) {
    connect(menu.addAction(text), &QAction::triggered, this, [this, form] { copy(form); });
}

void ExportMenu::ask(Scope scope) {
    if (scope == Scope::Selection && selection_().empty()) {
        emit said(tr("No changeset is selected."));
        return;
    }
    auto* const dialog = new QFileDialog(parentWidget(), tr("Export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const FormatTraits& traits : formats)
        filters << tr(traits.filter);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(QLatin1String(formats.front().ending));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters](const QString& filter) {
        dialog->setDefaultSuffix(
            QLatin1String(formats[static_cast<std::size_t>(filters.indexOf(filter))].ending));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, dialog, filters, scope](const QString& file) {
                const auto chosen = filters.indexOf(dialog->selectedNameFilter());
                writeFile(scope, formats[static_cast<std::size_t>(chosen)].format, file);
            });
    dialog->open();
}

void ExportMenu::writeFile(Scope scope, ExportFormat format, const QString& file) {
    const store::Release* const release = session_.release();
    if (!release)
        return;
    const Location& place = session_.navigation().current();
    Order order;
    order.query.release = release->id;
    order.format = format;
    order.file = file;
    QString title = toQString(release->name);
    if (scope == Scope::Section || scope == Scope::List) {
        order.query.section = place.section.section;
        order.query.subgroup = place.section.subgroup;
        if (place.section.section)
            title += QStringLiteral(", ") + sectionTitle(*place.section.section);
    }
    if (scope == Scope::List) {
        order.query.text = place.filter.toStdString();
        order.query.within = place.within().toStdString();
        order.query.as_of = place.asOf;
        for (const Refinement& choice : place.refinements)
            title += QStringLiteral(", ") + choice.label;
        if (place.asOf)
            title += tr(", as of %1").arg(dateText(place.asOf));
        if (!place.filter.isEmpty())
            title += QStringLiteral(", ") + place.filter;
    }
    if (scope == Scope::Selection)
        order.rows = selection_();
    order.title = title.toStdString();
    emit said(tr("%1 is being written…").arg(file));
    service_.run(
        DocumentService::Lane::Jobs, this,
        [order](DocumentEngine& engine, const std::stop_token& stop) {
            return carryOut(order, engine, stop);
        },
        [this, file](bool) { emit said(tr("Written to %1.").arg(file)); }, reportTo(this));
}

void ExportMenu::copy(Form form) {
    service_.run(
        DocumentService::Lane::Pages, this,
        [rows = selection_(), form](DocumentEngine& engine, const std::stop_token&) {
            QStringList lines;
            for (const store::RowId row : rows)
                if (const auto commit = engine.reader().commit(row))
                    lines << toQString(form == Form::Reference ? document::citation(commit->row)
                                       : form == Form::Fixes   ? document::fixes_line(commit->row)
                                                               : document::link_line(*commit));
            lines.removeAll(QString());
            return lines;
        },
        [this](const QStringList& lines) {
            QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
            emit said(tr("Copied %Ln line(s)", nullptr, static_cast<int>(lines.size())));
        },
        reportTo(this));
}

} // namespace mw::ui
