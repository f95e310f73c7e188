#pragma once

#include "app/people/Import.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// A roster file on its way in: columns and what they hold, every row with its verdict. Nothing is kept
/// before keep(). Page: "people".
class ImportView {
public:
    struct Line {
        std::size_t decision = 0; ///< index in decisions()
        int number = 0;           ///< row number in the file
        domain::RosterVerdict verdict = domain::RosterVerdict::Refused;
    };

    explicit ImportView(Desk& desk) : m_desk(desk) {}

    /// Reads the file and judges its rows. Throws FormatError; what was read before stays then.
    void read(const std::string& path);
    [[nodiscard]] bool empty() const { return !m_preview.has_value(); }
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] const format::RosterSheet& sheet() const { return m_preview->sheet; }
    [[nodiscard]] const std::vector<domain::RosterDecision>& decisions() const {
        return m_preview->decisions;
    }
    [[nodiscard]] const domain::RosterTotals& totals() const { return m_preview->totals; }
    /// Headings of the private columns that were never read.
    [[nodiscard]] std::vector<std::string> dropped() const;
    /// The rows with that verdict, or all; those that want an eye first: refused, differing or new with
    /// a warning, new, same.
    [[nodiscard]] std::vector<Line> lines(std::optional<domain::RosterVerdict> only = {}) const;

    /// Another meaning for a column; judged again.
    void assign(std::size_t column, std::optional<domain::RosterField> field);
    void setDefaults(const domain::RosterDefaults& defaults);
    [[nodiscard]] const domain::RosterDefaults& defaults() const { return m_defaults; }
    /// Whether rows that differ correct the people stored.
    bool updateDiffering = true;
    /// How many people keeping would write.
    [[nodiscard]] int toKeep() const;

    /// One change; 0 when there was nothing to keep. The rows are judged again after it: a second run adds
    /// nothing.
    store::ChangeNumber keep();
    /// Who was new when it was kept.
    [[nodiscard]] const std::set<domain::PersonId>& added() const { return m_added; }

private:
    Desk& m_desk;
    std::string m_path;
    std::optional<ImportPreview> m_preview;
    domain::RosterDefaults m_defaults;
    std::set<domain::PersonId> m_added;
};

} // namespace fledgling::app
