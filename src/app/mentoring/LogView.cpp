#include "app/mentoring/LogView.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/mentoring/Mentoring.h"
#include "app/mentoring/MentoringState.h"
#include "app/mentoring/MyTrainees.h"
#include "app/mentoring/Problems.h"
#include "domain/MentorLog.h"
#include "domain/Refused.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::MentoringStore;

namespace {

/// The change a key was read at; 0 for one without a value.
ChangeNumber sawAt(Desk& desk, const char* table, const std::vector<std::string>& key) {
    const auto kept = store::Book(desk.database).current(table, key, desk.asOf);
    return kept ? kept->change : 0;
}

LogEntry freshDraft(const PersonId& trainee, const PersonId& mentor, Date day) {
    LogEntry draft;
    draft.trainee = trainee;
    draft.mentor = mentor;
    draft.day = day;
    return draft;
}

} // namespace

void LogView::show(const PersonId& trainee) {
    loadChoices();
    m_trainee = trainee.empty() && !m_choices.empty() ? m_choices.front().trainee : trainee;
    if (empty()) {
        if (onChanged) onChanged();
        return;
    }
    m_correcting.reset();
    m_draft = freshDraft(m_trainee, m_desk.actor.id, shownDay(m_desk));
    load();
}

bool LogView::showProblem(const ProblemId& problem) {
    const auto found = MentoringStore(m_desk.database, m_desk.asOf).problem(problem);
    if (found) show(found->person);
    return found.has_value();
}

void LogView::load() {
    loadChoices();
    if (!empty()) {
        const Record record = recordOf(m_desk, m_trainee);
        requireMaySee(m_desk, m_trainee, record.mentor());
        loadHeader(record);
        loadSkills(record);
        loadEntries(record);
        loadProblems();
        loadSignatures(record);
        m_mentors = pairHistory(m_desk, m_trainee);
    }
    if (onChanged) onChanged();
}

void LogView::loadHeader(const Record& record) {
    const Date today = shownDay(m_desk);
    const auto calendar = calendarOf(m_desk, record.course->workingWeek);
    const auto away = leavesOfPair(m_desk, record);
    m_courseLanguage = record.course->language;
    m_name = record.person.card.name;
    m_posts = record.person.posts;
    m_cohort = record.cohort.name;
    m_mentor = record.mentor();
    m_mentorName = m_mentor.empty() ? "" : namesOf(m_desk, {m_mentor}).at(m_mentor);
    // Who led the trainee before may get him or her back.
    const bool written = std::any_of(record.entries.begin(), record.entries.end(), [&](const LogEntry& one) {
        return one.mentor == m_mentor && record.paired() && record.pair->since <= one.day;
    });
    m_told = record.paired() && !written ? record.pair->note : "";
    m_day = mentoringDay(record, calendar, today);
    m_days = record.course->mentoring.days;
    m_logged = daysMentored(m_trainee, record.entries, calendar);
    m_logDue = app::logDue(record, calendar, away, today);
    m_missing = missingDays(record, calendar, away, today);
}

void LogView::loadSkills(const Record& record) {
    std::set<PersonId> signers;
    for (const auto& kept : record.signs)
        signers.insert(kept.sign.by);
    const auto names = namesOf(m_desk, signers);
    const auto stood = MentoringStore(m_desk.database, m_desk.asOf).levelsOf(m_trainee);
    m_skills.clear();
    for (const auto* skill : record.course->skillsFor(record.post())) {
        Skill row;
        row.id = skill->id;
        row.title = title(skill->title);
        row.about = title(skill->about);
        row.need = skill->need;
        row.level = record.level(skill->id);
        if (const auto levels = stood.find(skill->id); levels != stood.end()) row.before = levelBefore(levels->second);
        row.proven = provenLevel(record, skill->id);
        for (const auto& kept : record.signs) {
            if (kept.sign.skill != skill->id) continue;
            row.signedBy = names.at(kept.sign.by);
            row.signedOn = kept.day;
            row.evidence = kept.sign.evidence;
            row.reason = kept.sign.reason;
            row.saw = kept.change;
        }
        m_skills.push_back(std::move(row));
    }
}

