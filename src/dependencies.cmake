# What the programs are built from: the oldest version of each that will do, and what it is called in
# Debian and Fedora. Whatever is missing is said at once, with those names. src/setup.sh and
# resources/packaging/debian/control name the same (tests/reference/dependencies.sh).
#
# Only what the oldest and the newest version of a library have in common is used; where that cannot
# be, src/CONTRIBUTING.md says which file knows of it. That page has the same versions as are checked
# here, which the same test sees to. Where none is known to be too old, the version is the oldest that
# the program is tested with, which is Debian 12's.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

# mw_need(package version debian fedora argument...): by find_package().
macro(mw_need package version debian fedora)
  find_package(${package} ${version} QUIET ${ARGN})
  if(NOT ${package}_FOUND)
    string(APPEND mw_missing "\n  ${package} ${version} (Debian: ${debian}; Fedora: ${fedora})")
  endif()
endmacro()

# mw_need_module(prefix module version debian fedora): by pkg-config.
macro(mw_need_module prefix module version debian fedora)
  pkg_check_modules(${prefix} QUIET IMPORTED_TARGET "${module}>=${version}")
  if(NOT ${prefix}_FOUND)
    string(APPEND mw_missing "\n  ${module} ${version} (Debian: ${debian}; Fedora: ${fedora})")
  endif()
endmacro()

mw_need(ZLIB "" zlib1g-dev zlib-devel)
mw_need(fmt 9.1 libfmt-dev fmt-devel)
mw_need(SQLiteCpp 3.2 libsqlitecpp-dev sqlitecpp-devel)
mw_need(tomlplusplus 3.3 libtomlplusplus-dev tomlplusplus-devel)
mw_need(nlohmann_json 3.11 nlohmann-json3-dev json-devel)
mw_need(CLI11 2.1 libcli11-dev cli11-devel)
mw_need(Qt6 6.4 "qt6-base-dev qt6-svg-dev qt6-charts-dev qt6-tools-dev qt6-l10n-tools"
  "qt6-qtbase-devel qt6-qtsvg-devel qt6-qtcharts-devel qt6-qttools-devel"
  COMPONENTS Widgets Svg Charts Network PrintSupport LinguistTools)
if(MW_TESTS)
  mw_need(GTest 1.12 libgtest-dev gtest-devel)
endif()
mw_need_module(LIBGIT2 libgit2 1.5 libgit2-dev libgit2-devel)
mw_need_module(SQLITE3 sqlite3 3.40 libsqlite3-dev sqlite-devel)
mw_need_module(CMARK_GFM libcmark-gfm 0.29.0.gfm.6 "libcmark-gfm-dev libcmark-gfm-extensions-dev"
  cmark-gfm-devel)
mw_need_module(LIBXML2 libxml-2.0 2.9 libxml2-dev libxml2-devel)
mw_need_module(PCRE2 libpcre2-8 10.42 libpcre2-dev pcre2-devel)
# Its tables and autolinks have no pkg-config file.
find_library(CMARK_GFM_EXTENSIONS cmark-gfm-extensions)
if(CMARK_GFM_FOUND AND NOT CMARK_GFM_EXTENSIONS)
  string(APPEND mw_missing
    "\n  cmark-gfm-extensions (Debian: libcmark-gfm-extensions-dev; Fedora: cmark-gfm-devel)")
endif()
# Unpacks in half of zlib's time; where it is not, zlib does it.
pkg_check_modules(LIBDEFLATE QUIET IMPORTED_TARGET libdeflate)

if(mw_missing)
  message(FATAL_ERROR "These libraries are missing, or older than what is needed:${mw_missing}\n"
    "Install them, and configure again.")
endif()
