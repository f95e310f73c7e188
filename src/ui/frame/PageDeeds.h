#pragma once

#include "domain/Roles.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::ui {

class Session;

/// Something done or seen on a page, as people would ask for it in the palette.
struct PageDeed {
    const char* words;                   ///< msgid
    std::string page;                    ///< where its key works
    std::string key;                     ///< that key; "" where opening the page is all
    std::optional<domain::Verb> verb = {}; ///< the right it takes; nothing: whoever has the page
    std::string subject = {};            ///< what the page opens at
    bool starts = false;                   ///< begins with a form or a question to nobody in particular: done at once
};

[[nodiscard]] const std::vector<PageDeed>& pageDeeds();
/// Those for the role in use and its rail, that may be done now.
[[nodiscard]] std::vector<PageDeed> pageDeedsFor(const Session& session);

} // namespace fledgling::ui
