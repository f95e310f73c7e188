#pragma once

#include "../DeskFixture.h"
#include "app/chats/Points.h"
#include "domain/chats/ChatReview.h"

namespace fledgling::app::test {

/// The small course, version 2, with chats: six a day, two failing ones cost the point.
inline std::map<std::string, std::string> chatPackage(int appealDays = 2) {
    auto files = coursePackage("2");
    files["course.yaml"] += R"(chat_review:
  per_day: 6
  fails_cost_point: 2
  points: 26
  first_reply_session: d1-pm
  appeal_days: )" + std::to_string(appealDays) + R"(
  tiers:
    - {below: 20, effect: 50 yuan less}
  criteria:
    - {id: greeting, title: Greeting, session: d1-am}
    - {id: closing, title: Closing}
)";
    return files;
}

/// A department with that course; appeals are open for two days.
class ChatFixture : public DeskFixture {
protected:
    ChatFixture() {
        loadPackage(chatPackage(), "2");
        agent = addMentor("Agent");
        mentor = addMentor("Mentor");
        other = addMentor("Other");
    }
    domain::ChatReview read(int number, std::vector<domain::Fault> faults = {}, std::optional<domain::PersonId> whose = {}) {
        domain::ChatReview review;
        review.chat = {whose.value_or(agent), today, number};
        review.faults = std::move(faults);
        return review;
    }
    domain::Fault fault(const char* criterion = "closing") { return {criterion, "cut off", "bye"}; }
    domain::Ledger ledger(const domain::PersonId& whose) { return pointsOf(at(manager), domain::Month(today), whose).front().ledger; }
    int points() { return ledger(agent).points(); }

    domain::PersonId agent, mentor, other;
};

} // namespace fledgling::app::test
