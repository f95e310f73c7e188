#include "ui/chats/ReadingsPane.h"

#include "ui/Look.h"
#include "ui/Text.h"
#include "ui/chats/Conversation.h"
#include "ui/chats/CriterionText.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using app::SecondReadingsView;
using look::State;

namespace {

std::string rowId(const domain::ChatKey& chat) {
    return chat.agent.text() + " " + chat.day.iso() + " " + std::to_string(chat.number);
}

Cell verdictCell(bool fails, const std::string& reader) {
    return {.text = dotted({fails ? _("failed") : _("good"), u8(reader)}), .state = fails ? State::Missing : State::Met};
}

Cell saidCell(const SecondReadingsView::Said& said) {
    if (!said.applies) return {.text = _("not applicable"), .state = State::Waived};
    if (!said.failed) return {.text = _("good"), .state = State::Met};
    return {.text = said.reason.empty() ? _("failed") : u8(said.reason), .state = State::Missing};
}

Cell hangsCell(const app::DifferingChat& chat) {
    if (chat.appealed) return {.text = _("an open appeal decides first"), .muted = true};
    if (!chat.hangs) return {.text = _("no point hangs on it"), .muted = true};
    return {.text = _("the day's point hangs on it"), .state = State::Due};
}

/// What one reader said of a criterion, in whole.
wxString saidText(const wxString& reader, const SecondReadingsView::Said& said) {
    const wxString words = !said.applies         ? _("not applicable")
                           : !said.failed        ? _("good")
                           : said.reason.empty() ? _("failed")
                                                 : u8(said.reason);
    const wxString quote = said.quote.empty() ? wxString() : wxString::Format(_("Line: %s"), u8(said.quote));
    // TRANSLATORS: a reader's name and what he or she said of a chat
    return wxString::Format(_("%s: %s"), reader, dotted({words, quote}));
}

} // namespace

ReadingsPane::ReadingsPane(wxWindow* parent, const SecondReadingsView& view) : wxPanel(parent), m_view(view) {
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    SetSizer(columns);
    auto* left = new wxBoxSizer(wxVERTICAL);
    layOutChats(left);
    layOutReadings(left);
    columns->Add(left, wxSizerFlags(12).Expand());
    m_conversation = new Conversation(this);
    columns->Add(m_conversation, wxSizerFlags(9).Expand().Border(wxLEFT, look::gap(this, 2)));
}

void ReadingsPane::layOutChats(wxSizer* into) {
    into->Add(look::label(this, _("Chats that one reader failed and the other passed"), look::Type::Section),
              wxSizerFlags().Border(wxBOTTOM, look::gap(this, 0.5)));
    m_chats = new Table(this, _("Differing readings"),
                        {{.title = _("day"), .width = 11},
                         {.title = _("name"), .width = 9},
                         {.title = _("chat"), .width = 5, .align = Column::Align::Right},
                         {.title = _("day failed"), .width = 10, .align = Column::Align::Right},
                         {.title = _("first reading"), .width = 16},
                         {.title = _("second reading"), .width = 16},
                         {.title = _("what hangs on it"), .width = 18, .stretches = true}});
    m_chats->shareWidth();
    m_chats->onSelect = [this](const std::string&) {
        if (m_drawing) return;
        drawBoth();
        if (onChosen) onChosen();
    };
    m_chats->onActivate = [this](const std::string&) { m_both->takeFocus(); };
    into->Add(m_chats, wxSizerFlags(4).Expand());
}

void ReadingsPane::layOutReadings(wxSizer* into) {
    into->Add(look::label(this, _("Both readings"), look::Type::Section),
              wxSizerFlags().Border(wxTOP | wxBOTTOM, look::gap(this, 0.5)));
    m_both = new Table(this, _("Both readings"),
                       {{.title = _("what is judged"), .width = 20, .sortable = false},
                        {.title = _("first reading"), .width = 24, .sortable = false},
                        {.title = _("second reading"), .width = 24, .sortable = false, .stretches = true}});
    m_both->onSelect = [this](const std::string&) {
        if (!m_drawing) drawSaid();
    };
    m_both->shareWidth();
    m_said = new Paragraph(this);
    m_textless = new Paragraph(this, look::Type::Small, true);
    into->Add(m_both, wxSizerFlags(4).Expand());
    into->Add(m_said, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    into->Add(m_textless, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
}

void ReadingsPane::draw(int limit) {
    m_limit = limit;
    m_drawing = true;
    std::vector<Row> rows;
    for (const auto& one : m_view.rows()) {
        const auto& chat = one.of.chat();
        rows.push_back({rowId(chat),
                        {{.text = dayText(chat.day)},
                         {.text = u8(one.of.name), .bold = true},
                         {.text = wxString::Format("%d", chat.number)},
                         {.text = wxString::Format(_("%d of %d"), one.of.tally.failed, one.of.tally.read)},
                         verdictCell(one.of.first.review.fails(), one.firstReader),
                         verdictCell(one.of.second.review.fails(), one.secondReader),
                         hangsCell(one.of)}});
    }
    m_chats->set(std::move(rows));
    const auto order = m_chats->order();
    if (m_chats->selected().empty() && !order.empty()) m_chats->select(order.front());
    m_drawing = false;
    drawBoth();
}

void ReadingsPane::drawBoth() {
    const auto* row = chosen();
    m_drawing = true;
    std::vector<Row> rows;
    if (row)
        for (const auto& one : row->criteria)
            rows.push_back({one.id,
                            {{.text = criterionText(one.id, one.title, m_limit), .bold = one.first.failed != one.second.failed},
                             saidCell(one.first),
                             saidCell(one.second)}});
    m_both->set(std::move(rows));
    std::string differs;
    if (row)
        for (const auto& one : row->criteria)
            if (differs.empty() && one.first.failed != one.second.failed) differs = one.id;
    if (!differs.empty()) m_both->select(differs);
    m_drawing = false;
    drawSaid();
}

void ReadingsPane::drawSaid() {
    const auto* row = chosen();
    if (!row) return m_said->set(_("Nobody's chats wait for a decision between two readings."));
    for (const auto& one : row->criteria)
        if (one.id == m_both->selected())
            m_said->set(saidText(u8(row->firstReader), one.first) + "\n" + saidText(u8(row->secondReader), one.second));
}

void ReadingsPane::setConversation(const std::optional<domain::Conversation>& chat) {
    // Without a text the tables have its room.
    m_conversation->set(chat, m_limit, {});
    m_conversation->Show(chat.has_value());
    m_textless->set(chosen() && !chat ? _("No text of this chat is loaded: look it up where chats are kept.") : wxString());
    m_textless->Show(chosen() && !chat);
    Layout();
}

void ReadingsPane::takeFocus() { m_chats->takeFocus(); }

const SecondReadingsView::Row* ReadingsPane::chosen() const {
    const auto id = m_chats->selected();
    for (const auto& row : m_view.rows())
        if (rowId(row.of.chat()) == id) return &row;
    return nullptr;
}

void ReadingsPane::choose(const std::string& person, const std::string& day) {
    for (const auto& row : m_view.rows())
        if (row.of.chat().agent.text() == person && row.of.chat().day.iso() == day) return m_chats->select(rowId(row.of.chat()));
}

} // namespace fledgling::ui
