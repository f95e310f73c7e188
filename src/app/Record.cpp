#include "app/Record.h"

#include "app/PastDay.h"
#include "app/chats/Points.h"
#include "app/people/People.h"
#include "app/roll/Roll.h"
#include "domain/Refused.h"
#include "domain/mentors/MentorRecord.h"
#include "domain/Roles.h"
#include "store/CohortStore.h"
#include "store/Hash.h"
#include "store/PeopleStore.h"
#include "store/evidence/EvidenceStore.h"
#include "store/quiz/QuizStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::AttendanceStore;
using store::CohortStore;
using store::MentoringStore;

namespace {

template <class T, class Of>
std::map<PersonId, std::vector<T>> byTrainee(std::vector<T> all, Of of) {
    std::map<PersonId, std::vector<T>> sorted;
    for (auto& one : all) {
        const PersonId whose = of(one);
        sorted[whose].push_back(std::move(one));
    }
    return sorted;
}

/// Course sessions by course that are still held somewhere: what is over today is no longer ahead.
std::map<std::string, std::set<std::string>> upcomingByCourse(Desk& desk, Date today) {
    CohortStore store(desk.database, desk.asOf);
    std::map<CohortId, std::string> courseOf;
    std::map<std::string, std::set<std::string>> upcoming;
    for (const auto& session : store.sessionsBetween(today, today.plusDays(PLANNED_AHEAD))) {
        if (isOver(desk, session.day, session.hours)) continue;
        auto [found, fresh] = courseOf.try_emplace(session.cohort);
        if (fresh)
            if (const auto cohort = store.cohort(session.cohort)) found->second = cohort->course;
        upcoming[found->second].insert(session.courseSession);
    }
    return upcoming;
}

std::shared_ptr<const std::map<std::string, std::string>> wordingsOf(const Course& course) {
    auto digests = std::make_shared<std::map<std::string, std::string>>();
    for (const auto& rule : course.acknowledge)
        (*digests)[rule.file] = digestOf(rule);
    return digests;
}

/// One batch of reads for many trainees; records are dealt out of it.
struct Batch {
    std::map<PersonId, Person> people;
    std::map<CohortId, Cohort> cohorts;
    std::map<PersonId, std::vector<Pair>> pairs;
    std::map<PersonId, std::vector<LogEntry>> entries;
    std::map<PersonId, std::vector<store::KeptSign>> signs;
    std::map<PersonId, std::vector<store::Acknowledgement>> acknowledgements;
    std::map<PersonId, std::vector<store::KeptDecision>> decisions;
    std::map<PersonId, store::ChangeNumber> decisionSaw;
    std::map<PersonId, std::vector<store::TakenSession>> taken;
    std::map<PersonId, std::vector<store::Waiver>> waivers;
    std::map<PersonId, std::vector<store::KeptAttempt>> attempts;
    std::map<PersonId, std::vector<store::Grant>> grants;
    std::map<PersonId, PracticeRecord> practice;
    std::map<store::EvidenceKey, Evidence> evidence;
    std::map<std::string, std::set<std::string>> upcoming;
    std::map<CohortId, std::map<std::string, Date>> held;
    std::map<CohortId, std::shared_ptr<const std::map<std::string, std::string>>> wordings;

    Batch(Desk& desk, const std::vector<Member>& members) {
        std::set<PersonId> ids;
        for (const auto& member : members) {
            ids.insert(member.trainee);
            if (!cohorts.contains(member.cohort))
                cohorts.emplace(member.cohort, cohortOf(desk, member.cohort));
        }
        for (auto& person : store::PeopleStore(desk.database, desk.asOf).people(ids))
            people.emplace(person.id, std::move(person));
        if (desk.day) // who has left since was still there
            for (const auto& then : store::PeopleStore(desk.database, settledAt(desk)).people(ids))
                if (const auto found = people.find(then.id); found != people.end()) found->second.retired = then.retired;
        readMentoring(desk, ids);
        AttendanceStore attendance(desk.database, desk.asOf);
        const auto own = [](const auto& one) { return one.trainee; };
        const auto day = [](const auto& one) { return one.day; };
        taken = byTrainee(withoutLater(desk, attendance.takenBy(ids), day), own);
        waivers = byTrainee(AttendanceStore(desk.database, settledAt(desk)).waiversOf(ids), own);
        grants = byTrainee(store::QuizStore(desk.database, desk.asOf).grantsOf(ids),
                           [](const auto& one) { return one.key.trainee; });
        attempts = byTrainee(withoutLater(desk, store::AssessmentStore(desk.database, desk.asOf).attemptsOf(ids),
                                          [](const auto& one) { return one.attempt.day; }),
                             [](const auto& one) { return one.attempt.trainee; });
        practice = practiceOf(desk, ids);
        evidence = store::EvidenceStore(desk.database, desk.asOf).evidenceOf(ids);
        upcoming = upcomingByCourse(desk, shownDay(desk));
        for (const auto& [id, cohort] : cohorts) {
            wordings[id] = wordingsOf(desk.shelf.of(cohort));
            for (const auto& session : CohortStore(desk.database, desk.asOf).sessionsOf(id))
                held[id][session.courseSession] = session.day;
        }
    }

