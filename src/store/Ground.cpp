#include "store/Ground.h"

#include "store/StoreError.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <pwd.h>
#include <sys/statfs.h>
#include <unistd.h>

namespace fledgling::store {

namespace {

std::filesystem::path folderOf(const std::string& path) {
    auto folder = pathOf(path).parent_path();
    return folder.empty() ? std::filesystem::path(".") : folder;
}

void syncOne(const std::filesystem::path& path, int flags) {
    const int file = ::open(path.c_str(), flags);
    if (file < 0) throw StoreError(Trouble::CannotOpen, path.string(), std::strerror(errno));
    const int failed = ::fsync(file);
    ::close(file);
    if (failed != 0) throw StoreError(Trouble::DiskFull, path.string(), std::strerror(errno));
}

} // namespace

bool onNetworkShare(const std::string& path) {
    // statfs(2) magic numbers: NFS, SMB, CIFS, SMB2, AFS, Ceph, 9P.
    constexpr unsigned long SHARES[] = {0x6969,     0x517B,     0xFF534D42, 0xFE534D42,
                                        0x5346414F, 0x00C36400, 0x01021997};
    struct statfs about {};
    if (::statfs(folderOf(path).c_str(), &about) != 0) return false;
    const auto magic = static_cast<unsigned long>(about.f_type) & 0xFFFFFFFFUL;
    for (const unsigned long share : SHARES)
        if (magic == share) return true;
    return false;
}

std::string whoAmI() {
    char host[256] = "?";
    ::gethostname(host, sizeof host - 1);
    const passwd* user = ::getpwuid(::getuid());
    return std::string(user ? user->pw_name : "?") + "@" + host + ", " + std::to_string(::getpid());
}

void syncToDisk(const std::string& path) {
    syncOne(path, O_RDONLY);
    syncOne(folderOf(path), O_RDONLY | O_DIRECTORY);
}

} // namespace fledgling::store
