#include "app/practical/Practicals.h"

#include "app/Keep.h"
#include "app/people/People.h"
#include "app/quiz/Quizzes.h"
#include "domain/Attempts.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::AssessmentStore;
using store::ChangeNumber;
using store::KeptSheet;
using store::PracticalStore;

namespace {

void requireMarks(Desk& desk, const Record& record) {
    requireOther(desk, record.person.id, Verb::MarkPractical);
    if (mayMark(desk.actor, record)) return;
    if (!record.paired()) throw Refused(Rule::NotPaired, {record.person.card.name});
    throw Refused(Rule::NotTheMentor, {record.person.card.name, nameOf(desk, record.mentor())});
}

std::optional<KeptSheet> standing(Desk& desk, const Record& record, const std::string& assessment) {
    return latestSheet(PracticalStore(desk.database).sheetsOf({record.person.id}), record, assessment);
}

/// The open sheet the actor goes on with; who marked it may have lost the trainee since.
PracticalSheet continued(Desk& desk, const Record& record, PracticalSheet sheet) {
    if (sheet.state == SheetState::HandedOn) throw Refused(Rule::SheetHandedOn, {record.person.card.name});
    if (sheet.marker == desk.actor.id) return sheet;
    const auto marker = store::PeopleStore(desk.database).person(sheet.marker);
    if (marker && !marker->retired && mayMark(*marker, record))
        throw Refused(Rule::NotTheMarker, {marker->card.name});
    sheet.marker = desk.actor.id;
    // The second of the two can't have been this one.
    if (sheet.decider == desk.actor.id) {
        sheet.decider = {};
        sheet.state = SheetState::Marking;
    }
    return sheet;
}

PracticalSheet begun(Desk& desk, const Record& record, const Assessment& assessment, std::optional<Date> day) {
    Attempt attempt{record.person.id, record.cohort.course,        assessment.id, 1, 0,
                    false,            day.value_or(desk.today()), ""};
    attempt = nextAttempt(attempt, assessment, record.attemptsAt(assessment.id), record.person.card.name,
                          desk.today(), allowanceOf(desk, record, assessment.id));
    PracticalSheet sheet;
    sheet.key = {record.person.id, record.cohort.course, assessment.id, attempt.number};
    sheet.version = record.cohort.version;
    sheet.day = attempt.day;
    sheet.marker = desk.actor.id;
    return sheet;
}

/// The sheet the actor decides on as the second person.
KeptSheet toDecide(Desk& desk, const Record& record, const std::string& assessment, bool confirmedToo) {
    auto kept = standing(desk, record, assessment);
    const auto state = kept ? kept->sheet.state : SheetState::Marking;
    if (state != SheetState::HandedOn && !(confirmedToo && state == SheetState::Confirmed))
        throw Refused(Rule::NotHandedOn, {record.person.card.name});
    if (kept->sheet.marker == desk.actor.id) throw Refused(Rule::OwnMarking, {desk.actor.card.name});
    requireOther(desk, record.person.id, Verb::ConfirmPractical);
    return std::move(*kept);
}

Attempt attemptOf(const PracticalSheet& sheet, const Assessment& assessment, Date today) {
    const bool passed = outcomeOf(assessment, sheet.marks).passed;
    return checked({sheet.key.trainee, sheet.key.course, sheet.key.assessment, sheet.key.attempt, passed ? 100 : 0,
                    false, sheet.day, sheet.note},
                   assessment, today);
}

/// What decides the sheet, on top of what the actor saw of it.
store::Fact decided(Desk& desk, KeptSheet& kept, SheetState state, std::string note) {
    kept.sheet.state = state;
    kept.sheet.decider = desk.actor.id;
    kept.sheet.note = std::move(note);
    auto fact = PracticalStore::fact(kept.sheet);
    fact.saw = kept.change;
    return fact;
}

} // namespace

const Assessment& practicalOf(const Record& record, const std::string& assessment) {
    const auto* found = record.course->assessment(assessment);
    if (!found || found->kind != AssessmentKind::Practical || !examinedIn(record, assessment)) throw Refused(Rule::UnknownAssessment, {assessment});
    return *found;
}

const Assessment& assessmentOf(Desk& desk, const PracticalSheet& sheet) {
    const auto* found = desk.shelf.course(sheet.key.course, sheet.version).assessment(sheet.key.assessment);
    if (!found) throw Refused(Rule::UnknownAssessment, {sheet.key.assessment});
    return *found;
}

std::optional<KeptSheet> latestSheet(const std::vector<KeptSheet>& sheets, const Record& record,
                                     const std::string& assessment) {
    const KeptSheet* latest = nullptr;
    for (const auto& one : sheets) {
        const auto& key = one.sheet.key;
        const bool mine = key.trainee == record.person.id && key.course == record.cohort.course &&
                          key.assessment == assessment;
        if (mine && (!latest || latest->sheet.key.attempt < key.attempt)) latest = &one;
    }
    return latest ? std::optional(*latest) : std::nullopt;
}

