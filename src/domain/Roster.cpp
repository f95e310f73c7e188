#include "domain/Roster.h"

#include "domain/Keys.h"
#include "domain/Text.h"

#include <algorithm>
#include <map>

namespace fledgling::domain {

namespace {

constexpr Keys<RosterField, 15> FIELDS{{{RosterField::StaffNumber, "staff-number"},
                                        {RosterField::Name, "name"},
                                        {RosterField::FamilyName, "family-name"},
                                        {RosterField::MiddleName, "middle-name"},
                                        {RosterField::GivenName, "given-name"},
                                        {RosterField::Phone, "phone"},
                                        {RosterField::Email, "email"},
                                        {RosterField::Department, "department"},
                                        {RosterField::Title, "title"},
                                        {RosterField::Post, "post"},
                                        {RosterField::Since, "start-date"},
                                        {RosterField::Roles, "roles"},
                                        {RosterField::Leaning, "leaning"},
                                        {RosterField::Capacity, "capacity"},
                                        {RosterField::Shift, "shift"}}};
constexpr Keys<RosterVerdict, 4> ROSTER_VERDICTS{{{RosterVerdict::New, "new"},
                                           {RosterVerdict::Same, "same"},
                                           {RosterVerdict::Differs, "differs"},
                                           {RosterVerdict::Refused, "refused"}}};

template <class Enum>
std::string keysOf(const std::set<Enum>& values) {
    std::vector<std::string> keys;
    for (const Enum value : values)
        keys.emplace_back(keyOf(value));
    return joined(keys, ", ");
}

std::string withoutZeros(std::string_view number) {
    const auto first = number.find_first_not_of('0');
    return std::string(first == std::string_view::npos ? std::string_view() : number.substr(first));
}

/// The stored people by everything that recognises them.
class Known {
public:
    explicit Known(const std::vector<Person>& people) {
        for (const auto& person : people) {
            const auto& card = person.card;
            if (!card.staffNumber.empty()) {
                m_byNumber.emplace(card.staffNumber, &person);
                m_byBareNumber.emplace(withoutZeros(card.staffNumber), &person);
            }
            if (const auto phone = comparablePhone(card.phone); !phone.empty())
                m_byPhone.emplace(phone, &person);
            if (const auto email = comparableEmail(card.email); !email.empty())
                m_byEmail.emplace(email, &person);
        }
    }

    [[nodiscard]] const Person* byNumber(const std::string& number) const { return one(m_byNumber, number); }
    /// Somebody of that name whose number differs only in its leading zeros.
    [[nodiscard]] const Person* byBareNumber(const std::string& number, const std::string& name) const {
        return named(m_byBareNumber, withoutZeros(number), name);
    }
    [[nodiscard]] const Person* byPhone(const RosterFields& fields) const {
        return fields.phone ? any(m_byPhone, comparablePhone(*fields.phone), fields) : nullptr;
    }
    [[nodiscard]] const Person* byEmail(const RosterFields& fields) const {
        return fields.email ? any(m_byEmail, comparableEmail(*fields.email), fields) : nullptr;
    }

private:
    using Index = std::multimap<std::string, const Person*>;

    static const Person* one(const Index& index, const std::string& key) {
        const auto found = key.empty() ? index.end() : index.find(key);
        return found == index.end() ? nullptr : found->second;
    }
    static const Person* named(const Index& index, const std::string& key, const std::string& name) {
        if (key.empty()) return nullptr;
        const auto [first, last] = index.equal_range(key);
        for (auto it = first; it != last; ++it)
            if (it->second->card.name == name) return it->second;
        return nullptr;
    }
    /// People share a hotline: the one of the same name before any other.
    static const Person* any(const Index& index, const std::string& key, const RosterFields& fields) {
        const Person* same = named(index, key, fields.name.value_or(""));
        return same ? same : one(index, key);
    }

    Index m_byNumber, m_byBareNumber, m_byPhone, m_byEmail;
};

/// Writes the row's values over a person and notes what changed.
class Overlay {
public:
    explicit Overlay(Person base) : m_person(std::move(base)) {}

