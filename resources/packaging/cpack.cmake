# `cpack -G DEB` in the build folder makes one package for the system that it was built on, quickly;
# resources/packaging/deb.sh makes those of a distribution. Needs dpkg-dev and file(1), which tell what it
# depends on.
set(CPACK_PACKAGE_NAME mergewindow)
set(CPACK_PACKAGE_CONTACT "Merge Window <mergewindow@packages.debian.org>")
set(CPACK_PACKAGE_VENDOR "The Merge Window authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "browser for what went into a Linux release")
set(CPACK_PACKAGE_DESCRIPTION
"Merge Window reads a kernel clone, works out which changesets landed between
two tags and through which pull, sorts them into the sections of a
merge-window article, and lets you browse, search and filter them on the
desktop or from the command line, without a network.")
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE ${MW_HOMEPAGE})
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
# The parts of the distribution's own packages, for which this one stands.
set(CPACK_DEBIAN_PACKAGE_PROVIDES 
  "mergewindow-cli (= ${PROJECT_VERSION}-1), mergewindow-data (= ${PROJECT_VERSION}-1)")
set(CPACK_DEBIAN_PACKAGE_CONFLICTS "mergewindow-cli, mergewindow-data")
set(CPACK_DEBIAN_PACKAGE_REPLACES "mergewindow-cli, mergewindow-data")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
# What Debian wants of every package: its licence, its changelog, and manuals compressed.
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian_files.cmake)
include(CPack)
