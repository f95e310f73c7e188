#include "Require.h"
#include "format/FileTree.h"

#include <cstdint>

using namespace fledgling;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    format::PackageLimits limits;
    limits.bytes = std::size_t{1} << 20U;
    limits.files = 50;
    const auto reading = format::readZip({reinterpret_cast<const char*>(data), size}, limits);
    fuzz::require(reading.files.has_value() == reading.problems.empty(),
                  "a package is read or refused with a reason");
    if (!reading.files) return 0;
    std::size_t bytes = 0;
    for (const auto& [path, content] : reading.files->files()) {
        bytes += content.size();
        fuzz::require(!path.starts_with('/') && path.find("..") != 0 &&
                          path.find("/../") == std::string::npos,
                      "a path stays inside");
    }
    fuzz::require(bytes <= limits.bytes && reading.files->files().size() <= limits.files, "the bounds hold");
    return 0;
}