    void readMentoring(Desk& desk, const std::set<PersonId>& ids) {
        MentoringStore mentoring(desk.database, desk.asOf);
        const auto own = [](const auto& one) { return one.trainee; };
        const auto day = [](const auto& one) { return one.day; };
        pairs = byTrainee(pairsOn(desk, ids), own);
        entries = byTrainee(withoutLater(desk, mentoring.entriesOf(ids), day), own);
        signs = byTrainee(signsOn(desk, ids), [](const auto& one) { return one.sign.trainee; });
        acknowledgements = byTrainee(withoutLater(desk, mentoring.acknowledgementsOf(ids), day), own);
        for (const auto& [trainee, change] : mentoring.lastDecisionChanges(ids))
            decisionSaw[trainee] = change;
        decisions =
            byTrainee(decisionsOn(desk, ids), [](const auto& one) { return one.decision.trainee; });
    }

    std::optional<Record> record(Desk& desk, const Member& member) const {
        const auto person = people.find(member.trainee);
        if (person == people.end()) return std::nullopt;
        Record record;
        record.person = person->second;
        record.member = member;
        record.cohort = cohorts.at(member.cohort);
        record.course = &desk.shelf.of(record.cohort);
        record.wordings = wordings.at(member.cohort);
        const auto deal = [&](const auto& from, auto& into) {
            if (const auto found = from.find(member.trainee); found != from.end()) into = found->second;
        };
        deal(entries, record.entries);
        deal(signs, record.signs);
        deal(acknowledgements, record.acknowledgements);
        deal(taken, record.taken);
        deal(waivers, record.waivers);
        deal(attempts, record.attempts);
        deal(practice, record.practice);
        if (const auto found = evidence.find({member.trainee, record.cohort.course}); found != evidence.end())
            record.evidence = found->second;
        if (const auto found = pairs.find(member.trainee); found != pairs.end())
            record.pair = found->second.front();
        if (const auto found = decisions.find(member.trainee); found != decisions.end())
            record.decision = found->second.front();
        if (const auto found = decisionSaw.find(member.trainee); found != decisionSaw.end())
            record.decisionSaw = found->second;
        const auto otherCourse = [&](const auto& one) { return one.course != record.cohort.course; };
        std::erase_if(record.acknowledgements, otherCourse);
        std::erase_if(record.taken, otherCourse);
        std::erase_if(record.waivers, otherCourse);
        std::erase_if(record.attempts, [&](const auto& one) { return one.attempt.course != record.cohort.course; });
        std::vector<store::Grant> granted;
        deal(grants, granted);
        for (const auto& grant : granted)
            if (grant.key.course == record.cohort.course) ++record.granted[grant.key.assessment];
        if (const auto found = upcoming.find(record.cohort.course); found != upcoming.end())
            record.upcoming = found->second;
        if (const auto laid = held.find(member.cohort); laid != held.end()) record.held = laid->second;
        return record;
    }
};

/// True when the approval in force rests on a mentor: approving ends the pairing and must not undo what it
/// rests on.
bool approvedWithMentor(const Record& record, Date today) {
    if (!record.approvedOn(today)) return false;
    for (const auto& criterion : record.course->readiness)
        for (const auto& line : record.decision->decision.basis)
            if (criterion.measure == Measure::MentorAssigned && line.criterion == criterion.id &&
                line.have >= 1)
                return true;
    return false;
}

/// What the decision that stands does to the facts.
void applyDecision(Facts& facts, const Record& record, Date today) {
    facts.hasMentor = record.paired() || approvedWithMentor(record, today);
    facts.reviewDay = record.cohort.review;
    if (!record.decision) return;
    const auto& decision = record.decision->decision;
    if (record.approvedOn(today)) facts.waived = {decision.unmet.begin(), decision.unmet.end()};
    facts.held = decision.kind == DecisionKind::Hold && decision.inForce(today);
    if (decision.kind == DecisionKind::Extend) facts.reviewDay = decision.until;
}

} // namespace

