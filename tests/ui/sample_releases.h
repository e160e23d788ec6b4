#pragma once

#include "base/object_id.h"
#include "store/write/writer.h"

#include <QString>
#include <QTemporaryDir>

#include <optional>
#include <string>
#include <vector>

/// A database with two small releases in a row, in a folder that goes with it: what charts and
/// comparisons show, without a clone. v1 has five changesets of three people on two days; v2 has
/// seven, of whom one author is new, one of v1 is gone, and -rc1 is on its second day. Of v2 four
/// interface changes are known, of v1 none.
class SampleReleases {
public:
    static constexpr mw::Seconds day = 86'400;
    static constexpr mw::Seconds first = 14'000 * day; // 2008-05-01

    QString file() const { return folder_.filePath(QStringLiteral("sample.db")); }

    void fill() const {
        using mw::classify::Section;
        using mw::classify::Subgroup;
        write("v1", 0,
              {made('a', "core: one", 0, "Ann", {Section::core, Subgroup::none}),
               made('b', "core: two", 0, "Ann", {Section::core, Subgroup::none}),
               made('c', "usb: three", 1, "Bob", {Section::hardware, Subgroup::usb}),
               made('d', "usb: Fix a leak", 1, "Bob", {Section::hardware, Subgroup::usb}),
               made('e', "net: five", 1, "Cem", {Section::networking, Subgroup::none})});
        auto driver =
            made('j', "sound: A new card", 12, "Dora", {Section::hardware, Subgroup::sound});
        driver.adds =
            mw::classify::NewHardware{mw::classify::NewHardware::Kind::driver, "A new card"};
        auto again = made('k', "usb: Fix a leak", 13, "Bob", {Section::hardware, Subgroup::usb});
        again.author_time = first + day; // as it was written for v1
        write("v2", 10,
              {pull('p', 10), made('f', "core: six", 10, "Ann", {Section::core, Subgroup::none}),
               made('g', "core: seven", 10, "Ann", {Section::core, Subgroup::none}),
               made('h', "core: eight", 10, "Ann", {Section::core, Subgroup::none}),
               made('i', "net: nine", 12, "Ann", {Section::networking, Subgroup::none}), driver,
               again, made('l', "usb: twelve", 13, "Bob", {Section::hardware, Subgroup::usb})},
              interfaces());
    }

    /// One more, of a single changeset.
    void add(const std::string& name, int onDay) const {
        write(name, 0,
              {made('q', "core: last", onDay, "Ann",
                    {mw::classify::Section::core, mw::classify::Subgroup::none})});
    }

private:
    static mw::store::NewCommit made(char id, const std::string& subject, int onDay,
                                     const std::string& author, mw::classify::SectionKey place) {
        mw::store::NewCommit commit;
        commit.oid = std::string(20, id);
        commit.subject = subject;
        commit.author = {author, author + "@example.org"};
        commit.committer = {"Linus", "linus@example.org"};
        commit.author_time = commit.commit_time = commit.landed_time = first + onDay * day;
        commit.place = place;
        commit.subsystem = "SUBSYSTEM OF " + subject.substr(0, subject.find(':'));
        commit.reason = "a test says so";
        commit.paths = {{"file.c", 'M', false, {}, {}}};
        if (onDay == 10)
            commit.pull = 0;
        return commit;
    }

    static mw::store::NewCommit pull(char id, int onDay) {
        auto commit = made(id, "Merge branch 'core' of git://example.org/core", onDay, "Linus", {});
        commit.kind = mw::store::CommitKind::pull;
        commit.pull.reset();
        commit.paths.clear();
        return commit;
    }

    /// By the driver and by "core: six"; a merge made the last.
    static std::vector<mw::interfaces::InterfaceChange> interfaces() {
        using mw::interfaces::Change;
        using mw::interfaces::Kind;
        return {{Kind::config, Change::added, "SND_NEW_CARD", "A new card\ntristate\n\nHelp.",
                 "sound/Kconfig", oid('j')},
                {Kind::config, Change::removed, "OLD_CORE", "bool", "kernel/Kconfig", oid('f')},
                {Kind::syscall, Change::added, "futex_wake", "454: x86_64",
                 "arch/x86/entry/syscalls/syscall_64.tbl", oid('f')},
                {Kind::maintainer,
                 Change::changed,
                 "SOUND",
                 "status: Maintained → Orphan",
                 "MAINTAINERS",
                 {}}};
    }

    static std::string oid(char id) { return mw::git::to_hex(std::string(20, id)); }

    void write(const std::string& name, int rc1, const std::vector<mw::store::NewCommit>& commits,
               const std::optional<std::vector<mw::interfaces::InterfaceChange>>& interfaces =
                   std::nullopt) const {
        mw::store::Release meta;
        meta.name = name;
        meta.repository = "/clone";
        meta.from_rev = "from";
        meta.to_rev = name;
        if (rc1 > 0) {
            meta.window_end = first + (rc1 + 1) * day + day / 2;
            meta.window_tag = name + "-rc1";
        }
        mw::store::ReleaseWriter writer(file().toStdString(), meta, "fingerprint of " + name);
        for (std::size_t i = 0; i < commits.size(); ++i)
            writer.add(i, commits[i]);
        if (interfaces)
            writer.set_interfaces(*interfaces);
        writer.commit(0.1);
    }

    QTemporaryDir folder_;
};
