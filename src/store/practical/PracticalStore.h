#pragma once

#include "domain/practical/PracticalSheet.h"
#include "store/Book.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace fledgling::store {

/// A sheet with the changes that wrote it.
struct KeptSheet {
    domain::PracticalSheet sheet;
    ChangeNumber change = 0;                   ///< of its state
    std::map<std::string, ChangeNumber> marks; ///< by item
    domain::Instant at;                        ///< of its state
};

/// Practical checks: the sheets and what was seen of every item.
class PracticalStore {
public:
    explicit PracticalStore(Database& database, ChangeNumber asOf = NOW) : m_database(database), m_asOf(asOf) {}

    /// By trainee, course, assessment and attempt, in few statements whatever everybody else has.
    [[nodiscard]] std::vector<KeptSheet> sheetsOf(const std::set<domain::PersonId>& trainees);
    /// Those handed on that wait for a second person, longest waiting first.
    [[nodiscard]] std::vector<KeptSheet> waiting();
    /// Those sent back to that marker.
    [[nodiscard]] std::vector<KeptSheet> sentBackTo(const domain::PersonId& marker);

    /// The sheet without its marks.
    [[nodiscard]] static Fact fact(const domain::PracticalSheet& sheet);
    [[nodiscard]] static Fact fact(const domain::PaperKey& sheet, const std::string& item,
                                   const domain::ItemMark& mark);

private:
    [[nodiscard]] std::vector<KeptSheet> sheets(const std::string& condition, const std::vector<Value>& arguments);
    [[nodiscard]] std::vector<KeptSheet> inState(domain::SheetState state);
    void addMarks(std::vector<KeptSheet>& sheets, const std::set<domain::PersonId>& trainees);

    Database& m_database;
    ChangeNumber m_asOf;
};

} // namespace fledgling::store