    void put(const RosterFields& f) {
        text(RosterField::StaffNumber, m_person.card.staffNumber, f.staffNumber);
        text(RosterField::Name, m_person.card.name, f.name);
        if (f.phone && comparablePhone(*f.phone) != comparablePhone(m_person.card.phone))
            text(RosterField::Phone, m_person.card.phone, f.phone);
        if (f.email && comparableEmail(*f.email) != comparableEmail(m_person.card.email))
            text(RosterField::Email, m_person.card.email, f.email);
        text(RosterField::Department, m_person.department, f.department);
        text(RosterField::Title, m_person.title, f.title);
        text(RosterField::Shift, m_person.shift, f.shift);
        if (f.posts) value(RosterField::Post, m_person.posts, *f.posts, keysOf<Post>);
        if (f.roles) value(RosterField::Roles, m_person.roles, *f.roles, keysOf<Role>);
        if (f.leaning)
            value(RosterField::Leaning, m_person.leaning, *f.leaning,
                  [](Leaning l) { return std::string(keyOf(l)); });
        if (f.capacity && *f.capacity > 0 && m_person.is(Role::Mentor))
            value(RosterField::Capacity, m_person.capacity, *f.capacity,
                  [](int n) { return std::to_string(n); });
        if (f.since) {
            const std::optional<Date> since = f.since;
            value(RosterField::Since, m_person.since, since,
                  [](const std::optional<Date>& day) { return day ? day->iso() : std::string(); });
        }
    }

    Person& person() { return m_person; }
    std::vector<RosterChange>& changes() { return m_changes; }

private:
    void text(RosterField field, std::string& was, const std::optional<std::string>& becomes) {
        if (becomes) value(field, was, *becomes, [](const std::string& one) { return one; });
    }
    template <class Value, class Shown>
    void value(RosterField field, Value& was, const Value& becomes, Shown shown) {
        if (was == becomes) return;
        m_changes.push_back({field, shown(was), shown(becomes)});
        was = becomes;
    }

    Person m_person;
    std::vector<RosterChange> m_changes;
};

RosterProblem about(const RosterRow& row, RosterReason reason, std::optional<RosterField> field,
                    std::vector<std::string> arguments = {}) {
    return {reason, row.line, "", field, std::move(arguments)};
}

/// Whom a row stands for; or why nobody can say.
struct Match {
    const Person* person = nullptr;
    std::vector<RosterProblem> problems;
};

Match matchByContact(const RosterRow& row, const Known& known) {
    const Person* byPhone = known.byPhone(row.fields);
    const Person* byEmail = known.byEmail(row.fields);
    if (byPhone && byEmail && byPhone != byEmail)
        return {nullptr,
                {about(row, RosterReason::MatchesTwo, {}, {byPhone->card.name, byEmail->card.name})}};
    return {byPhone ? byPhone : byEmail, {}};
}

Match matchOf(const RosterRow& row, const Known& known) {
    const auto& f = row.fields;
    if (!f.staffNumber) {
        if (!f.phone && !f.email)
            return {nullptr, {about(row, RosterReason::IdentityMissing, RosterField::StaffNumber)}};
        return matchByContact(row, known);
    }
    if (const Person* same = known.byNumber(*f.staffNumber)) return {same, {}};
    if (const Person* zeros = known.byBareNumber(*f.staffNumber, *f.name))
        return {nullptr,
                {about(row, RosterReason::ZerosLost, RosterField::StaffNumber,
                       {*f.staffNumber, zeros->card.staffNumber})}};
    const Person* contact = matchByContact(row, known).person;
    // Colleagues may share a phone; the same name under another number is one person with a wrong number
    // somewhere.
    if (!contact || contact->card.name != *f.name) return {};
    if (contact->card.staffNumber.empty()) return {contact, {}};
    return {nullptr,
            {about(row, RosterReason::NumberChanged, RosterField::StaffNumber,
                   {contact->card.staffNumber, *f.name})}};
}

/// A mentor needs a capacity, whoever is taught or teaches a post, even where the file is silent about them.
void complete(Person& person, const RosterDefaults& defaults) {
    if (!person.is(Role::Mentor))
        person.capacity = 0;
    else if (person.capacity == 0)
        person.capacity = defaults.capacity;
    if (needsPost(person.roles) && person.posts.empty()) person.posts = defaults.posts;
}

Person newPerson(const RosterRow& row, const RosterDefaults& defaults) {
    Person person;
    person.roles = defaults.roles;
    person.leaning = defaults.leaning;
    Overlay overlay(std::move(person));
    overlay.put(row.fields);
    if (!row.fields.posts && row.fields.postsOfTitle) overlay.person().posts = *row.fields.postsOfTitle;
    complete(overlay.person(), defaults);
    return std::move(overlay.person());
}

RosterDecision decisionOf(const RosterRow& row, const Known& known, const RosterDefaults& defaults) {
    RosterDecision decision{RosterVerdict::Refused, row.line, {}, {}, row.problems};
    const bool named = row.fields.name && !row.fields.name->empty();
    if (!named)
        decision.problems.insert(decision.problems.begin(),
                                 about(row, RosterReason::NameMissing, RosterField::Name));
    if (!decision.problems.empty()) {
        decision.person = newPerson(row, defaults);
        return decision;
    }
    const Match match = matchOf(row, known);
    decision.problems = match.problems;
    if (match.person && match.person->retired)
        decision.problems.push_back(about(row, RosterReason::RetiredPerson, {}, {match.person->card.name}));
    if (!decision.problems.empty() || !match.person) {
        decision.person = newPerson(row, defaults);
        if (decision.problems.empty()) decision.verdict = RosterVerdict::New;
        return decision;
    }
    Overlay overlay(*match.person);
    overlay.put(row.fields);
    complete(overlay.person(), defaults);
    decision.person = std::move(overlay.person());
    decision.changes = std::move(overlay.changes());
    decision.verdict = decision.changes.empty() ? RosterVerdict::Same : RosterVerdict::Differs;
    return decision;
}

/// Finds the rows that speak of the same person: one key per row and way of recognising it.
class Repetitions {
public:
    Repetitions(const std::vector<RosterRow>& rows, std::vector<RosterDecision>& decisions)
        : m_rows(rows), m_decisions(decisions) {}

