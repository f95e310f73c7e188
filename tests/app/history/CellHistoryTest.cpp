#include "app/history/CellHistory.h"

#include "../DeskFixture.h"
#include "app/Record.h"
#include "app/history/BookWords.h"
#include "app/history/HistoryView.h"
#include "app/mentoring/Mentoring.h"
#include "app/people/People.h"
#include "app/problems/WeeklySummary.h"
#include "app/readiness/Decisions.h"
#include "store/evidence/EvidenceStore.h"
#include "store/quiz/QuizStore.h"

#include <algorithm>
#include <rapidcheck.h>

namespace fledgling::app::test {
namespace {

using namespace domain;

class TheCellHistory : public DeskFixture {
protected:
    TheCellHistory() {
        cohort = addCohort("Mar-1", Date(2026, 3, 10), Date(2026, 3, 20));
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
        chen = addMentor("Chen Bo");
        addPair(wu, chen, Date(2026, 3, 12));
    }
    std::vector<CellLine> of(const PersonId& who, const std::vector<BookKey>& keys) {
        return CellHistory(at(who), "en", english()).load(keys);
    }
    BookKey markOf(const PersonId& trainee, const std::string& courseSession = "d1-am") {
        return {"mark", {session(cohort, courseSession).text(), trainee.text()}};
    }
    CohortId cohort;
    PersonId wu, zhao, chen;
};

TEST_F(TheCellHistory, SaysWhoSetACellWhenFromWhatToWhatAndWhy) {
    const auto where = session(cohort, "d1-am");
    const auto first = mark(at(trainer), where, wu, Mark{MarkKind::Absent, Minutes(0)});
    ASSERT_NE(mark(at(trainer), where, zhao, Mark{MarkKind::Present, Minutes(0)}), 0);
    closeSession(at(trainer), where);
    const auto second = correctMark(at(manager), where, wu, Mark{MarkKind::Late, Minutes(12)}, "the clock was wrong");
    const auto lines = of(manager, {markOf(wu)});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].change, second) << "the newest first";
    EXPECT_EQ(lines[0].who, "Manager");
    EXPECT_EQ(lines[0].why, "the clock was wrong");
    EXPECT_EQ(lines[0].from, lines[1].to);
    EXPECT_NE(lines[0].to.find("12"), std::string::npos);
    EXPECT_EQ(lines[0].day, today);
    EXPECT_EQ(lines[1].change, first);
    EXPECT_EQ(lines[1].who, "Trainer");
    EXPECT_EQ(lines[1].from, "–");
    EXPECT_FALSE(lines[1].was.has_value());
    EXPECT_NE(lines[1].what.find("Wu Min"), std::string::npos);
}

TEST_F(TheCellHistory, TheHeadingNamesTheCellAndNoLineThatMayNotBeThere) {
    CellHistory history(at(manager), "en", english());
    const auto where = session(cohort, "d1-am").text();
    const auto title = history.title({markOf(wu), {"guest", {where, wu.text()}}, {"waiver", {wu.text(), "small", "d1-am"}}});
    EXPECT_EQ(title, "Wu Min · Mar-1 Tue 10 Mar 07:00 · Attitude");
    EXPECT_EQ(history.title({{"person", {chen.text()}}, {"pairing", {wu.text()}}, {"pairing", {zhao.text()}}}), "Chen Bo")
        << "of several of a kind none is named alone";
    EXPECT_EQ(history.title({{"calendar_day", {"2026-03-16"}}}), wordForTable("calendar_day", english()) + " · Mon 16 Mar 2026");
}

TEST_F(TheCellHistory, OfALineWithManyFieldsSaysOnlyThoseThatDiffer) {
    const auto before = store::PeopleStore(m_database).person(wu);
    ASSERT_TRUE(before);
    Person after = *before;
    after.shift = "night";
    write(store::PeopleStore::facts(after));
    const auto lines = of(manager, {{"person", {wu.text()}}});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_NE(lines[0].to.find("night"), std::string::npos);
    EXPECT_EQ(lines[0].to.find("agent"), std::string::npos) << "the post stayed";
}