Post Record::post() const { return person.posts.empty() ? Post::Agent : *person.posts.begin(); }

SkillLevel Record::level(const std::string& skill) const {
    for (const auto& kept : signs)
        if (kept.sign.skill == skill) return kept.sign.level;
    return SkillLevel::None;
}

const store::Acknowledgement* Record::signature(const CourseRule& rule) const {
    const auto wording = wordings->find(rule.file);
    for (const auto& one : acknowledgements)
        if (wording != wordings->end() && one.file == rule.file && one.digest == wording->second) return &one;
    return nullptr;
}

const store::Acknowledgement* Record::lastSignature(const CourseRule& rule) const {
    for (const auto& one : acknowledgements)
        if (one.file == rule.file) return &one;
    return nullptr;
}

std::vector<Attempt> Record::attemptsAt(const std::string& assessment) const {
    std::vector<Attempt> found;
    for (const auto& kept : attempts)
        if (kept.attempt.assessment == assessment) found.push_back(kept.attempt);
    return found;
}

int Record::grantedAt(const std::string& assessment) const {
    const auto found = granted.find(assessment);
    return found == granted.end() ? 0 : found->second;
}

std::map<std::string, SessionFacts> Record::sessionFacts() const {
    std::map<std::string, SessionFacts> facts;
    for (const auto& one : taken)
        facts[one.courseSession].marks.push_back(one.mark);
    for (const auto& waiver : waivers)
        facts[waiver.courseSession].waived = true;
    for (auto& [session, one] : facts)
        one.courseSession = session;
    return facts;
}

bool Record::approvedOn(Date day) const {
    return decision && decision->decision.kind == DecisionKind::Approve && decision->decision.inForce(day);
}

std::vector<Record> recordsOf(Desk& desk, const std::vector<Member>& members) {
    if (members.empty()) return {};
    const Batch batch(desk, members);
    std::vector<Record> records;
    for (const auto& member : members)
        if (auto record = batch.record(desk, member)) records.push_back(std::move(*record));
    return records;
}

Record recordOf(Desk& desk, const PersonId& trainee) {
    const Person person = personOf(desk, trainee);
    const auto member =
        memberOn(CohortStore(desk.database, desk.asOf).membershipsOf(trainee), shownDay(desk));
    if (!member) throw Refused(Rule::NotMember, {person.card.name, "–"});
    return recordsOf(desk, {*member}).front();
}

std::vector<Record> recordsOfPeople(Desk& desk, const std::set<PersonId>& trainees) {
    CohortStore store(desk.database, desk.asOf);
    std::vector<Member> members;
    for (const auto& trainee : trainees)
        if (const auto member = memberOn(store.membershipsOf(trainee), shownDay(desk)))
            members.push_back(*member);
    return recordsOf(desk, members);
}

Record examineeOf(Desk& desk, const PersonId& id) {
    const auto person = store::PeopleStore(desk.database, desk.asOf).person(id);
    if (!person || !person->is(Role::Mentor) || person->is(Role::Trainee)) return recordOf(desk, id);
    const auto newest = CohortStore(desk.database, desk.asOf).newest();
    if (!newest) throw Refused(Rule::CourseNotLoaded, {"–", "–"});
    Record record;
    record.person = *person;
    record.cohort.course = newest->course;
    record.cohort.version = newest->version;
    record.course = &desk.shelf.of(record.cohort);
    auto all = withoutLater(desk, store::AssessmentStore(desk.database, desk.asOf).attemptsOf({id}),
                            [](const store::KeptAttempt& one) { return one.attempt.day; });
    std::erase_if(all, [&](const store::KeptAttempt& one) { return one.attempt.course != record.cohort.course; });
    std::vector<Attempt> attempts;
    for (const auto& one : all)
        attempts.push_back(one.attempt);
    const auto& rules = record.course->mentoring;
    const Date today = shownDay(desk);
    std::map<std::string, std::vector<Attempt>> counting;
    for (const auto& exam : rules.examine)
        counting[exam] = examOf(exam, attempts, person->since.value_or(today), rules.examineEveryDays, today).counting;
    for (auto& kept : all) {
        const auto& one = kept.attempt;
        const auto exam = counting.find(one.assessment);
        const bool counts = exam == counting.end() ||
                            std::find(exam->second.begin(), exam->second.end(), one) != exam->second.end();
        if (counts)
            record.attempts.push_back(std::move(kept));
        else
            record.lapsed[one.assessment] = std::max(record.lapsed[one.assessment], one.number);
    }
    for (const auto& grant : store::QuizStore(desk.database, desk.asOf).grantsOf({id}))
        if (grant.key.course == record.cohort.course && grant.key.attempt > record.lapsed[grant.key.assessment])
            ++record.granted[grant.key.assessment];
    return record;
}

