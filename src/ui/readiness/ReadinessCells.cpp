#include "ui/readiness/ReadinessCells.h"

#include "app/Words.h"
#include "app/readiness/ReadinessWay.h"
#include "ui/Text.h"

#include <algorithm>
#include <wx/intl.h>

namespace fledgling::ui {

using View = app::ReadinessView;
using Kind = BoardColumn::Kind;
using domain::CriterionState;
using domain::Measure;

namespace {

/// The picture's short heads; an assessment keeps its own title, of which there are several.
wxString shortTitle(Measure measure) {
    switch (measure) {
    case Measure::SessionsDone: return _("sessions");
    case Measure::SkillsSigned: return _("skills");
    case Measure::DaysMentored: return _("days");
    case Measure::RulesAcknowledged: return _("rules");
    case Measure::MentorAssigned: return _("mentor");
    case Measure::ChatPoints: return _("points");
    // TRANSLATORS: head of a narrow column: days whose chats were read
    case Measure::ChatDaysReviewed: return _("days read");
    // TRANSLATORS: head of a narrow column: half days with their sheet, films and exercises
    case Measure::EvidenceGiven: return _("evidence");
    case Measure::AssessmentPassed: break;
    }
    return {};
}

/// On two lines at the blank nearest the middle.
wxString wrapped(const wxString& title) {
    constexpr int FITS = 8;
    if (static_cast<int>(title.length()) <= FITS) return title;
    std::size_t best = wxString::npos;
    const auto middle = static_cast<int>(title.length()) / 2;
    for (std::size_t at = title.find(' '); at != wxString::npos; at = title.find(' ', at + 1))
        if (best == wxString::npos ||
            std::abs(static_cast<int>(at) - middle) < std::abs(static_cast<int>(best) - middle))
            best = at;
    if (best == wxString::npos) return title;
    return title.Left(best) + "\n" + title.Mid(best + 1);
}

/// Criteria of one kind and name, or of one kind each for its own posts, make one column where nobody has
/// both.
bool together(const BoardColumn& column, std::size_t next, const View& view) {
    const auto& first = view.columns()[column.criteria.front()];
    const auto& other = view.columns()[next];
    if (column.kind != Kind::Criterion || first.measure != other.measure) return false;
    const auto everybody = [&](std::size_t at) {
        return std::all_of(view.rows().begin(), view.rows().end(),
                           [at](const View::Row& row) { return row.cells[at].has_value(); });
    };
    if (first.title != other.title && (everybody(column.criteria.front()) || everybody(next))) return false;
    return std::none_of(view.rows().begin(), view.rows().end(), [&](const View::Row& row) {
        return row.cells[next] && cellAt(row, column) != nullptr;
    });
}

/// What two titles share at their end, by words where they have blanks: "practical" of "Complaint practical"
/// and "Channel practical".
wxString sharedEnd(const wxString& one, const wxString& other) {
    std::size_t same = 0;
    while (same < one.length() && same < other.length() &&
           one[one.length() - 1 - same] == other[other.length() - 1 - same])
        ++same;
    wxString end = one.Right(same);
    if (same < one.length() && one.Contains(" ")) end = end.AfterFirst(' ');
    return end;
}

bool assessedInNobody(std::size_t at, const View& view) {
    return std::none_of(view.rows().begin(), view.rows().end(),
                        [at](const View::Row& row) { return row.cells[at] && row.cells[at]->assessed; });
}

void addTo(BoardColumn& column, std::size_t at, const View& view) {
    const wxString title = u8(view.columns()[at].title);
    if (title != column.title) {
        const wxString shared = sharedEnd(column.title, title);
        // TRANSLATORS: head of a column for what each post is asked on its own; %s what they share:
        // "practical"
        column.title =
            shared.empty() ? column.title + " / " + title : wxString::Format(_("post's %s"), shared);
    }
    column.criteria.push_back(at);
}

void addCriterion(std::vector<BoardColumn>& columns, std::size_t at, const View& view) {
    const auto& criterion = view.columns()[at];
    const auto& rows = view.rows();
    if (std::none_of(rows.begin(), rows.end(),
                     [&](const View::Row& row) { return row.cells[at].has_value(); }))
        return;
    if (criterion.measure == Measure::MentorAssigned) return columns.at(1).criteria.push_back(at);
    for (auto& column : columns)
        if (!column.criteria.empty() && together(column, at, view)) return addTo(column, at, view);
    columns.push_back({Kind::Criterion, u8(criterion.title), {at}});
}

/// What nobody shown has been assessed in yet is one column; where it is one already it keeps its name.
void joinUnassessed(std::vector<BoardColumn>& columns, const View& view) {
    const auto unassessed = [&view](const BoardColumn& column) {
        return column.kind == Kind::Criterion && std::all_of(column.criteria.begin(), column.criteria.end(),
                                                             [&view](std::size_t at) { return assessedInNobody(at, view); });
    };
    if (std::count_if(columns.begin(), columns.end(), unassessed) < 2) return;
    BoardColumn joined{Kind::Unassessed, _("not yet assessed")};
    for (const auto& column : columns)
        if (unassessed(column)) joined.criteria.insert(joined.criteria.end(), column.criteria.begin(), column.criteria.end());
    const auto first = std::find_if(columns.begin(), columns.end(), unassessed);
    *first = std::move(joined);
    columns.erase(std::remove_if(first + 1, columns.end(), unassessed), columns.end());
}

wxString headOf(const BoardColumn& column, const View& view, const std::vector<BoardColumn>& all) {
    const auto measure = view.columns()[column.criteria.front()].measure;
    const auto same = std::count_if(all.begin(), all.end(), [&](const BoardColumn& other) {
        return other.kind == Kind::Criterion && view.columns()[other.criteria.front()].measure == measure;
    });
    const wxString head = shortTitle(measure);
    return wrapped(head.empty() || same > 1 ? column.title : head);
}

/// How many of them are open; waived when every one is.
Cell unassessedCell(const View::Row& row, const BoardColumn& column, const View& view) {
    int asked = 0, waived = 0;
    for (const auto at : column.criteria) {
        if (!row.cells[at]) continue;
        ++asked;
        if (row.cells[at]->state == CriterionState::Waived) ++waived;
    }
    if (asked == 0) return {};
    const bool all = waived == asked;
    return {.text = wxString::Format("%d", all ? waived : asked - waived),
            .state = all ? look::State::Waived : look::State::NotYet,
            .tinted = true,
            .spoken = unassessedText(row, column, view)};
}

Cell verdictCell(const View::Row& row, bool narrow) {
    const auto steps = static_cast<int>(row.steps.size());
    const wxString words = wxString::Format(wxPLURAL("%d step", "%d steps", steps), steps);
    switch (row.verdict) {
    case domain::Verdict::Ready:
        return {.text = u8(app::word(row.verdict, tongue)),
                .state = look::State::Met,
                .bold = true,
                .tinted = true};
    case domain::Verdict::OnTheWay:
        return {.text = narrow ? wxString::Format("%d", steps) : words,
                .state = look::State::Due,
                .tinted = true,
                .spoken = look::word(look::State::Due) + " " + words};
    case domain::Verdict::Stuck:
        return {.text = u8(app::word(row.verdict, tongue)),
                .state = look::State::Missing,
                .bold = true,
                .tinted = true};
    }
    return {};
}

Cell wayCell(const View::Row& row) { return {.text = wayText(row), .muted = row.verdict == domain::Verdict::Ready}; }

/// How far somebody is who isn't there yet; where it is one thing, its sign says so.
wxString openText(const domain::Cell& cell) {
    if (!cell.assessed || cell.state == CriterionState::Met) return {};
    if (cell.measure == Measure::AssessmentPassed) return cell.percent ? wxString::Format("%d", *cell.percent) : wxString();
    return cell.total == 1 ? wxString() : wxString::Format("%d", cell.have);
}

/// A decision where there is no room for its date.
wxString decidedWord(domain::DecisionKind kind) {
    // TRANSLATORS: in a narrow column: training was extended
    return kind == domain::DecisionKind::Extend ? _("extended") : u8(app::word(kind, tongue));
}

Cell criterionCell(const View::Row& row, const BoardColumn& column, const View& view) {
    const auto* cell = cellAt(row, column);
    if (!cell) return {.text = {}, .spoken = _("not asked for this post")};
    const auto title = view.criterionTitle(cell->criterion);
    const bool changed = std::find(row.changed.begin(), row.changed.end(), title) != row.changed.end();
    const wxString value = column.kind == Kind::Mentor ? u8(row.mentorName) : valueText(*cell);
    const bool named = column.kind != Kind::Mentor || column.wide;
    Cell made{.text = !named ? wxString() : column.narrow ? openText(*cell) : value, .state = stateOf(cell->state)};
    made.tinted = column.kind == Kind::Criterion;
    made.spoken = dotted({look::word(made.state), value, changed ? look::word(look::State::Changed) : wxString()});
    if (changed) made.text << (made.text.empty() ? "" : " ") << look::sign(look::State::Changed);
    return made;
}

} // namespace

int widthOf(const wxString& title) {
    int widest = 0, width = 0;
    for (const wxUniChar c : title) {
        width = c == '\n' ? 0 : width + (c.GetValue() >= 0x2E80 ? 2 : 1);
        widest = std::max(widest, width);
    }
    return widest;
}

wxString wayText(const View::Row& row) {
    if (row.verdict == domain::Verdict::Ready) return row.decision ? wxString() : _("waits for a decision");
    std::vector<wxString> words;
    for (const auto& stuck : row.stuck)
        words.push_back(u8(app::sentence(stuck.reason, stuck.subject, tongue)));
    for (const auto& step : app::wayWords(row.steps, tongue))
        words.push_back(u8(step));
    wxString all;
    for (const auto& word : words)
        // TRANSLATORS: between the steps of a way, with its blank
        all << (all.empty() ? wxString() : _("; ")) << word;
    return all;
}

look::State stateOf(CriterionState state) {
    switch (state) {
    case CriterionState::Met: return look::State::Met;
    case CriterionState::Due: return look::State::Due;
    case CriterionState::Missing: return look::State::Missing;
    case CriterionState::NotYetAssessed: return look::State::NotYet;
    case CriterionState::Waived: return look::State::Waived;
    }
    return look::State::None;
}

look::State stateOf(const View::Behind& behind) {
    const auto& row = behind.row;
    if (row.session == domain::SessionState::Waived) return look::State::Waived;
    if (row.met) return look::State::Met;
    if (row.session)
        return row.session == domain::SessionState::Owed ? look::State::Missing : look::State::NotYet;
    if (row.level) return *row.level == domain::SkillLevel::None ? look::State::NotYet : look::State::Due;
    return row.have > 0 ? look::State::Due : look::State::NotYet;
}

wxString valueText(const domain::Cell& cell) {
    if (!cell.assessed) return {};
    const bool met = cell.state == CriterionState::Met;
    if (cell.measure == Measure::AssessmentPassed)
        return cell.percent ? wxString::Format("%d %%", *cell.percent) : wxString();
    if (cell.measure == Measure::MentorAssigned || (cell.total == 1 && met)) return {};
    if (domain::isLeast(cell.measure) && met) return wxString::Format("%d", cell.have);
    return wxString::Format("%d/%d", cell.have, cell.total);
}

wxString howText(const View::Behind& behind) {
    const auto& row = behind.row;
    if (row.session) {
        const wxString state = u8(app::word(*row.session, tongue));
        if (!behind.mark || behind.mark->kind == domain::MarkKind::Present) return state;
        const wxString mark = u8(app::word(behind.mark->kind, tongue));
        const auto minutes = static_cast<int>(behind.mark->minutes.count());
        return dotted({state, minutes == 0 ? mark
                                           // TRANSLATORS: a mark with its minutes: "late 12 min"
                                           : wxString::Format(_("%s %d min"), mark, minutes)});
    }
    if (row.level) {
        const wxString level = u8(app::word(*row.level, tongue));
        if (row.met || !row.needLevel) return level;
        return wxString::Format(_("%s, needs %s"), level, u8(app::word(*row.needLevel, tongue)));
    }
    if (row.subject.empty() && row.need > 1) return wxString::Format(_("%d, at least %d needed"), row.have, row.need);
    if (row.need > 1) return wxString::Format(_("%d of %d"), row.have, row.need);
    return row.met ? look::word(look::State::Met) : look::word(look::State::NotYet);
}

wxString decisionText(const domain::Decision& decision) {
    const wxString kind = u8(app::word(decision.kind, tongue));
    if (!decision.until) return kind;
    return wxString::Format(_("%s until %s"), kind, dayText(*decision.until));
}

Cell decisionCell(const domain::Decision& decision, bool inForce, bool factsChanged) {
    Cell cell{.text = decisionText(decision)};
    if (!inForce)
        cell.muted = true;
    else if (factsChanged)
        cell.state = look::State::Changed;
    else if (decision.kind == domain::DecisionKind::Approve)
        cell.state = decision.unmet.empty() ? look::State::Met : look::State::Waived;
    else
        cell.state = decision.kind == domain::DecisionKind::Hold ? look::State::Missing : look::State::Due;
    if (factsChanged) cell.spoken = dotted({cell.text, _("facts have changed")});
    return cell;
}

wxString unassessedText(const View::Row& row, const BoardColumn& column, const View& view) {
    if (column.kind != Kind::Unassessed) return {};
    std::vector<wxString> each;
    for (const auto at : column.criteria)
        if (at < row.cells.size() && row.cells[at])
            each.push_back(wxString::Format(_("%s: %s"), u8(view.columns()[at].title), u8(app::word(row.cells[at]->state, tongue))));
    return listText(each);
}

const domain::Cell* cellAt(const View::Row& row, const BoardColumn& column) {
    for (const auto at : column.criteria)
        if (at < row.cells.size() && row.cells[at]) return &*row.cells[at];
    return nullptr;
}

std::vector<BoardColumn> boardColumns(const View& view, BoardRoom room) {
    std::vector<BoardColumn> columns{{Kind::Name, _("name")},
                                     {Kind::Mentor, _("mentor"), {}, room < BoardRoom::Open}};
    for (std::size_t at = 0; at < view.columns().size(); ++at)
        addCriterion(columns, at, view);
    if (room != BoardRoom::All) joinUnassessed(columns, view);
    columns.push_back({Kind::Verdict, _("verdict")});
    if (room >= BoardRoom::Open)
        for (auto& column : columns)
            column.narrow = column.kind == Kind::Criterion || column.kind == Kind::Verdict;
    if (room == BoardRoom::Beside) return columns;
    const auto& rows = view.rows();
    if (std::any_of(rows.begin(), rows.end(), [](const View::Row& row) { return row.decision.has_value(); }))
        columns.push_back({Kind::Decision, _("decision"), {}, room == BoardRoom::All || room == BoardRoom::Dated});
    if (room == BoardRoom::All || room == BoardRoom::Together)
        columns.push_back({Kind::Way, _("shortest way"), {}, room == BoardRoom::All});
    return columns;
}

std::vector<Column> tableColumns(const std::vector<BoardColumn>& columns, const View& view) {
    constexpr int WAY = 14, WIDE_WAY = 36; // characters
    std::vector<Column> made;
    for (const auto& column : columns) {
        Column one{.title = column.title, .width = 0, .sortable = true};
        if (column.kind == Kind::Criterion) one.title = headOf(column, view, columns);
        if (column.kind == Kind::Unassessed) one.title = wrapped(column.title);
        // A heading of one short word stays whole; what a course calls its checks may end in an ellipsis.
        one.headed = column.kind == Kind::Verdict || (column.narrow && !one.title.Contains("\n"));
        one.matters = column.kind == Kind::Verdict || column.kind == Kind::Decision;
        made.push_back(std::move(one));
    }
    // What is left is the last one's: an empty strip would look like a column without a name.
    made.back().stretches = true;
    for (const auto& row : view.rows()) {
        const auto cells = boardRow(row, columns, view).cells;
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i].width = std::max(made[i].width, widthOf(look::signed_(cells[i].state, cells[i].text)));
    }
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (columns[i].kind == Kind::Way) made[i].width = std::min(made[i].width, columns[i].wide ? WIDE_WAY : WAY);
        made[i].width = std::max(made[i].width, widthOf(made[i].title));
    }
    return made;
}

