#include "app/today/News.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "app/cohorts/Cohorts.h"
#include "app/readiness/Readiness.h"
#include "app/roll/Roll.h"
#include "domain/Roles.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::CohortStore;

namespace {

/// How many changes are looked through for one line of news: a marked class is some dozens of them.
constexpr int CHANGES_PER_LINE = 40;

const std::string& textAt(const std::vector<store::Value>& values, std::size_t at) {
    static const std::string none;
    const auto* text = at < values.size() ? std::get_if<std::string>(&values[at]) : nullptr;
    return text ? *text : none;
}

/// Whom and what a fact is about.
struct Aim {
    PersonId person;
    std::string subject;
};

/// Reads what changes are about, asking for each name and title once.
class Reader {
public:
    Reader(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}

    std::string nameOf(const PersonId& id) {
        auto [found, fresh] = m_names.try_emplace(id);
        if (fresh) found->second = namesOf(m_desk, {id}).at(id);
        return found->second;
    }

    Aim aimOf(const store::Fact& fact) {
        const auto& table = fact.table;
        if (table == "mark" || table == "guest")
            return {PersonId(fact.key.at(1)), sessionTitle(fact.key.at(0))};
        if (table == "roll_closed") return {{}, sessionTitle(fact.key.at(0))};
        if (table == "session") return {{}, sessionTitle(fact.key.at(0))};
        if (table == "member") return {PersonId(fact.key.at(1)), cohortName(fact.key.at(0))};
        if (table == "cohort") return {{}, textAt(fact.values, 0)};
        if (table == "skill")
            return {PersonId(fact.key.at(0)), skillTitle(PersonId(fact.key.at(0)), fact.key.at(1))};
        if (table == "decision") return {PersonId(fact.key.at(0)), textAt(fact.values, 0)};
        if (table == "person" || table == "pairing" || table == "acknowledgement" || table == "waiver" ||
            table == "result")
            return {PersonId(fact.key.at(0)), {}};
        // What is read a second time is blind: nobody hears of it.
        static const std::set<std::string> BY_PERSON{"chat_review", "chat_fault", "appeal", "reading_settled", "quiz_paper",
                                                     "quiz_answer", "quiz_handed_in", "quiz_mark", "attempt_granted",
                                                     "practical_sheet", "practical_mark", "shadow_sheet", "film_watch", "exercise"};
        if (BY_PERSON.contains(table)) return {PersonId(fact.key.at(0)), {}};
        const bool ofPerson = table == "log_entry" || table == "problem" || table == "leave";
        if (!ofPerson || textAt(fact.values, 0).empty()) return {};
        return {PersonId(textAt(fact.values, 0)), table == "leave" ? textAt(fact.values, 1) : std::string()};
    }

private:
    std::string sessionTitle(const std::string& id) {
        auto [found, fresh] = m_titles.try_emplace(id);
        if (!fresh) return found->second;
        if (const auto session = CohortStore(m_desk.database, m_desk.asOf).session(SessionId(id)))
            found->second = titleOf(m_desk, *session, m_language);
        return found->second;
    }

    std::string cohortName(const std::string& id) {
        const auto cohort = CohortStore(m_desk.database, m_desk.asOf).cohort(CohortId(id));
        return cohort ? cohort->name : std::string();
    }

    std::string skillTitle(const PersonId& trainee, const std::string& skill) {
        const auto cohort = currentCohort(m_desk, trainee);
        if (!cohort) return skill;
        const auto& course = m_desk.shelf.of(*cohort);
        const auto* known = course.skill(skill);
        return known ? known->title.in(m_language, course.language) : skill;
    }

