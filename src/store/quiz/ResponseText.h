#pragma once

#include "domain/Quiz.h"

#include <string>

namespace fledgling::store {

/// A response as the text of a column, and back:
///   ""                nothing answered
///   "is:true"         of a true/false question, or "is:false"
///   "at:0,2"          options chosen or steps in the order given, by their places in the bank from 0
///   "text:..."        what was typed
///   "with:a<LF>b"     partners in the order of the pairs; a line end or a backslash in one is "\n" or "\\"
/// Anything else reads as nothing answered.
[[nodiscard]] std::string textOf(const domain::Response& response);
[[nodiscard]] domain::Response responseOf(const std::string& text);

} // namespace fledgling::store
