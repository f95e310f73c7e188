#include "store/Value.h"

namespace fledgling::store {

std::string canonical(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return "i" + std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return "s" + std::to_string(text->size()) + ":" + *text;
    return "-";
}

} // namespace fledgling::store
