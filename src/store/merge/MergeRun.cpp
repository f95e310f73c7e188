#include "store/merge/MergeRun.h"

#include "store/Facts.h"
#include "store/Schema.h"
#include "store/merge/CarriedWhy.h"

#include <utility>

namespace fledgling::store {

using domain::Rule;

namespace {

/// What one try came to. Where the database refused a change the transaction is lost; the next try leaves that
/// change out.
struct Tried {
    MergeResult result;
    std::optional<StoreError> refusing;
    std::size_t index = 0; ///< of what was refused
};

/// What a trigger said, as the rule it keeps.
Untaken refusalOf(Book& book, const StoreError& error, std::size_t index, const BranchChange& change) {
    if (error.subject().find("mentor is full") != std::string::npos)
        for (const auto& kept : change.facts) {
            if (kept.fact.table != "pairing" || kept.fact.absent) continue;
            const auto mentor = std::get<std::string>(kept.fact.values.front());
            const auto person = book.current("person", {mentor});
            const auto& columns = table("person").values;
            for (std::size_t i = 0; person && !person->fact.absent && i < columns.size(); ++i)
                if (columns[i].name == "capacity")
                    if (const auto* capacity = std::get_if<std::int64_t>(&person->fact.values[i]))
                        return {index, Rule::MentorFull, {mentor, std::to_string(*capacity)}};
        }
    return {index, Rule::MergeRowRefused, {error.subject()}};
}

/// One try in one transaction.
class Merging {
public:
    Merging(Database& database, const OtherBook& other, const Merger& merger, const MergePlan& plan, const Choices& choices)
        : m_database(database), m_book(database), m_other(other), m_merger(merger), m_plan(plan), m_start(m_book.last()),
          m_stands(plan.stands) {
        for (const auto& difference : plan.differences)
            for (const auto& line : difference.lines)
                m_stands[factKeyOf(line.ours)] = choices.at(difference.id) == Side::Ours ? line.ours : line.theirs;
    }

    Tried write(const std::function<void(std::size_t, std::size_t)>& at) {
        Tried tried{{{}, m_plan.untaken, m_plan.differences.size(), false}, {}, 0};
        auto& carried = tried.result.carried;
        for (const auto index : m_plan.taken) {
            const auto& change = m_other.changes[index];
            try {
                carried.push_back(carry(change));
                restore(change);
            } catch (const StoreError& error) {
                if (error.trouble() != Trouble::Constraint) throw;
                return {std::move(tried.result), error, index};
            }
            m_news = m_news || !isOfMerge(change.change);
            if (at) at(carried.size(), m_plan.taken.size());
        }
        if (!carried.empty()) finish();
        tried.result.kept = !carried.empty();
        return tried;
    }

private:
    /// The number here of a change of the copy; 0 for one that was not taken.
    ChangeNumber here(ChangeNumber there) {
        if (there <= m_other.beginning) return there;
        readNumbers();
        const auto known = m_numbers.find(there);
        return known == m_numbers.end() ? 0 : known->second;
    }

    /// Changes of the copy that an earlier merge took are found by their commands.
    void readNumbers() {
        if (std::exchange(m_read, true)) return;
        for (const auto& one : m_other.changes)
            if (const auto number =
                    sql::one<std::int64_t>(m_database, "SELECT number FROM change WHERE command = $1",
                                           {one.change.head.command.text()}))
                m_numbers[one.change.number] = *number;
    }

    ChangeNumber carry(const BranchChange& from) {
        ChangeHead head = from.change.head;
        head.at = m_merger.head.at;
        head.why = carriedWhy(from.change);
        head.undoes = here(head.undoes);
        std::vector<Fact> facts;
        facts.reserve(from.facts.size());
        for (const auto& kept : from.facts)
            facts.push_back(translated(kept.fact));
        const auto number = m_book.append(head, facts);
        m_numbers[from.change.number] = number;
        return number;
    }

    /// The last change taken so far at or before that one of the copy.
    ChangeNumber upTo(ChangeNumber there) {
        if (there <= m_other.beginning) return there;
        readNumbers();
        const auto later = m_numbers.upper_bound(there);
        return later == m_numbers.begin() ? m_other.beginning : std::prev(later)->second;
    }

    /// A fact as this book holds it: numbers of changes are its own, and an erased card stays blank.
    [[nodiscard]] Fact translated(Fact fact) {
        fact.saw.reset();
        if (fact.table == "person_card" && m_plan.erased.contains(fact.key.front())) fact.absent = true;
        if (fact.absent) return fact;
        const auto& columns = table(fact.table).values;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].name == "basis_change")
                if (auto* number = std::get_if<std::int64_t>(&fact.values[i])) *number = upTo(*number);
        return fact;
    }

    /// The keys whose standing value is another than the one that was chosen.
    [[nodiscard]] std::vector<Fact> astray(const std::set<FactKey>& places) {
        std::vector<Fact> back;
        for (const auto& place : places) {
            const auto wanted = m_stands.find(place);
            if (wanted == m_stands.end()) continue;
            const auto current = m_book.current(place.table, place.key);
            const Fact nothing{place.table, place.key, {}, true, {}};
            if (!sameValue(current ? current->fact : nothing, wanted->second)) back.push_back(translated(wanted->second));
        }
        return back;
    }