    void refuse() {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            note(i);
        for (const auto& [number, members] : m_byNumber)
            settle(members, true);
        for (const auto& [person, members] : m_byPerson)
            settle(members, false);
        for (const auto& [contact, members] : m_byContact)
            settle(withUnnumbered(members), false);
    }

private:
    using Members = std::vector<std::size_t>;

    void note(std::size_t i) {
        const auto& fields = m_rows[i].fields;
        if (fields.staffNumber) m_byNumber[*fields.staffNumber].push_back(i);
        const auto& decision = m_decisions[i];
        if (!decision.person.id.empty()) m_byPerson[decision.person.id].push_back(i);
        // Rows that are refused anyway still stand for somebody, but not reliably by phone or e-mail.
        if (!decision.problems.empty()) return;
        const std::string phone = comparablePhone(fields.phone.value_or(""));
        const std::string email = comparableEmail(fields.email.value_or(""));
        if (!phone.empty()) m_byContact["p" + phone].push_back(i);
        if (!email.empty()) m_byContact["e" + email].push_back(i);
    }

    /// Two numbered rows may share a hotline; a row without number cannot be told from the others.
    [[nodiscard]] Members withUnnumbered(const Members& members) const {
        for (const auto i : members)
            if (!m_rows[i].fields.staffNumber) return members;
        return {};
    }

    void settle(const Members& members, bool byNumber) {
        if (members.size() < 2) return;
        bool equal = true;
        for (const auto i : members)
            equal = equal && m_rows[i].fields == m_rows[members.front()].fields;
        for (const auto i : members) {
            if (equal && i == members.front()) continue;
            const auto other = i == members.front() ? members[1] : members.front();
            const std::string line = std::to_string(m_rows[other].line);
            auto& decision = m_decisions[i];
            const bool told = hasRepetition(decision);
            decision.verdict = RosterVerdict::Refused;
            decision.changes.clear();
            if (told) continue;
            decision.problems.push_back(byNumber ? about(m_rows[i], RosterReason::NumberTwice,
                                                         RosterField::StaffNumber,
                                                         {*m_rows[i].fields.staffNumber, line})
                                                 : about(m_rows[i], RosterReason::PersonTwice, {}, {line}));
        }
    }

