#include "ui/readiness/ReadinessSide.h"

#include "app/Words.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"
#include "ui/readiness/ReadinessCells.h"

#include <algorithm>
#include <iterator>
#include <wx/button.h>
#include <wx/intl.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using View = app::ReadinessView;

namespace {

/// Words go on in further lines: beside the board there is little room, and the day stands whole. The last column only
/// where somebody signed or wrote.
std::vector<Column> behindColumns(const std::vector<Row>& lines) {
    std::vector<Column> columns{{.title = _("what"), .sortable = false, .stretches = true, .wraps = true},
                                {.title = _("how"), .sortable = false, .wraps = true},
                                {.title = _("day"), .sortable = false, .matters = true}};
    const bool signedBy = std::any_of(lines.begin(), lines.end(), [](const Row& line) {
        return line.cells.size() > 3 && !line.cells[3].text.empty();
    });
    if (signedBy) columns.push_back({.title = _("who"), .sortable = false});
    return columns;
}

} // namespace

ReadinessSide::ReadinessSide(wxWindow* parent) : wxPanel(parent) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    SetSizer(all);
    layOutHead();
    m_sheets = new wxSimplebook(this);
    m_sheets->AddPage(layOutDetail(m_sheets), "detail");
    m_form = new DecideForm(m_sheets);
    m_sheets->AddPage(m_form, "decision");
    all->Add(m_sheets, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] {
            wrapCriterion();
            wrapHead();
            m_sheets->GetCurrentPage()->Layout();
        });
    });
}

void ReadinessSide::layOutHead() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_name = look::label(this, {}, look::Type::Section);
    auto* close = keyed(new wxButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT), _("Close"), "Esc",
                        _("Close the side"));
    native::setStyle(close, "quiet");
    close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (onClose) onClose();
    });
    row->Add(m_name, wxSizerFlags(1).CentreVertical());
    row->Add(close, wxSizerFlags().CentreVertical());
    m_about = look::label(this, {}, look::Type::Small, true);
    m_changed = look::label(this, {});
    m_changed->SetForegroundColour(look::colour(look::State::Changed));
    m_remark = look::label(this, {});
    m_remark->SetForegroundColour(look::colour(look::State::Due));
    GetSizer()->Add(row, wxSizerFlags().Expand());
    GetSizer()->Add(m_remark, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, look::gap(this, 0.5)));
    GetSizer()->Add(m_about, wxSizerFlags().Expand());
    GetSizer()->Add(m_changed, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
}

wxPanel* ReadinessSide::layOutDetail(wxWindow* parent) {
    auto* panel = new wxPanel(parent);
    auto* all = new wxBoxSizer(wxVERTICAL);
    panel->SetSizer(all);
    const auto add = [&](wxStaticText*& title, auto* table, int share) {
        title = look::label(panel, {}, look::Type::Section);
        title->MoveBeforeInTabOrder(table);
        table->SetMinSize(wxSize(-1, FromDIP(84)));
        all->Add(title, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this, 0.5)));
        all->Add(table, wxSizerFlags(share).Expand().Border(wxBOTTOM, look::gap(this)));
        return table;
    };
    m_behind = add(m_criterion, new Table(panel, _("Rows behind the cell"), behindColumns({})), 4);
    m_behind->shareWidth();
    m_way = add(m_wayTitle,
                new Table(panel, _("Shortest way"),
                          {{.title = _("step"), .width = 30, .sortable = false, .stretches = true}}),
                3);
    // Reasons are read whole, so they wrap.
    m_decisions = named(
        new wxTextCtrl(panel, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_READONLY),
        _("Decisions"));
    m_decisions->SetMargins(look::gap(this, 0.75), look::gap(this, 0.5));
    add(m_decisionsTitle, m_decisions, 2);
    return panel;
}

void ReadinessSide::drawHead(const View::Row& row) {
    std::vector<wxString> posts;
    for (const auto post : row.posts)
        posts.push_back(u8(app::word(post, tongue)));
    m_name->SetLabel(u8(row.name));
    m_head = {dotted({u8(row.cohortName), listText(posts),
                      row.mentorName.empty() ? _("no mentor")
                                             : wxString::Format(_("mentor %s"), u8(row.mentorName)),
                      row.review ? wxString::Format(_("review %s"), nearDayText(*row.review)) : wxString()}),
              {},
              {}};
    std::vector<wxString> changed;
    for (const auto& title : row.changed)
        changed.push_back(u8(title));
    if (!changed.empty())
        m_head[1] = look::signed_(
            look::State::Changed,
            wxString::Format(_("Facts have changed since the decision: %s"), listText(changed)));
    wrapHead();
}

void ReadinessSide::wrapHead() {
    if (m_head.empty()) return;
    const int width = GetClientSize().x;
    wxStaticText* const lines[] = {m_about, m_changed, m_remark};
    for (std::size_t i = 0; i < std::size(lines); ++i)
        sayWrapped(lines[i], m_head[i], std::max(width, FromDIP(80)));
    m_changed->Show(!m_head[1].empty() && !deciding());
    m_remark->Show(!m_head[2].empty());
    Layout();
}

void ReadinessSide::remark(const wxString& sentence) {
    if (m_head.empty()) return;
    m_head[2] = sentence.empty() ? sentence : look::signed_(look::State::Due, sentence);
    wrapHead();
}

void ReadinessSide::setCriterion(const wxString& words, const wxColour& colour) {
    m_criterionWords = words;
    m_criterion->SetForegroundColour(colour);
    wrapCriterion();
}

