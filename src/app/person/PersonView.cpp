#include "app/person/PersonView.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "app/chats/Points.h"
#include "app/evidence/EvidenceWords.h"
#include "app/history/BookValues.h"
#include "app/history/BookWords.h"
#include "app/merge/MergeWords.h"
#include "app/people/People.h"
#include "app/readiness/Readiness.h"
#include "app/roll/Roll.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "domain/chats/ChatReview.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/Shape.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::Fact;
using store::PersonLine;
using store::textOf;

namespace {

/// Nothing for tables that have no place in a person's record: what a trainee wrote of the mentor, say, is for
/// the manager alone.
std::optional<EntryKind> kindOf(const std::string& table) {
    static const std::map<std::string, EntryKind> kinds{
        {"member", EntryKind::Session},       {"mark", EntryKind::Session},
        {"guest", EntryKind::Session},        {"waiver", EntryKind::Session},
        {"shadow_sheet", EntryKind::Evidence}, {"film_watch", EntryKind::Evidence},
        {"exercise", EntryKind::Evidence},
        {"log_entry", EntryKind::Log},        {"skill", EntryKind::Skill},
        {"result", EntryKind::Quiz},          {"quiz_paper", EntryKind::Quiz},
        {"quiz_handed_in", EntryKind::Quiz},  {"attempt_granted", EntryKind::Quiz},
        {"chat_review", EntryKind::Chats},    {"chat_fault", EntryKind::Chats},
        {"second_reading", EntryKind::Chats}, {"second_fault", EntryKind::Chats},
        {"reading_settled", EntryKind::Appeal}, {"appeal", EntryKind::Appeal},
        {"pairing", EntryKind::Pairing},      {"decision", EntryKind::Decision},
        {"acknowledgement", EntryKind::Signature}, {"problem", EntryKind::Problem},
        {"leave", EntryKind::Leave},           {"person", EntryKind::Card},
        {"person_card", EntryKind::Card}};
    const auto known = kinds.find(table);
    if (known == kinds.end()) return std::nullopt;
    return known->second;
}

} // namespace

PersonView::PersonView(Desk& desk, std::string language, Tongue tongue, PersonId person)
    : m_desk(desk), m_language(std::move(language)), m_tr(std::move(tongue)), m_person(std::move(person)),
      m_names(desk, m_language, m_tr) {}

/// Trainees see what was decided about them, not what was noted for those who decide.
bool PersonView::privileged() const { return may(m_desk.actor.roles, Verb::SeeReadiness); }

void PersonView::load() {
    if (m_person.empty()) m_person = m_desk.actor.id;
    m_seen = store::Book(m_desk.database).last();
    m_names.forget();
    m_assessments.clear();
    m_practicals.clear();
    readHead();
    readEntries();
}

void PersonView::readHead() {
    const Person person = personOf(m_desk, m_person);
    const auto pairs = pairsOn(m_desk, {m_person});
    const PersonId mentor = pairs.empty() || pairs.front().until ? PersonId() : pairs.front().mentor;
    requireMaySee(m_desk, m_person, mentor);
    m_leads = !mentor.empty() && mentor == m_desk.actor.id;
    m_head = {};
    m_head.id = person.id;
    m_head.name = person.card.name;
    m_head.number = person.card.staffNumber;
    m_head.posts = person.posts;
    m_head.roles = person.roles;
    if (!mentor.empty()) m_head.mentor = nameOf(m_desk, mentor);
    for (const auto& pair : pairsInForce(m_desk, m_person))
        m_head.leads.push_back(nameOf(m_desk, pair.trainee));
    readTraining();
    if (m_head.points) return;
    const auto points = pointsOf(m_desk, Month(shownDay(m_desk)), m_person);
    if (!points.empty() && !points.front().ledger.lines.empty()) m_head.points = points.front().ledger.points();
}

void PersonView::readTraining() {
    auto records = recordsOfPeople(m_desk, {m_person});
    if (records.empty()) return;
    const auto rows = boardOf(m_desk, std::move(records));
    if (rows.empty()) return;
    const auto& row = rows.front();
    const Course& course = *row.record.course;
    const auto in = [&](const LocalText& text) { return text.in(m_language, course.language); };
    m_head.cohort = row.record.cohort.name;
    for (const auto& assessment : course.assessments) {
        m_assessments[assessment.id] = in(assessment.title);
        if (assessment.kind == AssessmentKind::Practical) m_practicals.insert(assessment.id);
    }
    for (const auto& step : row.readiness.steps) {
        const auto known = m_assessments.find(step.subject);
        const auto title = known == m_assessments.end() ? m_names.title(step.subject) : known->second;
        if (step.kind == StepKind::MakeUpSession) m_head.owed.push_back(title);
        if (privileged()) m_head.way.push_back(sentence(step, title, m_tr));
    }
    if (privileged()) m_head.verdict = row.readiness.verdict;
    if (row.record.practice && !row.record.approvedOn(shownDay(m_desk)))
        m_head.points = row.record.practice->points;
}

