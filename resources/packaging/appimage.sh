#!/usr/bin/env bash
# Makes the folder of an AppImage, and of it the image where linuxdeploy and its plugin for Qt are
# on the PATH: appimage.sh BUILD-FOLDER APPDIR. BUILD-FOLDER: configured with -DMW_PACKAGE=ON and
# -DCMAKE_BUILD_TYPE=Release, on the oldest distribution that the image is to run on.
set -euo pipefail
[[ $# == 2 ]] || { echo "Name the build folder and the folder to make: appimage.sh BUILD APPDIR" >&2 && exit 2; }
build=$1 folder=$2
rm -rf "$folder"
DESTDIR=$(realpath -m "$folder") cmake --install "$build" --prefix /usr --strip
folder=$(realpath "$folder")
# What an AppImage has at its top: the program to start, and how it is called and looks.
ln -s usr/bin/mergewindow "$folder/AppRun"
ln -s usr/share/applications/mergewindow.desktop "$folder/mergewindow.desktop"
ln -s usr/share/icons/hicolor/256x256/apps/mergewindow.png "$folder/mergewindow.png"
ln -s mergewindow.png "$folder/.DirIcon"
if ! command -v linuxdeploy >/dev/null; then
    echo "$folder is complete but for the libraries: linuxdeploy, which collects them, is not here." >&2
    exit 0
fi
rm "$folder/AppRun"
linuxdeploy --appdir "$folder" --plugin qt --output appimage \
    --desktop-file "$folder/usr/share/applications/mergewindow.desktop" \
    --executable "$folder/usr/bin/mergewindow-cli"
