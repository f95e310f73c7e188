#pragma once

#include "app/Desk.h"
#include "app/Record.h"
#include "domain/Calendar.h"
#include "domain/Cohort.h"
#include "domain/Course.h"
#include "domain/chats/Points.h"
#include "store/MentoringStore.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// The course version by whose scorecard and numbers somebody is judged.
struct Scorecard {
    std::string course, version;
    const domain::Course* of = nullptr; ///< lives as long as the shelf
    [[nodiscard]] const domain::ChatReviewRules& rules() const { return of->chatReview; }
};

/// Another course in place of those in the book: to see what it would change.
struct Instead {
    const domain::Course* newest = nullptr;  ///< of the version loaded last
    const domain::Course* cohorts = nullptr; ///< of the versions of the same course that cohorts take
};

/// Who is in training and who is live, for many people: whose points are practice, by which rules they are
/// judged, and from when their month counts.
class Standing {
public:
    /// As of that change; everything in a fixed number of statements.
    Standing(Desk& desk, const std::set<domain::PersonId>& people, store::ChangeNumber asOf, Instead instead = {});

    /// True for a day on which the person was a trainee whose go-live nobody had approved.
    [[nodiscard]] bool practice(const domain::PersonId& person, domain::Date day) const;
    /// A day after which no day is practice; nothing where there may be more.
    [[nodiscard]] std::optional<domain::Date> practiceEnd(const domain::PersonId& person) const;
    /// The cohort's course version while in training, else the one loaded last. Refused(CourseNotLoaded) when
    /// there is none.
    [[nodiscard]] Scorecard scorecard(const domain::PersonId& person, domain::Date day) const;
    /// The first day of the month that can touch a bonus, where it isn't the month's first.
    [[nodiscard]] std::optional<domain::Date> countsFrom(const domain::PersonId& person,
                                                         domain::Month month) const;

private:
    [[nodiscard]] std::optional<domain::Member> memberAt(const domain::PersonId& person,
                                                         domain::Date day) const;

    Desk& m_desk;
    store::ChangeNumber m_asOf;
    Instead m_instead;
    std::map<domain::PersonId, std::vector<domain::Member>> m_members;
    std::map<domain::PersonId, std::vector<store::MentoringStore::GoLive>> m_lives;
    std::map<domain::PersonId, std::optional<domain::Date>> m_since;
    mutable std::map<domain::CohortId, Scorecard> m_byCohort;
    mutable std::optional<Scorecard> m_newest;
};

/// One person's points of a month.
struct PersonPoints {
    domain::PersonId person;
    Scorecard scorecard;
    domain::Ledger ledger;
};

/// The change up to which a month's points are read: its closing, once it is closed; else what the desk
/// shows.
[[nodiscard]] store::ChangeNumber readAt(Desk& desk, domain::Month month);

/// The month to show where none was chosen: this one, or while none of its chats has been read, the newest of the year before in
/// which one was; of that person, or of everybody the actor sees. On the first of a month people look at the days just gone.
[[nodiscard]] domain::Month monthOnShow(Desk& desk, const domain::PersonId& person = {});

/// Of everybody with a reading in that month, or of one person, read or not. Rights are the caller's.
[[nodiscard]] std::vector<PersonPoints> pointsOf(Desk& desk, domain::Month month,
                                                 const domain::PersonId& person = {}, Instead instead = {});

/// Of those who were read while in training.
[[nodiscard]] std::map<domain::PersonId, PracticeRecord> practiceOf(Desk& desk,
                                                                    const std::set<domain::PersonId>& people,
                                                                    Instead instead = {});

/// Throws Refused(MonthClosed) for a day of a month whose points stand.
void requireOpenMonth(Desk& desk, domain::Date day);

/// What undo must not touch: a closing (ClosingStands), what was judged in a closed month (MonthClosed), and the
/// readings of a chat that were decided between (ReadingSettled).
void requireTakesBack(Desk& desk, const std::vector<store::Fact>& facts);

/// Freezes a month that is over: readings and appeals in it are refused from then on, and it is shown as it
/// was. Refused(MonthNotOver, MonthClosed, AppealsOpen, ReadingsDiffer). Nothing takes it back.
store::ChangeNumber closeMonth(Desk& desk, domain::Month month, const std::string& note = {});

} // namespace fledgling::app