void PersonView::readEntries() {
    const auto lines = store::linesAbout(m_desk.database, m_person, m_desk.asOf);
    std::set<SessionId> ids;
    for (const auto& line : lines)
        if (const auto id = textOf(line.kept.fact, "session"); !id.empty()) ids.insert(SessionId(id));
    m_sessions.clear();
    for (auto& session : store::CohortStore(m_desk.database, m_desk.asOf).sessions(ids)) {
        const auto id = session.id.text();
        m_sessions.emplace(id, std::move(session));
    }
    m_entries.clear();
    for (const auto& line : lines)
        if (auto entry = entryOf(line)) m_entries.push_back(std::move(*entry));
    addChats(lines);
    order(m_entries);
}

/// The newest day first; what hadn't happened yet is left out.
void PersonView::order(std::vector<Entry>& entries) const {
    entries = withoutLater(m_desk, std::move(entries), [](const Entry& one) { return one.day; });
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(b.day, b.change) < std::tie(a.day, a.change);
    });
}

std::vector<PersonView::Entry> PersonView::dossier() {
    std::vector<Entry> all;
    for (const auto& entry : m_entries)
        if (entry.kind != EntryKind::Appeal) all.push_back(entry);
    for (const auto& line : store::linesAbout(m_desk.database, m_person, m_desk.asOf)) {
        if (line.kept.fact.table == "chat_fault") all.push_back(entryOf(line, EntryKind::Chats));
        if (line.kept.fact.table == "appeal") addSteps(all, line.kept.fact);
    }
    order(all);
    return all;
}

/// An appeal as it was made and as it was decided.
void PersonView::addSteps(std::vector<Entry>& entries, const Fact& appeal) {
    store::Book book(m_desk.database);
    auto steps = book.historyOf(appeal.table, appeal.key);
    std::reverse(steps.begin(), steps.end());
    std::set<store::ChangeNumber> takenBack;
    for (auto& kept : steps) {
        if (m_desk.asOf < kept.change || takenBack.contains(kept.change)) continue;
        const auto change = book.change(kept.change);
        if (!change) continue;
        const auto& head = change->head;
        // Taking a step back is none: what stood before it is listed already.
        if (head.undoes != 0) takenBack.insert(head.undoes);
        if (head.undoes != 0 || kept.fact.absent) continue;
        entries.push_back(entryOf(PersonLine{std::move(kept), head.at, head.who, head.why}, EntryKind::Appeal));
    }
}

std::optional<PersonView::Entry> PersonView::entryOf(const PersonLine& line) {
    const Fact& fact = line.kept.fact;
    const auto kind = kindOf(fact.table);
    if (!kind || *kind == EntryKind::Chats) return std::nullopt; // a day of chats is one entry
    return entryOf(line, *kind);
}

PersonView::Entry PersonView::entryOf(const PersonLine& line, EntryKind kind) {
    const Fact& fact = line.kept.fact;
    Entry entry;
    entry.kind = kind;
    entry.keptOn = m_desk.clock.dateOf(line.at);
    entry.keptAt = m_desk.clock.timeOf(line.at);
    entry.who = line.by.empty() ? "–" : m_names.of(line.by.text());
    entry.mine = line.by == m_desk.actor.id;
    entry.why = privileged() ? whyInWords(line.why, m_desk.clock, m_tr) : "";
    entry.change = line.kept.change;
    entry.key = {fact.table, fact.key};
    entry.day = entry.keptOn;
    for (const char* column : {"day", "first", "since", "joined"})
        if (const auto day = Date::parse(textOf(fact, column)); day && entry.kind != EntryKind::Card) {
            entry.day = *day;
            break;
        }
    if (m_practicals.contains(textOf(fact, "assessment"))) entry.kind = EntryKind::Practical;
    fill(entry, fact);
    lead(entry, fact);
    return entry;
}

void PersonView::fill(Entry& entry, const Fact& fact) {
    entry.what = wordForTable(fact.table, m_tr);
    const auto about = [&](const std::string& title) {
        if (!title.empty()) entry.what += " · " + title;
    };
    if (const auto session = m_sessions.find(textOf(fact, "session")); session != m_sessions.end()) {
        entry.day = session->second.day;
        about(titleOf(m_desk, session->second, m_language));
    }
    about(m_names.of(textOf(fact, "cohort")));
    for (const char* column : {"course_session", "film", "exercise", "skill", "rule_file", "chat", "criterion", "assessment", "attempt"})
        if (const auto text = textOf(fact, column); !text.empty()) about(keyInWords(column, text, m_names, m_tr));
    // A card can be erased: what stands on it is named, nothing of it is repeated here.
    if (fact.table == "person_card") {
        std::vector<std::string> fields;
        for (const auto& field : store::valueColumns(fact.table))
            if (!textOf(fact, field).empty()) fields.push_back(wordForField(fact.table, field, m_tr));
        entry.detail = joined(fields, m_tr(", "));
        return;
    }
    if (fact.table == "film_watch") {
        const auto watched = Watched::parse(textOf(fact, "watched"));
        entry.detail = sentence(FilmWatch{std::stoi(textOf(fact, "seconds")), watched.value_or(Watched())}, m_tr);
        return;
    }
    std::set<std::string> leftOut{"day",      "trainee",      "person", "version", "digest",    "basis",
                                  "evidence", "basis_change", "seed",   "bank",    "questions", "begun_at",
                                  "course",   "handed_in_at", "expected"};
    if (!privileged()) leftOut.insert({"note", "why", "unmet"});
    entry.detail = fieldsOf(fact, leftOut);
    for (const char* reason : {"why", "note"})
        if (!entry.why.empty() && textOf(fact, reason) == entry.why) {
            leftOut.insert(reason);
            entry.besideWhy = fieldsOf(fact, leftOut);
        }
}