    /// The change that first wrote what is to stand: before this merge, or at the common beginning.
    [[nodiscard]] std::optional<Change> sourceOf(const Fact& fact) {
        for (const auto moment : {m_start, m_other.beginning})
            if (const auto kept = m_book.current(fact.table, fact.key, moment); kept && sameValue(kept->fact, fact))
                return m_book.change(kept->change);
        return std::nullopt;
    }

    void keepChoice(const std::vector<Fact>& facts) {
        std::map<ChangeNumber, std::vector<Fact>> bySource;
        std::map<ChangeNumber, Change> sources;
        for (const auto& fact : facts) {
            auto source = sourceOf(fact);
            const auto number = source ? source->number : 0;
            bySource[number].push_back(fact);
            if (source) sources.emplace(number, std::move(*source));
        }
        for (const auto& [number, its] : bySource)
            number == 0 ? keepMerge(its) : keepAgain(sources.at(number), its);
    }

    /// Who signed, read or marked is told by the change of a value: it stays whose it was.
    void keepAgain(const Change& source, const std::vector<Fact>& facts) {
        ChangeHead head = source.head;
        head.command = m_merger.newCommand();
        head.at = m_merger.head.at;
        head.why = againWhy(source);
        head.undoes = 0;
        m_book.append(head, facts);
    }

    void keepMerge(const std::vector<Fact>& facts) {
        ChangeHead head = m_merger.head;
        head.command = m_merger.newCommand();
        head.verb = MERGE_VERB;
        m_book.append(head, facts);
        m_told = true;
    }

    /// What stands here and was chosen follows at once, so that nothing in between builds on the other value.
    void restore(const BranchChange& after) {
        std::set<FactKey> places;
        for (const auto& kept : after.facts)
            if (!comesAgain(factKeyOf(kept.fact), after)) places.insert(factKeyOf(kept.fact));
        if (const auto back = astray(places); !back.empty()) keepChoice(back);
    }

    /// True when a later change of the copy writes the key and what stands in the end is the copy's.
    [[nodiscard]] bool comesAgain(const FactKey& place, const BranchChange& after) {
        if (m_lastWriters.empty())
            for (const auto index : m_plan.taken)
                for (const auto& kept : m_other.changes[index].facts)
                    m_lastWriters[factKeyOf(kept.fact)] = {m_other.changes[index].change.number, kept.fact};
        const auto& [number, fact] = m_lastWriters.at(place);
        const auto wanted = m_stands.find(place);
        return wanted != m_stands.end() && number > after.change.number && sameValue(fact, wanted->second);
    }

    /// What the copy's choice takes away of ours, cards erased there, and who merged.
    void finish() {
        std::set<FactKey> places;
        for (const auto& difference : m_plan.differences)
            for (const auto& line : difference.lines)
                places.insert(factKeyOf(line.ours));
        const auto back = astray(places);
        if (!back.empty()) keepChoice(back);
        if (m_news && !m_told) keepMerge({});
        for (const auto& id : m_other.erased)
            if (const auto card = m_book.current("person_card", {id}); card && card->fact.absent)
                blankCard(m_database, domain::PersonId(id));
    }

    Database& m_database;
    Book m_book;
    const OtherBook& m_other;
    const Merger& m_merger;
    const MergePlan& m_plan;
    ChangeNumber m_start; ///< our last change before this merge
    std::map<FactKey, Fact> m_stands;
    std::map<ChangeNumber, ChangeNumber> m_numbers; ///< there to here
    std::map<FactKey, std::pair<ChangeNumber, Fact>> m_lastWriters;
    bool m_read = false; ///< m_numbers knows what earlier merges took
    bool m_news = false; ///< something but merges was taken
    bool m_told = false; ///< a change says who merged
};

} // namespace

MergePlan readPlan(Database& database, const OtherBook& other, const std::vector<Untaken>& refused) {
    Book book(database);
    const auto ours = branchAfter(database, other.beginning);
    return planOf(ours, other, erasedPeople(database), refused, [&](const FactKey& place) -> std::optional<Fact> {
        auto kept = book.current(place.table, place.key, other.beginning);
        if (!kept) return std::nullopt;
        return std::move(kept->fact);
    });
}

MergeResult merge(Database& database, const OtherBook& other, const Merger& merger,
                  const std::function<Choices(const MergePlan&)>& decide,
                  const std::function<void(std::size_t done, std::size_t total)>& at) {
    std::vector<Untaken> refused;
    const auto once = [&] {
        Book::Transaction transaction(database);
        const auto plan = readPlan(database, other, refused);
        auto tried = Merging(database, other, merger, plan, decide(plan)).write(at);
        if (!tried.refusing) transaction.commit();
        return tried;
    };
    for (;;) {
        auto tried = once();
        if (!tried.refusing) return std::move(tried.result);
        Book book(database);
        refused.push_back(refusalOf(book, *tried.refusing, tried.index, other.changes[tried.index]));
    }
}

} // namespace fledgling::store
