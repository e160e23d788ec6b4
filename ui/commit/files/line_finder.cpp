#include "commit/files/line_finder.h"

#include "base/utf8.h"
#include "blame/later_changes.h"
#include "git/setup/error.h"
#include "git/text/commit.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

namespace mw::ui {

/// Keeps open the clone that was asked for last, and the history of the release. Belongs to the
/// finder's thread.
class LineFinder::Engine {
public:
    std::optional<LineCommit> origin(const LineQuestion& question,
                                     const std::function<void(qint64)>& step,
                                     const std::stop_token& stop) {
        open(question.clone);
        git::ObjectId start = idOf(question.commit);
        if (question.before) {
            const auto parents = linksOf(start).parents;
            if (parents.empty())
                return {};
            start = parents.front();
        }
        blame::TraceLimits limits;
        limits.step = step;
        if (!question.from.empty()) {
            const Range& range = rangeOf(question, stop);
            limits.within = [&range](const git::ObjectId& id) { return range.ids.contains(id); };
        }
        const auto origins =
            tracer_->trace(start, git::path_bytes(question.path), {question.line}, limits, stop);
        if (origins.empty())
            return {};
        const auto& origin = origins.front();
        LineCommit commit = described(origin.commit);
        commit.unfinished = origin.unfinished;
        commit.further = {question.clone,
                          origin.commit.hex(),
                          git::path_text(origin.path),
                          origin.number,
                          false,
                          {},
                          {}};
        return commit;
    }

    void later(const LineQuestion& question, const std::function<void(qint64, qint64)>& step,
               const std::function<void(LineCommit)>& found, const std::stop_token& stop) {
        open(question.clone);
        const Range& range = rangeOf(question, stop);
        blame::later_changes(
            *tracer_, range.history, idOf(question.commit), git::path_bytes(question.path),
            [&](const blame::LaterStep& at) {
                step(at.done, at.total);
                if (!at.found)
                    return;
                LineCommit commit = described(at.found->commit);
                commit.lines = static_cast<int>(at.found->removed.size());
                found(std::move(commit));
            },
            stop);
    }

private:
    struct Range {
        std::string from, to;
        git::History history;
        std::unordered_set<git::ObjectId, git::ObjectIdHash> ids;
    };

    void open(const QString& clone) {
        if (tracer_ && clone == clone_)
            return;
        range_.reset();
        tracer_.reset();
        tracer_.emplace(std::filesystem::path(clone.toStdU16String()));
        clone_ = clone;
    }

    static git::ObjectId idOf(const std::string& hex) {
        const auto id = git::ObjectId::from_hex(hex);
        if (!id)
            throw git::Error("'{}' is no full commit id.", hex);
        return *id;
    }

    git::CommitLinks linksOf(const git::ObjectId& id) const {
        return git::parse_commit_links(
            tracer_->repository().read(id, git::ObjectType::commit).data());
    }

    const Range& rangeOf(const LineQuestion& question, const std::stop_token& stop) {
        if (range_ && range_->from == question.from && range_->to == question.to)
            return *range_;
        range_.reset();
        Range range{
            question.from,
            question.to,
            git::History::read(tracer_->repository(), idOf(question.from), idOf(question.to), stop),
            {}};
        for (const auto& commit : range.history.commits())
            range.ids.insert(commit.id);
        if (stop.stop_requested())
            throw git::Stopped();
        return range_.emplace(std::move(range));
    }

    LineCommit described(const git::ObjectId& id) const {
        const auto object = tracer_->repository().read(id, git::ObjectType::commit);
        const auto commit = git::parse_commit(id, object.data());
        LineCommit line;
        line.oid = toQString(id.hex());
        line.title = toQString(commit.subject);
        line.author = toQString(commit.author.name);
        line.time = commit.author.time.value_or(0);
        return line;
    }

    QString clone_;
    std::optional<blame::LineTracer> tracer_;
    std::optional<Range> range_;
};

LineFinder::LineFinder(QObject* parent) : QObject(parent) {}
LineFinder::~LineFinder() = default;

WorkThread<LineFinder::Engine>& LineFinder::thread() {
    if (!thread_)
        thread_ = std::make_unique<WorkThread<Engine>>(QStringLiteral("lines"));
    return *thread_;
}

void LineFinder::stop() {
    if (thread_)
        thread_->cancel();
}

void LineFinder::findOrigin(const LineQuestion& question) {
    stop();
    thread().run(
        this,
        [this, question, tell = thread().reporter(this)](Engine& engine,
                                                         const std::stop_token& stop) {
            const auto step = [&](qint64 done) {
                tell([this, stop, done] {
                    if (!stop.stop_requested())
                        emit progressed(done, 0);
                });
            };
            return engine.origin(question, step, stop);
        },
        [this](const std::optional<LineCommit>& commit) {
            if (commit)
                emit found(*commit);
            emit finished();
        },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void LineFinder::findLater(const LineQuestion& question) {
    stop();
    thread().run(
        this,
        [this, question, tell = thread().reporter(this)](Engine& engine,
                                                         const std::stop_token& stop) {
            const auto post = [&](auto what) {
                tell([stop, what = std::move(what)] {
                    if (!stop.stop_requested())
                        what();
                });
            };
            engine.later(
                question,
                [&](qint64 done, qint64 total) {
                    post([this, done, total] { emit progressed(done, total); });
                },
                [&](const LineCommit& commit) { post([this, commit] { emit found(commit); }); },
                stop);
            return true;
        },
        [this](bool) { emit finished(); },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

} // namespace mw::ui
