#include "app/merge/MergeView.h"

#include "app/DeskFixture.h"
#include "app/history/HistoryView.h"
#include "app/merge/MergeWords.h"
#include "store/StoreError.h"
#include "support/BookPlace.h"

#include <algorithm>
#include <filesystem>

namespace fledgling::app::test {
namespace {

using namespace domain;
using fledgling::test::Folder;
using store::Side;

class TheMerge : public DeskFixture {
protected:
    TheMerge() {
        cohort = addCohort("Mar-1", Date(2026, 3, 10));
        wu = addTrainee("Wu Min", cohort);
        addMark(cohort, "d1-am", wu, MarkKind::Late, 12);
        path = folder.file("copy.fledgling");
        copyBook(at(manager), path);
    }
    /// What somebody does in the copy.
    void away(const std::vector<store::Fact>& facts, const std::string& why = "") {
        store::Database copy(path, store::Database::Mode::OpenExisting);
        store::ChangeHead head;
        head.command = CommandId(freshId());
        head.who = trainer;
        head.at = at(manager).clock.at(today, TimeOfDay(8, 30));
        head.localDate = today;
        head.zone = "+08:00";
        head.verb = "mark-roll";
        head.why = why;
        store::Book(copy).append(head, facts);
    }
    void awayMark(int minutes, const std::string& why = "") {
        away({store::AttendanceStore::fact(session(cohort, "d1-am"), wu, Mark{MarkKind::Late, Minutes(minutes)})}, why);
    }
    MergeView viewOf(const PersonId& who) {
        MergeView view(at(who), "en", english());
        view.read(path);
        return view;
    }
    int minutes() {
        return static_cast<int>(store::AttendanceStore(m_database, store::NOW).mark(session(cohort, "d1-am"), wu)->mark.minutes.count());
    }

    CohortId cohort;
    PersonId wu;
    Folder folder;
    std::string path;
};

TEST_F(TheMerge, ShowsBothSidesInWords) {
    addMark(cohort, "d1-am", wu, MarkKind::Present);
    awayMark(5);
    auto view = viewOf(manager);
    ASSERT_EQ(view.rows().size(), 1u);
    const auto& row = view.rows().front();
    EXPECT_NE(row.what.find("Wu Min"), std::string::npos) << row.what;
    EXPECT_EQ(row.before, "mark: late, minutes: 12");
    EXPECT_EQ(row.ours, "mark: present, minutes: 0");
    EXPECT_EQ(row.theirs, "mark: late, minutes: 5");
    EXPECT_EQ(row.theirsBy.name, "Trainer");
    EXPECT_EQ(row.theirsBy.time, TimeOfDay(8, 30));
    EXPECT_EQ(view.news(), 1u);
    EXPECT_EQ(view.undecided(), 1u);
}

TEST_F(TheMerge, NothingIsWrittenBeforeEveryDifferenceIsDecided) {
    addMark(cohort, "d1-am", wu, MarkKind::Late, 3);
    awayMark(5);
    auto view = viewOf(supervisor);
    const auto before = last();
    EXPECT_EQ(refusedBy([&] { view.merge(); }), Rule::MergeUndecided);
    EXPECT_EQ(last(), before);
    view.choose(view.rows().front().id, Side::Theirs);
    EXPECT_EQ(view.undecided(), 0u);
    view.merge();
    EXPECT_EQ(minutes(), 5);
    EXPECT_TRUE(view.rows().empty());
    EXPECT_EQ(view.news(), 0u);
    EXPECT_FALSE(view.merge().kept);
}

TEST_F(TheMerge, AsksAnewWhenSomebodyWroteMeanwhile) {
    awayMark(5);
    auto view = viewOf(manager);
    EXPECT_EQ(view.undecided(), 0u);
    addMark(cohort, "d1-am", wu, MarkKind::Late, 3);
    EXPECT_EQ(refusedBy([&] { view.merge(); }), Rule::MergeUndecided);
    view.refresh();
    EXPECT_EQ(view.undecided(), 1u);
    view.chooseAll(Side::Ours);
    view.merge();
    EXPECT_EQ(minutes(), 3);
}

TEST_F(TheMerge, TheHistorySaysWhenAndWhereItWasMade) {
    awayMark(5, "bus was late");
    viewOf(manager).merge();
    HistoryView history(at(manager), "en", english());
    history.load();
    const auto& rows = history.rows();
    const auto carried = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.who == "Trainer" && !row.why.empty(); });
    ASSERT_NE(carried, rows.end());
    EXPECT_EQ(carried->why, "made Mon 16 Mar 2026 08:30 in a copy, change " + std::to_string(last() - 1) + " there: bus was late");
    EXPECT_EQ(rows.front().did, "merged a copy of the book");
    EXPECT_EQ(rows.front().who, "Manager");
    EXPECT_NE(rows.front().why.find("copy.fledgling"), std::string::npos);
    EXPECT_EQ(whyInWords("[copy] is no mark", at(manager).clock, english()), "[copy] is no mark");
}

