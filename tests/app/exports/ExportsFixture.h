#pragma once

#include "../DeskFixture.h"
#include "app/exports/CalendarEvents.h"
#include "app/exports/Exports.h"
#include "app/quiz/QuizView.h"
#include "format/Json.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace fledgling::app::test {

// Multiple and matching say by their places what is right; nothing of that may leave.
inline constexpr const char* EXPORTED_BANK = R"(
// [id:q1]
::first::Who comes first? {=the customer ~the agent ~the supplier}

// [id:q2]
::late::Is late free? {F}

// [id:q3]
::sixty::How many seconds? {#60:0}

// [id:q4]
::what::What do you say? {}

// [id:q5]
::pairs::Match. {=cat -> meow =dog -> woof =cow -> moo}
)";

inline std::map<std::string, std::string> withExportedQuiz() {
    auto files = coursePackage("2", "  - {id: quiz, title: Quiz, measure: assessment_passed, assessment: final}\n");
    auto& course = files.at("course.yaml");
    course.insert(course.find("  - {id: desk,"), "  - {id: final, kind: quiz, title: Final quiz, bank: quizzes/final.gift, pass: 75%, attempts: 2}\n");
    files["quizzes/final.gift"] = EXPORTED_BANK;
    return files;
}

/// A cohort of two whose people have staff numbers.
class ExportsOf : public DeskFixture {
protected:
    ExportsOf() {
        loadPackage(withExportedQuiz(), "2");
        cohort = addCohort("Mar", today, today.plusDays(10), "2");
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
        number(wu, "01001");
        number(trainer, "00003");
    }
    void number(const domain::PersonId& who, const std::string& staffNumber) {
        auto person = *store::PeopleStore(m_database).person(who);
        person.card.staffNumber = staffNumber;
        write(store::PeopleStore::facts(person));
    }
    Exported of(ExportKind kind, const domain::PersonId& who, const domain::PersonId& person = {}) {
        ExportChoice choice;
        choice.cohort = cohort;
        choice.person = person;
        return exportOf(at(who), kind, choice, "en", english());
    }
    format::CalendarEvent eventOf(const format::CalendarOut& calendar, const domain::SessionId& id) {
        for (const auto& one : calendar.events)
            if (one.uid == "session-" + id.text() + "@fledgling") return one;
        ADD_FAILURE() << "not in the calendar";
        return {};
    }
    format::CalendarOut whole() { return CalendarEvents(at(trainer), "en", english()).ofCohort(cohortOf(at(trainer), cohort)); }
    format::CalendarOut own(const domain::PersonId& who) {
        return CalendarEvents(at(who), "en", english()).ofPerson(*store::PeopleStore(m_database).person(who), {});
    }
    void move(const char* half, const std::function<void(domain::Session&)>& how) {
        auto one = *store::CohortStore(m_database).session(session(cohort, half));
        how(one);
        write({store::CohortStore::fact(one)});
    }
    format::JsonValue statements(const domain::PersonId& who = {}) { return format::jsonOf(of(ExportKind::Xapi, trainer, who).bytes, "x.json"); }
    static std::string verbOf(const format::JsonValue& statement) {
        const auto id = *statement.find("verb")->textAt("id");
        return id.substr(id.rfind('/') + 1);
    }
    static std::vector<format::JsonValue> only(const format::JsonValue& all, const std::string& verb) {
        std::vector<format::JsonValue> found;
        for (const auto& one : all.items)
            if (verbOf(one) == verb) found.push_back(one);
        return found;
    }
    void takeQuiz(const std::string& words) {
        QuizView view(at(wu), "en");
        view.open("final");
        view.begin();
        for (std::size_t i = 0; i < view.asked().size(); ++i) {
            const auto asked = view.asked()[i];
            const auto placeOf = [&](const std::string& option) {
                return static_cast<std::size_t>(std::find(asked.options.begin(), asked.options.end(), option) - asked.options.begin());
            };
            if (asked.key == "q1") view.answer(i, std::vector<std::size_t>{placeOf("the customer")});
            if (asked.key == "q2") view.answer(i, true);
            if (asked.key == "q3") view.answer(i, std::string(" 60 s"));
            if (asked.key == "q4" && !words.empty()) view.answer(i, words);
            if (asked.key == "q5") view.answer(i, std::vector<std::string>{"meow", "woof", "woof"});
        }
        view.handIn();
    }
    domain::CohortId cohort;
    domain::PersonId wu, zhao;
};

} // namespace fledgling::app::test
