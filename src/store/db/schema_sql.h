#pragma once

/// The statements of each schema version, never to be changed once it was released: those of the
/// first make an empty file, the others bring a file of the version before up to date
/// (schema.cpp). What a column means stands above the version that it came with.
namespace mw::store::schema_sql {

// Rows of a commit belong to one release and go with it; people, paths, subsystems and trailer keys
// are stored once for all. Object ids are BLOBs: 20 bytes, fewer where only the start of an id is
// known, NULL where none is. Times are UTC seconds.
//
// reference holds which commits a message says that it fixes or reverts, or was taken from (the
// enum ReferenceKind): the target's id in hex, as many digits as are written, and the line of the
// body that says so (from 1; 0: the subject; NULL: not noted).
//
// commits.adds_kind, adds: the new hardware that a changeset brings (classify::NewHardware).
//
// commits.position is the landing order within a release, from 0. line_state, kind: the enums of
// records.h. reason holds why a commit is in its section.
//
// commits.place_id is where a commit is shown: the person's own choice where there is one,
// otherwise derived_place_id, which the classification gave it. release_file holds files of the
// range's end that are needed to classify again without the clone.
//
// What a person made hangs on the commit id: personal (one row for each commit that the person did
// anything with), document, mention, saved_search. Nothing there points to a row that an import
// replaces. Of the bundled release's commits only the first 6 bytes of the id are known, so two
// ids mean the same commit where one begins with the other; the views personal_commit and
// mentioned_commit find the commits of each row. A key of personal is the full id as soon as the
// database has it.
//
// The text index keeps no copy of the texts: it looks them up through the view, which is also what
// its entries are deleted by when a release is replaced. search_words holds the distinct words of
// each release (posting_list.h says how), by which a part of a word is found: over a real release
// it takes 38 bytes for each changeset, a trigram index of the texts 400 without and 2000 with
// positions. Paths and people are few enough to be looked through one by one.
inline constexpr const char* version_1 = R"sql(
CREATE TABLE release (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    embedded INTEGER NOT NULL DEFAULT 0,
    repository TEXT NOT NULL DEFAULT '',
    from_rev TEXT NOT NULL, to_rev TEXT NOT NULL,
    from_oid BLOB, to_oid BLOB,
    from_is_ancestor INTEGER NOT NULL DEFAULT 1,
    imported_at INTEGER NOT NULL,
    fingerprint TEXT NOT NULL DEFAULT '',
    line_state INTEGER NOT NULL,
    window_end INTEGER, window_tag TEXT NOT NULL DEFAULT '',
    first_landing INTEGER, last_landing INTEGER,
    changesets INTEGER NOT NULL DEFAULT 0, merges INTEGER NOT NULL DEFAULT 0,
    pulls INTEGER NOT NULL DEFAULT 0, files INTEGER NOT NULL DEFAULT 0,
    insertions INTEGER, deletions INTEGER,
    seconds REAL NOT NULL DEFAULT 0,
    remarks TEXT NOT NULL DEFAULT ''
);
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL, email TEXT NOT NULL,
    UNIQUE (name, email)
);
CREATE TABLE path (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE
);
CREATE TABLE subsystem (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE trailer_key (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE
);
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    section TEXT NOT NULL, subgroup TEXT NOT NULL,
    UNIQUE (section, subgroup)
);
CREATE TABLE commits (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES release (id),
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    oid BLOB,
    subject TEXT NOT NULL,
    author_id INTEGER REFERENCES person (id),
    author_time INTEGER, author_offset INTEGER NOT NULL DEFAULT 0,
    committer_id INTEGER REFERENCES person (id),
    commit_time INTEGER, commit_offset INTEGER NOT NULL DEFAULT 0,
    landed_time INTEGER,
    pull_id INTEGER REFERENCES commits (id) DEFERRABLE INITIALLY DEFERRED,
    place_id INTEGER NOT NULL REFERENCES place (id),
    derived_place_id INTEGER NOT NULL REFERENCES place (id),
    subsystem_id INTEGER REFERENCES subsystem (id),
    files INTEGER, insertions INTEGER, deletions INTEGER,
    adds_kind INTEGER, adds TEXT
);
CREATE UNIQUE INDEX commits_by_position ON commits (release_id, position);
CREATE INDEX commits_by_oid ON commits (oid);
CREATE INDEX commits_by_place ON commits (release_id, place_id, kind);
CREATE INDEX commits_by_author ON commits (author_id);
CREATE INDEX commits_by_pull ON commits (pull_id);
CREATE INDEX commits_by_new_hardware ON commits (adds_kind) WHERE adds_kind IS NOT NULL;
CREATE INDEX commits_that_merge ON commits (kind) WHERE kind <> 0;
CREATE TABLE commit_text (
    commit_id INTEGER PRIMARY KEY REFERENCES commits (id),
    body TEXT NOT NULL,
    about TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL,
    parents BLOB NOT NULL
);
CREATE TABLE change (
    commit_id INTEGER NOT NULL REFERENCES commits (id),
    path_id INTEGER NOT NULL REFERENCES path (id),
    status TEXT NOT NULL,
    binary INTEGER NOT NULL DEFAULT 0,
    insertions INTEGER, deletions INTEGER,
    PRIMARY KEY (commit_id, path_id)
) WITHOUT ROWID;
CREATE INDEX change_by_path ON change (path_id, commit_id);
CREATE TABLE trailer (
    commit_id INTEGER NOT NULL REFERENCES commits (id),
    ordinal INTEGER NOT NULL,
    key_id INTEGER NOT NULL REFERENCES trailer_key (id),
    person_id INTEGER REFERENCES person (id),
    value TEXT,
    PRIMARY KEY (commit_id, ordinal)
) WITHOUT ROWID;
CREATE TABLE reference (
    commit_id INTEGER NOT NULL REFERENCES commits (id),
    target TEXT NOT NULL,
    kind INTEGER NOT NULL,
    PRIMARY KEY (commit_id, target, kind)
) WITHOUT ROWID;
CREATE INDEX reference_by_target ON reference (target);
CREATE TABLE release_file (
    release_id INTEGER NOT NULL REFERENCES release (id),
    path TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (release_id, path)
);
CREATE TABLE personal (
    oid BLOB PRIMARY KEY,
    section TEXT, subgroup TEXT,
    bookmarked INTEGER NOT NULL DEFAULT 0,
    read_at INTEGER,
    colour INTEGER,
    note TEXT,
    changed_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    release TEXT NOT NULL,
    title TEXT NOT NULL,
    file TEXT NOT NULL UNIQUE,
    content_hash TEXT NOT NULL DEFAULT '',
    added_at INTEGER NOT NULL
);
CREATE TABLE mention (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    oid BLOB NOT NULL,
    line INTEGER NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX mention_by_oid ON mention (oid);
CREATE INDEX mention_by_document ON mention (document_id);
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    release TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL
);
CREATE VIEW personal_commit AS
    SELECT c.id AS commit_id, k.* FROM personal k JOIN commits c
        ON c.oid IN (k.oid, substr(k.oid, 1, 6));
