#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class FilterBar;
}

namespace mw::ui {

/// The quick filter: a line of query language, the number of results, and under it what is wrong
/// with the query, marked where it is. Says what is wanted a few times a second while somebody
/// types; a mistake shows once they stop, or press Enter. GUI thread.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);
    ~FilterBar() override;

    QString filter() const;
    /// Shows it without asking for it. What is being typed gives way to another filter alone.
    void setFilter(const QString& filter);
    /// What the list holds, in words.
    void setCount(const QString& count);
    /// While more is looked for, there is a button to end that.
    void setLooking(bool looking);
    /// kept: the list still is the one of the last filter that was understood.
    void showMistake(const QString& sentence, int position, bool kept);
    /// What of the filter could not be found out; goes with the mistake.
    void showUnverified(const QString& sentence);
    void clearMistake();

public slots:
    void focusEdit();
    void clear();

signals:
    void filterChanged(const QString& filter);
    /// Down or Enter: the person wants to go on in the list.
    void leaveRequested();
    void stopRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void announce();
    void revealMistake();

    std::unique_ptr<Ui::FilterBar> ui_;
    QTimer typing_;
    QTimer unfinished_; ///< runs while what is typed may still go on
    QString announced_;
};

} // namespace mw::ui
