#include "format/roster/Roster.h"

#include "format/FileBytes.h"
#include "format/FormatError.h"
#include "format/RosterText.h"
#include "format/roster/RosterColumns.h"
#include "format/roster/RosterWords.h"

#include <algorithm>
#include <map>

namespace fledgling::format {

namespace {

using domain::RosterField;

constexpr std::size_t ROWS_TO_SEARCH = 20;
/// The first cell of the heading row, and of the row above the data, in the import template of ERPNext.
constexpr std::string_view ERPNEXT_LABELS = "columnlabels", ERPNEXT_START = "startenteringdata";

bool isNamePart(RosterField field) {
    return field == RosterField::Name || field == RosterField::FamilyName || field == RosterField::GivenName;
}

/// How much a row looks like headings: different fields named, and one more when a name is among them.
std::size_t headingScore(const TableRow& row) {
    if (!row.cells.empty() && wordKey(row.cells.front()) == ERPNEXT_LABELS) return MOST_COLUMNS;
    std::map<RosterField, int> fields;
    bool name = false;
    for (const auto& cell : row.cells) {
        if (const auto meaning = isSensitive(cell) ? std::nullopt : meaningOf(cell)) {
            ++fields[meaning->field];
            name = name || isNamePart(meaning->field);
        }
    }
    return fields.size() + (name ? 1 : 0);
}

struct HeadingRow {
    std::size_t sheet = 0, row = 0, score = 0;
};

/// Instructions mention a field here and there; headings name several. A single known heading among others
/// will do when there is nothing better: the rest can be assigned by hand.
HeadingRow headingRowOf(const std::vector<Table>& tables, const std::string& fileName) {
    HeadingRow best;
    for (std::size_t s = 0; s < tables.size(); ++s) {
        const auto& rows = tables[s].rows;
        for (std::size_t r = 0; r < std::min(rows.size(), ROWS_TO_SEARCH); ++r) {
            const std::size_t score = headingScore(rows[r]);
            const bool enough = score >= 2 || (score == 1 && rows[r].cells.size() > 1);
            if (enough && score > best.score) best = {s, r, score};
        }
    }
    if (best.score == 0) throw FormatError(Fault::NoHeaderRow, fileName);
    return best;
}

std::string sampleOf(const RosterSheet& sheet, std::size_t index) {
    for (std::size_t r = sheet.firstRow; r < sheet.table.rows.size(); ++r) {
        const auto& cells = sheet.table.rows[r].cells;
        if (index < cells.size())
            if (auto text = meant(cells[index]); !text.empty()) return text;
    }
    return {};
}

/// Of several columns for one field the surest is read, the first among equals.
void settleRivals(std::vector<RosterColumn>& columns, const std::vector<int>& ranks) {
    std::map<RosterField, std::size_t> winners;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].use != ColumnUse::Field) continue;
        const auto [it, first] = winners.emplace(*columns[i].field, i);
        if (first) continue;
        const bool better = ranks[i] < ranks[it->second];
        auto& loser = columns[better ? it->second : i];
        loser.use = ColumnUse::Ignored;
        loser.field.reset();
        if (better) it->second = i;
    }
}

std::vector<RosterColumn> columnsOf(const TableRow& headings) {
    std::vector<RosterColumn> columns;
    std::vector<int> ranks;
    for (std::size_t i = 0; i < headings.cells.size(); ++i) {
        RosterColumn column{i, meant(headings.cells[i]), ColumnUse::Ignored, std::nullopt, {}};
        if (column.heading.empty()) continue;
        int rank = 0;
        if (isSensitive(column.heading)) {
            column.use = ColumnUse::Dropped;
        } else if (const auto meaning = meaningOf(column.heading)) {
            column.use = ColumnUse::Field;
            column.field = meaning->field;
            rank = meaning->rank;
        }
        columns.push_back(std::move(column));
        ranks.push_back(rank);
    }
    settleRivals(columns, ranks);
    return columns;
}

void forgetDropped(RosterSheet& sheet) {
    for (const auto& column : sheet.columns) {
        if (column.use != ColumnUse::Dropped) continue;
        for (std::size_t r = sheet.firstRow; r < sheet.table.rows.size(); ++r)
            if (auto& cells = sheet.table.rows[r].cells; column.index < cells.size())
                cells[column.index].clear();
    }
}

RosterColumn* columnFor(RosterSheet& sheet, RosterField field) {
    for (auto& column : sheet.columns)
        if (column.field == field) return &column;
    return nullptr;
}

