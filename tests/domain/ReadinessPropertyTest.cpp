#include "domain/Readiness.h"

#include "ReadinessCourse.h"
#include "support/Any.h"
#include "support/StepsDone.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace fledgling::domain {
namespace {

using test::any;

bool coin() { return any(2) == 0; }

std::set<std::string> anySkills() {
    std::set<std::string> skills;
    for (const auto* id : {"greeting", "closing", "refunds", "channels"})
        if (coin()) skills.insert(id);
    return skills;
}

/// The course of the tests with any thresholds, each measure several times or never, skills named or not.
Course anyCourse() {
    auto course = test::readinessCourse();
    auto given = course.readiness;
    course.readiness.clear();
    for (auto criterion : given) {
        const int times = any(3);
        for (int i = 0; i < times; ++i) {
            criterion.id += "+";
            criterion.atLeast = isPercent(criterion.measure) ? any(101) : any(12);
            if (criterion.measure == Measure::SkillsSigned) criterion.skills = anySkills();
            course.readiness.push_back(criterion);
        }
    }
    return course;
}

Facts anyFacts() {
    Facts facts;
    facts.post = static_cast<Post>(any(3));
    for (const auto* id : {"d1-am", "d1-pm", "d2-am", "d2-pm"})
        if (coin()) facts.sessions[id] = static_cast<SessionState>(any(5));
    for (const auto* id : {"greeting", "closing", "refunds", "channels"})
        if (coin()) facts.skills[id] = static_cast<SkillLevel>(any(4));
    facts.daysMentored = any(12);
    if (coin()) facts.acknowledged.insert("rules/secrecy.md");
    facts.hasMentor = coin();
    if (coin()) facts.assessments["final"] = {coin(), any(101), 1 + any(3)};
    if (coin()) facts.chatPoints = any(12);
    if (coin()) facts.chatDaysReviewed = any(12);
    facts.held = coin();
    return facts;
}

Facts after(const Course& course, Facts facts, const std::vector<Step>& steps) {
    for (const auto& step : steps)
        facts = apply(course, std::move(facts), step);
    return facts;
}

RC_GTEST_PROP(ReadinessProperty, DoingAllStepsMakesReady, ()) {
    const auto course = anyCourse();
    const auto facts = anyFacts();
    const auto readiness = readinessOf(course, facts);
    RC_ASSERT(readinessOf(course, after(course, facts, readiness.steps)).verdict == Verdict::Ready);
    RC_ASSERT(std::all_of(readiness.cells.begin(), readiness.cells.end(), [](const Cell& one) { return one.fulfilled(); }) ==
              (readiness.verdict == Verdict::Ready));
    RC_ASSERT(readiness.steps.empty() == (readiness.verdict == Verdict::Ready));
}

RC_GTEST_PROP(ReadinessProperty, LeavingAnyStepOutDoesNot, ()) {
    const auto course = anyCourse();
    const auto facts = anyFacts();
    const auto steps = readinessOf(course, facts).steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto fewer = steps;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        RC_ASSERT(readinessOf(course, after(course, facts, fewer)).verdict != Verdict::Ready);
        if (steps[i].count < 2 || steps[i].kind == StepKind::SignSkill) continue;
        auto shorter = steps;
        --shorter[i].count;
        RC_ASSERT(readinessOf(course, after(course, facts, shorter)).verdict != Verdict::Ready);
    }
}

/// Every single thing that can be done for sessions, skills and texts.
std::vector<Step> everyStep(const Course& course, const Facts& facts) {
    std::vector<Step> steps;
    for (const auto& day : course.days)
        for (const auto& session : day.sessions)
            if (const auto at = facts.sessions.find(session.id);
                at == facts.sessions.end() || !isDone(at->second))
                steps.push_back({StepKind::AttendSession, session.id, 1, SkillLevel::None});
    for (const auto* skill : course.skillsFor(facts.post))
        steps.push_back({StepKind::SignSkill, skill->id, 1, skill->need});
    for (const auto& text : course.acknowledge)
        if (!facts.acknowledged.contains(text.file))
            steps.push_back({StepKind::AcknowledgeText, text.file, 1, SkillLevel::None});
    return steps;
}

RC_GTEST_PROP(ReadinessProperty, NoShorterWayExists, ()) {
    auto course = anyCourse();
    std::erase_if(course.readiness, [](const Criterion& one) { return !isPercent(one.measure); });
    const auto facts = anyFacts();
    const auto shortest = readinessOf(course, facts).steps.size();
    const auto all = everyStep(course, facts);
    for (unsigned chosen = 0; chosen < (1U << all.size()); ++chosen) {
        std::vector<Step> tried;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (chosen & (1U << i)) tried.push_back(all[i]);
        if (tried.size() >= shortest) continue;
        RC_ASSERT(readinessOf(course, after(course, facts, tried)).verdict != Verdict::Ready);
    }
}

RC_GTEST_PROP(ReadinessProperty, StepsAreNeverPointless, ()) {
    const auto course = anyCourse();
    const auto facts = anyFacts();
    for (const auto& step : readinessOf(course, facts).steps)
        RC_ASSERT(apply(course, facts, step) != facts);
}

RC_GTEST_PROP(ReadinessProperty, NearerIsAStrictOrder, ()) {
    std::vector<Readiness> board;
    const auto course = anyCourse();
    for (int i = 0; i < 6; ++i) {
        auto facts = anyFacts();
        facts.trainee = test::person(i);
        board.push_back(readinessOf(course, facts));
    }
    for (const auto& a : board)
        for (const auto& b : board)
            RC_ASSERT((a.trainee == b.trainee) == (!nearer(a, b) && !nearer(b, a)));
    std::sort(board.begin(), board.end(), nearer);
    RC_ASSERT(std::is_sorted(board.begin(), board.end(),
                             [](const auto& a, const auto& b) { return a.verdict < b.verdict; }));
}

} // namespace
} // namespace fledgling::domain
