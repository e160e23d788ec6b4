#include "commit/diff/patch_loader.h"

#include "git/error.h"
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

/// The far side of a PatchLoader: keeps open the clone that was asked for last. Its own thread.
class PatchWorker : public QObject {
public:
    LoadedPatch read(const PatchKey& key) {
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

    void close() { reader_.reset(); }

private:
    QString clone_;
    std::optional<git::PatchReader> reader_;
};

PatchLoader::PatchLoader(QObject* parent) : QObject(parent), worker_(new PatchWorker) {
    thread_.setObjectName(QStringLiteral("patches"));
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    thread_.start(QThread::LowPriority);
}

PatchLoader::~PatchLoader() {
    forget();
    thread_.quit();
    thread_.wait();
}

void PatchLoader::forget() {
    ++newest_;
}

void PatchLoader::checkClone(const QString& clone) {
    QMetaObject::invokeMethod(
        worker_,
        [this, clone] {
            const bool there = isFolder(clone);
            if (!there)
                worker_->close();
            QMetaObject::invokeMethod(this, [=, this] { emit cloneChecked(clone, there); });
        },
        Qt::QueuedConnection);
}

void PatchLoader::request(const PatchKey& key) {
    const std::uint64_t id = ++newest_;
    // An answer is posted to this thread and looked at again there: what became old meanwhile is
    // dropped. Nothing is posted to a loader that is gone: its destructor waits for the thread.
    const auto answer = [this, id](auto report) {
        QMetaObject::invokeMethod(
            this,
            [this, id, report] {
                if (id == newest_)
                    report();
            },
            Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(
        worker_,
        [this, key, id, answer] {
            if (id != newest_)
                return;
            if (!isFolder(key.clone)) {
                worker_->close();
                answer([this, clone = key.clone] { emit cloneChecked(clone, false); });
                return;
            }
            try {
                answer([this, patch = worker_->read(key)] { emit loaded(patch); });
            } catch (const git::LeftOut& error) {
                answer([this, sentence = toQString(error.what())] { emit leftOut(sentence); });
            } catch (const std::exception& error) {
                answer([this, sentence = toQString(error.what())] { emit failed(sentence); });
            }
        },
        Qt::QueuedConnection);
}

} // namespace mw::ui