CREATE VIEW mentioned_commit AS
    SELECT c.id AS commit_id, k.* FROM mention k JOIN commits c
        ON c.oid BETWEEN k.oid AND CAST(k.oid || x'FFFFFFFFFFFFFFFFFFFFFFFFFFFF' AS BLOB)
    UNION ALL
    SELECT c.id, k.* FROM mention k JOIN commits c
        ON c.oid = substr(k.oid, 1, 6) WHERE length(k.oid) > 6;
CREATE VIEW indexed_text AS
    SELECT c.id AS id, c.subject AS subject, t.body || char(10) || t.about AS body
    FROM commits c JOIN commit_text t ON t.commit_id = c.id;
CREATE VIRTUAL TABLE search_text USING fts5 (
    subject, body,
    content = 'indexed_text', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE search_words (
    release_id INTEGER PRIMARY KEY REFERENCES release (id),
    common TEXT NOT NULL, rare TEXT NOT NULL
);
)sql";

// phrase_cache.h says what it holds. Releases that are there already have none until they are
// imported again, and are searched without.
inline constexpr const char* version_2 = R"sql(
CREATE TABLE common_phrase (
    release_id INTEGER NOT NULL REFERENCES release (id),
    words TEXT NOT NULL,
    commits BLOB NOT NULL,
    PRIMARY KEY (release_id, words)
) WITHOUT ROWID;
)sql";

