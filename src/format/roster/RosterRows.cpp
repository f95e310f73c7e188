#include "domain/Refused.h"
#include "domain/Text.h"
#include "format/RosterText.h"
#include "format/roster/Roster.h"
#include "format/roster/RosterDate.h"
#include "format/roster/RosterWords.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace fledgling::format {

namespace {

using domain::RosterField;
using domain::RosterReason;

constexpr std::size_t SHOWN_OF_A_LONG_CELL = 60;
constexpr std::size_t FEWEST_DIGITS_OF_A_WHOLE_PHONE = 7;

std::string beginningOf(const std::string& cell) {
    std::size_t end = std::min(cell.size(), SHOWN_OF_A_LONG_CELL);
    while (end < cell.size() && end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0U) == 0x80U)
        --end;
    return end < cell.size() ? cell.substr(0, end) + "…" : cell;
}

/// 13800138000.0 is what some exports make of a number.
std::string withoutPointZero(std::string cell) {
    const bool exported =
        cell.size() > 2 && cell.ends_with(".0") && cell.find_first_not_of("0123456789") == cell.size() - 2;
    if (exported) cell.resize(cell.size() - 2);
    return cell;
}

/// The first of several: 13800138000 / 010-12345678. The slash behind an area code (0151/234567) divides
/// nothing.
std::string firstOf(const std::string& cell, std::string_view separators) {
    const std::string first = domain::trimmed(cell.substr(0, cell.find_first_of(separators)));
    const auto slash = first.find('/');
    if (slash == std::string::npos ||
        domain::comparablePhone(first.substr(0, slash)).size() < FEWEST_DIGITS_OF_A_WHOLE_PHONE)
        return first;
    return domain::trimmed(first.substr(0, slash));
}

/// Reads the cells of one row into fields; what cannot be read becomes a problem that names the column.
class RowReader {
public:
    RowReader(const RosterSheet& sheet, const std::map<RosterField, DayOrder>& orders)
        : m_sheet(sheet), m_orders(orders),
          m_hasPosts(std::any_of(sheet.columns.begin(), sheet.columns.end(), [](const RosterColumn& column) {
              return column.use == ColumnUse::Field && column.field == RosterField::Post;
          })) {}

    domain::RosterRow read(const TableRow& row) {
        m_row = {row.line, {}, {}};
        m_parts.clear();
        for (const auto& column : m_sheet.columns) {
            if (column.use != ColumnUse::Field || column.index >= row.cells.size()) continue;
            m_column = &column;
            if (const auto cell = meant(row.cells[column.index]); !cell.empty()) put(*column.field, cell);
        }
        m_column = nullptr;
        joinName();
        return std::move(m_row);
    }

private:
    void put(RosterField field, const std::string& cell) {
        auto& f = m_row.fields;
        switch (field) {
        case RosterField::Name: return putName(cell);
        case RosterField::FamilyName:
        case RosterField::MiddleName:
        case RosterField::GivenName: m_parts[field] = cell; return;
        case RosterField::StaffNumber: return putStaffNumber(cell);
        case RosterField::Phone: return putPhone(cell);
        case RosterField::Email: return putEmail(cell);
        case RosterField::Department: f.department = oneLine(cell); return;
        case RosterField::Title:
            f.title = oneLine(cell);
            // 职位 holds the post where no column of its own does.
            if (!m_hasPosts) f.postsOfTitle = postsIn(cell);
            return;
        case RosterField::Shift: f.shift = oneLine(cell); return;
        case RosterField::Post: f.posts = orProblem(postsIn(cell), RosterReason::PostUnknown, cell); return;
        case RosterField::Roles: f.roles = orProblem(rolesIn(cell), RosterReason::RoleUnknown, cell); return;
        case RosterField::Leaning:
            f.leaning = orProblem(leaningIn(cell), RosterReason::LeaningUnknown, cell);
            return;
        case RosterField::Since: return putDate(cell);
        case RosterField::Capacity: return putCapacity(cell);
        }
    }

    void problem(RosterReason reason, std::vector<std::string> arguments) {
        m_row.problems.push_back({reason, m_row.line, m_column ? m_column->heading : std::string(),
                                  m_column ? m_column->field : std::nullopt, std::move(arguments)});
    }

    template <class Value>
    std::optional<Value> orProblem(std::optional<Value> value, RosterReason reason, const std::string& cell) {
        if (!value) problem(reason, {beginningOf(cell)});
        return value;
    }

    std::optional<std::string> oneLine(const std::string& cell) {
        try {
            return domain::line(cell, "");
        } catch (const domain::Refused&) {
            problem(RosterReason::TextTooLong, {beginningOf(cell), std::to_string(domain::LINE_LIMIT)});
            return std::nullopt;
        }
    }

    void putName(const std::string& cell) {
        const auto comma = cell.find(',');
        const bool reversed =
            wordKey(m_column->heading).ends_with("lastnamefirstname") && comma != std::string::npos;
        const std::string name = reversed ? joinedName(domain::trimmed(cell.substr(0, comma)), "",
                                                       domain::trimmed(cell.substr(comma + 1)))
                                          : tidyName(cell);
        m_row.fields.name = oneLine(name);
    }

