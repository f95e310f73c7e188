#pragma once

#include "domain/Person.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::domain {

/// What a column of a roster can hold. The parts of a name are only columns; a row knows the joined name.
enum class RosterField {
    StaffNumber,
    Name,
    FamilyName,
    MiddleName,
    GivenName,
    Phone,
    Email,
    Department,
    Title,
    Post,
    Since,
    Roles,
    Leaning,
    Capacity,
    Shift
};

/// "staff-number", "name", "family-name", ...: the words of the command line's mapping.
[[nodiscard]] std::string_view keyOf(RosterField field);
[[nodiscard]] std::optional<RosterField> rosterFieldOf(std::string_view key);

/// Why a row is refused. app/Words has a sentence for each; `cell` is what stands in the file.
enum class RosterReason {
    NameMissing,     ///< {}
    IdentityMissing, ///< {} neither staff number nor phone nor e-mail: nobody could be recognised next time
    NumberTwice,     ///< {staff number, the other line}
    PersonTwice,     ///< {the other line} same phone or e-mail in a row without staff number
    NumberDestroyed, ///< {cell} a spreadsheet turned it into 1.38E+10 or #####
    PhoneDestroyed,  ///< {cell} likewise
    NumberShort,     ///< {cell, usual number of digits, the cell with zeros before it}: a warning, the row is taken
    ZerosLost,       ///< {cell, the stored number} same name, same number but for its leading zeros
    NumberChanged,   ///< {stored number, name} same name and phone or e-mail under another staff number
    MatchesTwo,      ///< {one name, the other name} phone and e-mail belong to different people
    RetiredPerson,   ///< {name} bring the person back first
    NumberUnreadable, ///< {cell}
    PhoneUnreadable, ///< {cell}
    EmailUnreadable, ///< {cell}
    DateUnreadable,  ///< {cell}
    DateAmbiguous,   ///< {cell} 03/04/2026: write 2026-03-04
    PostUnknown,     ///< {cell}
    RoleUnknown,     ///< {cell}
    LeaningUnknown,  ///< {cell}
    CapacityUnreadable, ///< {cell, lowest, highest}
    TextTooLong,        ///< {cell's beginning, limit}
    TooManyCells        ///< {cells, columns of the header} a separator inside a cell has shifted the row
};

/// What is wrong with one cell: its place as people name it, and the arguments of the reason.
struct RosterProblem {
    RosterReason reason{};
    int line = 0;       ///< row number in the file, 1-based
    std::string column; ///< the heading; empty when it is about the row
    std::optional<RosterField> field;
    std::vector<std::string> arguments;
    friend bool operator==(const RosterProblem&, const RosterProblem&) = default;
};

/// What a row says; nothing where the file has no such column or an empty cell: silence never erases.
struct RosterFields {
    std::optional<std::string> staffNumber, name, phone, email, department, title, shift;
    std::optional<std::set<Post>> posts;
    /// The posts that the job title names, in a file without a column of posts: only for who is new.
    std::optional<std::set<Post>> postsOfTitle;
    std::optional<std::set<Role>> roles;
    std::optional<Leaning> leaning;
    std::optional<int> capacity;
    std::optional<Date> since;
    friend bool operator==(const RosterFields&, const RosterFields&) = default;
};

struct RosterRow {
    int line = 0;
    RosterFields fields;
    std::vector<RosterProblem> problems; ///< found while reading; any of them refuses the row
};

/// What a new person gets where the file is silent; the importer chooses it.
struct RosterDefaults {
    std::set<Role> roles{Role::Trainee};
    std::set<Post> posts{Post::Agent};
    Leaning leaning = Leaning::AllRound;
    int capacity = 3; ///< for mentors
};

enum class RosterVerdict { New, Same, Differs, Refused };
/// "new", "same", "differs", "refused".
[[nodiscard]] std::string_view keyOf(RosterVerdict verdict);

/// One field of a stored person that the file would change; both values as text: dates ISO, sets as keys
/// joined with ", ".
struct RosterChange {
    RosterField field{};
    std::string was;
    std::string becomes;
    friend bool operator==(const RosterChange&, const RosterChange&) = default;
};

struct RosterDecision {
    RosterVerdict verdict = RosterVerdict::Refused;
    int line = 0;
    /// New: the person to add, still without id. Same and Differs: the stored person with the file's values.
    /// Refused: what could be read, for the eye.
    Person person;
    std::vector<RosterChange> changes;   ///< Differs only
    std::vector<RosterProblem> problems; ///< Refused only
    std::vector<RosterProblem> warnings = {}; ///< New and Differs: what wants an eye and is kept all the same
};

/// One decision per row, in the rows' order. A row is recognised by its staff number; without one, by phone,
/// then by e-mail. A staff number that stands twice with different contents refuses all its rows, for nobody
/// knows which is right; an equal repetition refuses only the later ones. A row that was accepted is neither
/// New nor Differs when the same file is read again.
[[nodiscard]] std::vector<RosterDecision> rosterDecisions(const std::vector<RosterRow>& rows,
                                                          const std::vector<Person>& stored,
                                                          const RosterDefaults& defaults = {});

struct RosterTotals {
    int added = 0, same = 0, differing = 0, refused = 0;
    friend bool operator==(const RosterTotals&, const RosterTotals&) = default;
};
[[nodiscard]] RosterTotals totalsOf(const std::vector<RosterDecision>& decisions);

/// A phone number as it is compared: digits only, without the country code of China (+86, 0086) and the like
/// signs.
[[nodiscard]] std::string comparablePhone(std::string_view phone);
/// An e-mail address as it is compared: ASCII letters in lower case.
[[nodiscard]] std::string comparableEmail(std::string_view email);

} // namespace fledgling::domain
