#pragma once

#include "store/db/schema.h"
#include "store/sql/error.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace mw::store {

/// A transaction that takes the write lock at once, so that it cannot fail halfway for want of it.
/// Throws store::Error where a newer program has changed the layout since the file was opened.
class WriteTransaction {
public:
    explicit WriteTransaction(SQLite::Database& database) : database_(database) {
        database_.exec("BEGIN IMMEDIATE");
        try {
            refuse_newer_layout();
        } catch (...) {
            database_.tryExec("ROLLBACK"); // no destructor does it
            throw;
        }
    }
    ~WriteTransaction() {
        if (!done_)
            database_.tryExec("ROLLBACK");
    }
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;

    void commit() {
        database_.exec("COMMIT");
        done_ = true;
    }

private:
    void refuse_newer_layout() {
        if (database_.execAndGet("PRAGMA user_version").getInt() != schema_version())
            throw Error("{} was brought up to date by a newer version of this program while this "
                        "one had it open. Start the newer one; nothing was written.",
                        database_.getFilename());
    }

    SQLite::Database& database_;
    bool done_ = false;
};

} // namespace mw::store
