#pragma once

#include <cstddef>
#include <cstdint>

/// How a zip file is laid out, for those who read and write one.
namespace fledgling::format {

/// Of the heads without their names.
inline constexpr std::size_t LOCAL_SIZE = 30, CENTRAL_SIZE = 46, END_SIZE = 22;
inline constexpr std::uint16_t STORED = 0, DEFLATED = 8;

} // namespace fledgling::format