TEST_F(TheCellHistory, LinesThatSayTheSameOfSeveralThingsAreOneSentence) {
    const auto entry = addEntry(wu, chen, today, {"greeting", "closing"});
    for (const char* skill : {"greeting", "closing"})
        signSkill(at(chen), wu, skill, SkillLevel::Alone, entry);
    std::vector<store::Fact> facts;
    for (const auto& kept : store::Book(m_database).historyOf("skill", {wu.text()}))
        facts.push_back(kept.fact);
    ASSERT_EQ(facts.size(), 2U);
    CellHistory words(at(manager), "en", english());
    const auto both = words.sentences(facts, wu);
    ASSERT_EQ(both.size(), 1U) << both.front() << " | " << both.back();
    const auto first = words.sentences({facts[0]}, wu).at(0), second = words.sentences({facts[1]}, wu).at(0);
    EXPECT_EQ(both[0].substr(both[0].rfind(": ")), first.substr(first.rfind(": "))) << "what they say, once";
    EXPECT_EQ(both[0].find(first.substr(0, first.find(": "))), 0U) << both[0];
    const auto title = second.substr(second.find(" · ") + std::string_view(" · ").size());
    EXPECT_NE(both[0].find(", " + title.substr(0, title.find(": "))), std::string::npos) << both[0];
    facts[1].absent = true;
    EXPECT_EQ(words.sentences(facts, wu).size(), 2U) << "what was taken back isn't said with what was signed";
}

TEST_F(TheCellHistory, AShorterKeyGivesEveryLineThatBeginsSo) {
    const auto entry = addEntry(wu, chen, today, {"greeting", "closing"});
    for (const char* skill : {"greeting", "closing"})
        signSkill(at(chen), wu, skill, SkillLevel::Alone, entry);
    takeBackSkill(at(chen), wu, "greeting", SkillLevel::Helped, "too early");
    const auto lines = of(manager, {{"skill", {wu.text()}}});
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].of.key, (std::vector<std::string>{wu.text(), "greeting"}));
    EXPECT_EQ(lines[0].why, "too early");
    EXPECT_FALSE(lines.back().was.has_value()) << "each key has a chain of its own";
}

TEST_F(TheCellHistory, TakingBackIsAValueLikeAnyOther) {
    const auto where = session(cohort, "d1-am");
    mark(at(trainer), where, wu, Mark{MarkKind::Present, Minutes(0)});
    undo(at(trainer));
    const auto lines = of(manager, {markOf(wu)});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].to, "–");
    EXPECT_FALSE(lines[0].became.has_value());
}

TEST_F(TheCellHistory, AsOfAPastMomentEndsThere) {
    addMark(cohort, "d1-am", wu, MarkKind::Absent);
    auto past = at(manager);
    past.asOf = last();
    addMark(cohort, "d1-am", wu, MarkKind::Late, 5);
    EXPECT_EQ(CellHistory(past, "en", english()).load({markOf(wu)}).size(), 1U);
    EXPECT_EQ(of(manager, {markOf(wu)}).size(), 2U);
}