void LogView::loadEntries(const Record& record) {
    std::set<PersonId> writers;
    for (const auto& entry : record.entries)
        writers.insert(entry.mentor);
    const auto names = namesOf(m_desk, writers);
    m_entries.clear();
    for (const auto& entry : record.entries) {
        Entry row{entry,
                  names.at(entry.mentor),
                  {},
                  entry.mentor == m_desk.actor.id && !m_desk.past(),
                  0};
        for (const auto& id : entry.practised) {
            const auto* skill = record.course->skill(id);
            row.practised.push_back(skill ? title(skill->title) : id);
        }
        row.saw = sawAt(m_desk, "log_entry", {entry.id.text()});
        m_entries.push_back(std::move(row));
    }
}

void LogView::loadProblems() {
    const auto problems = withoutLater(m_desk, MentoringStore(m_desk.database, m_desk.asOf).problemsOf(m_trainee),
                                       [](const store::Problem& one) { return one.day; });
    std::set<PersonId> answerers;
    for (const auto& one : problems)
        if (!one.answeredBy.empty()) answerers.insert(one.answeredBy);
    const auto names = namesOf(m_desk, answerers);
    m_problems.clear();
    for (const auto& one : problems)
        m_problems.push_back({one.id, one.day, one.text, one.answer,
                              one.answeredBy.empty() ? "" : names.at(one.answeredBy),
                              sawAt(m_desk, "problem", {one.id.text()})});
}

void LogView::loadSignatures(const Record& record) {
    m_signatures.clear();
    for (const auto& rule : record.course->acknowledge) {
        Signature row{rule.file, title(rule.title), record.signature(rule) != nullptr, std::nullopt, ""};
        if (const auto* last = record.lastSignature(rule)) {
            row.day = last->day;
            row.version = last->version;
        }
        m_signatures.push_back(std::move(row));
    }
}

void LogView::loadChoices() {
    MyTrainees mine(m_desk, m_language);
    mine.load();
    m_choices.clear();
    for (const auto& row : mine.rows())
        m_choices.push_back({row.trainee, row.name});
}

bool LogView::canWrite() const {
    return !m_desk.past() && !m_mentor.empty() && m_mentor == m_desk.actor.id &&
           may(m_desk.actor.roles, Verb::WriteLog);
}

void LogView::draftFor(Date day) {
    m_correcting.reset();
    m_draft = freshDraft(m_trainee, m_desk.actor.id, day);
    if (onChanged) onChanged();
}

void LogView::beginCorrection(const LogId& id) {
    for (const auto& row : m_entries) {
        if (row.entry.id != id || !row.mine) continue;
        m_draft = row.entry;
        m_correcting = row.saw;
    }
    if (onChanged) onChanged();
}

ChangeNumber LogView::keep(const std::string& why) {
    const auto number =
        m_correcting ? correctLog(m_desk, m_draft, why, m_correcting) : keepLog(m_desk, m_draft);
    m_correcting.reset();
    m_draft = freshDraft(m_trainee, m_desk.actor.id, shownDay(m_desk));
    load();
    return number;
}

ChangeNumber LogView::sign(const std::string& skill, SkillLevel level) {
    const auto number = signSkill(m_desk, m_trainee, skill, level, {}, sawSkill(skill));
    load();
    return number;
}

ChangeNumber LogView::takeBack(const std::string& skill, SkillLevel level, const std::string& why) {
    const auto number = takeBackSkill(m_desk, m_trainee, skill, level, why, sawSkill(skill));
    load();
    return number;
}

ChangeNumber LogView::answer(const ProblemId& problem, const std::string& text) {
    std::optional<ChangeNumber> saw;
    for (const auto& row : m_problems)
        if (row.id == problem) saw = row.saw;
    const auto number = answerProblem(m_desk, problem, text, saw);
    load();
    return number;
}

std::string LogView::title(const LocalText& text) const { return text.in(m_language, m_courseLanguage); }

std::optional<ChangeNumber> LogView::sawSkill(const std::string& skill) const {
    for (const auto& row : m_skills)
        if (row.id == skill) return row.saw;
    return std::nullopt;
}

} // namespace fledgling::app