    static bool hasRepetition(const RosterDecision& decision) {
        for (const auto& problem : decision.problems)
            if (problem.reason == RosterReason::NumberTwice || problem.reason == RosterReason::PersonTwice)
                return true;
        return false;
    }

    const std::vector<RosterRow>& m_rows;
    std::vector<RosterDecision>& m_decisions;
    std::map<std::string, Members> m_byNumber, m_byContact;
    std::map<PersonId, Members> m_byPerson;
};

bool allDigits(std::string_view number) {
    return !number.empty() && std::all_of(number.begin(), number.end(), [](char c) { return isDigit(c); });
}

/// How many digits most of the stored staff numbers have; 0 where there is no such number.
std::size_t usualDigits(const std::vector<Person>& stored) {
    std::map<std::size_t, std::size_t> people;
    std::size_t numbered = 0;
    for (const auto& person : stored)
        if (allDigits(person.card.staffNumber)) ++numbered, ++people[person.card.staffNumber.size()];
    for (const auto& [digits, count] : people)
        if (count * 2 > numbered) return digits;
    return 0;
}

/// A spreadsheet takes the zeros off a number that is no text: nothing refuses somebody new who has lost them.
void warnOfShortNumbers(const std::vector<RosterRow>& rows, const std::vector<Person>& stored, std::vector<RosterDecision>& decisions) {
    const auto usual = usualDigits(stored);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& number = rows[i].fields.staffNumber;
        auto& decision = decisions[i];
        const auto& changes = decision.changes;
        const bool given = decision.verdict == RosterVerdict::New ||
                           std::any_of(changes.begin(), changes.end(), [](const RosterChange& one) { return one.field == RosterField::StaffNumber; });
        if (!number || !given || !allDigits(*number) || number->size() >= usual) continue;
        decision.warnings.push_back(about(rows[i], RosterReason::NumberShort, RosterField::StaffNumber,
                                          {*number, std::to_string(usual), std::string(usual - number->size(), '0') + *number}));
    }
}

} // namespace

std::string_view keyOf(RosterField field) { return FIELDS.key(field); }
std::optional<RosterField> rosterFieldOf(std::string_view key) { return FIELDS.value(key); }
std::string_view keyOf(RosterVerdict verdict) { return ROSTER_VERDICTS.key(verdict); }

std::string comparablePhone(std::string_view phone) {
    std::string digits;
    for (const char c : phone)
        if (c >= '0' && c <= '9') digits += c;
    const auto plus = phone.find_first_not_of(" (");
    const bool international = plus != std::string_view::npos && phone[plus] == '+';
    if (international && digits.starts_with("86")) return digits.substr(2);
    if (digits.starts_with("0086")) return digits.substr(4);
    // A Chinese mobile number has eleven digits and begins with 1: 8613800138000 carries its country code
    // bare.
    if (digits.size() == 13 && digits.starts_with("861")) return digits.substr(2);
    return digits;
}

std::string comparableEmail(std::string_view email) { return lowerAscii(email); }

std::vector<RosterDecision> rosterDecisions(const std::vector<RosterRow>& rows,
                                            const std::vector<Person>& stored,
                                            const RosterDefaults& defaults) {
    const Known known(stored);
    std::vector<RosterDecision> decisions;
    decisions.reserve(rows.size());
    for (const auto& row : rows)
        decisions.push_back(decisionOf(row, known, defaults));
    Repetitions(rows, decisions).refuse();
    warnOfShortNumbers(rows, stored, decisions);
    return decisions;
}

RosterTotals totalsOf(const std::vector<RosterDecision>& decisions) {
    RosterTotals totals;
    for (const auto& one : decisions) {
        switch (one.verdict) {
        case RosterVerdict::New: ++totals.added; break;
        case RosterVerdict::Same: ++totals.same; break;
        case RosterVerdict::Differs: ++totals.differing; break;
        case RosterVerdict::Refused: ++totals.refused; break;
        }
    }
    return totals;
}

} // namespace fledgling::domain