TEST_F(TheMerge, OnlyManagerAndSupervisorMergeAndNeverInThePast) {
    EXPECT_EQ(refusedBy([&] { viewOf(trainer); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { copyBook(at(trainer), folder.file("x.fledgling")); }), Rule::NotYourRight);
    at(manager).asOf = 1;
    EXPECT_EQ(refusedBy([&] { viewOf(manager); }), Rule::PastIsReadOnly);
}

TEST_F(TheMerge, ABackUpIsForWhoMayReadAllOfTheBook) {
    EXPECT_EQ(refusedBy([&] { backUp(at(wu), folder.file("taken.fledgling")); }), Rule::NotYourRight) << "a trainee's: the keys to the quizzes are in it";
    EXPECT_FALSE(std::filesystem::exists(folder.file("taken.fledgling")));
    backUp(at(trainer), folder.file("backup.fledgling"));
    EXPECT_TRUE(std::filesystem::exists(folder.file("backup.fledgling")));
}

TEST_F(TheMerge, AnotherDepartmentsBookIsRefused) {
    store::Database(folder.file("foreign.fledgling"), store::Database::Mode::Create);
    path = folder.file("foreign.fledgling");
    away({store::PeopleStore::setting("x", "1")});
    EXPECT_EQ(refusedBy([&] { viewOf(manager); }), Rule::MergeForeign);
}

TEST_F(TheMerge, ABrokenCopyIsRefusedAndNamesTheChange) {
    awayMark(5);
    using fledgling::test::runOnFile;
    runOnFile(path, runOnFile(path, "SELECT group_concat('DROP TRIGGER ' || name, '; ') FROM sqlite_schema WHERE type = 'trigger'"));
    runOnFile(path, "UPDATE mark SET minutes = 1 WHERE minutes = 5");
    const auto before = last();
    try {
        viewOf(manager);
        FAIL();
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.rule(), Rule::MergeBroken);
        EXPECT_EQ(refused.arguments().at(1), std::to_string(before + 1));
    }
    EXPECT_EQ(last(), before);
}

TEST_F(TheMerge, WhatCannotBeTakenIsToldInASentence) {
    const auto chen = addMentor("Chen Bo", 1);
    const auto zhao = addTrainee("Zhao Lei", cohort);
    path = folder.file("second.fledgling");
    copyBook(at(manager), path);
    addPair(wu, chen, today);
    away({store::MentoringStore::fact(Pair{zhao, chen, today, std::nullopt, ""})});
    auto view = viewOf(manager);
    const auto result = view.merge();
    EXPECT_EQ(result.untaken.size(), 1u);
    ASSERT_EQ(view.notTaken().size(), 1u);
    EXPECT_NE(view.notTaken().front().why.find("Chen Bo"), std::string::npos) << view.notTaken().front().why;
    EXPECT_EQ(view.notTaken().front().by.name, "Trainer");
    EXPECT_FALSE(result.kept);
}

TEST_F(TheMerge, WhatATraineeSaysOfTheMentorStaysHiddenFromTheSupervisor) {
    const auto chen = addMentor("Chen Bo", 1);
    path = folder.file("second.fledgling");
    copyBook(at(manager), path);
    const auto evaluation = [&](std::int64_t step) {
        return store::Fact{"mentor_evaluation", {wu.text(), chen.text(), "end"}, {step, step, step, std::string("well")}, false, {}};
    };
    write({evaluation(2)});
    away({evaluation(5)});
    const auto shown = viewOf(supervisor).rows().front();
    EXPECT_EQ(shown.ours.find("2"), std::string::npos) << shown.ours;
    EXPECT_NE(viewOf(manager).rows().front().theirs.find("5"), std::string::npos);
}

} // namespace
} // namespace fledgling::app::test
