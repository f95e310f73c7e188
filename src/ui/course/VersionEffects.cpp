#include "ui/course/VersionEffects.h"

#include "app/Words.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <wx/intl.h>
#include <wx/sizer.h>

namespace fledgling::ui {

using look::State;

namespace {

/// "on the way, 3 steps".
wxString verdictText(domain::Verdict verdict, int steps) {
    const wxString word = u8(app::word(verdict, tongue));
    return verdict == domain::Verdict::OnTheWay
               ? dotted({word, wxString::Format(wxPLURAL("%d step", "%d steps", steps), steps)})
               : word;
}

wxString becomes(const app::CohortMove& move) {
    if (!move.possible()) {
        std::vector<wxString> sessions;
        for (const auto& one : move.missing)
            sessions.push_back(u8(one));
        return wxString::Format(_("can't take it: it has laid %s"), listText(sessions));
    }
    const int count = static_cast<int>(move.changes.size());
    return count == 0 ? _("nobody's verdict or way changes")
                      : wxString::Format(wxPLURAL("%d trainee's verdict or way changes", "%d trainees' verdict or way changes", count), count);
}

/// The steps that differ, the first of them in words: a count that stays says nothing of what changed.
wxString stepsText(const app::VerdictChange& change) {
    const auto words = [](const app::VerdictChange::Way& one) { return u8(app::sentence(one.step, one.subject, tongue)); };
    if (change.come.empty() && change.gone.empty()) return {};
    wxString first;
    if (change.come.empty())
        first = wxString::Format(_("no longer: %s"), words(change.gone.front()));
    else {
        const auto& come = change.come.front();
        const auto was = std::find_if(change.gone.begin(), change.gone.end(), [&](const app::VerdictChange::Way& one) {
            return one.step.kind == come.step.kind && one.step.subject == come.step.subject;
        });
        first = was == change.gone.end() ? wxString::Format(_("new: %s"), words(come))
                                         : wxString::Format(_("%1$s, not %2$s"), words(come), words(*was));
    }
    const int more = static_cast<int>(std::max(change.come.size(), change.gone.size())) - 1;
    return more == 0 ? first : dotted({first, wxString::Format(wxPLURAL("%d step more differs", "%d steps more differ", more), more)});
}

/// A tick where all stays as it is; the arrow is for what changes.
State moveStateOf(const app::CohortMove& move) {
    return !move.possible() ? State::Missing : move.changes.empty() ? State::Met : State::Changed;
}

void addMove(std::vector<Row>& rows, const app::CohortMove& move) {
    const std::string id = "cohort " + move.cohort.id.text();
    rows.push_back({id,
                    {{.text = wxString::Format(_("Cohort %s, version %s"), u8(move.cohort.name), u8(move.cohort.version)), .bold = true},
                     {},
                     {.text = becomes(move), .state = moveStateOf(move)}}});
    for (const auto& one : move.changes)
        rows.push_back({id + " " + one.trainee.text(),
                        {{.text = "   " + u8(one.name)},
                         {.text = verdictText(one.before, one.stepsBefore), .state = verdictState(one.before)},
                         {.text = dotted({verdictText(one.after, one.stepsAfter), stepsText(one)}), .state = verdictState(one.after)}}});
}

} // namespace

VersionEffects::VersionEffects(wxWindow* parent) : wxPanel(parent) {
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_table = new Table(this, _("What this version would change"),
                        {{.title = _("What this version would change"), .sortable = false},
                         {.title = _("now"), .sortable = false},
                         {.title = _("then"), .sortable = false, .stretches = true, .matters = true}});
    m_table->shareWidth();
    m_table->onSelect = [this](const std::string&) {
        if (onChosen) onChosen();
    };
    m_table->onActivate = [this](const std::string&) {
        if (onActivate) onActivate();
    };
    column->Add(m_table, wxSizerFlags(1).Expand());
    SetSizer(column);
}

void VersionEffects::set(const std::vector<app::PointsChange>& points, std::vector<app::CohortMove> moves) {
    std::vector<Row> rows;
    for (const auto& one : points)
        rows.push_back({"points " + one.person.text() + " " + one.month.text(),
                        {{.text = wxString::Format(_("Points of %s in %s"), u8(one.name), u8(one.month.text()))},
                         {.text = wxString::Format("%d", one.before)},
                         {.text = wxString::Format("%d", one.after), .state = State::Changed}}});
    m_moves = std::move(moves);
    for (const auto& move : m_moves)
        addMove(rows, move);
    Show(!rows.empty());
    m_table->set(std::move(rows));
}

bool VersionEffects::anyMoves() const {
    return std::any_of(m_moves.begin(), m_moves.end(), [](const app::CohortMove& one) { return one.possible(); });
}

bool VersionEffects::leadToMove() {
    const auto first = std::find_if(m_moves.begin(), m_moves.end(), [](const app::CohortMove& one) { return one.possible(); });
    if (first == m_moves.end()) return false;
    m_table->select("cohort " + first->cohort.id.text());
    m_table->takeFocus();
    return true;
}

const app::CohortMove* VersionEffects::chosen() const {
    const auto selected = m_table->selected();
    for (const auto& move : m_moves)
        if (move.possible() && selected.starts_with("cohort " + move.cohort.id.text())) return &move;
    return nullptr;
}

} // namespace fledgling::ui