std::vector<wxString> longestTexts(const std::vector<BoardColumn>& columns, const View& view) {
    std::vector<wxString> longest(columns.size());
    for (const auto& row : view.rows()) {
        const auto made = boardRow(row, columns, view);
        for (std::size_t i = 0; i < longest.size(); ++i)
            if (const wxString text = look::signed_(made.cells[i].state, made.cells[i].text); widthOf(text) > widthOf(longest[i]))
                longest[i] = text;
    }
    return longest;
}

Row boardRow(const View::Row& row, const std::vector<BoardColumn>& columns, const View& view) {
    Row made{row.trainee.text(), {}};
    for (const auto& column : columns) {
        switch (column.kind) {
        case Kind::Name: made.cells.push_back({.text = u8(row.name), .bold = true}); break;
        case Kind::Mentor:
            made.cells.push_back(column.criteria.empty() ? Cell{.text = u8(row.mentorName)}
                                                         : criterionCell(row, column, view));
            break;
        case Kind::Criterion: made.cells.push_back(criterionCell(row, column, view)); break;
        case Kind::Unassessed: made.cells.push_back(unassessedCell(row, column, view)); break;
        case Kind::Verdict: made.cells.push_back(verdictCell(row, column.narrow)); break;
        case Kind::Decision:
            made.cells.push_back(
                row.decision ? decisionCell(row.decision->decision, row.decisionInForce, row.factsChanged())
                             : Cell{});
            if (row.decision && !column.wide)
                made.cells.back().text = decidedWord(row.decision->decision.kind);
            break;
        case Kind::Way: made.cells.push_back(wayCell(row)); break;
        }
    }
    return made;
}

} // namespace fledgling::ui
