# ssr_templates(<target> <folder>): checks templates/<folder>/*.tpl and generates "<folder>/<name>.tpl.h" with a
# constant for each marker, so that a wrong name in a view, or a broken template, does not compile.
find_program(TPL_VARNAMES ctemplate-make_tpl_varnames_h REQUIRED)

function(ssr_templates target folder)
  set(root ${PROJECT_SOURCE_DIR}/templates)
  set(generated ${PROJECT_BINARY_DIR}/generated)
  file(GLOB templates CONFIGURE_DEPENDS ${root}/${folder}/*.tpl)
  file(MAKE_DIRECTORY ${generated}/${folder})
  foreach(template ${templates})
    get_filename_component(name ${template} NAME)
    set(header ${generated}/${folder}/${name}.h)
    add_custom_command(OUTPUT ${header}
      COMMAND ${TPL_VARNAMES} -q -t ${root} -o ${generated}/${folder} -s .h ${folder}/${name}
      DEPENDS ${template} VERBATIM)
    target_sources(${target} PRIVATE ${header})
  endforeach()
  target_include_directories(${target} SYSTEM PRIVATE ${generated})
  target_link_libraries(${target} PRIVATE ctemplate)
endfunction()