std::string PersonView::titlesOf(const std::string& list) {
    std::vector<std::string> titles;
    for (const auto& part : split(list, ','))
        titles.push_back(m_names.title(part));
    return joined(titles, m_tr(", "));
}

std::string PersonView::fieldsOf(const Fact& fact, const std::set<std::string>& leftOut) {
    std::vector<std::string> parts;
    for (const auto& field : store::valueColumns(fact.table)) {
        const auto value = textOf(fact, field);
        if (value.empty() || leftOut.contains(field)) continue;
        if (saysNothing(fact.table, field, value) || isUsual(fact.table, field, value)) continue;
        const auto alone = saidAlone(fact.table, field, value, m_tr);
        const auto said = alone                          ? *alone
                          : holdsList(fact.table, field) ? titlesOf(value)
                                                         : wordForValue(fact.table, field, m_names.of(value), m_tr);
        // What a mark, a decision or a level is needs no name before it.
        const bool plain = alone || field == "kind" || field == "level" || field == "problem_text";
        parts.push_back(plain ? said : filled(m_tr("{0}: {1}"), {wordForField(fact.table, field, m_tr), said}));
    }
    return enumerated(std::move(parts), m_tr("; "));
}

void PersonView::addChats(const std::vector<PersonLine>& lines) {
    struct Tally {
        const PersonLine* last = nullptr;
        std::set<std::string> failed;
        int read = 0, second = 0;
    };
    std::map<std::string, Tally> days;
    for (const auto& line : lines) {
        const Fact& fact = line.kept.fact;
        if (kindOf(fact.table) != EntryKind::Chats) continue;
        auto& day = days[textOf(fact, "day")];
        if (!day.last || line.kept.change > day.last->kept.change) day.last = &line;
        if (fact.table == "chat_review") ++day.read;
        if (fact.table == "second_reading") ++day.second;
        if (fact.table == "chat_review" && !textOf(fact, "faults").empty())
            day.failed.insert(textOf(fact, "chat"));
    }
    for (const auto& [text, tally] : days) {
        Entry entry;
        entry.kind = EntryKind::Chats;
        entry.day = Date::of(text);
        entry.what = m_tr("chats of the day");
        entry.detail = filled(m_tr("{0} read, {1} with a fault"),
                              {std::to_string(tally.read), std::to_string(tally.failed.size())});
        if (tally.second > 0)
            entry.detail += m_tr("; ") + filled(m_tr("{0} read twice"), {std::to_string(tally.second)});
        entry.who = tally.last->by.empty() ? "–" : m_names.of(tally.last->by.text());
        entry.mine = tally.last->by == m_desk.actor.id;
        entry.keptOn = m_desk.clock.dateOf(tally.last->at);
        entry.keptAt = m_desk.clock.timeOf(tally.last->at);
        entry.change = tally.last->kept.change;
        entry.key = {"chat_review", {m_person.text(), text}};
        lead(entry, tally.last->kept.fact);
        m_entries.push_back(std::move(entry));
    }
}

void PersonView::lead(Entry& entry, const Fact& fact) const {
    const auto& roles = m_desk.actor.roles;
    const auto to = [&](const char* page, std::string subject) {
        entry.page = page;
        entry.subject = std::move(subject);
    };
    const std::string who = m_person.text();
    using enum EntryKind;
    if (entry.kind == Chats || entry.kind == Appeal) return to("points", who + " " + entry.day.iso());
    if (m_person == m_desk.actor.id && m_desk.actor.is(Role::Trainee))
        return entry.kind == Problem    ? to("problems", "")
               : entry.kind == Evidence ? to("evidence", textOf(fact, "course_session"))
                                        : to("training", "");
    if (entry.kind == Session && fact.table == "mark" && may(roles, Verb::MarkRoll))
        return to("roll", textOf(fact, "session") + " " + who);
    if (entry.kind == Evidence) return to("evidence", who + " " + textOf(fact, "course_session"));
    if (m_leads && (entry.kind == Log || entry.kind == Skill || entry.kind == Problem))
        return to("log", entry.kind == Log ? who + " " + entry.day.iso() : who);
    if (entry.kind == Decision && privileged()) return to("readiness", who);
    if (entry.kind == Leave && may(roles, Verb::ManagePeople)) return to("people", textOf(fact, "leave"));
    if (may(roles, Verb::SeeHistory)) to("history", std::to_string(entry.change));
}

} // namespace fledgling::app
