#include "store/MentoringStore.h"

#include "store/Among.h"
#include "store/Columns.h"
#include "store/Facts.h"

#include <algorithm>

namespace fledgling::store {

using namespace domain;

namespace {

/// The basis of a decision as one text: "criterion:state:have:need" joined by ";".
std::string basisText(const std::vector<BasisLine>& basis) {
    std::vector<std::string> parts;
    for (const auto& line : basis)
        parts.push_back(line.criterion + ":" + std::string(keyOf(line.state)) + ":" +
                        std::to_string(line.have) + ":" + std::to_string(line.need));
    return joined(parts, ";");
}

std::vector<BasisLine> basisOf(const std::string& text) {
    std::vector<BasisLine> basis;
    for (const auto& part : split(text, ';')) {
        const auto fields = split(part, ':');
        if (fields.size() != 4) continue;
        basis.push_back({fields[0], criterionStateOf(fields[1]).value_or(CriterionState::Missing),
                         numberOf(fields[2]), numberOf(fields[3])});
    }
    return basis;
}

std::string textOf(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : "";
}

KeptDecision decisionFrom(const Line& line) {
    const auto& values = line.kept.fact.values;
    Decision decision;
    decision.trainee = PersonId(line.kept.fact.key.front());
    decision.kind = decisionKindOf(textOf(values[0])).value_or(DecisionKind::Hold);
    decision.reason = textOf(values[1]);
    decision.until = Date::parse(textOf(values[2]));
    decision.unmet = split(textOf(values[3]), ',');
    decision.basis = basisOf(textOf(values[4]));
    decision.change = std::get<std::int64_t>(values[5]);
    return {std::move(decision), line.kept.change};
}

} // namespace

std::vector<Pair> MentoringStore::pairsWhere(const std::string& condition,
                                             const std::vector<Value>& arguments) {
    std::vector<Pair> found;
    for (auto& [trainee, mentor, since, until, note] :
         sql::read<std::string, std::string, std::string, std::optional<std::string>, std::string>(
             m_database,
             "SELECT t.trainee, t.mentor, t.since, t.until, t.note FROM pairing t WHERE " +
                 latest("pairing") + condition + " ORDER BY t.since, t.trainee",
             asOfWith(m_asOf, arguments)))
        found.push_back({PersonId(trainee), PersonId(mentor), Date::of(since), dateOf(until), note});
    return found;
}

std::vector<Pair> MentoringStore::currentPairs() { return pairsWhere(" AND t.until IS NULL", {}); }

std::optional<Pair> MentoringStore::pairOf(const PersonId& trainee) {
    auto found = pairsWhere(" AND t.trainee = $2", {trainee.text()});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Pair> MentoringStore::pairsOfMentor(const PersonId& mentor) {
    return pairsWhere(" AND t.until IS NULL AND t.mentor = $2", {mentor.text()});
}

std::vector<LogEntry> MentoringStore::entriesWhere(const std::string& condition,
                                                   const std::vector<Value>& arguments) {
    using Text = std::string;
    std::vector<LogEntry> found;
    for (auto& [id, trainee, mentor, day, practised, how, wentWell, next, problems] :
         sql::read<Text, Text, Text, Text, Text, Text, Text, Text, Text>(
             m_database,
             "SELECT t.entry, t.trainee, t.mentor, t.day, t.practised, t.how, t.went_well, t.next, "
             "t.problems FROM log_entry t "
             "WHERE " +
                 latest("log_entry") + condition + " ORDER BY t.day DESC, t.change DESC",
             asOfWith(m_asOf, arguments)))
        found.push_back({LogId(id), PersonId(trainee), PersonId(mentor), Date::of(day), split(practised, ','),
                         skillLevelOf(how).value_or(SkillLevel::None), wentWell, next, problems});
    return found;
}

std::vector<LogEntry> MentoringStore::entriesOf(const PersonId& trainee) {
    return entriesWhere(" AND t.trainee = $2", {trainee.text()});
}

std::optional<LogEntry> MentoringStore::entry(const LogId& id) {
    auto found = entriesWhere(" AND t.entry = $2", {id.text()});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<SkillSign> MentoringStore::skillsOf(const PersonId& trainee) {
    std::vector<SkillSign> found;
    for (auto& [skill, level, evidence, why, who] :
         sql::read<std::string, std::string, std::optional<std::string>, std::string, std::string>(
             m_database,
             "SELECT t.skill, t.level, t.evidence, t.why, c.who FROM skill t JOIN change c ON c.number = "
             "t.change WHERE " +
                 latest("skill") + " AND t.trainee = $2 ORDER BY t.skill",
             {m_asOf, trainee.text()}))
        found.push_back({trainee, skill, skillLevelOf(level).value_or(SkillLevel::None),
                         idOf<LogId>(evidence), idOf<PersonId>(std::optional(who)), why});
    return found;
}

std::map<std::string, std::vector<SkillLevel>> MentoringStore::levelsOf(const PersonId& trainee) {
    std::map<std::string, std::vector<SkillLevel>> found;
    for (const auto& [skill, level, absent] : sql::read<std::string, std::optional<std::string>, std::int64_t>(
             m_database,
             "SELECT t.skill, t.level, t.absent FROM skill t WHERE t.change <= $1 AND t.trainee = $2 ORDER BY t.change",
             {m_asOf, trainee.text()}))
        found[skill].push_back(absent ? SkillLevel::None : skillLevelOf(level.value_or("")).value_or(SkillLevel::None));
    return found;
}

std::vector<Problem> MentoringStore::problemsWhere(const std::string& condition,
                                                   const std::vector<Value>& arguments) {
    std::vector<Problem> found;
    for (auto& [id, person, day, text, answer, by] :
         sql::read<std::string, std::string, std::string, std::string, std::string,
                   std::optional<std::string>>(m_database,
                                               "SELECT t.problem, t.person, t.day, t.problem_text, t.answer, "
                                               "t.answered_by FROM problem t WHERE " +
                                                   latest("problem") + condition +
                                                   " ORDER BY t.day DESC, t.change DESC",
                                               asOfWith(m_asOf, arguments)))
        found.push_back({ProblemId(id), PersonId(person), Date::of(day), text, answer, idOf<PersonId>(by)});
    return found;
}

std::vector<Problem> MentoringStore::problemsOf(const PersonId& person) {
    return problemsWhere(" AND t.person = $2", {person.text()});
}

std::vector<Problem> MentoringStore::problemsBetween(Date first, Date last) {
    return problemsWhere(" AND t.day >= $2 AND t.day <= $3", {first.iso(), last.iso()});
}

std::optional<Problem> MentoringStore::problem(const ProblemId& id) {
    auto found = problemsWhere(" AND t.problem = $2", {id.text()});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<KeptDecision> MentoringStore::decisionsOf(const PersonId& trainee) {
    std::vector<KeptDecision> found;
    for (const auto& line : lines(m_database, table("decision"), "t.trainee = $1 AND t.change <= $2",
                                  {trainee.text(), m_asOf}, "t.change")) {
        if (!line.kept.fact.absent) found.push_back(decisionFrom(line));
    }
    return found;
}

std::optional<KeptDecision> MentoringStore::decisionOf(const PersonId& trainee) {
    const ChangeNumber last = lastChange(m_database, table("decision"), {trainee.text()}, m_asOf);
    auto all = decisionsOf(trainee);
    // A decision taken back by undo stands no more, though the earlier ones stay in the list.
    if (all.empty() || all.back().written != last) return std::nullopt;
    return std::move(all.back());
}

std::vector<Pair> MentoringStore::pairsOf(const std::set<PersonId>& trainees) {
    return among("t.trainee", trainees, [&](const auto& condition, const auto& arguments) {
        return pairsWhere(condition, arguments);
    });
}

std::vector<LogEntry> MentoringStore::entriesOf(const std::set<PersonId>& trainees) {
    return among("t.trainee", trainees, [&](const auto& condition, const auto& arguments) {
        return entriesWhere(condition, arguments);
    });
}

std::vector<Problem> MentoringStore::problemsOf(const std::set<PersonId>& people) {
    return among("t.person", people, [&](const auto& condition, const auto& arguments) {
        return problemsWhere(condition, arguments);
    });
}

std::vector<KeptSign> MentoringStore::signsOf(const std::set<PersonId>& trainees) {
    return among(
        "t.trainee", trainees, [&](const std::string& condition, const std::vector<Value>& arguments) {
            using Text = std::string;
            std::vector<KeptSign> found;
            for (auto& [trainee, skill, level, evidence, why, who, day, change, undoes] :
                 sql::read<Text, Text, Text, std::optional<Text>, Text, Text, Text, std::int64_t, std::int64_t>(
                     m_database,
                     "SELECT t.trainee, t.skill, t.level, t.evidence, t.why, c.who, c.local_date, t.change, c.undoes "
                     "FROM skill t JOIN change c "
                     "ON c.number = t.change WHERE " +
                         latest("skill") + condition + " ORDER BY t.skill",
                     asOfWith(m_asOf, arguments))) {
                KeptSign kept{{PersonId(trainee), skill, skillLevelOf(level).value_or(SkillLevel::None),
                               idOf<LogId>(evidence), idOf<PersonId>(std::optional(who)), why},
                              Date::of(day),
                              change};
                if (undoes != 0)
                    if (const auto said = Book(m_database).saidIn("skill", {trainee, skill}, change)) {
                        kept.sign.by = said->head.who;
                        kept.day = said->head.localDate;
                    }
                found.push_back(std::move(kept));
            }
            return found;
        });
}

std::vector<Acknowledgement> MentoringStore::acknowledgementsOf(const std::set<PersonId>& trainees) {
    return among(
        "t.trainee", trainees, [&](const std::string& condition, const std::vector<Value>& arguments) {
            using Text = std::string;
            std::vector<Acknowledgement> found;
            for (auto& [trainee, course, file, version, digest, day, change] :
                 sql::read<Text, Text, Text, Text, Text, Text, std::int64_t>(
                     m_database,
                     "SELECT t.trainee, t.course, t.rule_file, t.version, t.digest, t.day, t.change FROM "
                     "acknowledgement t WHERE " +
                         latest("acknowledgement") + condition + " ORDER BY t.rule_file",
                     asOfWith(m_asOf, arguments)))
                found.push_back({PersonId(trainee), course, file, version, digest, Date::of(day), change});
            return found;
        });
}

std::vector<KeptDecision> MentoringStore::decisionsOf(const std::set<PersonId>& trainees) {
    return among(
        "t.trainee", trainees, [&](const std::string& condition, const std::vector<Value>& arguments) {
            std::vector<KeptDecision> found;
            for (const auto& line : lines(m_database, table("decision"), latest("decision") + condition,
                                          asOfWith(m_asOf, arguments), "t.trainee"))
                found.push_back(decisionFrom(line));
            return found;
        });
}

std::vector<MentoringStore::GoLive> MentoringStore::goLives(const std::set<PersonId>& trainees) {
    return among(
        "t.trainee", trainees, [&](const std::string& condition, const std::vector<Value>& arguments) {
            std::vector<GoLive> found;
            for (const auto& [trainee, on, absent, kind, until, change, undoes] :
                 sql::read<std::string, std::string, std::int64_t, std::optional<std::string>,
                           std::optional<std::string>, std::int64_t, std::int64_t>(
                     m_database,
                     "SELECT t.trainee, c.local_date, t.absent, t.kind, t.until, t.change, c.undoes FROM decision t JOIN "
                     "change c ON c.number = t.change WHERE t.change <= $1" +
                         condition + " ORDER BY t.change",
                     asOfWith(m_asOf, arguments))) {
                const auto said = undoes == 0 ? std::nullopt : Book(m_database).saidIn("decision", {trainee}, change);
                if (said && said->number != change) // what was decided since, and taken back, never counted
                    std::erase_if(found, [&](const GoLive& one) { return one.trainee.text() == trainee && one.change > said->number; });
                else
                    found.push_back({PersonId(trainee), Date::of(on), absent == 0 && kind == keyOf(DecisionKind::Approve),
                                     dateOf(until), change});
            }
            return found;
        });
}

std::vector<std::pair<PersonId, ChangeNumber>>
MentoringStore::lastDecisionChanges(const std::set<PersonId>& trainees) {
    return among("t.trainee", trainees,
                 [&](const std::string& condition, const std::vector<Value>& arguments) {
                     std::vector<std::pair<PersonId, ChangeNumber>> found;
                     for (const auto& [trainee, change] : sql::read<std::string, std::int64_t>(
                              m_database,
                              "SELECT t.trainee, max(t.change) FROM decision t WHERE t.change <= $1" +
                                  condition + " GROUP BY t.trainee",
                              asOfWith(m_asOf, arguments)))
                         found.emplace_back(PersonId(trainee), change);
                     return found;
                 });
}

std::vector<PersonId> MentoringStore::approvedUntil(Date first, Date last) {
    std::vector<PersonId> found;
    for (const auto& [trainee] : sql::read<std::string>(
             m_database,
             "SELECT t.trainee FROM decision t WHERE " + latest("decision") +
                 " AND t.kind = 'approve' AND t.until >= $2 AND t.until <= $3 ORDER BY t.until, t.trainee",
             {m_asOf, first.iso(), last.iso()}))
        found.emplace_back(trainee);
    return found;
}

std::vector<KeptPair> MentoringStore::standingPairs() {
    std::vector<KeptPair> found;
    for (auto& [trainee, mentor, since, note, change] :
         sql::read<std::string, std::string, std::string, std::string, std::int64_t>(
             m_database,
             "SELECT t.trainee, t.mentor, t.since, t.note, t.change FROM pairing t WHERE " +
                 latest("pairing") + " AND t.until IS NULL ORDER BY t.since, t.trainee",
             {m_asOf}))
        found.push_back({{PersonId(trainee), PersonId(mentor), Date::of(since), std::nullopt, note}, change});
    return found;
}

namespace {

/// Leaves out in two walks along indexes who was approved once, for good, as nearly everybody of past years was:
/// looking at each of them by itself takes ten times as long.
constexpr const char* NEVER_SIMPLY_APPROVED =
    " AND (t.trainee IN (SELECT w.trainee FROM (SELECT m.trainee FROM member m EXCEPT SELECT d.trainee FROM decision d "
    "WHERE d.change <= $3 ORDER BY 1) w) OR t.trainee IN (SELECT d.trainee FROM decision d WHERE d.change <= $3 AND "
    "(d.absent = 1 OR d.kind <> 'approve' OR d.until IS NOT NULL)))";

} // namespace

std::vector<Member> MentoringStore::inTraining(Date on, ChangeNumber settled) {
    std::vector<Member> found;
    for (auto& [cohort, trainee, joined, departed, why] :
         sql::read<std::string, std::string, std::string, std::optional<std::string>, std::string>(
             m_database,
             "SELECT t.cohort, t.trainee, t.joined, t.departed, t.why FROM member t WHERE " +
                 latest("member") +
                 " AND (t.departed IS NULL OR t.departed > $2)" + NEVER_SIMPLY_APPROVED +
                 " AND NOT EXISTS (SELECT 1 FROM decision d "
                 "WHERE d.trainee = t.trainee "
                 "AND d.absent = 0 AND d.kind = 'approve' AND (d.until IS NULL OR d.until >= $2) AND "
                 "d.change = (SELECT "
                 "max(e.change) FROM decision e WHERE e.trainee = d.trainee AND e.change <= $3)) AND NOT "
                 "EXISTS (SELECT 1 FROM "
                 "person p WHERE p.person = t.trainee AND p.absent = 0 AND p.retired = 1 AND p.change = "
                 "(SELECT max(q.change) "
                 "FROM person q WHERE q.person = p.person AND q.change <= $3)) ORDER BY t.joined, t.trainee",
             {m_asOf, on.iso(), std::min(settled, m_asOf)}))
        found.push_back({CohortId(cohort), PersonId(trainee), Date::of(joined), dateOf(departed), why});
    return found;
}

Fact MentoringStore::fact(const Pair& pair) {
    return {"pairing",
            {pair.trainee.text()},
            {column(pair.mentor), pair.since.iso(), column(pair.until), pair.note},
            false,
            {}};
}

Fact MentoringStore::fact(const LogEntry& entry) {
    return {"log_entry",
            {entry.id.text()},
            {entry.trainee.text(), entry.mentor.text(), entry.day.iso(), joined(entry.practised, ","),
             std::string(keyOf(entry.how)), entry.wentWell, entry.next, entry.problems},
            false,
            {}};
}

Fact MentoringStore::fact(const SkillSign& sign) {
    return {"skill",
            {sign.trainee.text(), sign.skill},
            {std::string(keyOf(sign.level)), column(sign.evidence), sign.reason},
            false,
            {}};
}

Fact MentoringStore::fact(const Acknowledgement& one) {
    return {"acknowledgement",
            {one.trainee.text(), one.course, one.file},
            {one.version, one.digest, one.day.iso()},
            false,
            {}};
}

Fact MentoringStore::fact(const Problem& problem) {
    return {
        "problem",
        {problem.id.text()},
        {problem.person.text(), problem.day.iso(), problem.text, problem.answer, column(problem.answeredBy)},
        false,
        {}};
}

Fact MentoringStore::fact(const Decision& decision) {
    return {"decision",
            {decision.trainee.text()},
            {std::string(keyOf(decision.kind)), decision.reason, column(decision.until),
             joined(decision.unmet, ","), basisText(decision.basis), decision.change},
            false,
            {}};
}

} // namespace fledgling::store
