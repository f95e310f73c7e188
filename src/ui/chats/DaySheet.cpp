#include "ui/chats/DaySheet.h"

#include "domain/Text.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/chats/CriterionText.h"
#include "ui/controls/IntoView.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using app::ReviewSheetView;
using look::State;
using Judgement = ReviewSheetView::Judgement;

namespace {

/// "chat" as a row id and back; 0 for anything else.
int numberOf(const std::string& id) { return id.empty() ? 0 : std::atoi(id.c_str()); }

Cell judgementCell(Judgement judgement) {
    switch (judgement) {
    case Judgement::Good: break;
    case Judgement::Fault: return {.text = _("failed"), .state = State::Missing};
    case Judgement::NotApplicable: return {.text = _("not applicable"), .state = State::Waived};
    }
    return {.text = _("good"), .state = State::Met};
}

} // namespace

DaySheet::DaySheet(wxWindow* parent, ReviewSheetView& view)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE),
      m_view(view) {
    SetScrollRate(0, look::gap(this));
    auto* all = new wxBoxSizer(wxVERTICAL);
    SetSizer(all);
    layOutCard(all);
    layOutReason(all);
    layOutDay(all);
    // Texts wrap once they have a width: then there is more or less to scroll.
    for (auto* text : {m_why, m_quote})
        text->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
            event.Skip();
            CallAfter([this] { fit(); });
        });
    Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) { bringIntoView(this, event.GetWindow()); });
}

void DaySheet::fit() {
    if (GetVirtualSize() != GetBestVirtualSize()) FitInside();
    if (m_reason->HasFocus()) bringIntoView(this, m_reason);
}

void DaySheet::layOutCard(wxSizer* into) {
    m_card = new Table(this, _("Scorecard"),
                       {{.title = {}, .width = 3, .align = Column::Align::Right, .sortable = false},
                        {.title = _("what is judged"), .width = 18, .sortable = false},
                        {.title = _("judgement"), .width = 14, .sortable = false, .matters = true},
                        {.title = _("what was wrong"), .width = 16, .sortable = false, .stretches = true, .wraps = true}});
    m_card->shareWidth();
    m_card->SetMinSize(wxSize(-1, look::gap(this, 27)));
    m_card->onKey = [this](const wxKeyEvent& key, const std::string&) { return onKey && onKey(key); };
    m_card->onActivate = [this](const std::string&) {
        if (onEnter) onEnter();
    };
    into->Add(m_card, wxSizerFlags().Expand());
}

void DaySheet::layOutReason(wxSizer* into) {
    m_why = new Paragraph(this, look::Type::Small, true);
    m_reason = named(new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER),
                     _("What was wrong"));
    m_reason->SetMaxLength(domain::LINE_LIMIT);
    m_reason->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        if (onReason) onReason();
    });
    m_reason->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        if (onTyped) onTyped();
    });
    m_reason->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() != WXK_ESCAPE || !asking()) return event.Skip();
        if (onEscape) onEscape();
    });
    m_quote = new Paragraph(this, look::Type::Small, true);
    into->Add(m_why, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    into->Add(m_reason, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.25)));
    into->Add(m_quote, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
}

