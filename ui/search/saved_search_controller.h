#pragma once

#include "search/saved_search_panel.h"
#include "session/session.h"
#include "workers/work_thread.h"

#include <QAction>
#include <QMenu>

#include <functional>
#include <optional>

namespace mw::ui {

class CollapsibleSection;
class Sidebar;

/// Keeps searches under names: a page of the sidebar, a menu, and the thread on which they are read
/// and written, which may have to wait for an import. The session and the sidebar outlive it.
/// GUI thread.
class SavedSearchController : public QObject {
    Q_OBJECT

public:
    SavedSearchController(const QString& database, Session& session, Sidebar& sidebar,
                          QObject* parent);
    ~SavedSearchController() override;

    /// Owned by this.
    QMenu* menu() { return &menu_; }
    /// Waits for what is still to be written. False where that did not work and the person has not
    /// yet been told so: then the window should stay.
    bool finish();

signals:
    void failed(const QString& sentence);

private:
    /// Opened when it is first asked for, on the thread that uses it.
    class File {
    public:
        explicit File(QString database) : database_(std::move(database)) {}
        store::SavedSearches& get();

    private:
        const QString database_;
        std::optional<store::SavedSearches> searches_;
    };

    void setUpActions();
    QAction* add(const QString& text, const char* name, void (SavedSearchController::*what)());
    void save();
    void update();
    void rename();
    void remove();
    void bringBack();
    void setForAll(bool all);
    void open(const QString& name);
    /// Does it, even where the window is closed meanwhile, and shows what is saved then; after:
    /// what else is to be done by then.
    void change(std::function<void(store::SavedSearches&)> what, std::function<void()> after = {});
    void show(const std::vector<store::SavedSearch>& searches);
    void refuse(const QString& sentence);
    void showState();
    void fillMenu();
    const store::SavedSearch* find(const QString& name) const;
    QString freeName(const QString& wanted) const;

    Session& session_;
    SavedSearchPanel* const panel_;
    CollapsibleSection* const fold_;
    QMenu menu_;
    QAction *update_ = nullptr, *rename_ = nullptr, *remove_ = nullptr, *forAll_ = nullptr,
            *bringBack_ = nullptr;
    std::vector<store::SavedSearch> searches_;
    std::optional<store::SavedSearch> removed_; ///< last
    bool refused_ = false;                      ///< something since finish() began
    bool warned_ = false;                       ///< that leaving loses something
    WorkThread<File> thread_;
};

} // namespace mw::ui