TEST_F(TheCellHistory, TraineesAndMentorsSeeWhatIsTheirsToSee) {
    addMark(cohort, "d1-am", wu);
    addMark(cohort, "d1-am", zhao);
    EXPECT_EQ(of(wu, {markOf(wu)}).size(), 1U);
    EXPECT_EQ(of(chen, {markOf(wu)}).size(), 1U);
    EXPECT_EQ(refusedBy([&] { (void)of(wu, {markOf(zhao)}); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { (void)of(chen, {markOf(zhao)}); }), Rule::NotYourRight);
    // A key that names only the session holds others' marks, too.
    EXPECT_EQ(refusedBy([&] { (void)of(wu, {{"mark", {session(cohort, "d1-am").text()}}}); }), Rule::NotYourRight);
    EXPECT_EQ(of(wu, {{"cohort", {cohort.text()}}}).size(), 1U) << "the plan is everybody's";
    EXPECT_EQ(refusedBy([&] { (void)of(wu, {{"setting", {"anything"}}}); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { (void)of(chen, {{"person_card", {wu.text()}}}); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { (void)of(wu, {{"no_such_table", {"x"}}}); }), Rule::Unknown);
}

TEST_F(TheCellHistory, OfTheVersionsOfACourseIsForWhoReadsTheCourse) {
    EXPECT_EQ(of(zhao, {{"course", {"small"}}}).size(), 1U);
}

TEST_F(TheCellHistory, OfAnswersToAQuizIsForWhoGaveThem) {
    const BookKey answers{"quiz_answer", {wu.text(), "small", "final", "1", "q1"}};
    EXPECT_TRUE(of(wu, {answers}).empty()) << "none given, and none hidden";
    EXPECT_EQ(refusedBy([&] { (void)of(zhao, {answers}); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { (void)of(chen, {answers}); }), Rule::NotYourRight);
}

class AnswersInTheHistory : public TheCellHistory {
protected:
    /// A paper with a question of each kind that has options or pairs, answered by their places in the bank.
    AnswersInTheHistory() {
        auto files = coursePackage("2");
        auto& course = files.at("course.yaml");
        course.insert(course.find("  - {id: desk,"),
                      "  - {id: final, kind: quiz, title: Final quiz, bank: quizzes/final.gift, pass: 75%}\n");
        files["quizzes/final.gift"] = "// [id:one]\n::a::Who comes first? {=the customer ~the agent}\n\n"
                                      "// [id:many]\n::b::What helps? {~%50%a name ~%50%a time ~%-100%a shrug}\n\n"
                                      "// [id:pairs]\n::c::Who does what? {=enquiries -> agent =disputes -> handler =top-ups -> order}\n";
        files["quizzes/final.zh.gift"] = "// [id:one]\n::a::谁在先？ {=客户 ~客服}\n\n"
                                         "// [id:many]\n::b::什么有用？ {~%50%姓名 ~%50%时间 ~%-100%耸肩}\n\n"
                                         "// [id:pairs]\n::c::谁做什么？ {=咨询 -> 客服 =纠纷 -> 投诉 =充值 -> 订单}\n";
        loadPackage(files, "2");
        Paper paper;
        paper.key = {wu, "small", "final", 1};
        paper.version = "2";
        paper.bank = "quizzes/final.gift";
        paper.questions = {"one", "many", "pairs"};
        paper.begun = Instant{1};
        number = write({store::QuizStore::fact(paper), answer("one", std::vector<std::size_t>{1}),
                        answer("many", std::vector<std::size_t>{0, 2}),
                        answer("pairs", std::vector<std::string>{"agent", "", "order"})});
    }
    store::Fact answer(const std::string& question, const Response& response) {
        return store::QuizStore::fact(PaperKey{wu, "small", "final", 1}, question, response);
    }
    std::string said(const std::string& language, const std::string& question) {
        const BookKey key{"quiz_answer", {wu.text(), "small", "final", "1", question}};
        const auto lines = CellHistory(at(manager), language, english()).load({key});
        return lines.empty() ? "" : lines.front().to;
    }
    store::ChangeNumber number = 0;
};

TEST_F(AnswersInTheHistory, AreSaidInTheWordsOfTheirOptions) {
    EXPECT_EQ(said("en", "one"), "the agent");
    EXPECT_EQ(said("en", "many"), "a name; a shrug");
    EXPECT_EQ(said("en", "pairs"), "enquiries → agent; disputes → –; top-ups → order");
    EXPECT_EQ(said("zh-CN", "one"), "客服") << "in the reader's language where the bank has it";
    EXPECT_EQ(said("zh-CN", "pairs"), "咨询 → 客服; 纠纷 → –; 充值 → 订单");
}

TEST_F(AnswersInTheHistory, AreSaidSoOnThePageToo) {
    HistoryView view(at(manager), "en", english());
    view.load();
    std::vector<std::string> answers;
    for (const auto& field : view.fields(number))
        if (field.of.starts_with(wordForTable("quiz_answer", english()))) answers.push_back(field.became);
    std::sort(answers.begin(), answers.end());
    EXPECT_EQ(answers, (std::vector<std::string>{"a name; a shrug", "enquiries → agent; disputes → –; top-ups → order", "the agent"}));
}

TEST_F(AnswersInTheHistory, WithoutTheirPaperAreSaidByTheirLetters) {
    write({store::QuizStore::fact(PaperKey{zhao, "small", "final", 1}, "one", std::vector<std::size_t>{1})});
    const BookKey key{"quiz_answer", {zhao.text(), "small", "final", "1", "one"}};
    EXPECT_EQ(of(manager, {key}).at(0).to, "B");
}

TEST_F(TheCellHistory, OfACommonAnswerIsForWhoReadsTheBase) {
    CommonAnswer answer;
    answer.week = today;
    answer.question = "How long does a refund take?";
    answer.answer = "A day.";
    agreeAnswer(at(chen), answer);
    const auto kept = store::EvidenceStore(m_database).answers();
    ASSERT_EQ(kept.size(), 1U);
    const auto seen = of(zhao, {{"common_answer", {kept.front().answer.id}}});
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen.front().who, "Chen Bo");
    EXPECT_NE(seen.front().to, "–");
}

TEST_F(TheCellHistory, HidesReasonsThatTheTraineesOwnPagesHide) {
    decide(at(manager), wu, DecisionKind::Hold, "wait for the quiz");
    const auto seen = of(manager, {{"decision", {wu.text()}}});
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_NE(seen.front().to.find("wait for the quiz"), std::string::npos);
    const auto own = of(wu, {{"decision", {wu.text()}}});
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own.front().to.find("wait for the quiz"), std::string::npos);
    EXPECT_TRUE(own.front().why.empty());
}

/// For any history of a key the lines chain, and the newest is what stands.
TEST_F(TheCellHistory, ChainsAndEndsInWhatStands) {
    const bool held = rc::check("cell history chains", [this] {
        const auto trainee = addTrainee("Somebody", cohort);
        const auto where = session(cohort, "d2-am");
        const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-1, 60));
        std::size_t written = 0;
        for (const int step : steps) {
            std::optional<Mark> wanted;
            if (step == 0) wanted = Mark{MarkKind::Present, Minutes(0)};
            if (step > 0) wanted = Mark{MarkKind::Late, Minutes(step)};
            write({store::AttendanceStore::fact(where, trainee, wanted)});
            ++written;
        }
        const BookKey key{"mark", {where.text(), trainee.text()}};
        const auto lines = of(manager, {key});
        RC_ASSERT(lines.size() == written);
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            RC_ASSERT(lines[i].was == lines[i + 1].became);
            RC_ASSERT(lines[i].from == lines[i + 1].to);
            RC_ASSERT(lines[i].change > lines[i + 1].change);
        }
        const auto stands = store::Book(m_database).current(key.table, key.key);
        if (lines.empty()) {
            RC_ASSERT(!stands.has_value());
            return;
        }
        RC_ASSERT(stands.has_value());
        RC_ASSERT(lines.front().became.has_value() == !stands->fact.absent);
        if (!stands->fact.absent) RC_ASSERT(*lines.front().became == stands->fact.values);
        RC_ASSERT(!lines.back().was.has_value());
    });
    EXPECT_TRUE(held);
}

} // namespace
} // namespace fledgling::app::test
