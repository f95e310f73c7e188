#include "domain/Id.h"

#include <stdexcept>

namespace fledgling::domain {

void requireUuid(std::string_view text) {
    bool fits = text.size() == ID_LENGTH;
    for (std::size_t i = 0; fits && i < text.size(); ++i) {
        const char c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        fits = dash ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    if (!fits) throw std::invalid_argument("not an id: " + std::string(text));
}

} // namespace fledgling::domain
