#include "store/CohortStore.h"

#include "store/Among.h"
#include "store/Columns.h"
#include "store/PersonLines.h"
#include "store/Schema.h"
#include "store/Sql.h"

#include <Poco/Base64Encoder.h>

#include <algorithm>
#include <sstream>

namespace fledgling::store {

using namespace domain;

namespace {

std::string toBase64(const std::string& bytes) {
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    encoder.rdbuf()->setLineLength(0);
    encoder.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    encoder.close();
    return out.str();
}

/// Six bits of a digit; nothing for what is none.
std::optional<unsigned> sixBits(char digit) {
    if (digit >= 'A' && digit <= 'Z') return static_cast<unsigned>(digit - 'A');
    if (digit >= 'a' && digit <= 'z') return static_cast<unsigned>(digit - 'a') + 26U;
    if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0') + 52U;
    if (digit == '+') return 62U;
    if (digit == '/') return 63U;
    return std::nullopt;
}

/// By hand: Poco's stream takes seventy instructions a byte, and a film has a million.
std::string fromBase64(const std::string& text) {
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    unsigned kept = 0;
    int bits = 0;
    for (const char digit : text) {
        const auto six = sixBits(digit);
        if (!six) break; // the padding
        kept = (kept << 6U | *six) & 0xFFFFU;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(kept >> static_cast<unsigned>(bits) & 0xFFU);
    }
    return bytes;
}

} // namespace

std::vector<CohortStore::CourseVersion> CohortStore::courses() {
    std::vector<CourseVersion> found;
    for (auto& [course, version, title, digest] :
         sql::read<std::string, std::string, std::string, std::string>(
             m_database,
             "SELECT t.course, t.version, t.title, t.digest FROM course t WHERE " + latest("course") +
                 " ORDER BY t.course, t.version",
             {m_asOf}))
        found.push_back({course, version, title, digest});
    return found;
}

std::optional<CohortStore::CourseVersion> CohortStore::newest() {
    for (auto& [course, version, title, digest] :
         sql::read<std::string, std::string, std::string, std::string>(
             m_database,
             "SELECT t.course, t.version, t.title, t.digest FROM course t WHERE " + latest("course") +
                 " ORDER BY t.change DESC LIMIT 1",
             {m_asOf}))
        return CourseVersion{course, version, title, digest};
    return std::nullopt;
}

std::map<std::string, std::string> CohortStore::files(const std::string& course, const std::string& version) {
    std::map<std::string, std::string> found;
    for (auto& [path, encoding, content] : sql::read<std::string, std::string, std::string>(
             m_database,
             "SELECT t.path, t.encoding, t.content FROM course_file t WHERE " + latest("course_file") +
                 " AND t.course = $2 AND t.version = $3",
             {m_asOf, course, version}))
        found[path] = encoding == "base64" ? fromBase64(content) : std::move(content);
    return found;
}

std::map<std::string, std::string> CohortStore::texts(const std::string& course, const std::string& version) {
    std::map<std::string, std::string> found;
    for (auto& [path, content] : sql::read<std::string, std::string>(
             m_database,
             "SELECT t.path, CASE WHEN t.encoding = 'text' THEN t.content ELSE '' END FROM course_file t WHERE " +
                 latest("course_file") + " AND t.course = $2 AND t.version = $3",
             {m_asOf, course, version}))
        found[path] = std::move(content);
    return found;
}

std::optional<std::string> CohortStore::file(const std::string& course, const std::string& version, const std::string& path) {
    for (auto& [encoding, content] : sql::read<std::string, std::string>(
             m_database,
             "SELECT t.encoding, t.content FROM course_file t WHERE " + latest("course_file") +
                 " AND t.course = $2 AND t.version = $3 AND t.path = $4",
             {m_asOf, course, version, path}))
        return encoding == "base64" ? fromBase64(content) : std::move(content);
    return std::nullopt;
}

std::vector<Fact> CohortStore::facts(const CourseVersion& course,
                                     const std::map<std::string, std::string>& files) {
    std::vector<Fact> all;
    all.push_back({"course", {course.course, course.version}, {course.title, course.digest}, false, {}});
    for (const auto& [path, bytes] : files) {
        const bool text = isText(bytes); // a picture goes in as base64
        all.push_back({"course_file",
                       {course.course, course.version, path},
                       {std::string(text ? "text" : "base64"), text ? bytes : toBase64(bytes)},
                       false,
                       {}});
    }
    return all;
}

std::vector<Cohort> CohortStore::cohorts() {
    std::vector<Cohort> found;
    for (auto& [id, name, course, version, start, review] :
         sql::read<std::string, std::string, std::string, std::string, std::string,
                   std::optional<std::string>>(
             m_database,
             "SELECT t.cohort, t.name, t.course, t.version, t.start, t.review FROM cohort t WHERE " +
                 latest("cohort") + " ORDER BY t.start DESC, t.name",
             {m_asOf}))
        found.push_back({CohortId(id), name, course, version, Date::of(start), dateOf(review)});
    return found;
}

std::optional<Cohort> CohortStore::cohort(const CohortId& id) {
    for (auto& [name, course, version, start, review] :
         sql::read<std::string, std::string, std::string, std::string, std::optional<std::string>>(
             m_database,
             "SELECT t.name, t.course, t.version, t.start, t.review FROM cohort t WHERE " + latest("cohort") +
                 " AND t.cohort = $2",
             {m_asOf, id.text()}))
        return Cohort{id, name, course, version, Date::of(start), dateOf(review)};
    return std::nullopt;
}

std::vector<Session> CohortStore::sessionsWhere(const std::string& condition,
                                                const std::vector<Value>& arguments) {
    std::vector<Session> found;
    for (auto& [id, cohort, courseSession, day, begins, ends, room, trainer] :
         sql::read<std::string, std::string, std::string, std::string, std::int64_t, std::int64_t,
                   std::string, std::optional<std::string>>(
             m_database,
             "SELECT t.session, t.cohort, t.course_session, t.day, t.begins, t.ends, t.room, t.trainer FROM "
             "session t WHERE " +
                 latest("session") + condition + " ORDER BY t.day, t.begins, t.session",
             asOfWith(m_asOf, arguments)))
        found.push_back({SessionId(id), CohortId(cohort), courseSession, Date::of(day),
                         Hours(TimeOfDay::ofMinutes(begins), TimeOfDay::ofMinutes(ends)), room,
                         idOf<PersonId>(trainer)});
    return found;
}

std::vector<Session> CohortStore::sessionsOf(const CohortId& cohort) {
    return sessionsWhere(" AND t.cohort = $2", {cohort.text()});
}

std::vector<Session> CohortStore::sessionsBetween(Date first, Date last) {
    return sessionsWhere(" AND t.day >= $2 AND t.day <= $3", {first.iso(), last.iso()});
}

std::optional<Session> CohortStore::session(const SessionId& id) {
    auto found = sessionsWhere(" AND t.session = $2", {id.text()});
    if (found.empty()) return std::nullopt;
    return found.front();
}

std::vector<Session> CohortStore::sessions(const std::set<SessionId>& ids) {
    std::vector<Session> found;
    for (const auto& id : ids)
        if (auto one = session(id)) found.push_back(std::move(*one));
    std::sort(found.begin(), found.end(), [](const Session& a, const Session& b) {
        return std::tuple(a.day, a.hours.begin(), a.id) < std::tuple(b.day, b.hours.begin(), b.id);
    });
    return found;
}

std::set<SessionId> CohortStore::everWhere(const std::string& condition, const std::string& id) {
    std::set<SessionId> found;
    for (const auto& [session] : sql::read<std::string>(
             m_database, "SELECT DISTINCT t.session FROM session t WHERE t.change <= $1 AND " + condition, {m_asOf, id}))
        found.insert(SessionId(session));
    return found;
}

std::set<SessionId> CohortStore::everLaidFor(const CohortId& cohort) { return everWhere("t.cohort = $2", cohort.text()); }

std::set<SessionId> CohortStore::everHeldBy(const PersonId& trainer) { return everWhere("t.trainer = $2", trainer.text()); }

std::vector<Member> CohortStore::membersWhere(const std::string& condition,
                                              const std::vector<Value>& arguments) {
    std::vector<Member> found;
    for (auto& [cohort, trainee, joined, departed, why] :
         sql::read<std::string, std::string, std::string, std::optional<std::string>, std::string>(
             m_database,
             "SELECT t.cohort, t.trainee, t.joined, t.departed, t.why FROM member t WHERE " +
                 latest("member") + condition + " ORDER BY t.joined, t.trainee",
             asOfWith(m_asOf, arguments)))
        found.push_back({CohortId(cohort), PersonId(trainee), Date::of(joined), dateOf(departed), why});
    return found;
}

std::vector<Member> CohortStore::membersOf(const CohortId& cohort) {
    return membersWhere(" AND t.cohort = $2", {cohort.text()});
}

std::vector<Member> CohortStore::membershipsOf(const PersonId& trainee) {
    return membersWhere(" AND t.trainee = $2", {trainee.text()});
}

std::vector<Member> CohortStore::membershipsOf(const std::set<PersonId>& trainees) {
    return among("t.trainee", trainees, [&](const auto& condition, const auto& arguments) {
        return membersWhere(condition, arguments);
    });
}

std::vector<Member> CohortStore::membersSince(Date start) {
    return membersWhere(" AND t.cohort IN (SELECT c.cohort FROM cohort c WHERE c.start >= $2)",
                        {start.iso()});
}

Fact CohortStore::fact(const Cohort& cohort) {
    return {"cohort",
            {cohort.id.text()},
            {cohort.name, cohort.course, cohort.version, cohort.start.iso(), column(cohort.review)},
            false,
            {}};
}

Fact CohortStore::fact(const Session& session) {
    return {"session",
            {session.id.text()},
            {session.cohort.text(), session.courseSession, session.day.iso(),
             session.hours.begin().sinceMidnight(), session.hours.end().sinceMidnight(), session.room,
             column(session.trainer)},
            false,
            {}};
}

Fact CohortStore::fact(const Member& member) {
    return {"member",
            {member.cohort.text(), member.trainee.text()},
            {member.joined.iso(), column(member.departed), member.why},
            false,
            {}};
}


std::optional<Session> CohortStore::sessionIn(const Fact& fact) {
    if (fact.absent) return std::nullopt;
    const auto text = [&](const char* column) { return textOf(fact, column); };
    const auto time = [&](const char* column) { return TimeOfDay::ofMinutes(numberOf(text(column))); };
    return Session{SessionId(fact.key.at(0)),          CohortId(text("cohort")), text("course_session"), Date::of(text("day")),
                   Hours(time("begins"), time("ends")), text("room"),             idOf<PersonId>(text("trainer"))};
}

std::optional<Cohort> CohortStore::cohortIn(const Fact& fact) {
    if (fact.absent) return std::nullopt;
    const auto text = [&](const char* column) { return textOf(fact, column); };
    return Cohort{CohortId(fact.key.at(0)), text("name"), text("course"), text("version"), Date::of(text("start")), Date::parse(text("review"))};
}

} // namespace fledgling::store
