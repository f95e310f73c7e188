#include "store/Places.h"
#include "store/merge/Away.h"

#include <rapidcheck.h>

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;

/// One random deed: a few settings (an empty value takes one away), a mark, a new person, or a change taken back.
void doSomething(Database& database, const BookSample& sample, ChangeNumber beginning) {
    Book book(database);
    const int kind = *rc::gen::inRange(0, 8);
    if (kind == 0) {
        const auto person = personOf("P" + std::to_string(*rc::gen::inRange(0, 1000)), domain::Role::Trainee);
        auto facts = PeopleStore::facts(person);
        for (auto& fact : facts)
            if (fact.table == "person_card") fact.values.at(1) = Value{std::string()};
        book.append(headOf("add-person"), facts);
    } else if (kind == 1 && book.last() > beginning) {
        auto head = headOf("undo");
        head.undoes = *rc::gen::inRange(beginning + 1, book.last() + 1);
        try {
            book.append(head, book.reversal(head.undoes));
        } catch (const std::exception&) { // somebody built on it
        }
    } else if (kind < 4) {
        const auto minutes = *rc::gen::inRange(1, 4);
        const auto& session = *rc::gen::arbitrary<bool>() ? sample.session.id : sample.later.id;
        book.append(headOf("mark-roll"),
                    {AttendanceStore::fact(session, sample.trainee.id,
                                           domain::Mark{domain::MarkKind::Late, domain::Minutes(minutes)})});
    } else {
        std::map<std::string, Fact> facts;
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
            const auto name = "key" + std::to_string(*rc::gen::inRange(0, 4));
            const auto value = *rc::gen::element<std::string>("", "a", "b", "值");
            facts[name] = value.empty() ? Fact{"setting", {name}, {}, true, {}} : PeopleStore::setting(name, value);
        }
        std::vector<Fact> all;
        for (const auto& [name, fact] : facts)
            all.push_back(fact);
        book.append(headOf("set"), all);
    }
}

Choices choicesOf(const MergePlan& plan) {
    Choices choices;
    for (const auto& one : plan.differences)
        choices[one.id] = *rc::gen::element(Side::Ours, Side::Theirs);
    return choices;
}

Choices turned(Choices choices) {
    for (auto& [id, side] : choices)
        side = side == Side::Ours ? Side::Theirs : Side::Ours;
    return choices;
}

void requireEqual(const std::map<FactKey, Fact>& one, const std::map<FactKey, Fact>& other) {
    const auto valueAt = [](const std::map<FactKey, Fact>& all, const FactKey& place) {
        const auto found = all.find(place);
        return found == all.end() ? Fact{place.table, place.key, {}, true, {}} : found->second;
    };
    for (const auto* keys : {&one, &other})
        for (const auto& [place, fact] : *keys)
            RC_ASSERT(sameValue(valueAt(one, place), valueAt(other, place)));
}

/// Every value the copy ever had stands in our history.
void requireNothingLost(Database& ours, const OtherBook& copy) {
    Book book(ours);
    std::set<std::string> commands;
    for (const auto& one : branchAfter(ours, copy.beginning))
        commands.insert(one.change.head.command.text());
    for (const auto& one : copy.changes) {
        RC_ASSERT(commands.contains(one.change.head.command.text()));
        for (const auto& kept : one.facts) {
            bool seen = false;
            for (const auto& line : book.historyOf(kept.fact.table, kept.fact.key))
                seen = seen || (line.change > copy.beginning && sameValue(line.fact, kept.fact));
            RC_ASSERT(seen);
        }
    }
}

constexpr int HISTORIES_PER_BOOK = 20; // a short book is verified quickly

class MergeProperty : public InEveryPlace {};
FLEDGLING_EVERY_PLACE(MergeProperty);

TEST_P(MergeProperty, LosesNothingAndEndsWithTheSameWhicheverSideMerges) {
    auto sample = kept();
    // What is merged is the same everywhere; a place adds how it is written, which a few histories show.
    const int most = GetParam() == Place::Memory ? 100 : 15;
    int told = 0;
    const auto property = [&] {
        if (++told > most) return;
        if (told % HISTORIES_PER_BOOK == 0) sample = keptAnew();
        auto& ours = database();
        Away theirs(ours);
        const auto beginning = book().last();
        for (auto* side : {&ours, &theirs.database()})
            for (int i = *rc::gen::inRange(0, 9); i > 0; --i)
                doSomething(*side, sample, beginning);
        Away oursAgain(ours), theirsAgain(theirs.database());

        const auto copy = readOther(ours, theirs.database());
        RC_ASSERT(copy.beginning == beginning);
        const auto plan = readPlan(ours, copy);
        const auto choices = choicesOf(plan);
        const auto result = merge(ours, copy, merger(), [&](const MergePlan&) { return choices; });
        RC_ASSERT(result.untaken.empty());
        RC_ASSERT(book().verify().good());
        requireNothingLost(ours, copy);
        const auto now = standing(ours);
        for (const auto& difference : plan.differences)
            for (const auto& line : difference.lines)
                RC_ASSERT(sameValue(now.at(factKeyOf(line.ours)),
                                    choices.at(difference.id) == Side::Ours ? line.ours : line.theirs));

        const auto head = book().headHash();
        RC_ASSERT(!bring(ours, theirs.database(), Side::Theirs).kept);
        RC_ASSERT(book().headHash() == head);

        merge(theirsAgain.database(), readOther(theirsAgain.database(), oursAgain.database()), merger(),
              [&](const MergePlan&) { return turned(choices); });
        RC_ASSERT(theirsAgain.book().verify().good());
        requireEqual(now, standing(theirsAgain.database()));

        // What was decided goes on to the other side without being asked again, and then both are quiet.
        merge(theirs.database(), readOther(theirs.database(), ours), merger(), [](const MergePlan& left) {
            RC_ASSERT(left.differences.empty());
            return Choices();
        });
        requireEqual(now, standing(theirs.database()));
        bring(ours, theirs.database(), Side::Ours);
        bring(theirs.database(), ours, Side::Ours);
        RC_ASSERT(!bring(ours, theirs.database(), Side::Ours).kept);
        RC_ASSERT(!bring(theirs.database(), ours, Side::Ours).kept);
    };
    EXPECT_TRUE(rc::check("two histories of one book, merged", property));
}

} // namespace
