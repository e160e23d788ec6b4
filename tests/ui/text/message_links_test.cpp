#include "test_ui.h"
#include "text/message_links.h"

#include <QTest>

using namespace mw::ui;

class MessageLinksTest : public QObject {
    Q_OBJECT

private slots:
    void findsLinks_data();
    void findsLinks();
};

void MessageLinksTest::findsLinks_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("links");
    const auto add = [](const char* name, const QString& text, const QStringList& links) {
        QTest::newRow(name) << text << links;
    };
    const QString full = "0123456789abcdef0123456789abcdef01234567";
    add("id in words", "commit 123456789abc (\"x\")", {"123456789abc"});
    add("full id", full + ".", {full});
    add("range", "123456789abc..cba987654321", {"123456789abc", "cba987654321"});
    add("upper case", "123456789ABC", {"123456789ABC"});
    add("too short", "123456789ab", {});
    add("short, as it was before", "commit 1234abc, Fixes: 12345678a", {"1234abc", "12345678a"});
    add("short with its title", "see 1234abc (\"net: x\")", {"1234abc"});
    add("too long", full + "0", {});
    add("hex number", "0x123456789abcdef", {});
    add("within a word", "x123456789abc 123456789abcx", {});
    add("UUID", "550e8400-e29b-41d4-a716-446655440abc", {});
    add("message id", "<123456789abc.GA12@host> <123456789abc@host>", {});
    add("decimal", "201005121234567", {});
    add("decimal but full", QString(40, '1'), {QString(40, '1')});
    add("kernel address", "ffffffff81234567 ffff880012345678", {});
    add("address of another architecture", "c00000000051fc98: 3b 60 00 01", {});
    add("web", "see https://lkml.org/lkml/2010/5/1.", {"https://lkml.org/lkml/2010/5/1"});
    add("web in brackets", "(http://a.org/x_(y)), <http://b.org>",
        {"http://a.org/x_(y)", "http://b.org"});
    add("id in web", "http://git.kernel.org/123456789abc", {"http://git.kernel.org/123456789abc"});
    add("no web", "git://host/x ftp://host javascript:alert(1) file:///etc/passwd http://", {});
    add("mail", "mailto:a@b.org a@b.org", {});
}

void MessageLinksTest::findsLinks() {
    QFETCH(QString, text);
    QFETCH(QStringList, links);
    QStringList found;
    for (const MessageLink& link : findLinks(text))
        found << text.mid(link.start, link.length);
    QCOMPARE(found, links);
}

MW_UI_TEST_WITHOUT_WINDOWS(MessageLinksTest)
#include "message_links_test.moc"
