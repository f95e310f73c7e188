#include "domain/evidence/Evidence.h"

#include "domain/Refused.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

CourseSession lesson(SessionKind kind) {
    CourseSession session;
    session.id = "d3-am";
    session.kind = kind;
    return session;
}

CourseSession withEverything() {
    auto session = lesson(SessionKind::Shadowing);
    session.films = {"media/tour.webm"};
    session.exercises = {{"note", {}}, {"log", {}}};
    return session;
}

Evidence watched(int to) {
    Evidence evidence;
    evidence.films["media/tour.webm"].seconds = 100;
    evidence.films["media/tour.webm"].watched.add(0, to);
    return evidence;
}

TEST(EvidenceOfAHalfDay, IsWantedByShadowingFilmsAndExercises) {
    EXPECT_TRUE(wantsEvidence(lesson(SessionKind::Shadowing)));
    EXPECT_FALSE(wantsEvidence(lesson(SessionKind::Classroom)));
    auto film = lesson(SessionKind::Classroom);
    film.films = {"media/tour.webm"};
    EXPECT_TRUE(wantsEvidence(film));
    film.watchPercent = 0;
    EXPECT_FALSE(wantsEvidence(film)) << "a film that need not be watched";
}

TEST(EvidenceOfAHalfDay, LacksTheSheetFilmAndExercises) {
    const auto lacks = lacking(withEverything(), {});
    ASSERT_EQ(lacks.size(), 4U);
    EXPECT_EQ(lacks[0].kind, EvidenceLack::Kind::Sheet);
    EXPECT_EQ(lacks[1], (EvidenceLack{EvidenceLack::Kind::Film, "media/tour.webm", 0, 90}));
    EXPECT_EQ(lacks[2].subject, "note");
    EXPECT_EQ(lacks[3].kind, EvidenceLack::Kind::Exercise);
}

TEST(EvidenceOfAHalfDay, IsDueOnceItWasAttendedOrIsPast) {
    const auto held = Date(2026, 11, 11);
    EXPECT_FALSE(evidenceDue(held, false, held)) << "it may be held this afternoon";
    EXPECT_TRUE(evidenceDue(held, true, held));
    EXPECT_TRUE(evidenceDue(held, false, held.plusDays(1))) << "missed: its sheet is still to come";
    EXPECT_FALSE(evidenceDue({}, false, held)) << "not laid yet";
}

TEST(EvidenceOfAHalfDay, IsMissingOnlyWhereItIsDueAndTheTraineesToGive) {
    const auto held = Date(2026, 11, 11);
    auto session = lesson(SessionKind::Demonstration);
    session.exercises = {{"note", {}}};
    Course course;
    course.days = {{{}, {session}}};
    const std::set<std::string> own{"d3-am"};
    EXPECT_TRUE(evidenceMissing(course, {}, {{"d3-am", held}}, {}, held).empty());
    EXPECT_EQ(evidenceMissing(course, {}, {{"d3-am", held}}, {}, held.plusDays(1)), own);
    EXPECT_EQ(evidenceMissing(course, {}, {}, own, held), own) << "attended, with whichever cohort";
    Evidence ticked;
    ticked.exercises["d3-am"]["note"] = ExerciseState::Ticked;
    EXPECT_TRUE(evidenceMissing(course, ticked, {}, own, held).empty()) << "somebody else is to confirm it";
}

TEST(EvidenceOfAHalfDay, SixtyOfNinetyPercentIsNotComplete) {
    auto session = lesson(SessionKind::Classroom);
    session.films = {"media/tour.webm"};
    ASSERT_EQ(lacking(session, watched(60)).size(), 1U);
    EXPECT_EQ(lacking(session, watched(60))[0].have, 60);
    EXPECT_EQ(lacking(session, watched(89)).size(), 1U);
    EXPECT_TRUE(lacking(session, watched(90)).empty());
}

TEST(EvidenceOfAHalfDay, AnExerciseIsDoneOnceSomebodySawIt) {
    auto session = lesson(SessionKind::Demonstration);
    session.exercises = {{"note", {}}};
    Evidence evidence;
    evidence.exercises["d3-am"]["note"] = ExerciseState::Ticked;
    ASSERT_EQ(lacking(session, evidence).size(), 1U);
    EXPECT_EQ(lacking(session, evidence)[0].kind, EvidenceLack::Kind::Confirmation);
    evidence.exercises["d3-am"]["note"] = ExerciseState::Confirmed;
    EXPECT_TRUE(lacking(session, evidence).empty());
    Course course;
    course.days = {{{}, {session, lesson(SessionKind::Classroom)}}};
    EXPECT_EQ(evidenced(course, evidence), (std::set<std::string>{"d3-am"}));
    EXPECT_TRUE(evidenced(course, {}).empty());
}

TEST(AShadowSheet, NamesWhatIsEmpty) {
    ShadowSheet sheet;
    sheet.chats = "  ";
    sheet.learnt = "listen first";
    try {
        static_cast<void>(checkedSheet(sheet));
        FAIL() << "an incomplete sheet was taken";
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.rule(), Rule::SheetIncomplete);
        EXPECT_EQ(refused.arguments(), (std::vector<std::string>{"whom", "chats", "question"}));
    }
    sheet.whom = PersonId("00000000-0000-0000-0000-000000000001");
    sheet.chats = " two ";
    sheet.question = "why?";
    EXPECT_EQ(checkedSheet(sheet).chats, "two");
}

} // namespace
} // namespace fledgling::domain