void ReadinessSide::wrapCriterion() {
    sayWrapped(m_criterion, m_criterionWords, std::max(GetClientSize().x, FromDIP(80)));
}

void ReadinessSide::showCell(View& view, const View::Row& row, const std::vector<std::string>& criteria) {
    m_sheets->ChangeSelection(Detail);
    drawHead(row);
    m_criterion->Show(!criteria.empty());
    m_behind->Show(!criteria.empty());
    drawCriteria(view, row, criteria);
    drawWay(view, row);
    drawDecisions(view, row);
    m_sheets->GetCurrentPage()->Layout();
}

void ReadinessSide::drawCriteria(View& view, const View::Row& row, const std::vector<std::string>& criteria) {
    std::vector<Row> lines;
    for (const auto& cell : row.cells) {
        if (!cell || std::find(criteria.begin(), criteria.end(), cell->criterion) == criteria.end()) continue;
        if (criteria.size() == 1) return drawBehind(view, row, *cell);
        lines.push_back({cell->criterion,
                         {{.text = u8(view.criterionTitle(cell->criterion)), .state = stateOf(cell->state)},
                          {u8(app::word(cell->state, tongue))}}});
    }
    setCriterion(_("Not yet assessed"), look::text());
    m_behind->setColumns(behindColumns(lines));
    m_behind->set(std::move(lines));
}

void ReadinessSide::drawBehind(View& view, const View::Row& row, const domain::Cell& cell) {
    const wxString title = u8(view.criterionTitle(cell.criterion));
    setCriterion(look::signed_(stateOf(cell.state), dotted({title, u8(app::word(cell.state, tongue)), valueText(cell)})),
                 look::colour(stateOf(cell.state)));
    std::vector<Row> lines;
    for (const auto& one : view.rowsBehind(row.trainee, cell.criterion)) {
        const bool entry = one.row.subject.empty() && one.row.need == 0;
        const wxString what = !one.title.empty() ? u8(one.title) : entry ? _("log entry") : title;
        lines.push_back({std::to_string(lines.size()),
                         {{.text = what, .state = stateOf(one)},
                          {entry ? wxString() : howText(one)},
                          {one.day ? dayText(*one.day) : wxString()},
                          {u8(one.by)}}});
    }
    m_behind->setColumns(behindColumns(lines));
    m_behind->set(std::move(lines));
}

void ReadinessSide::drawWay(const View& view, const View::Row& row) {
    std::vector<Row> lines;
    const auto add = [&](look::State state, const std::string& words) {
        lines.push_back({std::to_string(lines.size()), {{.text = u8(words), .state = state}}});
    };
    for (const auto& stuck : row.stuck)
        add(look::State::Missing, app::sentence(stuck.reason, stuck.subject, tongue));
    for (const auto& step : row.steps)
        add(look::State::None, app::sentence(step.step, step.subject, tongue));
    const auto steps = static_cast<int>(row.steps.size());
    const bool done = lines.empty();
    // An approval puts these off, and no longer than it holds itself.
    for (const auto& cell : row.cells)
        if (cell && cell->state == domain::CriterionState::Waived)
            add(look::State::Waived, utf8(dotted({u8(view.criterionTitle(cell->criterion)), valueText(*cell)})));
    const auto until = row.decision ? row.decision->decision.until : std::nullopt;
    m_wayTitle->SetLabel(
        !done           ? wxString::Format(wxPLURAL("Shortest way: %d step", "Shortest way: %d steps", steps), steps)
        : lines.empty() ? _("Nothing is left to do")
                        : wxString::Format(_("Still to be met by %s"), until ? dayText(*until) : wxString()));
    m_way->Show(!lines.empty());
    m_way->set(std::move(lines));
}

void ReadinessSide::drawDecisions(View& view, const View::Row& row) {
    wxString all;
    for (const auto& one : view.history(row.trainee)) {
        const auto& decision = one.kept.decision;
        const auto cell = decisionCell(decision, one.inForce, one.stands && row.factsChanged());
        if (!all.empty()) all << "\n\n";
        all << look::signed_(cell.state, dotted({cell.text, dayText(one.on), u8(one.by),
                                                 one.stands      ? wxString()
                                                 : one.takenBack ? _("taken back")
                                                                 : _("superseded")}))
            << '\n'
            << u8(decision.reason);
        std::vector<wxString> unmet;
        for (const auto& criterion : decision.unmet)
            unmet.push_back(u8(view.criterionTitle(criterion)));
        if (unmet.empty()) continue;
        // Only an approval goes against them: a hold or an extension is because of them.
        const bool against = decision.kind == domain::DecisionKind::Approve;
        all << '\n' << wxString::Format(against ? _("Against: %s") : _("Unmet then: %s"), listText(unmet));
    }
    m_decisionsTitle->SetLabel(all.empty() ? _("Nothing is decided yet") : _("Decisions"));
    m_decisions->Show(!all.empty());
    m_decisions->ChangeValue(all);
    m_decisions->ShowPosition(0);
}

void ReadinessSide::beginDecision(View& view, const View::Row& row) {
    m_sheets->ChangeSelection(Decision);
    drawHead(row);
    m_form->begin(view, row);
}

void ReadinessSide::follow(View& view, const View::Row& row) {
    drawHead(row);
    m_form->follow(view, row);
}

bool ReadinessSide::deciding() const { return m_sheets->GetSelection() == Decision; }

void ReadinessSide::endDecision() { m_sheets->ChangeSelection(Detail); }

void ReadinessSide::takeFocus() {
    if (deciding())
        m_form->takeFocus();
    else
        (m_behind->IsShown() ? m_behind : m_way)->takeFocus();
}

} // namespace fledgling::ui
