#pragma once

#include "domain/Course.h"

namespace fledgling::test {

/// A course of two skills: greeting, to be signed off as done alone, and refunds, as done with help.
inline domain::Course skillCourse() {
    domain::Course one;
    one.skills = {{"greeting", {}, {}, domain::SkillLevel::Alone, {}}, {"refunds", {}, {}, domain::SkillLevel::Helped, {}}};
    return one;
}

} // namespace fledgling::test
