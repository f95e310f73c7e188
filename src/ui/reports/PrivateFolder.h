#pragma once

#include <filesystem>

namespace fledgling::ui {

/// A folder for files that another program is to read, and nobody else: it goes with the object, and what stands in it.
class PrivateFolder {
public:
    /// std::filesystem::filesystem_error where there is no room for it.
    PrivateFolder();
    ~PrivateFolder();
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// What is printed: kept until the program ends, for the viewer reads it again when it prints.
[[nodiscard]] const PrivateFolder& printFolder();

} // namespace fledgling::ui
