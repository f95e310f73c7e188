#include "ui/chats/Conversation.h"

#include "ui/Look.h"
#include "ui/Text.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"

#include <charconv>
#include <map>
#include <wx/intl.h>
#include <wx/sizer.h>

namespace fledgling::ui {

using domain::Speaker;
using look::State;

namespace {

wxString speakerText(Speaker speaker) {
    switch (speaker) {
    case Speaker::Customer: return _("customer");
    case Speaker::Agent: return _("agent");
    case Speaker::System: return _("system");
    }
    return {};
}

wxString secondsText(int seconds) { return wxString::Format(_("%d s"), seconds); }

} // namespace

Conversation::Conversation(wxWindow* parent) : wxPanel(parent) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    SetSizer(all);
    m_times = new Paragraph(this, look::Type::Body, true);
    m_table = new Table(this, _("Conversation"),
                        {{.title = _("waited"), .width = 7, .align = Column::Align::Right, .sortable = false},
                         {.title = _("time"), .width = 8, .align = Column::Align::Right, .sortable = false},
                         {.title = _("speaker"), .width = 8, .sortable = false},
                         {.title = _("text"), .width = 12, .sortable = false, .stretches = true, .wraps = true}});
    m_table->onKey = [this](const wxKeyEvent& key, const std::string&) { return onKey && onKey(key); };
    m_table->onActivate = [this](const std::string&) {
        if (onEnter) onEnter();
    };
    m_none = new Paragraph(this, look::Type::Body, true);
    all->Add(m_times, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this, 0.5)));
    all->Add(m_none, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    all->Add(m_table, wxSizerFlags(1).Expand());
}

void Conversation::set(const std::optional<domain::Conversation>& chat, int limit, const wxString& instead) {
    const bool same = m_chat == chat;
    m_chat = chat;
    m_none->set(chat ? wxString() : instead);
    m_none->Show(!chat);
    m_times->Show(chat.has_value());
    m_table->Show(chat.has_value());
    if (chat && !same) {
        std::map<std::size_t, int> waits;
        for (const auto& gap : domain::gapsOf(*chat))
            if (gap.answered(*chat)) waits[gap.to] = gap.seconds;
        std::vector<Row> rows;
        for (std::size_t i = 0; i < chat->lines.size(); ++i) {
            const auto& line = chat->lines[i];
            const auto wait = waits.find(i);
            const bool late = wait != waits.end() && wait->second > limit;
            rows.push_back({std::to_string(i),
                            {{.text = wait == waits.end() ? wxString() : secondsText(wait->second),
                              .state = late ? State::Due : State::None,
                              .muted = !late},
                             {.text = u8(domain::clockText(line.at)), .muted = true},
                             {.text = speakerText(line.speaker),
                              .bold = line.speaker == Speaker::Agent,
                              .muted = line.speaker == Speaker::System},
                             {.text = u8(line.text)}}});
        }
        m_table->set(std::move(rows));
        // A fault is shown by what the person judged wrote.
        if (!chat->lines.empty()) m_table->select(std::to_string(domain::firstOfAgent(*chat)));
    }
    if (chat) {
        const auto first = domain::firstReply(*chat);
        const auto longest = domain::longestGap(*chat);
        m_times->set(dotted(
            {first ? wxString::Format(_("first reply after %s"), secondsText(*first)) : _("no reply at all"),
             longest ? wxString::Format(_("longest wait %s"), secondsText(longest->seconds)) : wxString(),
             wxString::Format(_("limit %s"), secondsText(limit))}));
    }
    Layout();
}

std::string Conversation::line() const {
    if (!m_chat) return {};
    const auto id = m_table->selected();
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), index);
    return error == std::errc() && index < m_chat->lines.size() ? m_chat->lines[index].text : std::string();
}

void Conversation::takeFocus() { m_table->takeFocus(); }

} // namespace fledgling::ui