    void joinName() {
        if (m_row.fields.name || m_parts.empty()) return;
        m_row.fields.name =
            oneLine(joinedName(m_parts[RosterField::FamilyName], m_parts[RosterField::MiddleName],
                               m_parts[RosterField::GivenName]));
    }

    void putStaffNumber(const std::string& cell) {
        const std::string number = withoutPointZero(domain::halfWidth(cell));
        if (isDestroyedNumber(number)) return problem(RosterReason::NumberDestroyed, {beginningOf(cell)});
        if (!domain::looksLikeStaffNumber(number)) return problem(RosterReason::NumberUnreadable, {beginningOf(cell)});
        m_row.fields.staffNumber = oneLine(number);
    }

    void putPhone(const std::string& cell) {
        std::string plain = domain::halfWidth(cell);
        replaceAll(plain, "、", ";");
        const std::string phone = withoutPointZero(firstOf(plain, ";,\n"));
        if (isDestroyedNumber(phone)) return problem(RosterReason::PhoneDestroyed, {beginningOf(cell)});
        if (phone.empty() || !domain::looksLikePhone(phone))
            return problem(RosterReason::PhoneUnreadable, {beginningOf(cell)});
        m_row.fields.phone = oneLine(phone);
    }

    void putEmail(const std::string& cell) {
        const std::string email = firstOf(domain::halfWidth(cell), ";,\n");
        if (email.empty() || !domain::looksLikeEmail(email)) return problem(RosterReason::EmailUnreadable, {beginningOf(cell)});
        m_row.fields.email = oneLine(email);
    }

    void putDate(const std::string& cell) {
        const auto order = m_orders.find(RosterField::Since);
        const auto reading = dateIn(cell, order == m_orders.end() ? DayOrder::Unknown : order->second);
        m_row.fields.since = reading.date;
        if (!reading.date)
            problem(reading.ambiguous ? RosterReason::DateAmbiguous : RosterReason::DateUnreadable,
                    {beginningOf(cell)});
    }

    void putCapacity(const std::string& cell) {
        std::string digits = withoutPointZero(domain::halfWidth(cell));
        replaceAll(digits, "人", "");
        int capacity = -1;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), capacity);
        const bool whole = error == std::errc() && end == digits.data() + digits.size();
        if (!whole || capacity < 0 || capacity > domain::HIGHEST_CAPACITY)
            return problem(RosterReason::CapacityUnreadable,
                           {beginningOf(cell), "0", std::to_string(domain::HIGHEST_CAPACITY)});
        m_row.fields.capacity = capacity;
    }

    const RosterSheet& m_sheet;
    const std::map<RosterField, DayOrder>& m_orders;
    bool m_hasPosts;
    const RosterColumn* m_column = nullptr;
    domain::RosterRow m_row;
    std::map<RosterField, std::string> m_parts;
};

std::map<RosterField, DayOrder> dayOrders(const RosterSheet& sheet) {
    std::map<RosterField, DayOrder> orders;
    for (const auto& column : sheet.columns) {
        if (column.field != RosterField::Since) continue;
        std::vector<std::string> cells;
        for (std::size_t r = sheet.firstRow; r < sheet.table.rows.size(); ++r)
            if (const auto& row = sheet.table.rows[r].cells; column.index < row.size())
                cells.push_back(row[column.index]);
        orders[RosterField::Since] = dayOrderOf(cells);
    }
    return orders;
}

bool repeatsHeadings(const RosterSheet& sheet, const TableRow& row) {
    for (const auto& column : sheet.columns)
        if (column.use != ColumnUse::Dropped &&
            (column.index >= row.cells.size() || meant(row.cells[column.index]) != column.heading))
            return false;
    return true;
}

bool isBlank(const RosterSheet& sheet, const TableRow& row) {
    for (const auto& column : sheet.columns)
        if (column.index < row.cells.size() && !meant(row.cells[column.index]).empty()) return false;
    return true;
}

/// Filled cells beyond the headings of a CSV: a separator inside an unquoted cell has pushed the row to the
/// right.
bool isShifted(const RosterSheet& sheet, std::size_t width, const TableRow& row) {
    for (std::size_t i = width; sheet.table.separated && i < row.cells.size(); ++i)
        if (!domain::trimmed(row.cells[i]).empty()) return true;
    return false;
}

} // namespace

std::vector<domain::RosterRow> rosterRows(const RosterSheet& sheet) {
    const auto orders = dayOrders(sheet);
    const std::size_t width = sheet.columns.empty() ? 0 : sheet.columns.back().index + 1;
    std::vector<domain::RosterRow> rows;
    rows.reserve(sheet.table.rows.size() - std::min(sheet.firstRow, sheet.table.rows.size()));
    RowReader reader(sheet, orders);
    for (std::size_t r = sheet.firstRow; r < sheet.table.rows.size(); ++r) {
        const auto& row = sheet.table.rows[r];
        if (isBlank(sheet, row) || repeatsHeadings(sheet, row)) continue;
        auto read = reader.read(row);
        if (isShifted(sheet, width, row))
            read.problems.push_back({RosterReason::TooManyCells,
                                     row.line,
                                     "",
                                     std::nullopt,
                                     {std::to_string(row.cells.size()), std::to_string(width)}});
        rows.push_back(std::move(read));
    }
    return rows;
}

} // namespace fledgling::format