    Desk& m_desk;
    std::string m_language;
    std::map<PersonId, std::string> m_names;
    std::map<std::string, std::string> m_titles;
};

/// Whose news the actor hears; nothing: everybody's.
std::optional<std::set<PersonId>> heardOf(Desk& desk) {
    if (seesEverybody(desk.actor)) return std::nullopt;
    std::set<PersonId> people{desk.actor.id};
    for (const auto& pair : pairsInForce(desk, desk.actor.id))
        people.insert(pair.trainee);
    return people;
}

struct Aims {
    std::vector<PersonId> people;
    std::string subject;
    std::string session; ///< id of the session it is about, if it is
};

Aims aimsOf(const std::vector<store::KeptFact>& facts, Reader& reader) {
    Aims aims;
    for (const auto& kept : facts) {
        const Aim aim = reader.aimOf(kept.fact);
        const bool named = std::find(aims.people.begin(), aims.people.end(), aim.person) != aims.people.end();
        if (!aim.person.empty() && !named) aims.people.push_back(aim.person);
        if (aims.subject.empty()) aims.subject = aim.subject;
        const auto& table = kept.fact.table;
        if (table == "mark" || table == "guest" || table == "roll_closed" || table == "session")
            aims.session = kept.fact.key.at(0);
    }
    return aims;
}

/// The pairs a change writes that are the reader's: made, or ended.
std::vector<const store::Fact*> pairsOfReader(const std::vector<store::KeptFact>& facts, const PersonId& reader) {
    std::vector<const store::Fact*> own;
    for (const auto& kept : facts)
        if (kept.fact.table == "pairing" && !kept.fact.absent && textAt(kept.fact.values, 0) == reader.text()) own.push_back(&kept.fact);
    return own;
}

/// The trainees whom a change takes from the reader: theirs until then, with no end to it yet.
std::set<PersonId> takenFrom(store::Book& book, const std::vector<store::KeptFact>& facts, const PersonId& reader) {
    std::set<PersonId> taken;
    for (const auto& kept : facts) {
        if (kept.fact.table != "pairing") continue;
        const auto before = book.current("pairing", kept.fact.key, kept.change - 1);
        if (before && !before->fact.absent && textAt(before->fact.values, 0) == reader.text() && textAt(before->fact.values, 2).empty())
            taken.insert(PersonId(kept.fact.key.at(0)));
    }
    return taken;
}

bool givesMentor(const std::string& verb) { return verb == "pair" || verb == "accept-pairs" || verb == "hand-over"; }

/// Who was handed over is named with the mentor; who was given to the reader is said to be.
void tellPairs(News& news, const std::vector<store::KeptFact>& facts, const std::vector<const store::Fact*>& own, Reader& reader) {
    if (!givesMentor(news.verb)) return;
    if (news.verb == "hand-over")
        for (const auto& kept : facts)
            if (kept.fact.table == "pairing") news.subject = reader.nameOf(PersonId(textAt(kept.fact.values, 0)));
    news.toReader = !own.empty() && own.size() == news.about.size();
    if (news.toReader && news.verb == "hand-over") news.told = textAt(own.front()->values, 3);
}

/// The keys of one roll are one piece of news; so are several things of one kind done for one person.
bool continues(const News& last, const News& next) {
    if (last.verb != next.verb || last.toReader != next.toReader || last.told != next.told) return false;
    if (last.own && next.own) return true;
    if (last.who != next.who) return false;
    return last.subject == next.subject || (!next.about.empty() && last.about == next.about);
}

/// Deeds done many times over: one piece of news for each who does them, whatever comes between.
bool isStep(const std::string& verb) {
    static const std::set<std::string> STEPS{"review-chat", "answer-quiz", "mark-practical", "watch-film", "tick-exercise",
                                             "confirm-exercise", "mark-answer"};
    return STEPS.contains(verb);
}

/// The place of the news that this one belongs to; past the end: it is one of its own.
std::size_t placeOf(const std::vector<News>& news, const News& next) {
    if (!news.empty() && continues(news.back(), next)) return news.size() - 1;
    for (std::size_t i = 0; isStep(next.verb) && i < news.size(); ++i)
        if (continues(news[i], next)) return i;
    return news.size();
}

/// Where a piece of news about these people is looked at: one person's page at the line, the roll of a session, or
/// the change itself.
void lead(const Desk& desk, News& news, const std::set<PersonId>& people, const std::string& session) {
    const auto to = [&](const char* page, std::string subject) {
        news.page = page;
        news.pageSubject = std::move(subject);
    };
    if (people.size() == 1) return to("person", people.begin()->text() + " " + std::to_string(news.change));
    if (!session.empty() && may(desk.actor.roles, Verb::MarkRoll)) return to("roll", session);
    if (may(desk.actor.roles, Verb::SeeHistory)) return to("history", std::to_string(news.change));
    if (!people.empty() && desk.actor.is(Role::Mentor)) return to("trainees", {});
}

void join(News& last, const News& next) {
    ++last.count;
    if (last.subject != next.subject) last.subject.clear();
    for (const auto& name : next.about)
        if (std::find(last.about.begin(), last.about.end(), name) == last.about.end())
            last.about.push_back(name);
}

} // namespace

