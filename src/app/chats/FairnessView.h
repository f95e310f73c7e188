#pragma once

#include "app/Desk.h"
#include "app/chats/SecondReadings.h"
#include "domain/chats/Fairness.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// Whether the readers judge alike: agreement per criterion, each reader's strictness, and the days on which
/// one chat decides, offered for a second reading. For who sees everybody; Refused(NotYourRight).
class FairnessView {
public:
    struct Criterion {
        std::string id;    ///< empty: the chat as a whole
        std::string title; ///< empty for that and for the first reply
        domain::Agreement agreement;
    };
    struct Reader {
        std::string name;
        domain::Strictness strictness;
        /// Points a month that a person has more (fewer: below 0) with this reader, and its 95 % interval: what is
        /// shown, everywhere. A stricter reader's are below 0, as points lost are.
        [[nodiscard]] double points() const { return -strictness.pointsPerMonth; }
        [[nodiscard]] double low() const { return -strictness.high; }
        [[nodiscard]] double high() const { return -strictness.low; }
    };
    using Deciding = DecidingDay;

    FairnessView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}
    std::function<void()> onChanged;

    /// Readings of [first, last].
    void load(domain::Date first, domain::Date last);

    [[nodiscard]] const std::vector<Criterion>& criteria() const { return m_criteria; }
    [[nodiscard]] const std::vector<Reader>& readers() const { return m_readers; }
    /// Newest first; days all of whose chats were read twice are left out.
    [[nodiscard]] const std::vector<Deciding>& deciding() const { return m_deciding; }
    [[nodiscard]] int doubleReadings() const { return m_count; }

private:
    Desk& m_desk;
    std::string m_language;
    std::vector<Criterion> m_criteria;
    std::vector<Reader> m_readers;
    std::vector<Deciding> m_deciding;
    int m_count = 0;
};

} // namespace fledgling::app
