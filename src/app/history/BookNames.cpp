#include "app/history/BookNames.h"

#include "app/courses/CourseTitles.h"
#include "app/courses/Courses.h"
#include "app/history/BookValues.h"
#include "app/history/BookWords.h"
#include "app/quiz/QuizTexts.h"
#include "app/quiz/Quizzes.h"
#include "domain/QuizLanguage.h"
#include "domain/Text.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"
#include "store/Shape.h"
#include "store/evidence/EvidenceStore.h"
#include "store/quiz/QuizStore.h"
#include "store/quiz/ResponseText.h"

#include <algorithm>
#include <stdexcept>

namespace fledgling::app {

using namespace domain;

namespace {

/// Characters of a written text that are enough to know it again.
constexpr std::size_t OPENING = 24;

std::string openingWords(const std::string& text) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool lead = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (text[i] == '\n' || (lead && ++characters > OPENING)) return text.substr(0, i) + "…";
    }
    return text;
}

} // namespace

std::string BookNames::of(const std::string& text) {
    if (text.size() != domain::ID_LENGTH) return text;
    const auto known = m_names.find(text);
    if (known != m_names.end()) return known->second;
    return m_names[text] = found(text);
}

std::string BookNames::title(const std::string& text) {
    if (text.size() == domain::ID_LENGTH || m_language.empty()) return of(text);
    if (!m_titles) readTitles();
    const auto known = m_titles->find(text);
    return known == m_titles->end() ? text : known->second;
}

std::string BookNames::part(const std::string& column, const std::string& text) {
    if (text.size() == domain::ID_LENGTH || m_language.empty()) return of(text);
    if (!m_titles) readTitles();
    const auto known = m_parts.find({column, text});
    if (known != m_parts.end()) return known->second;
    // A criterion without a title isn't the skill of that id.
    return column == "criterion" ? text : title(text);
}

std::vector<std::string> BookNames::key(const std::string& table, const std::vector<std::string>& parts) {
    std::vector<std::string> words;
    const auto columns = store::keyParts(table);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (m_language.empty())
            words.push_back(of(parts[i]));
        else if (isSaidInKey(table, columns.at(i)))
            words.push_back(m_tr ? keyInWords(columns.at(i), parts[i], *this, m_tr) : part(columns.at(i), parts[i]));
    }
    return words;
}

const std::optional<Paper>& BookNames::paperOf(const PaperKey& key) {
    const auto known = m_papers.find(key);
    if (known != m_papers.end()) return known->second;
    const auto kept = store::QuizStore(m_desk.database).paper(key);
    return m_papers[key] = kept ? std::optional(kept->paper) : std::nullopt;
}

std::optional<std::string> BookNames::answer(const std::vector<std::string>& key, const std::string& kept) {
    const auto response = store::responseOf(kept);
    if (!std::holds_alternative<std::vector<std::size_t>>(response) && !std::holds_alternative<std::vector<std::string>>(response))
        return std::nullopt;
    const auto& paper = paperOf(store::QuizStore::paperOf(key));
    const auto* bank = paper ? bankIn(m_desk, *paper, paper->version) : nullptr;
    const auto* asked = bank ? questionOf(*bank, key.back()) : nullptr;
    if (!asked) return std::nullopt;
    const auto* spoken = m_language.empty() ? nullptr : bankIn(m_desk, *paper, paper->version, m_language);
    const auto* translated = spoken ? inLanguage(*asked, key.back(), *spoken) : nullptr;
    const auto& shown = translated ? *translated : *asked;
    const auto said = saidOf(shown, reworded(*asked, shown, response));
    return said.empty() ? std::nullopt : std::optional(joined(said.parts, m_tr ? m_tr("; ") : "; "));
}

/// Without a language as the course calls it, for who reads the terminal.
std::string BookNames::session(const std::string& id, store::ChangeNumber asOf) {
    const auto session = store::CohortStore(m_desk.database, asOf).session(SessionId(id));
    if (!session) return {};
    if (m_language.empty()) return session->courseSession + " " + session->day.iso();
    return of(session->cohort.text()) + " " + dayWords(session->day) + " " + session->hours.begin().text();
}

std::string BookNames::dayWords(Date day) const { return m_tr ? shortDate(day, m_desk.today(), m_tr) : day.iso(); }

