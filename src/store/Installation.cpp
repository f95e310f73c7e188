#include "store/Installation.h"

#include <system_error>

namespace fledgling::store {

std::filesystem::path installation() {
    std::error_code none;
    return std::filesystem::read_symlink("/proc/self/exe", none).parent_path().parent_path();
}

} // namespace fledgling::store
