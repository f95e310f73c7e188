#pragma once

#include <stdexcept>

namespace fledgling::fuzz {

/// A property that must hold for every input; ends the program, which keeps the input.
inline void require(bool holds, const char* property) {
    if (!holds) throw std::logic_error(property);
}

} // namespace fledgling::fuzz
