#include "ui/courseeditor/EditorWords.h"

#include "app/Words.h"
#include "domain/Attendance.h"
#include "ui/Language.h"
#include "ui/Text.h"

#include <wx/intl.h>

namespace fledgling::ui::editor {

using app::EditorField;
using app::EditorPartKind;
using format::ProblemKind;

namespace {

wxString fieldWords(EditorField field) {
    switch (field) {
    case EditorField::Title: return _("Title");
    case EditorField::Id: return _("Id (letters, digits, -)");
    case EditorField::About: return _("What to watch for");
    case EditorField::Posts: return _("For these posts");
    case EditorField::OnlyPosts: return _("Only for these posts (none: all)");
    case EditorField::Morning: return _("Morning, as 07:00-11:30");
    case EditorField::Afternoon: return _("Afternoon, as 13:00-16:00");
    case EditorField::Week: return _("Working week");
    case EditorField::MentoringDays: return _("Working days with a mentor");
    case EditorField::Log: return _("Mentor's log");
    case EditorField::Examine: return _("Mentors take again");
    case EditorField::ExamineEvery: return _("... after so many days");
    case EditorField::When: return _("Half day");
    case EditorField::SessionKind: return _("Kind of session");
    case EditorField::Hours: return _("Own hours, as 09:30-11:30 (else the half day's)");
    case EditorField::Lecturer: return _("Who teaches (empty: open)");
    case EditorField::Minutes: return _("Minutes of teaching (may be empty)");
    case EditorField::Films: return _("Films, a path a line");
    case EditorField::Watch: return _("Percent of each film to be seen (empty: 90)");
    case EditorField::Materials: return _("Hand-outs, a path a line");
    case EditorField::Body: return _("Text");
    case EditorField::Need: return _("Level needed");
    case EditorField::Measure: return _("What is measured");
    case EditorField::AtLeast: return _("At least");
    case EditorField::Assessment: return _("Which assessment");
    case EditorField::OnlySkills: return _("Only these skills (none: all the post needs)");
    case EditorField::AssessmentKind: return _("Kind of assessment");
    case EditorField::Pass: return _("Pass mark in %");
    case EditorField::Attempts: return _("Attempts");
    case EditorField::TimeLimit: return _("Minutes (0: no limit)");
    case EditorField::Bank: return _("Bank of questions");
    case EditorField::Draw: return _("Questions drawn (0: all)");
    // TRANSLATORS: %s is a topic of the question bank.
    case EditorField::Category: return _("... of these from %s");
    case EditorField::Scale: return _("Scale from worst to best, a step a line");
    case EditorField::Critical: return _("Critical: below the best step, the whole is not passed");
    case EditorField::PerDay: return _("Chats read of each person a day");
    case EditorField::FailsCostPoint: return _("Failing chats that cost the day's point");
    case EditorField::Points: return _("Points of a month");
    case EditorField::FirstReply: return _("First reply within seconds");
    case EditorField::AppealDays: return _("Working days for an appeal");
    case EditorField::AllKept: return _("Who keeps every point gets");
    case EditorField::Below: return _("Below so many points");
    case EditorField::Effect: return _("What it costs");
    case EditorField::ReadAgain: return _("Session to read again");
    case EditorField::ReadAgainLate: return _("Session to read again after late first replies");
    case EditorField::Statuses: return _("Marks the roll offers");
    case EditorField::MakeUp: return _("A missed session");
    case EditorField::Mark: return _("Mark");
    case EditorField::From: return _("From, as 2026-01-31");
    case EditorField::Cost: return _("What it costs");
    }
    return {};
}

wxString measureWords(const std::string& key) {
    using enum domain::Measure;
    const auto measure = domain::measureOf(key);
    if (!measure) return u8(key);
    switch (*measure) {
    case SessionsDone: return _("sessions attended or made up, %");
    case SkillsSigned: return _("skills signed off, %");
    case DaysMentored: return _("days with a mentor");
    case RulesAcknowledged: return _("texts signed for, %");
    case MentorAssigned: return _("has a mentor");
    case AssessmentPassed: return _("passed an assessment");
    case ChatPoints: return _("points kept of the month");
    case ChatDaysReviewed: return _("days whose chats were read");
    case EvidenceGiven: return _("half days with their sheets, films and exercises, %");
    }
    return {};
}

template <class Value>
wxString wordOf(const std::optional<Value>& value, const std::string& key) {
    return value ? u8(app::word(*value, tongue)) : u8(key);
}

wxString kindWords(EditorPartKind kind) {
    switch (kind) {
    case EditorPartKind::Facts: return _("Course facts");
    case EditorPartKind::DaysHead: return _("Days and sessions");
    case EditorPartKind::Day: return _("Day %d");
    case EditorPartKind::Session: return _("Session %d");
    case EditorPartKind::ExercisesHead: return _("Exercises");
    case EditorPartKind::Exercise: return _("Exercise %d");
    case EditorPartKind::SkillsHead: return _("Skills to sign off");
    case EditorPartKind::Skill: return _("Skill %d");
    case EditorPartKind::CriteriaHead: return _("Readiness criteria");
    case EditorPartKind::Criterion: return _("Criterion %d");
    case EditorPartKind::AssessmentsHead: return _("Assessments");
    case EditorPartKind::Assessment: return _("Assessment %d");
    case EditorPartKind::ItemsHead: return _("Items looked at");
    case EditorPartKind::Item: return _("Item %d");
    case EditorPartKind::Chats: return _("Chat reviews and points");
    case EditorPartKind::TiersHead: return _("Bonus by points");
    case EditorPartKind::Tier: return _("Step %d");
    case EditorPartKind::ChangesHead: return _("Point rules from a later day on");
    case EditorPartKind::Change: return _("Later rules %d");
    case EditorPartKind::ChatCriteriaHead: return _("What chats are judged on");
    case EditorPartKind::ChatCriterion: return _("Criterion %d");
    case EditorPartKind::Attendance: return _("Attendance");
    case EditorPartKind::ConsequencesHead: return _("What a mark costs");
    case EditorPartKind::Consequence: return _("Rule %d");
    case EditorPartKind::RulesHead: return _("Texts to sign for");
    case EditorPartKind::Rule: return _("Text %d");
    }
    return {};
}

} // namespace

wxString languageName(const std::string& tag) {
    return tag == "zh-CN" ? wxString(L"\u4e2d\u6587") : tag == "en" ? wxString("English") : u8(tag);
}

wxString label(const app::CourseEditor::Field& field, bool severalLanguages) {
    const bool named = severalLanguages && !field.language.empty();
    const auto words = fieldWords(field.field);
    return dotted({field.of.empty() ? words : wxString::Format(words, u8(field.of)), named ? languageName(field.language) : wxString()});
}

wxString optionWords(EditorField field, const app::CourseEditor::Option& option) {
    if (!option.words.empty()) return u8(option.words);
    const auto& key = option.key;
    switch (field) {
    case EditorField::Posts:
    case EditorField::OnlyPosts: return wordOf(domain::postOf(key), key);
    case EditorField::Week: return wordOf(domain::weekdayOf(key), key);
    case EditorField::When: return wordOf(domain::halfDayOf(key), key);
    case EditorField::SessionKind: return wordOf(domain::sessionKindOf(key), key);
    case EditorField::Need: return wordOf(domain::skillLevelOf(key), key);
    case EditorField::Statuses:
    case EditorField::Mark: return wordOf(domain::markKindOf(key), key);
    case EditorField::Measure: return measureWords(key);
    case EditorField::Log: return key == "daily" ? _("due every working day") : _("not asked for");
    case EditorField::MakeUp: return key == "required" ? _("is owed until made up or waived") : _("isn't owed");
    case EditorField::AssessmentKind: return key == "quiz" ? _("quiz") : key == "practical" ? _("practical check") : u8(key);
    case EditorField::Bank: return key == app::CourseEditor::NEW_BANK ? _("a new one, with one question to replace") : u8(key);
    case EditorField::ReadAgain:
    case EditorField::ReadAgainLate: return key.empty() ? _("none") : u8(key);
    default: return u8(key);
    }
}

wxString partTitle(const app::CourseEditor::Part& part) {
    const bool named = !part.title.empty();
    if (!named && part.number > 0) return wxString::Format(kindWords(part.kind), part.number);
    if (named && part.kind == EditorPartKind::Change) return wxString::Format(_("From %s on"), u8(part.title));
    if (named && part.kind == EditorPartKind::Consequence)
        return dotted({wordOf(domain::markKindOf(part.when), part.when), u8(part.title)});
    return named ? u8(part.title) : kindWords(part.kind);
}

wxString headText(EditorPartKind kind) {
    if (kind == EditorPartKind::AssessmentsHead)
        return _("N adds a quiz here; its form turns it into a practical check. A quiz draws from a bank, whose questions are "
                 "changed on the Questions page once the version is kept. Alt+Up and Alt+Down move one, Del takes it away.");
    if (kind == EditorPartKind::ChangesHead)
        return _("N adds numbers that hold from a day on. What is left empty there stays as it was; steps of the bonus replace "
                 "all that held before.");
    return _("N adds one here. Choose one to change it; Alt+Up and Alt+Down move it, Del takes it away.");
}

namespace {

/// The reader's own sentence; a bank has no form here, so its line is told.
wxString readersWords(const format::Problem& problem) {
    const auto words = u8(app::sentence(problem, tongue));
    const bool bank = problem.line > 0 && problem.file.ends_with(".gift");
    // TRANSLATORS: %s a file, %d a line, %s what is wrong there
    return bank ? wxString::Format(_("%s, line %d: %s"), u8(problem.file), problem.line, words) : words;
}

} // namespace

wxString findingWords(const format::Problem& problem) {
    // Who fills in a form doesn't know the keys of the file, which the reader's own sentences name.
    const auto argument = [&](std::size_t at) { return at < problem.arguments.size() ? u8(problem.arguments[at]) : wxString(); };
    switch (problem.kind) {
    case ProblemKind::NoValue:
    case ProblemKind::KeyMissing:
    case ProblemKind::TitleMissing: return _("Something has to stand here.");
    case ProblemKind::LanguageMissing:
        // TRANSLATORS: a language: "English"
        return wxString::Format(_("It can't be empty: %s is the course's own language."), languageName(problem.arguments.back()));
    case ProblemKind::ListEmpty: {
        const auto& list = problem.arguments.front();
        const bool parts = list == "days" || list == "sessions" || list == "items";
        return parts ? _("N adds one here: it can't be empty.") : _("Choose at least one.");
    }
    case ProblemKind::NotNumber: return _("Write digits only.");
    case ProblemKind::NotPercent: return _("Write a number from 0 to 100.");
    case ProblemKind::OutOfRange:
        if (problem.arguments.front() == "scale") return _("Write two steps or more, a line each.");
        return wxString::Format(_("Write a number from %s to %s."), argument(2), argument(3));
    case ProblemKind::NotTimeSpan: return _("Write the hours as 07:00-11:30.");
    case ProblemKind::TimeReversed: return wxString::Format(_("The earlier time comes first: %s."), argument(2));
    case ProblemKind::NotDate: return _("Write a date that exists, as 2026-01-31.");
    case ProblemKind::NotId: return _("Use letters, digits and '-', with a letter or digit first.");
    case ProblemKind::IdTwice: return wxString::Format(_("%s is used twice: give each its own."), argument(1));
    case ProblemKind::SessionsOverlap:
        return wxString::Format(_("It overlaps \"%s\" on the same day (%s): give each its own hours, such as 09:30-11:30."),
                                argument(1), argument(2));
    default: return readersWords(problem);
    }
}

look::State stateOf(format::Severity severity) {
    return severity == format::Severity::Error ? look::State::Missing : look::State::Due;
}

wxString differenceWords(const app::CourseDifference& difference) {
    const auto blank = difference.part.find(' ');
    const std::string kind = difference.part.substr(0, blank);
    const wxString id = blank == std::string::npos       ? wxString()
                        : difference.title.empty() ? u8(difference.part.substr(blank + 1))
                                                   : u8(difference.title.in(courseLanguage()));
    const std::map<std::string, wxString> kinds{
        {"session", _("session %s")},      {"skill", _("skill %s")},         {"assessment", _("assessment %s")},
        {"criterion", _("criterion %s")},  {"rule", _("text %s")},           {"chat_review", _("chat reviews")},
        {"attendance", _("attendance")},   {"mentoring", _("mentoring")},    {"days", _("days and their sessions")},
        {"course", _("course facts")}};
    const auto found = kinds.find(kind);
    const wxString words = found == kinds.end() ? u8(difference.part)
                           : id.empty()         ? found->second
                                                : wxString::Format(found->second, id);
    switch (difference.kind) {
    case app::CourseDifference::Kind::Added: return wxString::Format(_("%s added"), words);
    case app::CourseDifference::Kind::Removed: return wxString::Format(_("%s taken away"), words);
    case app::CourseDifference::Kind::Changed: break;
    }
    return wxString::Format(_("%s changed"), words);
}

wxString keptWords(const std::string& version) {
    return wxString::Format(_("Kept as version %s of the course: cohorts planned from now on take it."), u8(version));
}

} // namespace fledgling::ui::editor