std::vector<News> newsSince(Desk& desk, ChangeNumber since, int most, const std::string& language) {
    store::Book book(desk.database);
    Reader reader(desk, language);
    const auto heard = heardOf(desk);
    std::vector<News> news;
    std::vector<std::set<PersonId>> people; // of each piece of news
    std::set<ChangeNumber> undone; // by a later change: as if neither had been
    for (const auto& change : book.changes(since, settledAt(desk), most * CHANGES_PER_LINE)) {
        if (undone.contains(change.number)) continue;
        if (const auto former = change.head.undoes; former > since) {
            undone.insert(former);
            // Only what the reader did and somebody else took back is news.
            const auto deed = book.change(former);
            if (change.head.who == desk.actor.id || !deed || deed->head.who != desk.actor.id) continue;
        }
        // What we did ourselves is no news to us.
        if (change.head.who == desk.actor.id || change.head.who.empty()) continue;
        const auto facts = book.factsOf(change.number);
        const Aims aims = aimsOf(facts, reader);
        const auto own = pairsOfReader(facts, desk.actor.id);
        // Who was the reader's to lead until then.
        auto reached = heard ? takenFrom(book, facts, desk.actor.id) : std::set<PersonId>();
        for (const auto* pair : own)
            reached.insert(PersonId(pair->key.at(0)));
        if (heard && std::none_of(aims.people.begin(), aims.people.end(),
                                  [&](const PersonId& one) { return heard->contains(one) || reached.contains(one); }))
            continue;
        News one{change.number,
                 change.head.at,
                 change.head.verb,
                 reader.nameOf(change.head.who),
                 {},
                 aims.people == std::vector<PersonId>{change.head.who},
                 aims.subject,
                 1};
        std::set<PersonId> about;
        for (const auto& person : aims.people) {
            const bool opens = !heard || heard->contains(person);
            if (opens) about.insert(person);
            if (opens || reached.contains(person)) one.about.push_back(reader.nameOf(person));
        }
        tellPairs(one, facts, own, reader);
        const auto at = placeOf(news, one);
        if (at == news.size() && static_cast<int>(news.size()) == most) break;
        if (at < news.size()) {
            join(news[at], one);
            people[at].merge(about);
        } else {
            news.push_back(std::move(one));
            people.push_back(std::move(about));
        }
        lead(desk, news[at], people[at], news[at].subject.empty() ? std::string() : aims.session);
    }
    return news;
}

ChangeNumber firstNewsSince(Desk& desk) {
    constexpr int FIRST_DAYS = 3;
    return store::Book(desk.database).asOf(desk.clock.at(shownDay(desk).plusDays(-FIRST_DAYS), TimeOfDay(0, 0)));
}

std::vector<Turn> turnsSince(Desk& desk, ChangeNumber since) {
    std::vector<Turn> turns;
    if (since <= 0 || !may(desk.actor.roles, Verb::SeeReadiness)) return turns;
    Desk then = desk;
    then.asOf = since;
    then.day.reset();
    std::map<PersonId, Verdict> before;
    for (const auto& row : boardOfAll(then))
        before[row.record.person.id] = row.readiness.verdict;
    for (const auto& row : boardOfAll(desk)) {
        const auto was = before.find(row.record.person.id);
        const Verdict is = row.readiness.verdict;
        if (was == before.end() || (was->second == Verdict::Ready) == (is == Verdict::Ready)) continue;
        turns.push_back({row.record.person.id, row.name, was->second, is});
    }
    return turns;
}

} // namespace fledgling::app
