#include "domain/ReadinessSteps.h"

#include <algorithm>
#include <map>

namespace fledgling::domain {

namespace {

int workLeft(const CellRow& row) { return row.session == SessionState::Owed ? 2 : row.need - row.have; }

/// Rows that the same demands ask for: of these the least work always serves best, so only their number is
/// open.
struct Group {
    std::vector<bool> asks;        ///< per demand
    std::vector<std::size_t> rows; ///< the least work first
};

struct Choice {
    std::size_t count = 0;
    int work = 0;
    std::vector<std::size_t> taken; ///< per group
    [[nodiscard]] bool betterThan(const Choice& other) const {
        return count != other.count ? count < other.count : work < other.work;
    }
};

class Search {
public:
    explicit Search(const std::vector<Demand>& demands) {
        std::map<std::string, std::size_t> known;
        std::vector<std::vector<bool>> asks;
        for (std::size_t d = 0; d < demands.size(); ++d) {
            m_lacking.push_back(demands[d].lacking);
            for (const auto& row : demands[d].open) {
                const auto [at, isNew] = known.try_emplace(row.subject, m_rows.size());
                if (isNew) {
                    m_rows.push_back(row);
                    asks.emplace_back(demands.size(), false);
                }
                asks[at->second][d] = true;
            }
        }
        group(asks);
        Choice none;
        none.taken.assign(m_groups.size(), 0);
        m_best.count = m_rows.size() + 1;
        choose(0, none);
    }

    [[nodiscard]] std::vector<CellRow> rows() const {
        std::vector<std::size_t> chosen;
        for (std::size_t g = 0; g < m_best.taken.size(); ++g)
            chosen.insert(chosen.end(), m_groups[g].rows.begin(),
                          m_groups[g].rows.begin() + static_cast<std::ptrdiff_t>(m_best.taken[g]));
        std::sort(chosen.begin(), chosen.end());
        std::vector<CellRow> found;
        for (const std::size_t index : chosen)
            found.push_back(m_rows[index]);
        return found;
    }

private:
    void group(const std::vector<std::vector<bool>>& asks) {
        std::map<std::vector<bool>, std::vector<std::size_t>> byAsks;
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            byAsks[asks[i]].push_back(i);
        for (auto& [signature, rows] : byAsks) {
            std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
                return workLeft(m_rows[a]) < workLeft(m_rows[b]);
            });
            m_groups.push_back({signature, std::move(rows)});
        }
        // What serves most demands first: good answers come early and cut the rest short.
        std::stable_sort(m_groups.begin(), m_groups.end(), [](const Group& a, const Group& b) {
            return std::count(a.asks.begin(), a.asks.end(), true) >
                   std::count(b.asks.begin(), b.asks.end(), true);
        });
    }

    [[nodiscard]] int highestLack() const {
        return m_lacking.empty() ? 0 : *std::max_element(m_lacking.begin(), m_lacking.end());
    }

    [[nodiscard]] bool canStillDo(std::size_t from) const {
        for (std::size_t d = 0; d < m_lacking.size(); ++d) {
            int left = 0;
            for (std::size_t g = from; g < m_groups.size(); ++g)
                if (m_groups[g].asks[d]) left += static_cast<int>(m_groups[g].rows.size());
            if (left < m_lacking[d]) return false;
        }
        return true;
    }

    void choose(std::size_t at, const Choice& soFar) {
        const int lack = highestLack();
        if (lack <= 0) {
            if (soFar.betterThan(m_best)) m_best = soFar;
            return;
        }
        if (at == m_groups.size() || soFar.count + static_cast<std::size_t>(lack) > m_best.count ||
            !canStillDo(at))
            return;
        for (std::size_t take = m_groups[at].rows.size() + 1; take-- > 0;) {
            Choice next = soFar;
            next.taken[at] = take;
            next.count += take;
            for (std::size_t i = 0; i < take; ++i)
                next.work += workLeft(m_rows[m_groups[at].rows[i]]);
            lower(at, static_cast<int>(take));
            choose(at + 1, next);
            lower(at, -static_cast<int>(take));
        }
    }

    void lower(std::size_t group, int by) {
        for (std::size_t d = 0; d < m_lacking.size(); ++d)
            if (m_groups[group].asks[d]) m_lacking[d] -= by;
    }

    std::vector<CellRow> m_rows;
    std::vector<Group> m_groups;
    std::vector<int> m_lacking;
    Choice m_best;
};

} // namespace

std::vector<CellRow> fewestRows(const std::vector<Demand>& demands) { return Search(demands).rows(); }

} // namespace fledgling::domain
