# What find_package(bloctype) reads. The library is an archive, so what it links has to be there too.
include(CMakeFindDependencyMacro)
find_dependency(yaml-cpp)
include("${CMAKE_CURRENT_LIST_DIR}/bloctype-targets.cmake")