bool examinedIn(const Record& record, const std::string& assessment) {
    if (!record.member.trainee.empty()) return true;
    const auto& exams = record.course->mentoring.examine;
    return std::find(exams.begin(), exams.end(), assessment) != exams.end();
}

void judgeBy(Record& record, const Course& course) {
    record.course = &course;
    record.wordings = wordingsOf(course);
}

Facts factsOf(const Record& record, const Calendar& calendar, Date today) {
    Facts facts;
    facts.trainee = record.person.id;
    facts.post = record.post();
    facts.today = today;
    for (const auto& [session, one] : record.sessionFacts())
        facts.sessions[session] = stateOf(one, record.course->attendance);
    facts.upcoming = record.upcoming;
    for (const auto& kept : record.signs)
        facts.skills[kept.sign.skill] = kept.sign.level;
    facts.daysMentored = daysMentored(record.person.id, record.entries, calendar);
    for (const auto& rule : record.course->acknowledge)
        if (record.signature(rule)) facts.acknowledged.insert(rule.file);
    for (const auto& assessment : record.course->assessments)
        if (const auto attempts = record.attemptsAt(assessment.id); !attempts.empty()) {
            auto& result = facts.assessments[assessment.id] = resultOf(attempts);
            // A granted attempt gives one back: who has one left is not stuck.
            result.attempts = std::max(0, result.attempts - record.grantedAt(assessment.id));
        }
    if (record.practice) {
        facts.chatPoints = record.practice->points;
        facts.chatDaysReviewed = record.practice->days;
    }
    facts.evidenced = evidenced(*record.course, record.evidence);
    std::set<std::string> attended;
    for (const auto& [session, state] : facts.sessions)
        if (isDone(state)) attended.insert(session);
    facts.evidenceMissing = evidenceMissing(*record.course, record.evidence, record.held, attended, today);
    applyDecision(facts, record, today);
    return facts;
}

std::optional<Member> memberOn(const std::vector<Member>& memberships, Date day) {
    const auto later = [&](const Member& a, const Member& b) {
        return std::tuple(a.on(day), a.joined) < std::tuple(b.on(day), b.joined);
    };
    const auto found = std::max_element(memberships.begin(), memberships.end(), later);
    if (found == memberships.end()) return std::nullopt;
    return *found;
}

Date shownDay(Desk& desk) {
    if (desk.day) return *desk.day;
    if (desk.asOf == store::NOW) return desk.today();
    const auto change = store::Book(desk.database).change(desk.asOf);
    return change ? change->head.localDate : desk.today();
}

bool isOver(Desk& desk, Date day, const Hours& hours) {
    const Date shown = shownDay(desk);
    return day < shown || (day == shown && !desk.past() && hours.end() <= desk.clock.timeOfDay());
}

std::string digestOf(const CourseRule& rule) {
    std::string all;
    for (const auto& [language, text] : rule.body.byLanguage)
        all += language + "\n" + text + "\n";
    return store::sha256(all);
}

std::map<PersonId, std::string> namesOf(Desk& desk, const std::set<PersonId>& people) {
    std::map<PersonId, std::string> names;
    for (const auto& id : people)
        names[id] = "–";
    for (const auto& person : store::PeopleStore(desk.database, desk.asOf).people(people))
        if (!person.card.name.empty()) names[person.id] = person.card.name;
    return names;
}

void requireOther(const Desk& desk, const PersonId& person, Verb verb) {
    if (person == desk.actor.id) throw Refused(Rule::NotYourRight, {std::string(keyOf(verb))});
}

bool seesEverybody(const Person& actor) {
    return actor.is(Role::Trainer) || actor.is(Role::Supervisor) || actor.is(Role::Manager);
}

void requireMaySee(const Desk& desk, const PersonId& trainee, const PersonId& currentMentor) {
    const auto& actor = desk.actor;
    const bool leads = actor.is(Role::Mentor) && !currentMentor.empty() && currentMentor == actor.id;
    if (actor.retired || !(actor.id == trainee || leads || seesEverybody(actor)))
        throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::SeeReadiness))});
}

} // namespace fledgling::app
