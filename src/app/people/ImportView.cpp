#include "app/people/ImportView.h"

#include "store/Book.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;

namespace {

/// What wants an eye comes first.
int urgency(const RosterDecision& decision) {
    switch (decision.verdict) {
    case RosterVerdict::Refused: return 0;
    case RosterVerdict::Differs: return 1;
    case RosterVerdict::New: return decision.warnings.empty() ? 2 : 1;
    case RosterVerdict::Same: return 3;
    }
    return 4;
}

} // namespace

void ImportView::read(const std::string& path) {
    m_preview = previewImport(m_desk, path, m_defaults);
    m_path = path;
}

std::vector<std::string> ImportView::dropped() const {
    std::vector<std::string> headings;
    for (const auto& column : sheet().columns)
        if (column.use == format::ColumnUse::Dropped) headings.push_back(column.heading);
    return headings;
}

std::vector<ImportView::Line> ImportView::lines(std::optional<RosterVerdict> only) const {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < decisions().size(); ++i) {
        const auto& decision = decisions()[i];
        if (!only || decision.verdict == *only) lines.push_back({i, decision.line, decision.verdict});
    }
    std::stable_sort(lines.begin(), lines.end(), [&](const Line& a, const Line& b) {
        return urgency(decisions()[a.decision]) < urgency(decisions()[b.decision]);
    });
    return lines;
}

void ImportView::assign(std::size_t column, std::optional<RosterField> field) {
    if (app::assign(*m_preview, column, field)) judge(m_desk, *m_preview, m_defaults);
}

void ImportView::setDefaults(const RosterDefaults& defaults) {
    m_defaults = defaults;
    if (m_preview) judge(m_desk, *m_preview, m_defaults);
}

int ImportView::toKeep() const {
    return empty() ? 0 : totals().added + (updateDiffering ? totals().differing : 0);
}

store::ChangeNumber ImportView::keep() {
    const auto number = importPeople(m_desk, *m_preview, m_defaults, updateDiffering);
    m_added.clear();
    for (const auto& kept : store::Book(m_desk.database).factsOf(number))
        if (kept.fact.table == "person" && kept.saw == 0) m_added.emplace(kept.fact.key.front());
    judge(m_desk, *m_preview, m_defaults);
    return number;
}

} // namespace fledgling::app
