-- A database of schema version 3, as the program of then left it: statements of `sqlite3 FILE .dump`.
-- Released, so never to be changed.
PRAGMA application_id = 1297574254;
PRAGMA user_version = 3;
BEGIN;
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
, shallow INTEGER NOT NULL DEFAULT 0, uncounted INTEGER NOT NULL DEFAULT 0, interface_state INTEGER NOT NULL DEFAULT 0);
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
    author_time INTEGER, author_zone INTEGER NOT NULL DEFAULT 0,
    committer_id INTEGER REFERENCES person (id),
    commit_time INTEGER, commit_zone INTEGER NOT NULL DEFAULT 0,
    landed_time INTEGER,
    pull_id INTEGER REFERENCES commits (id) DEFERRABLE INITIALLY DEFERRED,
    place_id INTEGER NOT NULL REFERENCES place (id),
    derived_place_id INTEGER NOT NULL REFERENCES place (id),
    subsystem_id INTEGER REFERENCES subsystem (id),
    files INTEGER, insertions INTEGER, deletions INTEGER,
    adds_kind INTEGER, adds TEXT
);
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
    kind INTEGER NOT NULL, line INTEGER,
    PRIMARY KEY (commit_id, target, kind)
) WITHOUT ROWID;
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
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    release TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL
);
CREATE VIRTUAL TABLE search_text USING fts5 (
    subject, body,
    content = 'indexed_text', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE search_words (
    release_id INTEGER PRIMARY KEY REFERENCES release (id),
    common TEXT NOT NULL, rare TEXT NOT NULL
);
CREATE TABLE common_phrase (
    release_id INTEGER NOT NULL REFERENCES release (id),
    words TEXT NOT NULL,
    commits BLOB NOT NULL,
    PRIMARY KEY (release_id, words)
) WITHOUT ROWID;
CREATE TABLE uncounted_change (
    commit_id INTEGER NOT NULL REFERENCES commits (id),
    path_id INTEGER NOT NULL REFERENCES path (id),
    reason INTEGER NOT NULL,
    PRIMARY KEY (commit_id, path_id)
) WITHOUT ROWID;
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
CREATE TABLE interface_change (
    release_id INTEGER NOT NULL REFERENCES release (id),
    ordinal INTEGER NOT NULL,
    kind INTEGER NOT NULL, change INTEGER NOT NULL,
    name TEXT NOT NULL, detail TEXT NOT NULL, path TEXT NOT NULL,
    oid BLOB,
    PRIMARY KEY (release_id, ordinal)
) WITHOUT ROWID;
CREATE TABLE "person" (
    id INTEGER PRIMARY KEY,
    written_name BLOB NOT NULL, written_email BLOB NOT NULL,
    name TEXT NOT NULL, email TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (written_name, written_email)
);
INSERT INTO release VALUES (1,'v2.6.40',0,'/clone','v2.6.39','v2.6.40',X'3030303030303030303030303030303030303030',X'6363636363636363636363636363636363636363',1,1300000000,'then',1,NULL,'',1000,1200,2,1,1,2,3,1,1.5,'',0,0,1);
INSERT INTO path VALUES (1,'drivers/net/reader.c');
INSERT INTO path VALUES (2,'fs/ext4/file.c');
INSERT INTO subsystem VALUES (1,'NETWORKING DRIVERS');
INSERT INTO trailer_key VALUES (1,'Signed-off-by');
INSERT INTO place VALUES (1,'hardware','network');
INSERT INTO place VALUES (2,'filesystems','');
INSERT INTO place VALUES (3,'core','');
INSERT INTO commits VALUES (1,1,0,0,X'6161616161616161616161616161616161616161','net: mend the reader',1,901,530,3,951,100,1200,3,1,1,1,1,2,1,NULL,NULL);
INSERT INTO commits VALUES (2,1,1,0,X'6262626262626262626262626262626262626262','ext4: größe of a file',2,902,530,3,952,100,1100,NULL,3,2,NULL,1,1,0,NULL,NULL);
INSERT INTO commits VALUES (3,1,2,2,X'6363636363636363636363636363636363636363','Merge tag ''net-1'' of git://host/net',3,903,530,3,953,100,1200,NULL,1,1,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO commit_text VALUES (1,replace('Ann''s words.\n\nFixes: 0123456789ab ("x")\n','\n',char(10)),'','1 of 1 files; rule then',X'3030303030303030303030303030303030303030');
INSERT INTO commit_text VALUES (2,replace('Other words.\n\ncommit 89abcdef0123456789abcdef0123456789abcdef upstream.\n','\n',char(10)),'','1 of 1 files; rule then',X'3030303030303030303030303030303030303030');
INSERT INTO commit_text VALUES (3,replace('Pull of net.\n','\n',char(10)),'','1 of 1 files; rule then',X'30303030303030303030303030303030303030306161616161616161616161616161616161616161');
INSERT INTO change VALUES (1,1,'M',0,2,1);
INSERT INTO change VALUES (2,2,'M',0,1,0);
INSERT INTO trailer VALUES (1,0,1,1,NULL);
INSERT INTO trailer VALUES (2,0,1,2,NULL);
INSERT INTO reference VALUES (1,'0123456789ab',0,NULL);
INSERT INTO personal VALUES (X'6161616161616161616161616161616161616161',NULL,NULL,1,1300000100,2,'A note of mine.',1300000100);
INSERT INTO personal VALUES (X'6262626262626262626262626262626262626262','core','',0,NULL,NULL,NULL,1300000200);
INSERT INTO personal VALUES (X'6464646464646464646464646464646464646464',NULL,NULL,0,NULL,NULL,'Of another release.',1300000300);
INSERT INTO document VALUES (1,'v2.6.40','An article','/home/me/article.md','h',1300000000);
INSERT INTO mention VALUES (1,1,X'616161616161',7,'the reader is mended');
INSERT INTO saved_search VALUES (1,'What I wrote','author:ann','v2.6.40',0);
INSERT INTO search_words VALUES (1,replace('\n','\n',char(10)),replace('\n0123456789ab B\n1 I\n89abcdef0123456789abcdef0123456789abcdef F\na E\nann B\ncommit F\next4 E\nfile E\nfixes B\ngit I\ngroße E\nhost I\nmend A\nmerge I\nnet A K\nof E K\nother F\npull J\nreader A\ns B\ntag I\nthe A\nupstream F\nwords B F\nx B\n','\n',char(10)));
INSERT INTO cve VALUES ('CVE-2011-0001',7.8,'HIGH','CVSS:3.1/AV:L');
INSERT INTO cve_commit VALUES (X'6161616161616161616161616161616161616161','CVE-2011-0001',1);
INSERT INTO interface_change VALUES (1,0,0,0,'READER','','drivers/net/Kconfig',X'6161616161616161616161616161616161616161');
INSERT INTO person VALUES (1,X'416E6E20417574686F72',X'616E6E406578616D706C652E6F7267','Ann Author','ann@example.org','ann author');
INSERT INTO person VALUES (2,X'42C3B6726A652042',X'62406578616D706C652E6F7267','Börje B','b@example.org','borje b');
INSERT INTO person VALUES (3,X'4361726C20436F6D6D6974746572',X'6361726C406578616D706C652E6F7267','Carl Committer','carl@example.org','carl committer');
CREATE UNIQUE INDEX commits_by_position ON commits (release_id, position);
CREATE INDEX commits_by_oid ON commits (oid);
CREATE INDEX commits_by_place ON commits (release_id, place_id, kind);
CREATE INDEX commits_by_author ON commits (author_id);
CREATE INDEX commits_by_pull ON commits (pull_id);
CREATE INDEX commits_by_new_hardware ON commits (adds_kind) WHERE adds_kind IS NOT NULL;
CREATE INDEX commits_that_merge ON commits (kind) WHERE kind <> 0;
CREATE INDEX change_by_path ON change (path_id, commit_id);
CREATE INDEX reference_by_target ON reference (target);
CREATE INDEX mention_by_oid ON mention (oid);
CREATE INDEX mention_by_document ON mention (document_id);
CREATE INDEX cve_commit_by_cve ON cve_commit (cve_id);
CREATE INDEX interface_change_by_oid ON interface_change (oid);
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
CREATE VIEW cve_mark AS
    SELECT c.id AS commit_id, c.oid AS oid, k.cve_id AS cve_id, k.fixes AS fixes
    FROM commits c JOIN cve_commit k ON k.oid = c.oid
    UNION ALL
    SELECT c.id, c.oid, k.cve_id, k.fixes FROM cve_commit k JOIN commits c
        ON c.oid = substr(k.oid, 1, 6);
INSERT INTO search_text (rowid, subject, body) SELECT id, subject, body FROM indexed_text;
COMMIT;