// release.shallow: whether the clone that a release was imported from was shallow (gitglossary):
// then nothing beyond the release itself is known of what came before.
//
// uncounted_change holds which files of changesets have no lines because the clone could not give
// their contents, and why (the enum Uncounted of records.h); release.uncounted how many they are.
//
// Zones were minutes east, which cannot say "+9999": now they are read as git reads them, as one
// number with its sign ("+0530" is 530).
//
// cve, cve_commit: CVE records and the commits that they name (cve_store.h). They hang on commit
// ids, as what a person made does; the view cve_mark finds the commits that are here.
//
// interface_change: what changed at the edges of a release (interfaces::InterfaceChange), kind and
// change as numbered there; oid is NULL where no changeset is known to have made it.
// release.interface_state: the enum of records.h; releases that are there already are 'unread'
// until they are imported again.
inline constexpr const char* version_3 = R"sql(
ALTER TABLE release ADD COLUMN shallow INTEGER NOT NULL DEFAULT 0;
CREATE TABLE uncounted_change (
    commit_id INTEGER NOT NULL REFERENCES commits (id),
    path_id INTEGER NOT NULL REFERENCES path (id),
    reason INTEGER NOT NULL,
    PRIMARY KEY (commit_id, path_id)
) WITHOUT ROWID;
ALTER TABLE release ADD COLUMN uncounted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE commits RENAME COLUMN author_offset TO author_zone;
ALTER TABLE commits RENAME COLUMN commit_offset TO commit_zone;
UPDATE commits SET author_zone = author_zone / 60 * 100 + author_zone % 60 WHERE author_zone <> 0;
UPDATE commits SET commit_zone = commit_zone / 60 * 100 + commit_zone % 60 WHERE commit_zone <> 0;
ALTER TABLE reference ADD COLUMN line INTEGER;
CREATE TABLE cve (
    id TEXT PRIMARY KEY,
    score REAL,
    severity TEXT NOT NULL, vector TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE cve_commit (
    oid BLOB NOT NULL,
    cve_id TEXT NOT NULL REFERENCES cve (id) DEFERRABLE INITIALLY DEFERRED,
    fixes INTEGER NOT NULL,
    PRIMARY KEY (oid, cve_id, fixes)
) WITHOUT ROWID;
CREATE INDEX cve_commit_by_cve ON cve_commit (cve_id);
ALTER TABLE release ADD COLUMN interface_state INTEGER NOT NULL DEFAULT 0;
CREATE TABLE interface_change (
    release_id INTEGER NOT NULL REFERENCES release (id),
    ordinal INTEGER NOT NULL,
    kind INTEGER NOT NULL, change INTEGER NOT NULL,
    name TEXT NOT NULL, detail TEXT NOT NULL, path TEXT NOT NULL,
    oid BLOB,
    PRIMARY KEY (release_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX interface_change_by_oid ON interface_change (oid);
CREATE VIEW cve_mark AS
    SELECT c.id AS commit_id, c.oid AS oid, k.cve_id AS cve_id, k.fixes AS fixes
    FROM commits c JOIN cve_commit k ON k.oid = c.oid
    UNION ALL
    SELECT c.id, c.oid, k.cve_id, k.fixes FROM cve_commit k JOIN commits c
        ON c.oid = substr(k.oid, 1, 6);
)sql";

// release.range_changesets: how many changesets the range has, where only some are here.
//
// tree, tree_mark: other trees and what each has of the changesets that were in the database when
// it was read (tree_store.h): the enum TreeState, and the tree's commit that makes it so. They hang
// on commit ids as well. tree.history_start: the tree's history is whole from here on; NULL: as far
// as it was read.
//
// config: the person's kernel configuration, one at most; built: what it builds of the changesets
// that were in the database when it was read (the enum BuildState of config_store.h), by commit id.
inline constexpr const char* version_4 = R"sql(
ALTER TABLE release ADD COLUMN range_changesets INTEGER;
CREATE TABLE tree (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    repository TEXT NOT NULL, revision TEXT NOT NULL,
    oid BLOB NOT NULL,
    read_at INTEGER NOT NULL,
    commits INTEGER NOT NULL,
    history_start INTEGER,
    remarks TEXT NOT NULL
);
CREATE TABLE tree_mark (
    tree_id INTEGER NOT NULL REFERENCES tree (id) ON DELETE CASCADE,
    oid BLOB NOT NULL,
    state INTEGER NOT NULL,
    in_tree BLOB,
    PRIMARY KEY (tree_id, oid)
) WITHOUT ROWID;
CREATE TABLE config (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    file TEXT NOT NULL, text TEXT NOT NULL, architecture TEXT NOT NULL,
    read_at INTEGER NOT NULL
);
CREATE TABLE built (
    oid BLOB PRIMARY KEY,
    state INTEGER NOT NULL
) WITHOUT ROWID;
)sql";

// commits.brought_by: the innermost merge that first brought a commit (git::bringing_merges());
// NULL where that is the pull that it landed through, or none is known. A row of the same release,
// which goes with it.
//
// code_block: the index of identifiers (code_index.h has what became of it); release.code_state:
// the enum CodeState.
inline constexpr const char* version_5 = R"sql(
ALTER TABLE commits ADD COLUMN brought_by INTEGER;
ALTER TABLE release ADD COLUMN code_state INTEGER NOT NULL DEFAULT 0;
CREATE TABLE code_block (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES release (id),
    first TEXT NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (release_id, first)
);
)sql";

