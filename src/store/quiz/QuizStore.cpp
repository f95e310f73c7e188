#include "store/quiz/QuizStore.h"

#include "domain/Text.h"
#include "store/Among.h"
#include "store/Columns.h"
#include "store/PaperColumns.h"
#include "store/Schema.h"
#include "store/Sql.h"
#include "store/quiz/ResponseText.h"

namespace fledgling::store {

using namespace domain;

namespace {

using Text = std::string;
using Number = std::int64_t;

} // namespace

std::map<std::string, int> KeptPaper::fractions() const {
    std::map<std::string, int> all;
    for (const auto& [question, mark] : marks)
        all[question] = mark.fraction;
    return all;
}

std::vector<KeptPaper> QuizStore::papersOf(const std::set<PersonId>& trainees) {
    std::map<PaperKey, KeptPaper> papers;
    const auto read = [&](const std::string& condition, const std::vector<Value>& arguments) {
        return sql::read<Text, Text, Text, Text, Text, Text, Text, Number, Number, Number>(
            m_database,
            selectPapers("t.version, t.bank, t.questions, t.seed, t.begun_at, t.minutes", "quiz_paper", condition),
            asOfWith(m_asOf, arguments));
    };
    for (const auto& [trainee, course, assessment, attempt, version, bank, questions, seed, begun, minutes] :
         among("t.trainee", trainees, read)) {
        const auto key = paperKeyOf(trainee, course, assessment, attempt);
        papers[key].paper = {key,
                             version,
                             bank,
                             split(questions, '\n'),
                             static_cast<std::uint32_t>(seed),
                             Instant{begun},
                             static_cast<int>(minutes)};
    }
    std::vector<KeptPaper> found;
    if (papers.empty()) return found;
    addAnswers(papers, trainees);
    addHandedIn(papers, trainees);
    addMarks(papers, trainees);
    addRegrades(papers, trainees);
    for (auto& [key, kept] : papers)
        found.push_back(std::move(kept));
    return found;
}

void QuizStore::addAnswers(std::map<PaperKey, KeptPaper>& papers, const std::set<PersonId>& trainees) {
    const auto read = [&](const std::string& condition, const std::vector<Value>& arguments) {
        return sql::read<Text, Text, Text, Text, Text, Text>(
            m_database, selectPapers("t.question, t.response", "quiz_answer", condition),
            asOfWith(m_asOf, arguments));
    };
    for (const auto& [trainee, course, assessment, attempt, question, response] :
         among("t.trainee", trainees, read))
        if (const auto at = papers.find(paperKeyOf(trainee, course, assessment, attempt)); at != papers.end())
            at->second.answers[question] = responseOf(response);
}

void QuizStore::addHandedIn(std::map<PaperKey, KeptPaper>& papers, const std::set<PersonId>& trainees) {
    const auto read = [&](const std::string& condition, const std::vector<Value>& arguments) {
        return sql::read<Text, Text, Text, Text, Number, Number>(
            m_database, selectPapers("t.handed_in_at, t.timed_out", "quiz_handed_in", condition),
            asOfWith(m_asOf, arguments));
    };
    for (const auto& [trainee, course, assessment, attempt, at, timedOut] :
         among("t.trainee", trainees, read))
        if (const auto paper = papers.find(paperKeyOf(trainee, course, assessment, attempt));
            paper != papers.end())
            paper->second.handedIn = HandedIn{Instant{at}, timedOut != 0};
}

void QuizStore::addMarks(std::map<PaperKey, KeptPaper>& papers, const std::set<PersonId>& trainees) {
    const auto read = [&](const std::string& condition, const std::vector<Value>& arguments) {
        return sql::read<Text, Text, Text, Text, Text, Number, Text, Text, Number>(
            m_database, selectPapers("t.question, t.fraction, t.note, c.who, t.change", "quiz_mark", condition),
            asOfWith(m_asOf, arguments));
    };
    for (const auto& [trainee, course, assessment, attempt, question, fraction, note, who, change] :
         among("t.trainee", trainees, read))
        if (const auto paper = papers.find(paperKeyOf(trainee, course, assessment, attempt));
            paper != papers.end())
            paper->second.marks[question] = {static_cast<int>(fraction), note,
                                             idOf<PersonId>(std::optional(who)), change};
}

void QuizStore::addRegrades(std::map<PaperKey, KeptPaper>& papers, const std::set<PersonId>& trainees) {
    const auto read = [&](const std::string& condition, const std::vector<Value>& arguments) {
        return sql::read<Text, Text, Text, Text, Text, Text, Text, Number>(
            m_database, selectPapers("t.version, t.why, c.who, t.change", "quiz_regraded", condition),
            asOfWith(m_asOf, arguments));
    };
    for (const auto& [trainee, course, assessment, attempt, version, why, who, change] :
         among("t.trainee", trainees, read))
        if (const auto paper = papers.find(paperKeyOf(trainee, course, assessment, attempt)); paper != papers.end())
            paper->second.regrade = {version, why, idOf<PersonId>(std::optional(who)), change};
}

std::optional<KeptPaper> QuizStore::paper(const PaperKey& key) {
    for (auto& one : papersOf({key.trainee}))
        if (one.paper.key == key) return std::move(one);
    return std::nullopt;
}

std::vector<Grant> QuizStore::grantsOf(const std::set<PersonId>& trainees) {
    const auto read = [&](const std::string& condition, const std::vector<Value>& arguments) {
        return sql::read<Text, Text, Text, Text, Text, Text>(
            m_database, selectPapers("t.why, c.who", "attempt_granted", condition), asOfWith(m_asOf, arguments));
    };
    std::vector<Grant> found;
    for (const auto& [trainee, course, assessment, attempt, why, who] : among("t.trainee", trainees, read))
        found.push_back(
            {paperKeyOf(trainee, course, assessment, attempt), why, idOf<PersonId>(std::optional(who))});
    return found;
}

std::set<PersonId> QuizStore::takers() {
    std::set<PersonId> found;
    for (const auto& [trainee] : sql::read<Text>(
             m_database, "SELECT DISTINCT t.trainee FROM quiz_paper t WHERE " + latest("quiz_paper"),
             asOfWith(m_asOf, {})))
        found.insert(PersonId(trainee));
    return found;
}

std::set<PaperKey> QuizStore::keysIn(const std::string& table) {
    std::set<PaperKey> keys;
    for (const auto& [trainee, course, assessment, attempt] : sql::read<Text, Text, Text, Text>(
             m_database, "SELECT t.trainee, t.course, t.assessment, t.attempt FROM " + table + " t WHERE " + latest(table),
             asOfWith(m_asOf, {})))
        keys.insert(paperKeyOf(trainee, course, assessment, attempt));
    return keys;
}

std::set<PersonId> QuizStore::unfinished() {
    const auto results = keysIn("result");
    std::set<PersonId> found;
    for (const auto& key : keysIn("quiz_paper"))
        if (!results.contains(key)) found.insert(key.trainee);
    return found;
}

PaperKey QuizStore::paperOf(const std::vector<std::string>& key) { return paperKeyOf(key.at(0), key.at(1), key.at(2), key.at(3)); }

Fact QuizStore::fact(const Paper& paper) {
    return {"quiz_paper",
            columnsOf(paper.key),
            {paper.version, paper.bank, joined(paper.questions, "\n"), std::int64_t{paper.seed},
             paper.begun.ms, std::int64_t{paper.minutes}},
            false,
            {}};
}

Fact QuizStore::fact(const PaperKey& key, const std::string& question, const Response& answer) {
    return {"quiz_answer", columnsOf(key, question), {textOf(answer)}, false, {}};
}

Fact QuizStore::fact(const PaperKey& key, const HandedIn& handedIn) {
    return {"quiz_handed_in", columnsOf(key), {handedIn.at.ms, column(handedIn.timedOut)}, false, {}};
}

Fact QuizStore::markFact(const PaperKey& key, const std::string& question, int fraction,
                         const std::string& note) {
    return {"quiz_mark", columnsOf(key, question), {std::int64_t{fraction}, note}, false, {}};
}

Fact QuizStore::regradeFact(const PaperKey& key, const std::string& version, const std::string& why) {
    return {"quiz_regraded", columnsOf(key), {version, why}, false, {}};
}

Fact QuizStore::grantFact(const PaperKey& key, const std::string& why) {
    return {"attempt_granted", columnsOf(key), {why}, false, {}};
}

} // namespace fledgling::store
