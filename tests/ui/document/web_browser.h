#pragma once

#include <QDesktopServices>
#include <QList>
#include <QUrl>

/// Takes the addresses that the program hands to the desktop's browser.
class Browser : public QObject {
    Q_OBJECT

public:
    Browser() {
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open");
        QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "open");
    }
    ~Browser() override {
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    }

    QList<QUrl> opened;

public slots:
    void open(const QUrl& url) { opened << url; }
};
