#include "ui/chats/FairnessPane.h"

#include "app/chats/ChatWords.h"
#include "ui/Look.h"
#include "ui/Text.h"
#include "ui/chats/CriterionText.h"
#include "ui/controls/Table.h"

#include <cmath>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using look::State;

namespace {

wxString signedText(double points) {
    auto text = wxString::Format("%+.1f", std::abs(points) < 0.05 ? 0.0 : points);
    text.Replace("-", wxString::FromUTF8("−"));
    return text;
}

/// As it is shown: what is said of it must fit the figure beside it.
double shownKappa(double kappa) { return std::round(kappa * 100) / 100; }

/// What a value of kappa is commonly called (Landis and Koch 1977).
wxString kappaWord(double kappa) {
    if (kappa > 0.8) return _("almost perfect");
    if (kappa > 0.6) return _("substantial");
    if (kappa > 0.4) return _("moderate");
    if (kappa > 0.2) return _("fair");
    return _("hardly better than chance");
}

State kappaState(double kappa) {
    return kappa > 0.6 ? State::Met : kappa > 0.4 ? State::Due : State::Missing;
}

Cell number(int value) { return {.text = wxString::Format("%d", value)}; }

} // namespace

FairnessPane::FairnessPane(wxWindow* parent) : wxPanel(parent) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    SetSizer(all);
    m_note = look::label(this, {}, look::Type::Body, true);
    all->Add(m_note, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    const auto heading = [&](const wxString& words) {
        all->Add(look::label(this, words, look::Type::Section),
                 wxSizerFlags().Border(wxTOP | wxBOTTOM, look::gap(this, 0.5)));
    };
    heading(_("Days on which one chat decides"));
    m_deciding = new Table(this, _("Deciding days"),
                           {{.title = _("day"), .width = 14},
                            {.title = _("name"), .width = 14},
                            {.title = _("read"), .width = 7, .align = Column::Align::Right},
                            {.title = _("failed"), .width = 8, .align = Column::Align::Right},
                            {.title = _("read twice"), .width = 11, .align = Column::Align::Right},
                            {.title = _("as it stands"), .width = 20, .stretches = true}});
    m_deciding->onActivate = [this](const std::string&) {
        if (onReadAgain) onReadAgain();
    };
    all->Add(m_deciding, wxSizerFlags(4).Expand());
    heading(_("Readers, against who read the same chats"));
    m_readers = new Table(this, _("Readers"),
                          {{.title = _("name"), .width = 14},
                           {.title = _("chats read twice"), .width = 15, .align = Column::Align::Right},
                           {.title = _("failed alone"), .width = 12, .align = Column::Align::Right},
                           {.title = _("passed alone"), .width = 12, .align = Column::Align::Right},
                           {.title = _("points a month"), .width = 15, .align = Column::Align::Right},
                           {.title = _("95 % interval"), .width = 16, .align = Column::Align::Right},
                           {.title = _("verdict"), .width = 24, .stretches = true}});
    all->Add(m_readers, wxSizerFlags(2).Expand());
    heading(_("Agreement per criterion"));
    m_criteria = new Table(this, _("Agreement"),
                           {{.title = _("what is judged"), .width = 22},
                            {.title = _("both failed it"), .width = 13, .align = Column::Align::Right},
                            {.title = _("only the first"), .width = 13, .align = Column::Align::Right},
                            {.title = _("only the second"), .width = 14, .align = Column::Align::Right},
                            {.title = _("neither"), .width = 9, .align = Column::Align::Right},
                            {.title = _("Cohen's kappa"), .width = 26, .stretches = true}});
    all->Add(m_criteria, wxSizerFlags(3).Expand());
}

void FairnessPane::set(const app::FairnessView& view, int limit) {
    m_note->SetLabel(wxString::Format(
        wxPLURAL("%s chat was read twice in the last 90 days. Enter on a day reads its chats "
                 "again, without the first judgement.",
                 "%s chats were read twice in the last 90 days. Enter on a day reads its "
                 "chats again, without the first judgement.",
                 view.doubleReadings()),
        numberText(view.doubleReadings())));
    std::vector<Row> rows;
    for (const auto& one : view.deciding())
        rows.push_back({one.person.text() + " " + one.day.iso(),
                        {{.text = dayText(one.day)},
                         {.text = u8(one.name), .bold = true},
                         number(one.read),
                         number(one.failed),
                         number(one.readTwice),
                         one.lost ? Cell{.text = _("the point is lost"), .state = State::Missing}
                                  : Cell{.text = _("the point is kept"), .state = State::Due}}});
    m_deciding->set(std::move(rows));
    if (m_deciding->selected().empty() && !view.deciding().empty())
        m_deciding->select(view.deciding().front().person.text() + " " + view.deciding().front().day.iso());
    rows.clear();
    for (const auto& one : view.readers()) {
        const auto& s = one.strictness;
        rows.push_back({s.reader.text(),
                        {{.text = u8(one.name), .bold = true},
                         number(s.readings),
                         number(s.aloneFailed),
                         number(s.alonePassed),
                         {.text = signedText(one.points())},
                         {.text = signedText(one.low()) + wxString::FromUTF8(" … ") + signedText(one.high())},
                         {.text = u8(app::word(s, tongue)), .state = s.flagged ? State::Missing : State::Met}}});
    }
    m_readers->set(std::move(rows));
    rows.clear();
    for (const auto& one : view.criteria()) {
        auto kappa = one.agreement.kappa();
        if (kappa) kappa = shownKappa(*kappa);
        const wxString title =
            one.id.empty() ? _("the chat as a whole") : criterionText(one.id, one.title, limit);
        rows.push_back({one.id.empty() ? "-" : one.id,
                        {{.text = title, .bold = one.id.empty()},
                         number(one.agreement.both),
                         number(one.agreement.firstOnly),
                         number(one.agreement.secondOnly),
                         number(one.agreement.neither),
                         kappa ? Cell{.text = wxString::Format("%.2f  ", *kappa) + kappaWord(*kappa),
                                      .state = kappaState(*kappa)}
                               : Cell{.text = _("nothing to tell yet"), .muted = true}}});
    }
    m_criteria->set(std::move(rows));
}

void FairnessPane::takeFocus() { m_deciding->takeFocus(); }

std::string FairnessPane::chosen() const { return m_deciding->selected(); }

} // namespace fledgling::ui