bool mayMark(const Person& actor, const Record& record) {
    return may(actor.roles, Verb::MarkPractical) &&
           (seesEverybody(actor) || (record.paired() && record.mentor() == actor.id));
}

void refuseOpenSheet(Desk& desk, const Record& record, const std::string& assessment) {
    const auto kept = standing(desk, record, assessment);
    if (kept && kept->sheet.open()) throw Refused(Rule::SheetOpen, {record.person.card.name});
}

void refuseSheet(Desk& desk, const Record& record, const Attempt& attempt) {
    const auto kept = standing(desk, record, attempt.assessment);
    if (kept && kept->sheet.key.attempt == attempt.number)
        throw Refused(Rule::SheetStands, {record.person.card.name});
}

ChangeNumber markItem(Desk& desk, const PersonId& trainee, const std::string& assessment, const std::string& item,
                      const ItemSeen& seen, std::optional<Date> day) {
    return perform(desk, Verb::MarkPractical, [&] {
        const Record record = examineeOf(desk, trainee);
        requireMarks(desk, record);
        const auto kept = standing(desk, record, assessment);
        const bool goesOn = kept && kept->sheet.open();
        const auto sheet = goesOn ? continued(desk, record, kept->sheet)
                                  : begun(desk, record, practicalOf(record, assessment), day);
        const auto before = sheet.marks.find(item);
        const bool again = before != sheet.marks.end();
        const auto mark = checkedMark(assessmentOf(desk, sheet), item, seen, again ? before->second : ItemMark{});
        if (again && before->second == mark) return Deed{};
        std::vector<store::Fact> facts{PracticalStore::fact(sheet.key, item, mark)};
        if (!goesOn || sheet.marker != kept->sheet.marker) {
            facts.insert(facts.begin(), PracticalStore::fact(sheet));
            facts.front().saw = goesOn ? kept->change : 0; // two people at once: one of them begins
        }
        return Deed{"mark-practical", std::move(facts), {Topic::Results}, "", 0, {}};
    });
}

ChangeNumber handOn(Desk& desk, const PersonId& trainee, const std::string& assessment, const std::string& language) {
    return perform(desk, Verb::MarkPractical, [&] {
        const Record record = examineeOf(desk, trainee);
        requireMarks(desk, record);
        const auto kept = standing(desk, record, assessment);
        if (!kept || !kept->sheet.open()) throw Refused(Rule::NoSheet, {record.person.card.name});
        auto sheet = continued(desk, record, kept->sheet);
        const auto& course = desk.shelf.course(sheet.key.course, sheet.version);
        requireComplete(assessmentOf(desk, sheet), sheet.marks, language, course.language);
        sheet.state = SheetState::HandedOn;
        sheet.decider = {};
        sheet.note.clear();
        auto fact = PracticalStore::fact(sheet);
        fact.saw = kept->change;
        return Deed{"hand-on-practical", {std::move(fact)}, {Topic::Results}, "", 0, {}};
    });
}

ChangeNumber confirmPractical(Desk& desk, const PersonId& trainee, const std::string& assessment,
                              const std::string& text) {
    return perform(desk, Verb::ConfirmPractical, [&] {
        const Record record = examineeOf(desk, trainee);
        auto kept = toDecide(desk, record, assessment, false);
        const auto before = record.attemptsAt(assessment);
        if (std::any_of(before.begin(), before.end(), [](const Attempt& one) { return one.passed; }))
            throw Refused(Rule::AlreadyPassed, {record.person.card.name, assessment});
        auto fact = decided(desk, kept, SheetState::Confirmed, note(text, "note"));
        const auto attempt = attemptOf(kept.sheet, assessmentOf(desk, kept.sheet), desk.today());
        return Deed{"confirm-practical", {std::move(fact), AssessmentStore::fact(attempt)}, {Topic::Results}, "", 0, {}};
    });
}

ChangeNumber sendBack(Desk& desk, const PersonId& trainee, const std::string& assessment, const std::string& why) {
    return perform(desk, Verb::ConfirmPractical, [&] {
        const std::string given = reason(why);
        const Record record = examineeOf(desk, trainee);
        auto kept = toDecide(desk, record, assessment, true);
        const bool confirmed = kept.sheet.state == SheetState::Confirmed;
        std::vector<store::Fact> facts{decided(desk, kept, SheetState::SentBack, given)};
        if (confirmed) {
            facts.push_back(
                AssessmentStore::fact(attemptOf(kept.sheet, assessmentOf(desk, kept.sheet), desk.today())));
            facts.back().absent = true;
            facts.back().values.clear();
        }
        return Deed{"send-back-practical", std::move(facts), {Topic::Results}, given, 0, {}};
    });
}

} // namespace fledgling::app
