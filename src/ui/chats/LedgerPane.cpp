#include "ui/chats/LedgerPane.h"

#include "ui/Look.h"
#include "ui/Text.h"
#include "ui/chats/PointsCells.h"
#include "ui/controls/IntoView.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using app::PointsView;

LedgerPane::LedgerPane(wxWindow* parent, const PointsView& view)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE),
      m_view(view) {
    SetScrollRate(0, look::gap(this));
    auto* all = new wxBoxSizer(wxVERTICAL);
    SetSizer(all);
    layOut(all);
    // Texts wrap once they have a width: then there is more or less to scroll.
    for (auto* text : {m_name, m_standing, m_detail, m_coaching})
        text->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
            event.Skip();
            CallAfter([this] { fit(); });
        });
    Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) { bringIntoView(this, event.GetWindow()); });
}

void LedgerPane::fit() {
    if (GetVirtualSize() != GetBestVirtualSize()) FitInside();
}

void LedgerPane::layOut(wxSizer* all) {
    m_name = new Paragraph(this, look::Type::Section);
    m_standing = new Paragraph(this);
    m_days = new Table(this, _("Ledger"), ledgerColumns(m_room));
    m_days->shareWidth();
    m_days->SetMinSize(FromDIP(wxSize(200, 120)));
    m_days->onSelect = [this](const std::string&) {
        if (!m_drawing && onDay) onDay();
    };
    m_days->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { fitDays(); });
    });
    m_days->onActivate = [this](const std::string&) { m_faults->takeFocus(); };
    m_faults = new Table(this, _("Deductions of the day"), faultColumns());
    m_faults->shareWidth();
    m_faults->SetMinSize(FromDIP(wxSize(200, 96)));
    m_faults->onSelect = [this](const std::string&) {
        if (m_drawing) return;
        if (onFault) onFault();
        drawDetail();
    };
    m_detail = new Paragraph(this);
    m_coaching = new Paragraph(this);
    all->Add(m_name, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this, 0.5)));
    all->Add(m_standing, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    all->Add(m_days, wxSizerFlags(3).Expand());
    all->Add(look::label(this, _("Failed chats of the chosen day"), look::Type::Section),
             wxSizerFlags().Border(wxTOP | wxBOTTOM, look::gap(this, 0.5)));
    all->Add(m_faults, wxSizerFlags(2).Expand());
    all->Add(m_detail, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    // Below what it follows from: above it would push the failed chats out of a low window.
    all->Add(m_coaching, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
}

void LedgerPane::fitDays() {
    const auto order = m_days->order();
    if (order.empty()) return;
    const bool wide =
        m_days->GetSize().x >= roomForHeads(*m_days, ledgerColumns(Room::Wide), m_days->textAt(order.front(), 0));
    if (m_room == (wide ? Room::Wide : Room::Narrow)) return;
    m_room = wide ? Room::Wide : Room::Narrow;
    const auto chosen = m_days->selected();
    m_drawing = true;
    m_days->setColumns(ledgerColumns(m_room));
    drawDays();
    m_drawing = false;
    if (!chosen.empty()) chooseDay(chosen);
}

void LedgerPane::drawDays() {
    const auto* row = m_view.row();
    if (!row) return;
    m_drawing = true;
    std::vector<Row> rows;
    for (auto at = row->ledger.lines.rbegin(); at != row->ledger.lines.rend(); ++at)
        rows.push_back(ledgerRow(*at, m_room, m_view.openAppealsOn(at->tally.day)));
    m_days->set(std::move(rows));
    const auto order = m_days->order();
    if (m_days->selected().empty() && !order.empty()) {
        // The newest day that cost something says most.
        std::string lost;
        for (auto at = row->ledger.lines.rbegin(); at != row->ledger.lines.rend() && lost.empty(); ++at)
            if (at->tally.failed > 0) lost = at->tally.day.iso();
        m_days->select(lost.empty() ? order.front() : lost);
    }
    m_drawing = false;
    CallAfter([this] { fitDays(); });
}

void LedgerPane::setChats(std::vector<PointsView::ChatRow> chats) {
    m_chats = std::move(chats);
    m_drawing = true;
    std::vector<Row> rows;
    std::string waits; // for a decision: it may stand below what is in sight
    for (const auto& one : m_chats)
        for (const auto& deduction : one.faults) {
            rows.push_back(faultRow(one, deduction, m_view.rules().firstReplySeconds));
            if (waits.empty() && deduction.appeal && deduction.appeal->state == domain::AppealState::Open) waits = rows.back().id;
        }
    m_faults->set(std::move(rows));
    const auto order = m_faults->order();
    if (m_faults->selected().empty() && !order.empty()) m_faults->select(waits.empty() ? order.front() : waits);
    m_drawing = false;
    if (onFault) onFault();
    drawDetail();
}

void LedgerPane::drawDetail() {
    const auto* of = chat();
    const auto* deduction = fault();
    if (of && deduction) return m_detail->set(detailText(*of, *deduction));
    m_detail->set(m_days->selected().empty() ? wxString() : _("No chat of this day failed."));
}

void LedgerPane::drawStanding() {
    const auto* row = m_view.row();
    if (!row) return;
    m_name->set(dotted({u8(row->name), pointsText(*row), row->practice() ? _("practice") : u8(row->effect)}));
    m_standing->set(standingText(m_view, *row));
    const wxString coaching = coachingText(m_view);
    m_coaching->set(coaching);
    m_coaching->Show(!coaching.empty());
    FitInside();
}

std::string LedgerPane::day() const { return m_days->selected(); }

void LedgerPane::chooseDay(const std::string& day) {
    m_drawing = true;
    m_days->select(day);
    m_drawing = false;
}

bool LedgerPane::chooseFault(const std::string& id) {
    const auto order = m_faults->order();
    if (std::find(order.begin(), order.end(), id) == order.end()) return false;
    m_faults->select(id);
    return true;
}

const PointsView::ChatRow* LedgerPane::chat() const {
    const auto id = m_faults->selected();
    for (const auto& one : m_chats)
        for (const auto& deduction : one.faults)
            if (faultId(one, deduction) == id) return &one;
    return nullptr;
}

const PointsView::FaultRow* LedgerPane::fault() const {
    const auto* of = chat();
    const auto id = m_faults->selected();
    if (of)
        for (const auto& deduction : of->faults)
            if (faultId(*of, deduction) == id) return &deduction;
    return nullptr;
}

void LedgerPane::takeFocus() { m_days->takeFocus(); }
void LedgerPane::takeFaultsFocus() { m_faults->takeFocus(); }
bool LedgerPane::onFaults() const { return m_faults->hasKeyboard(); }

} // namespace fledgling::ui
