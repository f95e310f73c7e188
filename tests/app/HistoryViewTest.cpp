#include "app/history/HistoryView.h"

#include "DeskFixture.h"
#include "app/cohorts/Cohorts.h"
#include "app/history/BookWords.h"
#include "app/mentoring/Mentoring.h"
#include "app/mentoring/Problems.h"
#include "app/problems/WeeklySummary.h"
#include "app/readiness/Decisions.h"
#include "app/readiness/ReadinessWay.h"
#include "domain/Text.h"
#include "store/Conflict.h"

#include <algorithm>
#include <stdexcept>

namespace fledgling::app::test {
namespace {

using namespace domain;

class TheHistory : public DeskFixture {
protected:
    TheHistory() {
        cohort = addCohort("Mar-1", Date(2026, 3, 10), Date(2026, 3, 20));
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
        chen = addMentor("Chen Bo");
        addPair(wu, chen, Date(2026, 3, 12));
        addMark(cohort, "d1-am", wu, MarkKind::Late, 12);
    }
    HistoryView viewOf(const PersonId& who) {
        HistoryView view(at(who), "en", english());
        view.load();
        return view;
    }
    static std::vector<store::ChangeNumber> numbersOf(const HistoryView& view) {
        std::vector<store::ChangeNumber> numbers;
        for (const auto& row : view.rows())
            numbers.push_back(row.number);
        return numbers;
    }
    CohortId cohort;
    PersonId wu, zhao, chen;
};

TEST_F(TheHistory, SaysTitlesAndNoIdsHashesOrSeeds) {
    auto view = viewOf(manager);
    bool named = false;
    for (const auto& row : view.rows()) {
        for (const auto& about : row.about)
            EXPECT_NE(about, "small") << row.did;
        const auto fields = view.fields(row.number);
        for (const auto& one : fields) {
            EXPECT_EQ(one.of.find("· small"), std::string::npos) << one.of;
            EXPECT_NE(one.became, "small") << one.field;
            EXPECT_NE(one.field, "check sum");
            named = named || one.became == "Small course" || one.of.ends_with("Small course · 1");
        }
    }
    EXPECT_TRUE(named);
}

TEST_F(TheHistory, ACommonAnswerIsCalledByItsQuestionAlsoOnceItIsTakenOut) {
    writeProblem(at(wu), "Paid, nothing arrived?", today);
    WeeklyView weekly(at(chen));
    weekly.load();
    ASSERT_EQ(weekly.problems().size(), 1U);
    weekly.agree("Where is it?", "Look at the state.", {weekly.problems().front().id});
    const auto id = weekly.answers().front().kept.answer.id;
    const auto newest = [&] { return viewOf(manager).rows().front(); };
    const auto names = [](const auto& row) { return std::count(row.about.begin(), row.about.end(), "Where is it?") > 0; };
    const auto agreed = newest();
    EXPECT_TRUE(names(agreed)) << domain::joined(agreed.about, ", ");
    auto view = viewOf(manager);
    for (const auto& one : view.fields(agreed.number))
        EXPECT_NE(one.became, weekly.problems().front().id.text()) << one.field;
    dropAnswer(at(manager), id, "it changed");
    EXPECT_TRUE(names(newest())) << domain::joined(newest().about, ", ");
}

TEST(BookValues, AQuizHandedInInTimeSaysNothingOfItsTime) {
    EXPECT_TRUE(saysNothing("quiz_handed_in", "timed_out", "0"));
    EXPECT_FALSE(saysNothing("quiz_handed_in", "timed_out", "1"));
    EXPECT_FALSE(saysNothing("result", "percent", "0")) << "no percent is a result";
}

TEST(BookValues, APaperWithoutALimitSaysNothingOfItsTime) {
    EXPECT_TRUE(saysNothing("quiz_paper", "minutes", "0")) << "no limit of time";
    EXPECT_FALSE(saysNothing("quiz_paper", "minutes", "30"));
}

TEST_F(TheHistory, StandsNewestFirstWithWhoWhatAboutWhomAndWhy) {
    decide(at(manager), wu, DecisionKind::Hold, "wait for the quiz");
    const auto view = viewOf(manager);
    ASSERT_FALSE(view.rows().empty());
    const auto& row = view.rows().front();
    EXPECT_EQ(row.number, last());
    EXPECT_EQ(row.who, "Manager");
    EXPECT_EQ(row.did, "decided on go-live");
    EXPECT_EQ(row.about, std::vector<std::string>{"Wu Min"});
    EXPECT_EQ(row.why, "wait for the quiz");
    EXPECT_TRUE(row.own);
    EXPECT_TRUE(view.complete());
}

TEST_F(TheHistory, NamesPeopleBeforeSessions) {
    const auto view = viewOf(manager);
    EXPECT_EQ(view.rows().front().about, (std::vector<std::string>{"Wu Min", "Mar-1 Tue 10 Mar 07:00"}));
}

TEST_F(TheHistory, IsForWhoMaySeeIt) {
    EXPECT_EQ(refusedBy([&] { (void)viewOf(wu); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { (void)viewOf(chen); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { (void)viewOf(trainer); }), std::nullopt);
}

TEST_F(TheHistory, FiltersByPersonDoerVerbAndText) {
    decide(at(manager), wu, DecisionKind::Hold, "wait for the QUIZ");
    decide(at(manager), zhao, DecisionKind::Hold, "owes a session");
    auto view = viewOf(manager);
    view.setFilter({wu, {}, {}, {}});
    for (const auto& row : view.rows())
        EXPECT_NE(std::find(row.about.begin(), row.about.end(), "Wu Min"), row.about.end()) << row.did;
    EXPECT_EQ(view.rows().size(), 5u); // person, member, pair, mark, decision
    view.setFilter({{}, manager, "decide", {}});
    EXPECT_EQ(view.rows().size(), 2u);
    view.setFilter({{}, {}, {}, "quiz"});
    ASSERT_EQ(view.rows().size(), 1u);
    EXPECT_EQ(view.rows().front().about.front(), "Wu Min");
    view.setFilter({{}, {}, {}, "ZHAO"});
    EXPECT_EQ(view.rows().size(), 3u); // person, member, decision
    view.setFilter({{}, {}, {}, "decided on"});
    EXPECT_EQ(view.rows().size(), 2u);
}

TEST_F(TheHistory, ShowsWhatCameLaterThanAChangeOrADay) {
    const auto before = last();
    today = today.plusDays(1);
    decide(at(manager), wu, DecisionKind::Hold, "wait");
    decide(at(manager), zhao, DecisionKind::Hold, "wait");
    EXPECT_EQ(lastBefore(at(manager), today), before);
    EXPECT_EQ(lastBefore(at(manager), today.plusDays(1)), last());
    auto view = viewOf(manager);
    view.setFilter({{}, {}, {}, {}, before});
    EXPECT_EQ(numbersOf(view), (std::vector<store::ChangeNumber>{before + 2, before + 1}));
    EXPECT_TRUE(view.complete()) << "what is older is not looked for";
    view.setFilter({wu, {}, {}, {}, before});
    EXPECT_EQ(view.rows().size(), 1U);
    view.setFilter({{}, {}, {}, {}, last()});
    EXPECT_TRUE(view.rows().empty());
    EXPECT_TRUE(view.complete());
}

TEST_F(TheHistory, IsReadInPagesAndLosesNothing) {
    for (int i = 0; i < 450; ++i)
        write({store::PeopleStore::setting("note", std::to_string(i))});
    auto view = viewOf(manager);
    EXPECT_EQ(view.rows().size(), 200u);
    EXPECT_FALSE(view.complete());
    std::size_t told = 0;
    while (!view.complete())
        view.more([&](std::size_t done, std::size_t total) {
            EXPECT_LE(done, total);
            ++told;
        });
    EXPECT_GT(told, 0u);
    std::vector<store::ChangeNumber> all;
    for (auto number = last(); number > 0; --number)
        all.push_back(number);
    EXPECT_EQ(numbersOf(view), all);
}

TEST_F(TheHistory, ShowsFromWhatToWhatInWords) {
    addMark(cohort, "d1-am", wu, MarkKind::Absent);
    auto view = viewOf(manager);
    const auto fields = view.fields(last());
    ASSERT_EQ(fields.size(), 2u);
    EXPECT_EQ(fields[0].of, "mark · Mar-1 Tue 10 Mar 07:00 · Wu Min");
    EXPECT_EQ(fields[0].field, "mark");
    EXPECT_EQ(fields[0].was, "late");
    EXPECT_EQ(fields[0].became, "absent");
    EXPECT_EQ(fields[1].field, "minutes");
    EXPECT_EQ(fields[1].was, "12");
    EXPECT_EQ(fields[1].became, "0");
}

TEST_F(TheHistory, NamesCriteriaAndSkillsAsTheCourseDoes) {
    addEntry(wu, chen, Date(2026, 3, 13), {"greeting", "closing"});
    auto view = viewOf(manager);
    const auto fields = view.fields(last());
    const auto practised =
        std::find_if(fields.begin(), fields.end(), [](const auto& one) { return one.field == "practised"; });
    ASSERT_NE(practised, fields.end());
    EXPECT_EQ(practised->became, "Standard greeting, Standard closing");
}

TEST_F(TheHistory, TakingBackWritesTheFormerValueAndMarksBoth) {
    const auto hold = decide(at(manager), wu, DecisionKind::Hold, "wait");
    auto view = viewOf(manager);
    const auto back = view.takeBack(hold, "too early");
    EXPECT_FALSE(store::MentoringStore(m_database).decisionOf(wu));
    ASSERT_NE(view.row(hold), nullptr);
    EXPECT_EQ(view.row(hold)->undoneBy, back);
    EXPECT_EQ(view.row(back)->undoes, hold);
    EXPECT_EQ(view.row(back)->why, "too early");
    EXPECT_FALSE(view.mayTakeBack(*view.row(hold)));
    EXPECT_TRUE(at(manager).undo.done.empty()) << "Ctrl+Z must not take it back once more";
}

TEST_F(TheHistory, ACohortThatWasTakenBackKeepsItsName) {
    CohortDraft draft;
    draft.name = "Apr-1";
    draft.course = "small";
    draft.version = "1";
    draft.start = Date(2026, 4, 13);
    const auto gone = layCohort(at(trainer), draft);
    undo(at(trainer));
    auto view = viewOf(manager);
    ASSERT_GE(view.rows().size(), 2U);
    for (const auto& row : {view.rows()[0], view.rows()[1]}) {
        EXPECT_NE(std::find(row.about.begin(), row.about.end(), "Apr-1"), row.about.end()) << row.did;
        for (const auto& about : row.about) {
            EXPECT_NE(about, gone.text());
            EXPECT_NE(about.size(), 36U) << "a half day is no bare id, either: " << about;
        }
    }
}

TEST_F(TheHistory, TakingBackNeedsAReason) {
    const auto hold = decide(at(manager), wu, DecisionKind::Hold, "wait");
    auto view = viewOf(manager);
    EXPECT_EQ(refusedBy([&] { view.takeBack(hold, "  "); }), Rule::ReasonNeeded);
    EXPECT_TRUE(store::MentoringStore(m_database).decisionOf(wu));
}

TEST_F(TheHistory, OnlyTheManagerTakesBackWhatOthersDid) {
    addEntry(wu, chen, Date(2026, 3, 13), {"greeting"});
    signSkill(at(chen), wu, "greeting", SkillLevel::Shown);
    const auto number = last();
    auto trainers = viewOf(trainer);
    EXPECT_FALSE(trainers.mayTakeBack(*trainers.row(number)));
    EXPECT_EQ(refusedBy([&] { trainers.takeBack(number, "wrong"); }), Rule::NotYourRight);
    auto managers = viewOf(manager);
    EXPECT_TRUE(managers.mayTakeBack(*managers.row(number)));
    managers.takeBack(number, "wrong trainee");
    EXPECT_EQ(store::MentoringStore(m_database).skillsOf(wu).size(), 0u);
}

TEST_F(TheHistory, WhatLaterChangesBuiltOnIsNotTakenBack) {
    const auto first = decide(at(manager), wu, DecisionKind::Hold, "wait");
    decide(at(manager), wu, DecisionKind::Hold, "still waiting");
    auto view = viewOf(manager);
    EXPECT_THROW(view.takeBack(first, "never mind"), store::Conflict);
}

TEST_F(TheHistory, OfAPastMomentEndsThereAndIsReadOnly) {
    const auto then = at(manager).clock.now();
    const auto upTo = last();
    today = Date(2026, 3, 17);
    decide(at(manager), wu, DecisionKind::Hold, "wait");
    lookAt(at(manager), then);
    const auto view = viewOf(manager);
    EXPECT_EQ(view.rows().front().number, upTo);
    EXPECT_EQ(view.state().changes, upTo);
    EXPECT_EQ(view.state().head, view.rows().front().hash);
    EXPECT_FALSE(view.mayTakeBack(view.rows().front()));
    lookAt(at(manager), std::nullopt);
    EXPECT_EQ(bookState(at(manager)).changes, upTo + 1);
}

TEST_F(TheHistory, VerifyTellsHowFarItIsAndGivesTheHead) {
    auto view = viewOf(manager);
    std::size_t done = 0, total = 0;
    const auto found = view.verify([&](std::size_t at, std::size_t of) { done = at, total = of; });
    EXPECT_TRUE(found.good());
    EXPECT_EQ(found.head, view.state().head);
    EXPECT_EQ(done, static_cast<std::size_t>(last()));
    EXPECT_EQ(total, done);
}

TEST_F(TheHistory, VerifyStopsWhenToldTo) {
    auto view = viewOf(manager);
    EXPECT_THROW((void)view.verify([](std::size_t, std::size_t) { throw std::runtime_error("stop"); }),
                 std::runtime_error);
}

TEST_F(TheHistory, FactsOfManyChangesAreThoseOfEach) {
    store::Book book(m_database);
    const auto all = book.factsBetween(0, book.last());
    for (store::ChangeNumber number = 1; number <= book.last(); ++number) {
        const auto alone = book.factsOf(number);
        const auto among = all.find(number);
        ASSERT_NE(among, all.end()) << number;
        ASSERT_EQ(among->second.size(), alone.size()) << number;
        for (std::size_t i = 0; i < alone.size(); ++i) {
            EXPECT_EQ(among->second[i].fact.table, alone[i].fact.table);
            EXPECT_EQ(among->second[i].fact.key, alone[i].fact.key);
            EXPECT_EQ(among->second[i].fact.values, alone[i].fact.values);
        }
    }
}

TEST(BookWords, EveryTableAndFieldHasAWord) {
    // One that is missing shows its own name, which has an underscore or is told from the word by its case.
    EXPECT_EQ(wordForTable("roll_closed", english()), "roll");
    EXPECT_EQ(wordForField("decision", "basis_change", english()), "facts as of change");
    EXPECT_EQ(wordForValue("session", "begins", "420", english()), "07:00");
    EXPECT_EQ(wordForValue("person", "roles", "mentor,trainer", english()), "mentor, trainer");
    EXPECT_EQ(wordForValue("roll_closed", "closed", "1", english()), "yes");
    EXPECT_NE(wordForField("month_closed", "closed", english()), wordForField("roll_closed", "closed", english())) << "a month is settled, a roll over";
    EXPECT_EQ(wordForValue("chat_sample", "left_out", "2026-11-30-101\tnot-drawn\n2026-11-30-102\tempty\n2026-11-30-103\tnot-drawn", english()),
              "empty: 1; not drawn: 2");
    EXPECT_EQ(wordForValue("person", "capacity", "3", english()), "3");
    EXPECT_EQ(wordForValue("decision", "kind", "nonsense", english()), "nonsense");
}

TEST(BookWords, ADayIsSaidInWords) {
    EXPECT_EQ(wordForValue("cohort", "review", "2026-03-20", english()), "Fri 20 Mar 2026");
    EXPECT_EQ(wordForValue("pairing", "until", "–", english()), "–");
    EXPECT_EQ(wordForValue("person", "since", "", english()), "");
    EXPECT_EQ(wordForValue("course", "version", "2026-03-20", english()), "2026-03-20") << "a version is no day";
}

TEST(BookWords, AnAnswerToAQuizIsSaidAsItWasGiven) {
    const auto said = [](const std::string& kept) { return wordForValue("quiz_answer", "response", kept, english()); };
    EXPECT_EQ(said("text:ask: which order?"), "\"ask: which order?\"");
    EXPECT_EQ(said("is:false"), "False");
    EXPECT_EQ(said("at:0,2"), "A, C");
    EXPECT_EQ(said("with:order desk\ncomplaints"), "order desk, complaints");
    EXPECT_EQ(said("with:meow\n\nmoo"), "meow, –, moo") << "one partner left open";
    EXPECT_EQ(said("text:is:true"), "\"is:true\"") << "typed so";
    EXPECT_EQ(said(""), "–");
    EXPECT_EQ(said("something else"), "something else");
}

TEST(WayWords, PutStepsOfOneKindTogether) {
    using View = ReadinessView;
    const View::Place place{1, HalfDay::Afternoon};
    const auto skill = [](const char* title) {
        return View::Step{{StepKind::SignSkill, title, 3, SkillLevel::Alone}, title, {}};
    };
    EXPECT_EQ(wayWords({{{StepKind::MakeUpSession, "d1-pm", 1, {}}, "Shadowing", place},
                        skill("Greeting"),
                        {{StepKind::MentoredDays, "", 4, {}}, "", {}},
                        skill("Closing")},
                       english()),
              (std::vector<std::string>{"make up day 1 afternoon", "sign off 2 skills",
                                        "4 more days with the mentor"}));
    EXPECT_EQ(wayWords({skill("Greeting")}, english()),
              std::vector<std::string>{"sign off Greeting (alone)"});
    EXPECT_TRUE(wayWords({}, english()).empty());
}

} // namespace
} // namespace fledgling::app::test
