#include "commit/diff/patch_loader.h"

#include "git/setup/error.h"
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
        if (!reader_ || clone_ != key.clone) {
            reader_.reset();
            reader_.emplace(clonePath(key.clone));
            clone_ = key.clone;
        }
        LoadedPatch loaded;
        loaded.patch = reader_->file(key.commit.toStdString(), key.path.toStdString(), key.maxLines,
                                     key.options);
        loaded.text = layOutDiff(loaded.patch);
        if (key.sideBySide)
            loaded.sides = sideBySide(loaded.text);
        loaded.patch.hunks.clear();
        return loaded;
    }

    bool isThere(const QString& clone) {
        const bool there = isFolder(clone);
        if (!there)
            reader_.reset();
        return there;
    }

private:
    QString clone_;
    std::optional<git::PatchReader> reader_;
};

PatchLoader::PatchLoader(QObject* parent) : QObject(parent), thread_(QStringLiteral("patches")) {
    thread_.setPriority(QThread::LowPriority);
}

PatchLoader::~PatchLoader() = default;

void PatchLoader::forget() {
    thread_.forget(Kind::Patch);
}

void PatchLoader::checkClone(const QString& clone) {
    thread_.run(
        this,
        [clone](PatchEngine& engine, const std::stop_token&) { return engine.isThere(clone); },
        [this, clone](bool there) { emit cloneChecked(clone, there); },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void PatchLoader::request(const PatchKey& key) {
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
