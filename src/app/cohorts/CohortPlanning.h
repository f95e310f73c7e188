#pragma once

#include "app/cohorts/PlanLines.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// What planning a cohort draws on, and a new one as it would be laid. Nothing is kept here.
class CohortPlanning {
public:
    struct Someone {
        domain::PersonId id;
        std::string name;
    };
    struct CourseChoice {
        std::string course;
        std::string version;
        std::string title;
    };
    struct Planned {
        std::string courseSession;
        std::string title;
        domain::HalfDay when = domain::HalfDay::Morning;
        int day = 1;
        domain::PlannedSession plan;
        std::string trainer;
        bool clashes = false;
    };
    /// A new cohort as it would be laid; nothing is kept.
    struct Preview {
        std::vector<Planned> halves;
        std::vector<int> unknownYears;
        std::vector<ClashLine> clashes;
        int pastHalves = 0;                ///< half days that lie before today
        bool pastReview = false;           ///< its review lies before today
        std::optional<domain::Refused> reviewRefused; ///< why its review can't be on that day
        std::vector<std::string> laterIn;  ///< chosen trainees whose start date is after its first half day
        [[nodiscard]] bool clean() const { return clashes.empty(); }
    };

    CohortPlanning(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}

    /// Newest first.
    [[nodiscard]] std::vector<CourseChoice> courses();
    /// Who may teach: trainers, supervisors, managers, by name.
    [[nodiscard]] std::vector<Someone> trainers();
    /// Rooms in use, the latest first.
    [[nodiscard]] std::vector<std::string> rooms();
    /// What a new cohort begins with: the newest course, room and trainer as the latest cohort has them (empty: there is
    /// none), from the next working day on that clashes with nothing.
    [[nodiscard]] CohortDraft draft(const domain::CohortId& latest);
    /// The review day the course's mentoring days lead to; nothing where the calendar gives none.
    [[nodiscard]] std::optional<domain::Date> reviewFor(const CohortDraft& draft);
    [[nodiscard]] Preview preview(const CohortDraft& draft);

private:
    /// The first of the next working days from which it would clash with nothing; its own when there is none.
    [[nodiscard]] domain::Date freeStart(CohortDraft draft, const domain::Calendar& calendar);
    void readLater(Preview& preview, const CohortDraft& draft, domain::Date first);

    Desk& m_desk;
    std::string m_language;
};

} // namespace fledgling::app
