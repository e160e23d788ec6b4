-- A database of schema version 8, as the program of then left it: statements of `sqlite3 FILE .dump`.
-- Released, so never to be changed.
PRAGMA application_id = 1297574254;
PRAGMA user_version = 8;
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
, shallow INTEGER NOT NULL DEFAULT 0, uncounted INTEGER NOT NULL DEFAULT 0, interface_state INTEGER NOT NULL DEFAULT 0, range_changesets INTEGER, code_state INTEGER NOT NULL DEFAULT 0, events_kept INTEGER NOT NULL DEFAULT 0);
INSERT INTO "release" VALUES(1,'v2.6.40',0,'/clone','v2.6.39','v2.6.40',X'3030303030303030303030303030303030303030',X'6363636363636363636363636363636363636363',1,1300000000,'then',1,NULL,'',1000,1200,2,1,1,2,3,1,1.5,'',0,0,1,NULL,0,0);
CREATE TABLE path (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE
);
INSERT INTO path VALUES(1,'drivers/net/reader.c');
INSERT INTO path VALUES(2,'fs/ext4/file.c');
CREATE TABLE subsystem (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
INSERT INTO subsystem VALUES(1,'NETWORKING DRIVERS');
CREATE TABLE trailer_key (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE
);
INSERT INTO trailer_key VALUES(1,'Signed-off-by');
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    section TEXT NOT NULL, subgroup TEXT NOT NULL,
    UNIQUE (section, subgroup)
);
INSERT INTO place VALUES(1,'hardware','network');
INSERT INTO place VALUES(2,'filesystems','');
INSERT INTO place VALUES(3,'core','');
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
, brought_by INTEGER);
INSERT INTO commits VALUES(1,1,0,0,X'6161616161616161616161616161616161616161','net: mend the reader',1,901,530,3,951,100,1200,3,1,1,1,1,2,1,NULL,NULL,NULL);
INSERT INTO commits VALUES(2,1,1,0,X'6262626262626262626262626262626262626262','ext4: größe of a file',2,902,530,3,952,100,1100,NULL,3,2,NULL,1,1,0,NULL,NULL,NULL);
INSERT INTO commits VALUES(3,1,2,2,X'6363636363636363636363636363636363636363','Merge tag ''net-1'' of git://host/net',3,903,530,3,953,100,1200,NULL,1,1,NULL,0,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE change (
    commit_id INTEGER NOT NULL REFERENCES commits (id),
    path_id INTEGER NOT NULL REFERENCES path (id),
    status TEXT NOT NULL,
    binary INTEGER NOT NULL DEFAULT 0,
    insertions INTEGER, deletions INTEGER,
    PRIMARY KEY (commit_id, path_id)
) WITHOUT ROWID;
INSERT INTO change VALUES(1,1,'M',0,2,1);
INSERT INTO change VALUES(2,2,'M',0,1,0);
CREATE TABLE trailer (
    commit_id INTEGER NOT NULL REFERENCES commits (id),
    ordinal INTEGER NOT NULL,
    key_id INTEGER NOT NULL REFERENCES trailer_key (id),
    person_id INTEGER REFERENCES person (id),
    value TEXT,
    PRIMARY KEY (commit_id, ordinal)
) WITHOUT ROWID;
INSERT INTO trailer VALUES(1,0,1,1,NULL);
INSERT INTO trailer VALUES(2,0,1,2,NULL);
CREATE TABLE reference (
    commit_id INTEGER NOT NULL REFERENCES commits (id),
    target TEXT NOT NULL,
    kind INTEGER NOT NULL, line INTEGER,
    PRIMARY KEY (commit_id, target, kind)
) WITHOUT ROWID;
INSERT INTO reference VALUES(1,'0123456789ab',0,NULL);
INSERT INTO reference VALUES(2,'89abcdef0123456789abcdef0123456789abcdef',2,NULL);
CREATE TABLE release_file (
    release_id INTEGER NOT NULL REFERENCES release (id),
    path TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (release_id, path)
);
INSERT INTO release_file VALUES(1,'.mailmap','');
CREATE TABLE personal (
    oid BLOB PRIMARY KEY,
    section TEXT, subgroup TEXT,
    bookmarked INTEGER NOT NULL DEFAULT 0,
    read_at INTEGER,
    colour INTEGER,
    note TEXT,
    changed_at INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO personal VALUES(X'6161616161616161616161616161616161616161',NULL,NULL,1,1300000100,2,'A note of mine.',1300000100);
INSERT INTO personal VALUES(X'6262626262626262626262626262626262626262','core','',0,NULL,NULL,NULL,1300000200);
INSERT INTO personal VALUES(X'6464646464646464646464646464646464646464',NULL,NULL,0,NULL,NULL,'Of another release.',1300000300);
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    release TEXT NOT NULL,
    title TEXT NOT NULL,
    file TEXT NOT NULL UNIQUE,
    content_hash TEXT NOT NULL DEFAULT '',
    added_at INTEGER NOT NULL
);
INSERT INTO document VALUES(1,'v2.6.40','An article','/home/me/article.md','h',1300000000);
CREATE TABLE mention (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    oid BLOB NOT NULL,
    line INTEGER NOT NULL,
    words TEXT NOT NULL
);
INSERT INTO mention VALUES(1,1,X'616161616161',7,'the reader is mended');
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    release TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL
);
INSERT INTO saved_search VALUES(1,'What I wrote','author:ann','v2.6.40',0);
CREATE TABLE search_words (
    release_id INTEGER PRIMARY KEY REFERENCES release (id),
    common TEXT NOT NULL, rare TEXT NOT NULL
);
INSERT INTO search_words VALUES(1,replace('\n','\n',char(10)),replace('\n0123456789ab B\n1 I\n89abcdef0123456789abcdef0123456789abcdef F\na E\nann B\ncommit F\next4 E\nfile E\nfixes B\ngit I\ngroße E\nhost I\nmend A\nmerge I\nnet A K\nof E K\nother F\npull J\nreader A\ns B\ntag I\nthe A\nupstream F\nwords B F\nx B\n','\n',char(10)));
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
INSERT INTO cve VALUES('CVE-2011-0001',7.7999999999999998223,'HIGH','CVSS:3.1/AV:L');
CREATE TABLE cve_commit (
    oid BLOB NOT NULL,
    cve_id TEXT NOT NULL REFERENCES cve (id) DEFERRABLE INITIALLY DEFERRED,
    fixes INTEGER NOT NULL,
    PRIMARY KEY (oid, cve_id, fixes)
) WITHOUT ROWID;
INSERT INTO cve_commit VALUES(X'6161616161616161616161616161616161616161','CVE-2011-0001',1);
CREATE TABLE interface_change (
    release_id INTEGER NOT NULL REFERENCES release (id),
    ordinal INTEGER NOT NULL,
    kind INTEGER NOT NULL, change INTEGER NOT NULL,
    name TEXT NOT NULL, detail TEXT NOT NULL, path TEXT NOT NULL,
    oid BLOB,
    PRIMARY KEY (release_id, ordinal)
) WITHOUT ROWID;
INSERT INTO interface_change VALUES(1,0,0,0,'READER','','drivers/net/Kconfig',X'6161616161616161616161616161616161616161');
CREATE TABLE IF NOT EXISTS "person" (
    id INTEGER PRIMARY KEY,
    written_name BLOB NOT NULL, written_email BLOB NOT NULL,
    name TEXT NOT NULL, email TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (written_name, written_email)
);
INSERT INTO person VALUES(1,X'416e6e20417574686f72',X'616e6e406578616d706c652e6f7267','Ann Author','ann@example.org','ann author');
INSERT INTO person VALUES(2,X'42c3b6726a652042',X'62406578616d706c652e6f7267','Börje B','b@example.org','borje b');
INSERT INTO person VALUES(3,X'4361726c20436f6d6d6974746572',X'6361726c406578616d706c652e6f7267','Carl Committer','carl@example.org','carl committer');
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
INSERT INTO tree VALUES(1,'stable','/stable','master',X'6565656565656565656565656565656565656565',1300000000,5,NULL,'');
CREATE TABLE tree_mark (
    tree_id INTEGER NOT NULL REFERENCES tree (id) ON DELETE CASCADE,
    oid BLOB NOT NULL,
    state INTEGER NOT NULL,
    in_tree BLOB,
    PRIMARY KEY (tree_id, oid)
) WITHOUT ROWID;
INSERT INTO tree_mark VALUES(1,X'6161616161616161616161616161616161616161',4,X'6666666666666666666666666666666666666666');
CREATE TABLE config (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    file TEXT NOT NULL, text TEXT NOT NULL, architecture TEXT NOT NULL,
    read_at INTEGER NOT NULL
);
INSERT INTO config VALUES(1,'/boot/config',replace('CONFIG_READER=m\n','\n',char(10)),'x86',1300000000);
CREATE TABLE built (
    oid BLOB PRIMARY KEY,
    state INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO built VALUES(X'6161616161616161616161616161616161616161',3);
CREATE TABLE IF NOT EXISTS "identifier_block" (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES release (id),
    first TEXT NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (release_id, first)
);
CREATE TABLE star (
    kind INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    starred_at INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
INSERT INTO star VALUES(1,'drivers/net','drivers/net',1300000400);
CREATE TABLE employer_map (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    file TEXT NOT NULL, text TEXT NOT NULL,
    read_at INTEGER NOT NULL
);
INSERT INTO employer_map VALUES(1,'/employers',replace('example.org Example\n','\n',char(10)),1300000500);
CREATE TABLE unseen (
    release TEXT NOT NULL, oid BLOB NOT NULL,
    PRIMARY KEY (release, oid)
) WITHOUT ROWID;
INSERT INTO unseen VALUES('v2.6.40',X'6262626262626262626262626262626262626262');
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
INSERT INTO project VALUES('v2.6.40','','https://host/origin/%1','https://host/given/%1','');
CREATE TABLE body_block (first INTEGER PRIMARY KEY, data BLOB NOT NULL);
INSERT INTO body_block VALUES(1,X'8101789c63d6f0e075cccb532f5628cf2f4a29d6e3e272cbac482db6523030343236313533b7b04c4c52d050aa50d2e4f22fc9482d82ab4bcecfcdcd2c51b0b04c4c4a4e494d43568f8daf505a505c52949a98abc715509a93a3909fa690975aa2c7050045e625e9');
CREATE TABLE reason_block (first INTEGER PRIMARY KEY, data BLOB NOT NULL);
INSERT INTO reason_block VALUES(1,X'49789c631617173754c84f53305448cbcc492db656282acd495528c948cd234d1800157f16ed');
CREATE TABLE commit_parents (
    commit_id INTEGER PRIMARY KEY REFERENCES commits (id),
    about TEXT NOT NULL DEFAULT '',
    parents BLOB NOT NULL
);
INSERT INTO commit_parents VALUES(1,'',X'3030303030303030303030303030303030303030');
INSERT INTO commit_parents VALUES(2,'',X'3030303030303030303030303030303030303030');
INSERT INTO commit_parents VALUES(3,'',X'30303030303030303030303030303030303030306161616161616161616161616161616161616161');
CREATE VIRTUAL TABLE search_text USING fts5 (
    body, subject,
    content = 'indexed_text', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
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
CREATE VIEW cve_mark AS
    SELECT c.id AS commit_id, c.oid AS oid, k.cve_id AS cve_id, k.fixes AS fixes
    FROM commits c JOIN cve_commit k ON k.oid = c.oid
    UNION ALL
    SELECT c.id, c.oid, k.cve_id, k.fixes FROM cve_commit k JOIN commits c
        ON c.oid = substr(k.oid, 1, 6);
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
INSERT INTO search_text (rowid, body, subject) VALUES (1, 'Ann''s words.' || char(10) || '' || char(10) || 'Fixes: 0123456789ab ("x")' || char(10) || '' || char(10) || '', 'net: mend the reader');
INSERT INTO search_text (rowid, body, subject) VALUES (2, 'Other words.' || char(10) || '' || char(10) || 'commit 89abcdef0123456789abcdef0123456789abcdef upstream.' || char(10) || '' || char(10) || '', 'ext4: größe of a file');
INSERT INTO search_text (rowid, body, subject) VALUES (3, 'Pull of net.' || char(10) || '' || char(10) || '', 'Merge tag ''net-1'' of git://host/net');
COMMIT;
