#pragma once

#include <exception>
#include <wx/string.h>

namespace fledgling::ui {

/// Any failure as one plain sentence, and its details to fold away.
struct Sentence {
    wxString sentence;
    wxString details;
};

[[nodiscard]] Sentence sentenceFor(const std::exception& error);

} // namespace fledgling::ui
