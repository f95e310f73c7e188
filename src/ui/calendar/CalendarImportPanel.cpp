#include "ui/calendar/CalendarImportPanel.h"

#include "app/Words.h"
#include "ui/cohorts/PlanWords.h"
#include "ui/controls/FileField.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"

#include <wx/button.h>
#include <wx/sizer.h>

namespace fledgling::ui {

using app::CalendarImport;
using look::State;
using Verdict = CalendarImport::Verdict;

namespace {

wxString dayWord(bool working) { return working ? _("working day") : _("day off"); }

Cell verdictCell(const CalendarImport::Row& row) {
    switch (row.verdict) {
    case Verdict::New: return {.text = _("new"), .state = State::Met};
    case Verdict::Changed: return {.text = _("changes"), .state = State::Changed};
    case Verdict::Same: return {.text = _("stands already"), .state = State::NotYet};
    case Verdict::Undecided:
        return row.decided ? Cell{.text = _("decided"), .state = State::Met}
                           : Cell{.text = _("to decide"), .state = State::Due};
    case Verdict::Bad: return {.text = _("not used"), .state = State::Missing};
    }
    return {};
}

wxString whatText(const CalendarImport::Row& row) {
    switch (row.verdict) {
    case Verdict::Changed:
        if (row.wasWorking == row.working)
            return dotted({dayWord(row.working), wxString::Format(_("was called %s"), u8(row.was))});
        return wxString::Format(_("was %1$s (%2$s), becomes %3$s"), dayWord(row.wasWorking), u8(row.was),
                                dayWord(row.working));
    case Verdict::Undecided:
        return row.decided ? dayWord(row.working) : _("left out until you decide: O off, D working");
    case Verdict::Bad:
        return wxString::Format(_("line %1$d: %2$s"), row.line, u8(app::sentence(row.fault, tongue)));
    default: return dayWord(row.working);
    }
}

} // namespace

CalendarImportPanel::CalendarImportPanel(wxWindow* parent, Page& of, app::CalendarView& view)
    : EditPanel(parent, of, _("Import a calendar"), _("Keep these days")), m_view(view) {
    m_file = new FileField(this, _("Calendar file (.ics or .json)"),
                           _("Calendars") + " (*.ics;*.json)|*.ics;*.json;*.ICS;*.JSON");
    m_bar = new SectionBar(this, _("Nothing is read yet"));
    m_off = m_bar->add(_("Day off"), "O", [this] { decide(false); });
    m_working = m_bar->add(_("Working day"), "D", [this] { decide(true); });
    m_leave = m_bar->add(_("Leave out"), "Delete", [this] { decide(std::nullopt); });
    m_days = new Table(this, _("Days of the file"),
                       {{.title = _("day"), .width = 34},
                        {.title = _("holiday"), .width = 18},
                        {.title = _("verdict"), .width = 16},
                        {.title = _("what"), .width = 30, .stretches = true}});
    m_movesBar = new SectionBar(this);
    m_moves = new Table(this, _("Sessions that would move"), plan::moveColumns());
    m_moves->shareWidth();
    content()->Add(m_file, wxSizerFlags().Expand());
    content()->Add(m_bar, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    content()->Add(m_days, wxSizerFlags(3).Expand());
    content()->Add(m_movesBar, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    content()->Add(m_moves, wxSizerFlags(2).Expand());
    m_file->onFile = [this](const std::string& path) { read(path); };
    m_days->onKey = [this](const wxKeyEvent& event, const std::string&) {
        if (event.HasAnyModifiers()) return false;
        switch (event.GetKeyCode()) {
        case 'O': return decide(false), true;
        case 'D': return decide(true), true;
        case WXK_DELETE: return decide(std::nullopt), true;
        default: return false;
        }
    };
    draw();
}

void CalendarImportPanel::focusFirst() { m_import ? m_days->takeFocus() : m_file->takeFocus(); }

void CalendarImportPanel::read(const std::string& path) {
    m_file->setPath(path);
    if (!page().attempt([&] { m_import.emplace(m_view.open(path)); })) return;
    draw();
    m_days->takeFocus();
}

void CalendarImportPanel::draw() {
    std::vector<Row> rows;
    if (m_import)
        for (const auto& row : m_import->rows()) {
            wxString day;
            if (row.verdict != Verdict::Bad)
                day = row.first == row.last ? dateText(row.first)
                                            : dateText(row.first) + " - " + dateText(row.last);
            const std::string id = row.verdict == Verdict::Undecided ? "u" + std::to_string(row.undecided)
                                                                     : std::to_string(rows.size());
            rows.push_back(
                {id, {{.text = day}, {.text = u8(row.name)}, verdictCell(row), {.text = whatText(row)}}});
        }
    const bool none = rows.empty();
    m_days->set(std::move(rows));
    if (m_days->selected().empty() && !none) m_days->select(m_days->order().front());
    if (m_import) {
        const auto count = [&](Verdict verdict) { return m_import->count(verdict); };
        const int open = count(Verdict::Undecided);
        m_bar->setTitle(dotted({wxString::Format(_("%d new"), count(Verdict::New)),
                                wxString::Format(_("%d change"), count(Verdict::Changed)),
                                wxString::Format(_("%d stand already"), count(Verdict::Same)),
                                wxString::Format(_("%d to decide"), open),
                                wxString::Format(_("%d not used"), count(Verdict::Bad))}),
                        open > 0 ? State::Due : State::None);
    }
    const bool undecided = m_import && !m_import->rows().empty() &&
                           (m_import->count(Verdict::Undecided) > 0 || m_days->selected().starts_with("u"));
    for (auto* button : {m_off, m_working, m_leave})
        button->Show(undecided);
    drawMoves();
    enableKeep(m_import && !m_import->days().empty(), _("There is nothing to keep."));
    Layout();
}

void CalendarImportPanel::drawMoves() {
    std::vector<app::MoveLine> moves;
    if (m_import) page().attempt([&] { moves = m_view.movesIf(m_import->days()); });
    m_movesBar->setTitle(moves.empty() ? _("No session has to move for it") : plan::movesText(moves.size()),
                         moves.empty() ? State::Met : State::Changed);
    m_movesBar->Show(m_import.has_value());
    m_moves->Show(!moves.empty());
    m_moves->set(plan::moveRows(moves));
}

void CalendarImportPanel::decide(std::optional<bool> working) {
    const std::string id = m_days->selected();
    if (!m_import || !id.starts_with("u")) return;
    m_import->decide(static_cast<std::size_t>(std::stoul(id.substr(1))), working);
    draw();
    m_days->takeFocus();
}

bool CalendarImportPanel::keep() {
    return m_import && page().attempt([this] { m_view.keep(*m_import); });
}

} // namespace fledgling::ui
