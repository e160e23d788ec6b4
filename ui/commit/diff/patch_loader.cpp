#include "commit/diff/patch_loader.h"

#include "git/setup/error.h"
#include "store/search/code_marks.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <filesystem>
#include <optional>

namespace mw::ui {

namespace {

std::filesystem::path clonePath(const QString& text) {
    return std::filesystem::path(text.toStdU16String());
}

bool isFolder(const QString& path) {
    std::error_code error; // a folder that cannot be looked at is one that cannot be read
    return std::filesystem::is_directory(clonePath(path), error);
}

} // namespace

/// Keeps open the clone that was asked for last. Belongs to the loader's thread.
class PatchEngine {
public:
    /// Nothing where there is no such folder.
    std::optional<LoadedPatch> read(const PatchKey& key) {
        if (!isThere(key.clone))
            return {};
        open(key.clone);
        LoadedPatch loaded;
        loaded.patch = reader_->file(key.commit.toStdString(), key.path.toStdString(), key.maxLines,
                                     key.options);
        loaded.text = layOutDiff(loaded.patch);
        if (key.sideBySide)
            loaded.sides = sideBySide(loaded.text);
        loaded.patch.hunks.clear();
        return loaded;
    }

    /// Empty where no file has one, or none can be read.
    QString findMark(const std::vector<PatchKey>& files, const store::CodeMarks& marks,
                     const std::stop_token& stop) {
        for (const PatchKey& key : files) {
            if (stop.stop_requested() || !isThere(key.clone))
                break;
            try {
                open(key.clone);
                if (has(reader_->file(key.commit.toStdString(), key.path.toStdString(),
                                      key.maxLines, key.options),
                        marks))
                    return key.path;
            } catch (const git::Error&) {
                continue; // its diff says why, once it is looked at
            }
        }
        return {};
    }

    bool isThere(const QString& clone) {
        const bool there = isFolder(clone);
        if (!there)
            reader_.reset();
        return there;
    }

private:
    void open(const QString& clone) {
        if (reader_ && clone_ == clone)
            return;
        reader_.reset();
        reader_.emplace(clonePath(clone));
        clone_ = clone;
    }

    static bool has(const git::FilePatch& patch, const store::CodeMarks& marks) {
        for (const git::PatchHunk& hunk : patch.hunks) {
            const auto head = hunk.header.find("@@", 2);
            if (head != std::string::npos &&
                !marks.ranges(std::string_view(hunk.header).substr(head + 2), store::CodeSide::head)
                     .empty())
                return true;
            for (const git::PatchLine& line : hunk.lines)
                if ((line.origin == '+' || line.origin == '-') &&
                    !marks
                         .ranges(line.text, line.origin == '+' ? store::CodeSide::added
                                                               : store::CodeSide::removed)
                         .empty())
                    return true;
        }
        return false;
    }

    QString clone_;
    std::optional<git::PatchReader> reader_;
};

PatchLoader::PatchLoader(QObject* parent) : QObject(parent), thread_(QStringLiteral("patches")) {
    thread_.setPriority(QThread::LowPriority);
}

PatchLoader::~PatchLoader() = default;

void PatchLoader::forget() {
    thread_.forget(Kind::Patch);
    thread_.forget(Kind::Mark);
}

void PatchLoader::findMark(std::vector<PatchKey> files, const SharedCodeMarks& marks) {
    if (files.empty() || !marks)
        return;
    const QString commit = files.front().commit;
    thread_.runLatest(
        Kind::Mark, this,
        [files = std::move(files), marks](PatchEngine& engine, const std::stop_token& stop) {
            return engine.findMark(files, *marks, stop);
        },
        [this, commit](const QString& path) { emit markFound(commit, path); },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void PatchLoader::checkClone(const QString& clone) {
    thread_.run(
        this,
        [clone](PatchEngine& engine, const std::stop_token&) { return engine.isThere(clone); },
        [this, clone](bool there) { emit cloneChecked(clone, there); },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void PatchLoader::request(const PatchKey& key) {
    thread_.forget(Kind::Mark);
    thread_.runLatest(
        Kind::Patch, this,
        [key](PatchEngine& engine, const std::stop_token&) { return engine.read(key); },
        [this, clone = key.clone](const std::optional<LoadedPatch>& patch) {
            if (patch)
                emit loaded(*patch);
            else
                emit cloneChecked(clone, false);
        },
        [this](const std::exception& error) {
            const QString sentence = errorText(error);
            if (dynamic_cast<const git::LeftOut*>(&error) != nullptr)
                emit leftOut(sentence);
            else
                emit failed(sentence);
        });
}

} // namespace mw::ui
