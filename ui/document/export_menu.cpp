#include "document/export_menu.h"

#include "base/system/atomic_file.h"
#include "document/write/citation.h"
#include "session/session.h"
#include "store/read/interface_reader.h"
#include "store/user/project_store.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
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

/// What changed at the edges by what is written.
std::vector<store::InterfaceRow> interfacesOf(const ExportMenu::Order& order,
                                              const DocumentEngine& engine) {
    store::InterfaceReader reader(std::filesystem::path(engine.database().toStdU16String()));
    if (!order.rows)
        return order.query.release ? reader.changes(*order.query.release)
                                   : std::vector<store::InterfaceRow>();
    std::vector<store::InterfaceRow> all;
    for (const store::RowId row : *order.rows)
        std::ranges::move(reader.changes_of(row), std::back_inserter(all));
    return all;
}

std::map<store::RowId, store::Project> projectsOf(const DocumentEngine& engine) {
    const std::filesystem::path database(engine.database().toStdU16String());
    return store::ProjectStore(database, store::Access::read).all();
}

bool carryOut(const ExportMenu::Order& order, DocumentEngine& engine, const std::stop_token& stop) {
    document::ExportOptions how = order.how;
    how.interfaces = interfacesOf(order, engine);
    how.projects = projectsOf(engine);
    // What is said of the release as a whole is said of this one.
    if (!order.rows && order.query.release)
        std::erase_if(how.projects,
                      [&](const auto& known) { return known.first != *order.query.release; });
    base::AtomicFile file(QFile::encodeName(order.file).toStdString(), base::PipeUse::refuse);
    if (order.rows)
        document::export_rows(engine.reader(), *order.rows, how, file.stream(), stop);
    else
        document::export_commits(engine.reader(), order.query, how, file.stream(), stop);
    file.commit();
    return true;
}

std::function<void(const std::exception&)> reportTo(ExportMenu* menu) {
    return [menu](const std::exception& error) { emit menu->failed(errorText(error)); };
}

} // namespace

ExportMenu::ExportMenu(Session& session, DocumentService& service, Selection selection,
                       QWidget* parent)
    : QMenu(tr("E&xport"), parent), session_(session), service_(service),
      selection_(std::move(selection)) {
    setObjectName(QStringLiteral("exportMenu"));
    addScope(tr("The &list on screen…"), Scope::List)
        ->setObjectName(QStringLiteral("actionExportList"));
    addScope(tr("The s&elected changesets…"), Scope::Selection);
    section_ = addScope(tr("This &section…"), Scope::Section);
    whole_ = addScope({}, Scope::Release);
    connect(this, &QMenu::aboutToShow, this, &ExportMenu::refresh);
    refresh();
    addSeparator();
    QMenu* const copies = addMenu(tr("&Copy the selected as"));
    addCopy(*copies, tr("12 &digits (\"title\")"), Form::Reference);
    addCopy(*copies, tr("&Fixes: lines"), Form::Fixes);
    addCopy(*copies, tr("&Link: lines"), Form::Link);
}

QAction* ExportMenu::addScope(const QString& text, Scope scope) {
    QAction* const action = addAction(text);
    connect(action, &QAction::triggered, this, [this, scope] { ask(scope); });
    return action;
}

void ExportMenu::refresh() {
    const Location& place = session_.navigation().current();
    section_->setEnabled(place.section.section.has_value());
    whole_->setText(place.asOf ? tr("The whole &release as of %1…").arg(timeText(place.asOf))
                               : tr("The whole &release…"));
}

void ExportMenu::addCopy(QMenu& menu, const QString& text, Form form) {
    connect(menu.addAction(text), &QAction::triggered, this, [this, form] { copy(form); });
}

void ExportMenu::ask(Scope scope) {
    // What is on screen now, whatever becomes of it while the person looks for a place.
    const auto asked = order(scope);
    if (!asked) {
        emit said(scope == Scope::Selection ? tr("No changeset is selected.")
                                            : tr("No release is open."));
        return;
    }
    auto* const dialog = new QFileDialog(parentWidget(), tr("Export"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
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
            [this, dialog, filters, wanted = *asked](const QString& file) mutable {
                // The name says more than the line of kinds, which few look at.
                const auto named = std::ranges::find_if(formats, [&](const FormatTraits& traits) {
                    return QFileInfo(file).suffix() == QLatin1String(traits.ending);
                });
                const auto chosen = filters.indexOf(dialog->selectedNameFilter());
                wanted.how.format = named != formats.end()
                                        ? named->format
                                        : formats[static_cast<std::size_t>(chosen)].format;
                wanted.file = file;
                write(wanted);
            });
    dialog->open();
}

std::optional<ExportMenu::Order> ExportMenu::order(Scope scope) const {
    const store::Release* const release = session_.release();
    auto onScreen = session_.query();
    if (!release || !onScreen)
        return std::nullopt;
    Order order;
    const Location& place = session_.navigation().current();
    QStringList title{toQString(release->name)};
    if (scope == Scope::List) {
        order.query = std::move(*onScreen);
        order.how.order = document::ExportOrder::as_asked;
        if (place.allReleases)
            title = QStringList{tr("All releases")};
    } else {
        order.query.release = release->id;
    }
    if (scope == Scope::Section || scope == Scope::List) {
        order.query.section = place.section.section;
        order.query.subgroup = place.section.subgroup;
        if (place.section.subgroup)
            title << placeTitle({*place.section.section, *place.section.subgroup});
        else if (place.section.section)
            title << sectionTitle(*place.section.section);
    }
    if (scope != Scope::Selection && place.asOf) {
        order.query.as_of = place.asOf;
        title << tr("as of %1").arg(timeText(place.asOf));
    }
    if (scope == Scope::List) {
        for (const Refinement& choice : place.refinements)
            title << choice.label;
        if (!place.filter.isEmpty())
            title << place.filter;
    }
    if (scope == Scope::Selection) {
        order.rows = selection_();
        order.how.order = document::ExportOrder::as_asked;
        if (order.rows->empty())
            return std::nullopt;
    }
    order.how.title = title.join(QStringLiteral(", ")).toStdString();
    return order;
}

void ExportMenu::writeFile(Scope scope, ExportFormat format, const QString& file) {
    if (auto asked = order(scope)) {
        asked->how.format = format;
        asked->file = file;
        write(*asked);
    }
}

void ExportMenu::write(const Order& order) {
    emit said(tr("%1 is being written…").arg(order.file));
    service_.run(
        DocumentService::Lane::Jobs, this,
        [order](DocumentEngine& engine, const std::stop_token& stop) {
            return carryOut(order, engine, stop);
        },
        [this, file = order.file](bool) { emit said(tr("Written to %1.").arg(file)); },
        reportTo(this));
}

void ExportMenu::copy(Form form) {
    service_.run(
        DocumentService::Lane::Pages, this,
        [rows = selection_(), form](DocumentEngine& engine, const std::stop_token&) {
            QStringList lines;
            const auto projects = projectsOf(engine);
            const auto projectOf = [&projects](store::RowId release) {
                const auto known = projects.find(release);
                return known == projects.end() ? store::Project() : known->second;
            };
            for (const store::RowId row : rows)
                if (const auto commit = engine.reader().commit(row))
                    lines << toQString(
                        form == Form::Reference ? document::citation(commit->row)
                        : form == Form::Fixes
                            ? document::fixes_line(commit->row)
                            : document::link_line(*commit, projectOf(commit->release)));
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
