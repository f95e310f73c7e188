#include "app/person/PersonView.h"

#include "../chats/ChatFixture.h"
#include "app/chats/ChatReviews.h"
#include "app/history/History.h"
#include "app/readiness/Decisions.h"
#include "store/evidence/EvidenceStore.h"

#include <algorithm>
#include <map>

namespace fledgling::app::test {
namespace {

using namespace domain;

class ThePerson : public DeskFixture {
protected:
    ThePerson() {
        cohort = addCohort("Mar-1", Date(2026, 3, 10), Date(2026, 3, 20));
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
        chen = addMentor("Chen Bo");
        addPair(wu, chen, Date(2026, 3, 12));
        addMark(cohort, "d1-am", wu, MarkKind::Late, 12);
    }
    PersonView viewOf(const PersonId& reader, const PersonId& person) {
        PersonView view(at(reader), "en", english(), person);
        view.load();
        return view;
    }
    static const PersonView::Entry* first(const PersonView& view, EntryKind kind) {
        const auto found = std::find_if(view.entries().begin(), view.entries().end(),
                                        [&](const auto& one) { return one.kind == kind; });
        return found == view.entries().end() ? nullptr : &*found;
    }
    CohortId cohort;
    PersonId wu, zhao, chen;
};

TEST_F(ThePerson, SaysWhatACardAndARoleHoldAndOfTheCardOnlyWhich) {
    const auto view = viewOf(manager, chen);
    std::map<std::string, std::string> details;
    for (const auto& entry : view.entries())
        if (entry.kind == EntryKind::Card) details[entry.key.table] = entry.detail;
    ASSERT_TRUE(details.contains("person"));
    EXPECT_EQ(details["person"].find("roles: mentor"), 0U) << details["person"];
    EXPECT_EQ(details["person"].find("retired"), std::string::npos) << details["person"];
    ASSERT_TRUE(details.contains("person_card"));
    EXPECT_EQ(details["person_card"].find("name"), 0U) << details["person_card"];
    EXPECT_EQ(details["person_card"].find("Chen Bo"), std::string::npos) << "it can be erased";
}

TEST_F(ThePerson, HasCohortMentorAndEveryLineWithWhoAndWhen) {
    decide(at(manager), wu, DecisionKind::Hold, "wait for the quiz");
    const auto view = viewOf(manager, wu);
    EXPECT_EQ(view.head().name, "Wu Min");
    EXPECT_EQ(view.head().cohort, "Mar-1");
    EXPECT_EQ(view.head().mentor, "Chen Bo");
    EXPECT_EQ(view.head().verdict, Verdict::Stuck);
    EXPECT_TRUE(view.head().leads.empty());
    EXPECT_EQ(viewOf(manager, chen).head().leads, std::vector<std::string>{"Wu Min"});
    const auto* decision = first(view, EntryKind::Decision);
    ASSERT_NE(decision, nullptr);
    EXPECT_EQ(decision->who, "Manager");
    EXPECT_NE(decision->detail.find("wait for the quiz"), std::string::npos);
    EXPECT_GT(decision->change, 0);
    EXPECT_EQ(decision->page, "readiness");
    const auto* mark = first(view, EntryKind::Session);
    ASSERT_NE(mark, nullptr);
    EXPECT_EQ(mark->detail, "late; 12 min");
    EXPECT_NE(first(view, EntryKind::Pairing), nullptr);
    EXPECT_TRUE(std::is_sorted(view.entries().begin(), view.entries().end(),
                               [](const auto& a, const auto& b) { return a.day > b.day; }));
}

TEST_F(ThePerson, ATraineeSeesNoVerdictAndNoReasonsOfThoseWhoDecide) {
    decide(at(manager), wu, DecisionKind::Hold, "wait for the quiz");
    const auto view = viewOf(wu, wu);
    EXPECT_FALSE(view.head().verdict);
    EXPECT_TRUE(view.head().way.empty());
    const auto* decision = first(view, EntryKind::Decision);
    ASSERT_NE(decision, nullptr);
    EXPECT_EQ(decision->detail.find("wait"), std::string::npos);
    EXPECT_TRUE(decision->why.empty());
}

TEST_F(ThePerson, IsClosedToOtherTraineesAndToMentorsOfOthers) {
    EXPECT_THROW(viewOf(zhao, wu), Refused);
    EXPECT_THROW(viewOf(addMentor("Li Na"), wu), Refused);
    EXPECT_NO_THROW(viewOf(chen, wu));
}

TEST_F(ThePerson, ShowsAPastMomentAsItWasKnown) {
    const auto before = store::Book(at(manager).database).last();
    decide(at(manager), wu, DecisionKind::Hold, "wait for the quiz");
    at(manager).asOf = before;
    const auto view = viewOf(manager, wu);
    EXPECT_EQ(first(view, EntryKind::Decision), nullptr);
    EXPECT_NE(first(view, EntryKind::Pairing), nullptr);
}

TEST_F(ThePerson, WhatStandsAgainByUndoIsNoNewEntry) {
    const auto before = today;
    decide(at(manager), wu, DecisionKind::Hold, "wait for the quiz");
    today = today.plusDays(1);
    decide(at(manager), wu, DecisionKind::Hold, "wait for the practical");
    undo(at(manager));
    const auto view = viewOf(manager, wu);
    const auto* decision = first(view, EntryKind::Decision);
    ASSERT_NE(decision, nullptr);
    EXPECT_NE(decision->detail.find("wait for the quiz"), std::string::npos) << decision->detail;
    EXPECT_EQ(decision->day, before);
    EXPECT_EQ(decision->keptOn, before);
}

TEST_F(ThePerson, WhatChangedSinceAMomentLeavesOutWhatStoodBeforeAndCameAfter) {
    const auto since = store::Book(at(manager).database).last();
    const auto hold = decide(at(manager), wu, DecisionKind::Hold, "wait for the quiz");
    decide(at(manager), wu, DecisionKind::Hold, "wait for the practical");
    BookNames names(at(manager));
    const auto rows = historySince(at(manager), {}, since, hold, names);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().number, hold);
    EXPECT_TRUE(historySince(at(manager), {}, hold, since, names).empty());
    EXPECT_THROW((void)historySince(at(wu), {}, since, hold, names), Refused);
}

class TheDossier : public ThePerson {
protected:
    TheDossier() {
        loadPackage(chatPackage(), "2");
        an = addTrainee("An", addCohort("Mar-2", Date(2026, 3, 10), {}, "2"));
        ChatReview failed, passed;
        failed.chat = {an, today, 3};
        failed.faults = {{"greeting", "none at all", "What do you want?"}, {FIRST_REPLY, "75 s", ""}};
        passed.chat = {an, today, 4};
        reviewChats(at(supervisor), {failed, passed});
    }
    std::vector<PersonView::Entry> of(const PersonId& reader, EntryKind kind) {
        PersonView view(at(reader), "en", english(), an);
        view.load();
        auto all = view.dossier();
        std::erase_if(all, [&](const auto& one) { return one.kind != kind; });
        return all;
    }
    PersonId an;
};

TEST_F(TheDossier, NamesWhatWasWrongInEachFailedChatWithItsLine) {
    const auto chats = of(manager, EntryKind::Chats);
    ASSERT_EQ(chats.size(), 3U) << "the day, and two faults of one chat";
    EXPECT_EQ(chats[0].detail, "2 read, 1 with a fault");
    EXPECT_EQ(chats[1].what, "fault in a chat · chat 3 · Greeting") << "the skill of that id is called otherwise";
    EXPECT_EQ(chats[1].detail, "what was wrong: none at all; quoted line: What do you want?");
    EXPECT_EQ(chats[1].who, "Supervisor");
    EXPECT_EQ(chats[1].keptOn, today);
    EXPECT_EQ(chats[2].what, "fault in a chat · chat 3 · first reply");
    PersonView view(at(manager), "en", english(), an);
    view.load();
    EXPECT_EQ(std::count_if(view.entries().begin(), view.entries().end(),
                            [](const auto& one) { return one.kind == EntryKind::Chats; }), 1)
        << "in the window a day is one line";
}

TEST_F(TheDossier, NamesAnAppealAsItWasMadeAndAsItWasDecided) {
    const auto read = today;
    const ChatKey chat{an, today, 3};
    today = today.plusDays(1);
    appealFault(at(an), chat, "greeting", "it is in the line before");
    today = today.plusDays(1);
    ASSERT_EQ(of(manager, EntryKind::Appeal).size(), 1U);
    decideAppeal(at(manager), chat, "greeting", true, "seen");
    const auto appeals = of(an, EntryKind::Appeal);
    ASSERT_EQ(appeals.size(), 2U);
    EXPECT_EQ(appeals[0].who, "Manager");
    EXPECT_EQ(appeals[0].keptOn, read.plusDays(2));
    EXPECT_NE(appeals[0].detail.find("appeal upheld"), std::string::npos) << appeals[0].detail;
    EXPECT_NE(appeals[0].detail.find("answer: seen"), std::string::npos) << appeals[0].detail;
    EXPECT_EQ(appeals[1].who, "An");
    EXPECT_EQ(appeals[1].keptOn, read.plusDays(1));
    EXPECT_NE(appeals[1].detail.find("it is in the line before"), std::string::npos) << appeals[1].detail;
}

TEST_F(TheDossier, ADecisionTakenBackLeavesTheAppealAsItWasMade) {
    const ChatKey chat{an, today, 3};
    today = today.plusDays(1);
    const auto made = today;
    appealFault(at(an), chat, "greeting", "it is in the line before");
    today = today.plusDays(1);
    decideAppeal(at(manager), chat, "greeting", true, "seen");
    undo(at(manager));
    const auto appeals = of(an, EntryKind::Appeal);
    ASSERT_EQ(appeals.size(), 1U);
    EXPECT_EQ(appeals[0].who, "An");
    EXPECT_EQ(appeals[0].keptOn, made);
}

TEST_F(TheDossier, SaysHowMuchOfAFilmWasWatched) {
    FilmWatch film{90, {}};
    film.watched.add(0, 35);
    film.watched.add(40, 90);
    write({store::EvidenceStore::fact({an, "small"}, "media/tour.webm", film)});
    const auto entries = of(an, EntryKind::Evidence);
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].detail, "watched 1 min 25 s of 1 min 30 s");
}

} // namespace
} // namespace fledgling::app::test
