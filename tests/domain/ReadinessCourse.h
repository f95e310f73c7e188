#pragma once

#include "People.h"
#include "domain/Readiness.h"

namespace fledgling::test {

/// Two days with two half days, three skills for every post and one for order handlers, one criterion per
/// measure.
inline domain::Course readinessCourse() {
    using namespace domain;
    Course course;
    for (const auto* day : {"d1", "d2"}) {
        auto& one = course.days.emplace_back();
        for (const auto half : {HalfDay::Morning, HalfDay::Afternoon}) {
            auto& session = one.sessions.emplace_back();
            session.id = std::string(day) + (half == HalfDay::Morning ? "-am" : "-pm");
            session.when = half;
        }
    }
    course.skills = {{"greeting", {}, {}, SkillLevel::Alone, {}},
                     {"closing", {}, {}, SkillLevel::Alone, {}},
                     {"refunds", {}, {}, SkillLevel::Helped, {}},
                     {"channels", {}, {}, SkillLevel::Alone, {Post::Order}}};
    course.acknowledge = {{"rules/conduct.md", {}, {}}, {"rules/secrecy.md", {}, {}}};
    Assessment quiz;
    quiz.id = "final";
    quiz.attempts = 2;
    course.assessments = {quiz};
    const auto criterion = [&](const char* id, Measure measure, int atLeast) {
        auto& one = course.readiness.emplace_back();
        one.id = id;
        one.measure = measure;
        one.atLeast = atLeast;
    };
    criterion("attended", Measure::SessionsDone, 100);
    criterion("skills", Measure::SkillsSigned, 100);
    criterion("mentored", Measure::DaysMentored, 10);
    criterion("rules", Measure::RulesAcknowledged, 100);
    criterion("mentor", Measure::MentorAssigned, 1);
    criterion("quiz", Measure::AssessmentPassed, 1);
    course.readiness.back().assessment = "final";
    criterion("points", Measure::ChatPoints, 20);
    criterion("reviewed", Measure::ChatDaysReviewed, 5);
    return course;
}

/// Facts of an agent that meet every criterion of that course, just so.
inline domain::Facts factsOfReady() {
    using namespace domain;
    Facts facts;
    facts.trainee = person(1);
    for (const auto* id : {"d1-am", "d1-pm", "d2-am", "d2-pm"})
        facts.sessions[id] = SessionState::Attended;
    facts.skills = {
        {"greeting", SkillLevel::Alone}, {"closing", SkillLevel::Alone}, {"refunds", SkillLevel::Helped}};
    facts.daysMentored = 10;
    facts.acknowledged = {"rules/conduct.md", "rules/secrecy.md"};
    facts.hasMentor = true;
    facts.assessments["final"] = {true, 92, 1};
    facts.chatPoints = 20;
    facts.chatDaysReviewed = 5;
    return facts;
}

} // namespace fledgling::test