void DaySheet::layOutDay(wxSizer* into) {
    m_day = new Table(this, _("Chats of the day"),
                      {{.title = _("chat"), .width = 5, .align = Column::Align::Right},
                       {.title = _("verdict"), .width = 14},
                       {.title = _("faults"), .width = 16, .stretches = true},
                       {.title = _("read by"), .width = 9}});
    m_day->onKey = [this](const wxKeyEvent& key, const std::string&) { return onKey && onKey(key); };
    m_day->onSelect = [this](const std::string& id) {
        if (m_drawing || numberOf(id) == 0 || numberOf(id) == m_view.number()) return;
        m_view.go(numberOf(id));
        stopAsking();
        if (onChat) onChat();
    };
    m_day->onActivate = [this](const std::string&) {
        if (onLeave) onLeave();
    };
    m_day->SetMinSize(wxSize(-1, look::gap(this, 14)));
    into->Add(m_day, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
}

wxString DaySheet::titleOf(std::size_t criterion) const {
    const auto& one = m_view.criteria().at(criterion);
    return criterionText(one.id, one.title, m_view.rules().firstReplySeconds);
}

bool DaySheet::isLate(const std::string& criterion) const {
    const auto& seconds = m_view.draft().replySeconds;
    return criterion == domain::FIRST_REPLY && seconds && *seconds > m_view.rules().firstReplySeconds;
}

/// A reply measured late is no good one by itself: it waits for the reader's word, and one kept as good is that word.
Cell DaySheet::lateCell() const {
    if (m_view.chat() && m_view.chat()->kept) return judgementCell(Judgement::Good);
    return {.text = wxString::Format(_("%d s: judge it"), *m_view.draft().replySeconds), .state = State::Due};
}

void DaySheet::drawCard() {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < m_view.criteria().size(); ++i) {
        const auto& id = m_view.criteria()[i].id;
        const auto judgement = m_view.judgement(id);
        const auto* fault = m_view.draft().fault(id);
        rows.push_back({id,
                        {{.text = wxString::Format("%zu", i + 1), .muted = true},
                         {.text = titleOf(i), .bold = judgement == Judgement::Fault},
                         judgement == Judgement::Good && isLate(id) ? lateCell() : judgementCell(judgement),
                         {.text = fault ? u8(fault->reason) : wxString()}}});
    }
    m_card->set(std::move(rows));
    m_why->set(
        asking() ? wxString::Format(_("%s: what was wrong? Enter keeps it, Esc takes it back."),
                                    titleOf(static_cast<std::size_t>(m_asking)))
        : m_view.changed() ? _("Not kept yet: Enter keeps the card as it is, Esc takes it back.")
        : !m_done.empty()
            ? m_done
            : _("1-6 fails a criterion by the line under the cursor; Space: nothing wrong, next chat."));
    m_reason->Enable(asking());
    const auto* fault = asking() ? m_view.draft().fault(asked()) : nullptr;
    m_quote->set(fault && !fault->quote.empty() ? wxString::Format(_("Line: %s"), u8(fault->quote)) : wxString());
    Layout();
    fit();
    if (onCard) onCard();
}

void DaySheet::drawDay() {
    std::vector<Row> rows;
    for (const auto& chat : m_view.chats()) {
        Cell verdict{.text = _("not read yet"), .state = State::NotYet};
        wxString faults;
        if (chat.kept) {
            const auto& review = chat.kept->review;
            verdict = judgementCell(review.fails() ? Judgement::Fault : Judgement::Good);
            std::vector<wxString> titles;
            for (std::size_t i = 0; i < m_view.criteria().size(); ++i)
                if (review.fault(m_view.criteria()[i].id)) titles.push_back(titleOf(i));
            faults = listText(titles);
        }
        rows.push_back(
            {std::to_string(chat.number),
             {{.text = wxString::Format("%d", chat.number), .bold = chat.number == m_view.number()},
              verdict,
              {.text = faults},
              {.text = u8(chat.by), .muted = true}}});
    }
    // The list keeps its old selection by itself, and would tell of it.
    m_drawing = true;
    m_day->set(std::move(rows));
    m_day->select(std::to_string(m_view.number()));
    m_drawing = false;
}

const std::string& DaySheet::asked() const { return m_view.criteria().at(static_cast<std::size_t>(m_asking)).id; }

void DaySheet::askWhy(std::size_t criterion) {
    m_asking = static_cast<int>(criterion);
    m_reason->ChangeValue(isLate(asked()) ? wxString::Format(_("%d s to the first reply"), *m_view.draft().replySeconds) : wxString());
    drawCard();
    m_reason->SetFocus();
    m_reason->SetInsertionPointEnd();
}

void DaySheet::stopAsking() {
    m_asking = -1;
    m_reason->ChangeValue({});
}

void DaySheet::noteReason() {
    if (!asking()) return;
    if (const auto* fault = m_view.draft().fault(asked()))
        m_view.explain(asked(), utf8(m_reason->GetValue()), std::string(fault->quote));
}

bool DaySheet::acceptReason() {
    const auto reason = utf8(m_reason->GetValue());
    if (domain::trimmed(reason).empty()) return false;
    const auto* fault = m_view.draft().fault(asked());
    m_view.explain(asked(), reason, fault ? std::string(fault->quote) : std::string());
    stopAsking();
    drawCard();
    return true;
}

void DaySheet::dropReason() {
    m_view.judge(asked(), Judgement::Good);
    stopAsking();
    drawCard();
}

void DaySheet::takeFocus() { m_card->takeFocus(); }
void DaySheet::takeDayFocus() { m_day->takeFocus(); }
bool DaySheet::onDay() const { return m_day->hasKeyboard(); }

} // namespace fledgling::ui
