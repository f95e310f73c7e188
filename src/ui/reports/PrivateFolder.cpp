#include "ui/reports/PrivateFolder.h"

#include <random>
#include <string>
#include <system_error>

namespace fledgling::ui {

PrivateFolder::PrivateFolder() {
    const auto beside = std::filesystem::temp_directory_path();
    std::random_device random;
    // One that was there already may be anybody's.
    do
        m_path = beside / ("fledgling-" + std::to_string(random()) + "-" + std::to_string(random()));
    while (!std::filesystem::create_directory(m_path));
    std::filesystem::permissions(m_path, std::filesystem::perms::owner_all);
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

const PrivateFolder& printFolder() {
    static const PrivateFolder folder;
    return folder;
}

} // namespace fledgling::ui