std::string BookNames::found(const std::string& text) {
    try {
        if (const auto name = foundAt(text, store::NOW)) return *name;
        // What was taken back or out of a plan is called as it was last.
        if (const auto last = lastKept(text))
            if (const auto name = foundAt(text, *last)) return *name;
    } catch (const std::invalid_argument&) { // 36 characters that are no id
    }
    return text;
}

std::optional<std::string> BookNames::foundAt(const std::string& text, store::ChangeNumber asOf) {
    if (const auto person = store::PeopleStore(m_desk.database, asOf).person(PersonId(text))) {
        m_people.insert(text);
        return person->card.name.empty() ? "–" : person->card.name;
    }
    if (const auto cohort = store::CohortStore(m_desk.database, asOf).cohort(CohortId(text))) return cohort->name;
    if (auto name = session(text, asOf); !name.empty()) return name;
    return foundWriting(text, asOf);
}

std::optional<store::ChangeNumber> BookNames::lastKept(const std::string& id) {
    store::Book book(m_desk.database);
    for (const char* table : {"cohort", "session", "log_entry", "problem", "leave", "person", "common_answer"}) {
        const auto kept = book.historyOf(table, {id});
        const auto last = std::find_if(kept.rbegin(), kept.rend(), [](const store::KeptFact& one) { return !one.fact.absent; });
        if (last != kept.rend()) return last->change;
    }
    return std::nullopt;
}

std::optional<std::string> BookNames::foundWriting(const std::string& text, store::ChangeNumber asOf) {
    store::MentoringStore mentoring(m_desk.database, asOf);
    if (const auto entry = mentoring.entry(LogId(text)))
        return of(entry->trainee.text()) + " " + dayWords(entry->day);
    if (const auto problem = mentoring.problem(ProblemId(text)))
        return of(problem->person.text()) + " " + dayWords(problem->day) + " " + openingWords(problem->text);
    if (const auto leave = store::PeopleStore(m_desk.database, asOf).leave(LeaveId(text)))
        return of(leave->person.text()) + " " + dayWords(leave->first) +
               (leave->last == leave->first ? "" : " – " + dayWords(leave->last));
    if (const auto kept = store::EvidenceStore(m_desk.database, asOf).answer(text)) return openingWords(kept->answer.question);
    return std::nullopt;
}

void BookNames::readTitles() {
    m_titles.emplace();
    for (const auto& entry : coursesOf(m_desk)) {
        const auto& loaded = m_desk.shelf.loaded(entry.course, entry.version);
        const auto& course = loaded.course;
        const auto keep = [&](const std::string& id, const LocalText& text) {
            if (!text.empty()) (*m_titles)[id] = text.in(m_language, course.language);
        };
        keep(course.id, course.title);
        for (const auto& criterion : course.readiness)
            keep(criterion.id, criterion.title);
        for (const auto& rule : course.acknowledge)
            keep(rule.file, rule.title);
        for (const auto& skill : course.skills)
            keep(skill.id, skill.title);
        for (const auto& day : course.days)
            for (const auto& session : day.sessions)
                keep(session.id, session.title);
        readParts(loaded);
    }
}

void BookNames::readParts(const LoadedCourse& loaded) {
    const auto& course = loaded.course;
    const auto keep = [&](const char* column, const std::string& id, const LocalText& text) {
        if (!text.empty()) m_parts[{column, id}] = text.in(m_language, course.language);
    };
    for (const auto& judged : course.chatReview.criteria)
        keep("criterion", judged.id, judged.title);
    for (const auto& assessment : course.assessments) {
        keep("assessment", assessment.id, assessment.title);
        for (const auto& item : assessment.items)
            keep("item", item.id, item.title);
    }
    for (const auto& day : course.days)
        for (const auto& session : day.sessions) {
            for (const auto& film : session.films)
                m_parts[{"film", film}] = titleOf(course, film, m_language);
            for (const auto& exercise : session.exercises)
                keep("exercise", exercise.id, exercise.title);
        }
    for (const auto& [path, bank] : loaded.banks)
        for (const auto& question : bank.questions)
            if (!question.id.empty()) m_parts[{"question", question.id}] = openingWords(plainOf(question.text));
}

} // namespace fledgling::app
