#pragma once

#include <QLabel>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

class QDropEvent;

namespace mw::ui {

/// What a drop brings.
struct Dropped {
    QStringList documents;      ///< whole paths
    QStringList repositories;   ///< whole paths
    QStringList configurations; ///< whole paths
    QStringList refused;        ///< a sentence for each thing that nothing can be done with

    bool isEmpty() const {
        return documents.isEmpty() && repositories.isEmpty() && configurations.isEmpty();
    }
};

/// Takes files and folders that are dragged on a window, wherever in it, and says while they hover
/// what will be done with them, or why nothing can be. Text and links are left to the fields below.
/// GUI thread. Keeps a reference to the window, which owns the sign.
class DropHint : public QObject {
    Q_OBJECT

public:
    explicit DropHint(QWidget& window);

signals:
    void dropped(const mw::ui::Dropped& things);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool takesOver(const QDropEvent& event, const QObject* receiver) const;
    void judge(const QList<QUrl>& urls);
    void showSign();

    QWidget& window_;
    QPointer<QLabel> sign_;
    QTimer leaving_; ///< a drag that leaves one widget may be about to enter the next
    QList<QUrl> judged_;
    Dropped things_;
};

} // namespace mw::ui
