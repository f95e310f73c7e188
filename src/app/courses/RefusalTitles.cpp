#include "app/courses/RefusalTitles.h"

#include "app/courses/Courses.h"
#include "app/history/BookNames.h"
#include "app/history/BookValues.h"
#include "domain/Text.h"
#include "domain/chats/ChatReview.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <vector>

namespace fledgling::app {

using namespace domain;

namespace {

enum class Titled { Assessment, Skill, Session, Criterion, Item, Readiness };

/// Every argument, in place of one.
constexpr std::size_t EACH = static_cast<std::size_t>(-1);

/// Which argument of a rule is an id of a course, and of what.
struct Place {
    Rule rule;
    std::size_t argument;
    Titled what;
};

constexpr Place PLACES[] = {
    {Rule::UnknownAssessment, 0, Titled::Assessment}, {Rule::AlreadyPassed, 1, Titled::Assessment},
    {Rule::AttemptsUsedUp, 1, Titled::Assessment},    {Rule::NoResult, 1, Titled::Assessment},
    {Rule::QuizUnderWay, 0, Titled::Assessment},      {Rule::QuizNotUnderWay, 0, Titled::Assessment},
    {Rule::QuizTimeOver, 0, Titled::Assessment},      {Rule::QuizWaits, 0, Titled::Assessment},
    {Rule::NothingToRegrade, 0, Titled::Assessment},  {Rule::EvidenceNeeded, 0, Titled::Skill},
    {Rule::LevelOutOfOrder, 0, Titled::Skill},        {Rule::UnknownSkill, 0, Titled::Skill},
    {Rule::NoSuchSession, 0, Titled::Session},        {Rule::NothingOwed, 1, Titled::Session},
    {Rule::SessionTaken, 0, Titled::Session},         {Rule::SessionClosed, 0, Titled::Session},
    {Rule::SessionOpen, 0, Titled::Session},          {Rule::NotOnRoll, 1, Titled::Session},
    {Rule::FutureSession, 0, Titled::Session},        {Rule::Clash, 1, Titled::Session},
    {Rule::Clash, 2, Titled::Session},                {Rule::UnknownCriterion, 0, Titled::Criterion},
    {Rule::FaultUnexplained, 0, Titled::Criterion},   {Rule::NotFailed, 0, Titled::Criterion},
    {Rule::QuoteNotAgents, 0, Titled::Criterion},
    {Rule::AppealStands, 0, Titled::Criterion},       {Rule::NoAppeal, 0, Titled::Criterion},
    {Rule::UnknownItem, 0, Titled::Item},             {Rule::EvidenceTooEarly, 0, Titled::Session},
    {Rule::EvidenceMissing, EACH, Titled::Item},        {Rule::CriteriaUnmet, EACH, Titled::Readiness},
};

const LocalText* itemTitle(const Course& course, const std::string& id) {
    for (const auto& assessment : course.assessments)
        for (const auto& item : assessment.items)
            if (item.id == id) return &item.title;
    return nullptr;
}

const LocalText* readinessTitle(const Course& course, const std::string& id) {
    for (const auto& criterion : course.readiness)
        if (criterion.id == id) return &criterion.title;
    return nullptr;
}

const LocalText* titleIn(const Course& course, Titled what, const std::string& id) {
    const auto of = [](const auto* found) { return found ? &found->title : nullptr; };
    switch (what) {
    case Titled::Assessment: return of(course.assessment(id));
    case Titled::Skill: return of(course.skill(id));
    case Titled::Session: return of(course.session(id));
    case Titled::Criterion: return of(course.chatReview.criterion(id));
    case Titled::Item: return itemTitle(course, id);
    case Titled::Readiness: return readinessTitle(course, id);
    }
    return nullptr;
}

std::optional<std::string> titleNamed(Desk& desk, Titled what, const std::string& id, const std::string& language) {
    auto entries = coursesOf(desk);
    std::reverse(entries.begin(), entries.end());
    for (const auto& entry : entries) {
        const auto& course = desk.shelf.course(entry.course, entry.version);
        const auto* title = titleIn(course, what, id);
        if (title && !title->empty()) return title->in(language, course.language);
    }
    return std::nullopt;
}

/// A session is named by its id alone, or with its cohort, day and hours: "Nov-3 d1-am 2026-11-23 07:00-11:30".
std::string sessionTitled(Desk& desk, const std::string& named, const std::string& language) {
    auto words = split(named, ' ');
    for (auto& word : words)
        if (const auto title = titleNamed(desk, Titled::Session, word, language)) {
            word = *title;
            break;
        }
    return joined(words, " ");
}

std::string titled(Desk& desk, Titled what, const std::string& named, const std::string& language, const Tongue& tr) {
    if (what == Titled::Session) return sessionTitled(desk, named, language);
    if (what == Titled::Criterion && named == FIRST_REPLY) return tr("first reply");
    return titleNamed(desk, what, named, language).value_or(named);
}


/// Which course judges is the same on both sides, or nothing to decide on; what has no name says nothing either.
std::string valueSaid(BookNames& names, const std::string& table, const std::string& field, const std::string& value,
                      const Tongue& tr) {
    const bool card = table == "chat_review" || table == "second_reading";
    if (card && (field == "course" || field == "version")) return {};
    if (field == "faults" || field == "not_applicable") {
        std::vector<std::string> titles;
        for (const auto& id : split(value, ','))
            titles.push_back(keyInWords("criterion", id, names, tr));
        return joined(titles, tr(", "));
    }
    const auto named = names.of(value);
    if (value.size() == domain::ID_LENGTH && named == value) return {};
    return valueInWords(table, field, named, [&](const std::string& id) { return names.title(id); }, tr);
}

} // namespace

std::string sentence(Desk& desk, const Refused& refused, const std::string& language, const Tongue& tr) {
    auto arguments = refused.arguments();
    try {
        for (const auto& place : PLACES)
            for (std::size_t i = 0; place.rule == refused.rule() && i < arguments.size(); ++i)
                if (place.argument == i || place.argument == EACH)
                    arguments[i] = titled(desk, place.what, arguments[i], language, tr);
    } catch (const std::exception&) {
        return sentence(refused, tr); // a book that can't be asked must not hide why something was refused
    }
    return sentence(Refused(refused.rule(), std::move(arguments)), tr);
}

std::string sentence(Desk& desk, const store::Conflict& conflict, const std::string& language, const Tongue& tr) {
    try {
        BookNames names(desk, language);
        return sentence(conflict, names.of(conflict.who().text()), tr, [&](const std::string& field, const std::string& value) {
            return valueSaid(names, conflict.table(), field, value, tr);
        });
    } catch (const std::exception&) {
        // A book that can't be asked must not hide that somebody wrote.
        return sentence(conflict, "–", tr, [](const std::string&, const std::string&) { return std::string(); });
    }
}

} // namespace fledgling::app