// star: the subsystems, paths and people whose changesets a person asks for first (stars.h); key is
// what they are found by (star_sql.h). employer_map: who worked for whom, one map at most
// (employers.h). Both are the person's own.
inline constexpr const char* version_6 = R"sql(
CREATE TABLE star (
    kind INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    starred_at INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE TABLE employer_map (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    file TEXT NOT NULL, text TEXT NOT NULL,
    read_at INTEGER NOT NULL
);
)sql";

// unseen: commits that came to a release after its first import and that the person has not said
// to have seen (news.h), by the release's name and the commit's id. interface_event: what a
// changeset did to interfaces (event_rows.h), where it did anything; release.events_kept: whether
// that is there for every changeset whose lines were counted. project: whose history a release is
// of (project_store.h), by its name, so that what a person gave stays through an import; titles:
// lines of a section's key and its name, with a tab between.
inline constexpr const char* version_7 = R"sql(
CREATE TABLE unseen (
    release TEXT NOT NULL, oid BLOB NOT NULL,
    PRIMARY KEY (release, oid)
) WITHOUT ROWID;
CREATE TABLE interface_event (
    commit_id INTEGER PRIMARY KEY REFERENCES commits (id),
    data BLOB NOT NULL
);
CREATE TABLE project (
    release TEXT PRIMARY KEY,
    rules TEXT NOT NULL,
    origin_page TEXT NOT NULL, given_page TEXT NOT NULL,
    titles TEXT NOT NULL
) WITHOUT ROWID;
ALTER TABLE release ADD COLUMN events_kept INTEGER NOT NULL DEFAULT 0;
)sql";

// body_block, reason_block: what messages say, and why commits are in their section, packed
// (text_blocks.h). commit_text shows them as the table of that name held them before; what is left
// of that is commit_parents. identifier_block is code_block, packed: an older program that still
// counts lines must not write into it. Of a word in the first column FTS5 does not write the
// column's number, two bytes for each word of each message: so the body is first.
inline constexpr const char* version_8 = R"sql(
CREATE TABLE body_block (first INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE reason_block (first INTEGER PRIMARY KEY, data BLOB NOT NULL);
DROP VIEW indexed_text;
ALTER TABLE commit_text RENAME TO older_text;
CREATE TABLE commit_parents (
    commit_id INTEGER PRIMARY KEY REFERENCES commits (id),
    about TEXT NOT NULL DEFAULT '',
    parents BLOB NOT NULL
);
INSERT INTO commit_parents SELECT commit_id, about, parents FROM older_text;
ALTER TABLE code_block RENAME TO identifier_block;
CREATE VIEW commit_text AS
    SELECT p.commit_id AS commit_id,
        (SELECT block_text(b.data, p.commit_id - b.first) FROM body_block b
            WHERE b.first <= p.commit_id ORDER BY b.first DESC LIMIT 1) AS body,
        p.about AS about,
        (SELECT block_text(b.data, p.commit_id - b.first) FROM reason_block b
            WHERE b.first <= p.commit_id ORDER BY b.first DESC LIMIT 1) AS reason,
        p.parents AS parents
    FROM commit_parents p;
CREATE VIEW indexed_text AS
    SELECT c.id AS id, c.subject AS subject, t.body || char(10) || t.about AS body
    FROM commits c JOIN commit_text t ON t.commit_id = c.id;
DROP TABLE search_text;
CREATE VIRTUAL TABLE search_text USING fts5 (
    body, subject,
    content = 'indexed_text', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
)sql";

} // namespace mw::store::schema_sql