/// Many rosters call the job title 岗位. A column without a single post that we know is such a title.
void postOrTitle(RosterSheet& sheet) {
    RosterColumn* post = columnFor(sheet, RosterField::Post);
    if (!post || post->sample.empty()) return;
    for (std::size_t r = sheet.firstRow; r < sheet.table.rows.size(); ++r) {
        const auto& cells = sheet.table.rows[r].cells;
        if (post->index < cells.size() && postsIn(meant(cells[post->index]))) return;
    }
    const bool titled = columnFor(sheet, RosterField::Title) != nullptr;
    post->use = titled ? ColumnUse::Ignored : ColumnUse::Field;
    post->field = titled ? std::nullopt : std::optional(RosterField::Title);
}

/// True where every filled cell below names posts that we know.
bool namesPosts(const RosterSheet& sheet, const RosterColumn& column) {
    if (column.sample.empty()) return false;
    for (std::size_t r = sheet.firstRow; r < sheet.table.rows.size(); ++r) {
        const auto& cells = sheet.table.rows[r].cells;
        const auto cell = column.index < cells.size() ? meant(cells[column.index]) : std::string();
        if (!cell.empty() && !postsIn(cell)) return false;
    }
    return true;
}

/// "Position" means the job title or the post: the post where it names nothing else, and no column of posts stands beside it.
void positionOfPosts(RosterSheet& sheet) {
    if (columnFor(sheet, RosterField::Post)) return;
    for (auto& column : sheet.columns)
        if (column.use != ColumnUse::Dropped && wordKey(column.heading) == "position" && namesPosts(sheet, column)) {
            column.use = ColumnUse::Field;
            column.field = RosterField::Post;
            return;
        }
}

/// In German lists "Name" beside "Vorname" is the family name.
void familyNameBesideVorname(RosterSheet& sheet) {
    RosterColumn* name = columnFor(sheet, RosterField::Name);
    const RosterColumn* given = columnFor(sheet, RosterField::GivenName);
    const bool german =
        name && given && wordKey(name->heading) == "name" && wordKey(given->heading) == "vorname";
    if (german && !columnFor(sheet, RosterField::FamilyName)) name->field = RosterField::FamilyName;
}

/// ERPNext puts several rows of field descriptions between the headings and the people.
std::size_t firstRowBelow(const Table& table, std::size_t headings) {
    const auto& cells = table.rows[headings].cells;
    if (cells.empty() || wordKey(cells.front()) != ERPNEXT_LABELS) return headings + 1;
    for (std::size_t r = headings + 1; r < table.rows.size(); ++r)
        if (!table.rows[r].cells.empty() && wordKey(table.rows[r].cells.front()).starts_with(ERPNEXT_START))
            return r + 1;
    return headings + 1;
}

} // namespace

RosterSheet rosterSheetOf(std::string_view bytes, const std::string& fileName) {
    auto tables = tablesOf(bytes, fileName);
    const HeadingRow found = headingRowOf(tables, fileName);
    RosterSheet sheet{fileName, std::move(tables[found.sheet]), 0, 0, {}};
    sheet.firstRow = firstRowBelow(sheet.table, found.row);
    sheet.headingLine = sheet.table.rows[found.row].line;
    sheet.columns = columnsOf(sheet.table.rows[found.row]);
    forgetDropped(sheet);
    for (auto& column : sheet.columns)
        column.sample = sampleOf(sheet, column.index);
    postOrTitle(sheet);
    positionOfPosts(sheet);
    familyNameBesideVorname(sheet);
    return sheet;
}

RosterSheet readRoster(const std::filesystem::path& file) {
    return rosterSheetOf(bytesOf(file), shown(file));
}

bool assign(RosterSheet& sheet, std::size_t columnIndex, std::optional<RosterField> field) {
    const auto target = std::find_if(sheet.columns.begin(), sheet.columns.end(),
                                     [&](const RosterColumn& column) { return column.index == columnIndex; });
    if (target == sheet.columns.end() || target->use == ColumnUse::Dropped) return false;
    if (RosterColumn* former = field ? columnFor(sheet, *field) : nullptr) {
        former->use = ColumnUse::Ignored;
        former->field.reset();
    }
    target->use = field ? ColumnUse::Field : ColumnUse::Ignored;
    target->field = field;
    return true;
}

} // namespace fledgling::format
