#include "store/evidence/EvidenceStore.h"

#include "store/Among.h"
#include "store/Columns.h"
#include "store/Schema.h"
#include "store/Sql.h"

namespace fledgling::store {

using namespace domain;

namespace {

using Text = std::string;
using Number = std::int64_t;

std::string latestOf(const std::string& table, const std::string& columns, const std::string& condition) {
    return "SELECT t.trainee, t.course, " + columns + " FROM " + table + " t WHERE " + latest(table) + condition;
}

std::vector<std::string> keyColumns(const EvidenceKey& key, std::initializer_list<std::string> more) {
    std::vector<std::string> columns{key.trainee.text(), key.course};
    columns.insert(columns.end(), more);
    return columns;
}

} // namespace

std::map<EvidenceKey, Evidence> EvidenceStore::evidenceOf(const std::set<PersonId>& trainees) {
    std::map<EvidenceKey, Evidence> found;
    const auto sheets = [&](const std::string& condition, const std::vector<Value>& arguments) {
        return sql::read<Text, Text, Text, Text, Text, Text, Text, Text>(
            m_database, latestOf("shadow_sheet", "t.course_session, t.whom, t.day, t.chats, t.learnt, t.question", condition),
            asOfWith(m_asOf, arguments));
    };
    for (auto& [trainee, course, session, whom, day, chats, learnt, question] : among("t.trainee", trainees, sheets))
        found[{PersonId(trainee), course}].sheets[session] = {PersonId(whom), Date::parse(day).value_or(Date()), chats, learnt, question};
    const auto films = [&](const std::string& condition, const std::vector<Value>& arguments) {
        return sql::read<Text, Text, Text, Number, Text>(m_database, latestOf("film_watch", "t.film, t.seconds, t.watched", condition),
                                                         asOfWith(m_asOf, arguments));
    };
    for (const auto& [trainee, course, film, seconds, watched] : among("t.trainee", trainees, films))
        found[{PersonId(trainee), course}].films[film] = {static_cast<int>(seconds), Watched::parse(watched).value_or(Watched())};
    const auto exercises = [&](const std::string& condition, const std::vector<Value>& arguments) {
        return sql::read<Text, Text, Text, Text, Text>(m_database, latestOf("exercise", "t.course_session, t.exercise, t.state", condition),
                                                       asOfWith(m_asOf, arguments));
    };
    for (const auto& [trainee, course, session, exercise, state] : among("t.trainee", trainees, exercises))
        found[{PersonId(trainee), course}].exercises[session][exercise] = exerciseStateOf(state).value_or(ExerciseState::Open);
    return found;
}

std::vector<KeptAnswer> EvidenceStore::answersWhere(const std::string& condition, const std::vector<Value>& arguments) {
    std::vector<KeptAnswer> found;
    for (const auto& [id, week, question, answer, problems, who, day, change, undoes] :
         sql::read<Text, Text, Text, Text, Text, std::optional<Text>, Text, Number, Number>(
             m_database,
             "SELECT t.answer_id, t.week, t.question, t.answer, t.problems, c.who, c.local_date, t.change, c.undoes FROM common_answer t "
             "JOIN change c ON c.number = t.change WHERE " +
                 latest("common_answer") + condition + " ORDER BY t.week DESC, t.change DESC",
             asOfWith(m_asOf, arguments))) {
        KeptAnswer kept;
        kept.answer = {id, Date::parse(week).value_or(Date()), question, answer, {}};
        for (const auto& problem : split(problems, ','))
            if (!problem.empty()) kept.answer.problems.insert(ProblemId(problem));
        kept.by = idOf<PersonId>(who);
        kept.day = Date::parse(day).value_or(Date());
        kept.change = change;
        if (undoes != 0)
            if (const auto said = Book(m_database).saidIn("common_answer", {id}, change)) {
                kept.by = said->head.who;
                kept.day = said->head.localDate;
            }
        found.push_back(std::move(kept));
    }
    return found;
}

std::vector<KeptAnswer> EvidenceStore::answers() { return answersWhere("", {}); }

std::optional<KeptAnswer> EvidenceStore::answer(const std::string& id) {
    auto found = answersWhere(" AND t.answer_id = $2", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

Fact EvidenceStore::fact(const EvidenceKey& key, const std::string& session, const ShadowSheet& sheet) {
    return {"shadow_sheet",
            keyColumns(key, {session}),
            {sheet.whom.text(), sheet.day.iso(), sheet.chats, sheet.learnt, sheet.question},
            false,
            {}};
}

Fact EvidenceStore::fact(const EvidenceKey& key, const std::string& film, const FilmWatch& watch) {
    return {"film_watch", keyColumns(key, {film}), {std::int64_t{watch.seconds}, watch.watched.text()}, false, {}};
}

Fact EvidenceStore::fact(const EvidenceKey& key, const std::string& session, const std::string& exercise, ExerciseState state,
                         const PersonId& confirmedBy) {
    return {"exercise",
            keyColumns(key, {session, exercise}),
            {std::string(keyOf(state)), column(confirmedBy)},
            state == ExerciseState::Open,
            {}};
}

Fact EvidenceStore::fact(const CommonAnswer& answer) {
    std::string problems;
    for (const auto& one : answer.problems)
        problems += (problems.empty() ? "" : ",") + one.text();
    return {"common_answer", {answer.id}, {answer.week.iso(), answer.question, answer.answer, problems}, false, {}};
}

Fact EvidenceStore::dropped(const CommonAnswer& answer) {
    auto gone = fact(answer);
    gone.absent = true;
    return gone;
}

} // namespace fledgling::store
