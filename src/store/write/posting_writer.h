#pragma once

#include "store/language/posting_list.h"

#include <sqlite3.h>

#include <cstddef>
#include <memory>

namespace mw::store {

/// Listens to FTS5 while it splits texts for the index, and keeps the distinct words of a release,
/// with a thread of its own: no text is split a second time for the word list.
///
/// Takes the place of the tokenizer of that name on one connection; what the index holds stays
/// exactly the same. Must be made before the connection touches a search table; the connection
/// may outlive it. For one thread.
class PostingWriter {
public:
    explicit PostingWriter(sqlite3* database);
    ~PostingWriter();
    PostingWriter(const PostingWriter&) = delete;
    PostingWriter& operator=(const PostingWriter&) = delete;

    /// The words of the commits before those that come.
    void start_with(const PostingList& earlier);

    /// From here on texts that are indexed belong to the commit at this position of the release:
    /// first its body, then its subject, as the columns of the index follow one another.
    void begin(std::size_t position);
    /// What is indexed or taken out of the index from here on does not count.
    void end();

    /// The list of all words so far.
    PostingList list();

private:
    struct Impl;
    std::shared_ptr<Impl> impl_; ///< SQLite holds the other share until the connection ends
};

} // namespace mw::store
