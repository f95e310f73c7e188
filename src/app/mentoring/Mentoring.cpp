#include "app/mentoring/Mentoring.h"

#include "app/Keep.h"
#include "app/Record.h"
#include "app/pairing/Pairing.h"
#include "app/people/People.h"
#include "domain/Refused.h"
#include "domain/Text.h"
#include "store/MentoringStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::MentoringStore;

namespace {

void requireLeads(Desk& desk, const Person& trainee) {
    const auto mentor = currentMentor(desk, trainee.id);
    requireCurrentMentor(desk.actor, trainee, mentor ? &*mentor : nullptr);
}

Deed logDeed(const LogEntry& entry, const char* verb, const std::string& why,
             std::optional<ChangeNumber> saw) {
    auto fact = MentoringStore::fact(entry);
    fact.saw = saw;
    return {verb, {std::move(fact)}, {Topic::Logs}, why, 0, {}};
}

/// Levels that were signed on this entry must still be proven by it as it will be.
void requireStillProves(const Record& record, const LogEntry& entry) {
    for (const auto& kept : record.signs) {
        if (kept.sign.evidence != entry.id) continue;
        if (!evidenceFor(entry.trainee, kept.sign.skill, kept.sign.level, {entry}))
            throw Refused(Rule::EvidenceNeeded, {kept.sign.skill});
    }
}

void requireSkillOfPost(const Record& record, const std::string& skill) {
    const auto* found = record.course->skill(skill);
    if (!found || !found->appliesTo(record.post())) throw Refused(Rule::UnknownSkill, {skill});
}

Deed signDeed(const Record& record, SkillSign wanted, const char* verb, std::optional<ChangeNumber> saw) {
    const auto signature = checkedSign(wanted, record.level(wanted.skill), *record.course, record.entries);
    auto fact = MentoringStore::fact(signature);
    fact.saw = saw;
    return {verb, {std::move(fact)}, {Topic::Skills}, signature.reason, 0, {}};
}

} // namespace

ChangeNumber keepLog(Desk& desk, LogEntry entry) {
    return perform(desk, Verb::WriteLog, [&] {
        const Record record = recordOf(desk, entry.trainee);
        requireLeads(desk, record.person);
        if (entry.id.empty()) entry.id = LogId(desk.newId());
        entry.mentor = desk.actor.id;
        entry = checked(std::move(entry), *record.course, desk.today());
        const auto stands = MentoringStore(desk.database).entry(entry.id);
        if (stands && *stands == entry) return Deed{};
        // Another text under an id in use is a correction and needs its reason.
        return logDeed(entry, "keep-log", "", 0);
    });
}

ChangeNumber correctLog(Desk& desk, LogEntry entry, const std::string& why, std::optional<ChangeNumber> saw) {
    return perform(desk, Verb::WriteLog, [&] {
        const auto stands = MentoringStore(desk.database).entry(entry.id);
        if (!stands) throw Refused(Rule::Unknown, {entry.id.text()});
        const Record record = recordOf(desk, stands->trainee);
        if (stands->mentor != desk.actor.id)
            throw Refused(Rule::NotTheMentor, {record.person.card.name, nameOf(desk, stands->mentor)});
        entry.trainee = stands->trainee;
        entry.mentor = stands->mentor;
        entry = checked(std::move(entry), *record.course, desk.today());
        if (entry == *stands) return Deed{};
        requireStillProves(record, entry);
        return logDeed(entry, "correct-log", reason(why), saw);
    });
}

ChangeNumber signSkill(Desk& desk, const PersonId& trainee, const std::string& skill, SkillLevel level,
                       const LogId& evidence, std::optional<ChangeNumber> saw) {
    return perform(desk, Verb::SignSkill, [&] {
        const Record record = recordOf(desk, trainee);
        requireLeads(desk, record.person);
        requireSkillOfPost(record, skill);
        if (level < record.level(skill))
            throw Refused(Rule::LevelOutOfOrder, {skill}); // lower only by taking back
        return signDeed(record, {trainee, skill, level, evidence, desk.actor.id, ""}, "sign-skill", saw);
    });
}

ChangeNumber takeBackSkill(Desk& desk, const PersonId& trainee, const std::string& skill, SkillLevel level,
                           const std::string& why, std::optional<ChangeNumber> saw) {
    return perform(desk, Verb::SignSkill, [&] {
        const Record record = recordOf(desk, trainee);
        requireLeads(desk, record.person);
        requireSkillOfPost(record, skill);
        if (level >= record.level(skill)) throw Refused(Rule::LevelOutOfOrder, {skill});
        return signDeed(record, {trainee, skill, level, {}, desk.actor.id, why}, "take-back-skill", saw);
    });
}

ChangeNumber acknowledge(Desk& desk, const PersonId& trainee, const std::string& ruleFile) {
    return perform(desk, Verb::Acknowledge, [&] {
        if (trainee != desk.actor.id && !seesEverybody(desk.actor))
            throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::Acknowledge))});
        const Record record = recordOf(desk, trainee);
        const auto& texts = record.course->acknowledge;
        const auto rule = std::find_if(texts.begin(), texts.end(),
                                       [&](const CourseRule& one) { return one.file == ruleFile; });
        if (rule == texts.end()) throw Refused(Rule::Unknown, {ruleFile});
        if (record.signature(*rule))
            throw Refused(Rule::AlreadyAcknowledged, {rule->title.in(record.course->language)});
        const store::Acknowledgement signature{
            trainee, record.cohort.course, ruleFile, record.cohort.version, digestOf(*rule), desk.today(), 0};
        return Deed{"acknowledge", {MentoringStore::fact(signature)}, {Topic::Skills}, "", 0, {}};
    });
}

} // namespace fledgling::app
