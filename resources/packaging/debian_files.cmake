# Run by cpack on what is about to be packed: puts the files in place that Debian wants of every
# package. The times in it are the sources' (SOURCE_DATE_EPOCH), not now.
set(here ${CMAKE_CURRENT_LIST_DIR})
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr)
set(documents ${root}/share/doc/mergewindow)
file(COPY ${here}/debian/copyright DESTINATION ${documents})
execute_process(COMMAND bash ${here}/changelog.sh -1 OUTPUT_FILE ${documents}/changelog.Debian
  COMMAND_ERROR_IS_FATAL ANY)
file(RENAME ${root}/share/zsh/site-functions ${root}/share/zsh/vendor-completions)
file(GLOB manuals ${root}/share/man/man*/* ${root}/share/man/*/man*/*)
execute_process(COMMAND gzip -9nf ${documents}/changelog.Debian ${manuals}
  COMMAND_ERROR_IS_FATAL ANY)
file(CHMOD_RECURSE ${root}/share FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ
  DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
  WORLD_EXECUTE)
