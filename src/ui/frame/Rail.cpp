#include "ui/frame/Rail.h"

#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/IntoView.h"

#include <algorithm>
#include <utility>
#include <wx/intl.h>
#include <wx/scrolwin.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/tglbtn.h>

namespace fledgling::ui {
namespace {

constexpr int ICON = 20;
constexpr int HIGHEST_ROW = 36;
constexpr int LOWEST_ROW = 22;
constexpr int LOWEST_LIST = 120;
/// What an entry has beside its texts: the button's padding, the icon, three gaps, the padding of the count.
constexpr int BESIDE_TEXTS = 2 * 10 + ICON + 3 * native::RAIL_GAP + 2 * 7;
constexpr const char* USUAL_COUNT = "88";

int textWidth(const wxWindow* window, const wxString& text, const wxFont& font) {
    int width = 0, height = 0;
    window->GetTextExtent(text, &width, &height, nullptr, nullptr, &font);
    return width;
}

} // namespace

Rail::Rail(wxWindow* parent, const std::vector<RailGroup>& groups, std::function<void(const std::string&)> open,
           std::function<void()> find)
    : wxPanel(parent), m_longestCount(USUAL_COUNT), m_rowHeight(FromDIP(HIGHEST_ROW)) {
    SetBackgroundColour(look::raised());
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(new wxStaticBitmap(this, wxID_ANY, look::icon("fledgling-line", ICON, look::text())),
              wxSizerFlags().CentreVertical());
    head->Add(look::label(this, "Fledgling", look::Type::Section),
              wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this)));
    column->Add(head, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, look::gap(this, 2)));
    column->AddSpacer(look::gap(this, 0.5));
    m_list = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE);
    m_list->SetBackgroundColour(look::raised());
    m_list->SetMinSize(wxSize(-1, FromDIP(LOWEST_LIST)));
    m_list->SetScrollRate(0, look::gap(this));
    auto* rows = new wxBoxSizer(wxVERTICAL);
    for (const auto& group : groups)
        addGroup(rows, group, open);
    m_list->SetSizer(rows);
    column->Add(m_list, wxSizerFlags(1).Expand());
    auto* search = addButton(this, std::move(find));
    native::layOutRailButton(search, look::icon("search", ICON), _("Find"), {}, "Ctrl+K");
    named(search, _("Find"), "Ctrl+K");
    column->Add(search, wxSizerFlags().Expand().Border(wxALL, look::gap(this, 0.5)));
    SetSizer(column);
    SetMinSize(wxSize(widthNeeded(), -1));
    m_list->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        // Not from within the layout that gave the list its height: what is shown and placed there isn't drawn.
        if (std::exchange(m_room, event.GetSize().y) != event.GetSize().y) CallAfter([this] { fit(m_room); });
    });
}

wxToggleButton* Rail::addButton(wxWindow* to, std::function<void()> pressed) {
    auto* button = new wxToggleButton(to, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxBU_LEFT);
    native::setStyle(button, "rail");
    button->Bind(wxEVT_TOGGLEBUTTON, [this, button, pressed = std::move(pressed)](wxCommandEvent&) {
        button->SetValue(false); // which page is shown is not the button's to say
        mark(m_marked);
        pressed();
    });
    return button;
}

void Rail::addGroup(wxSizer* column, const RailGroup& group, const std::function<void(const std::string&)>& open) {
    const auto border = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, look::gap(this, 0.5));
    column->AddSpacer(look::gap(this));
    if (const wxString words = u8(group.title); !words.empty()) {
        auto* heading = look::label(m_list, wxGetTranslation(words), look::Type::Small, true);
        m_headings.push_back(heading);
        column->Add(heading, wxSizerFlags().Border(wxLEFT, look::gap(this, 2)));
    }
    for (const auto* entry : group.pages) {
        m_entries.push_back(entry);
        m_buttons[entry->id] = addButton(m_list, [this, open, id = entry->id] { CallAfter([open, id] { open(id); }); });
        draw(*entry, {});
        column->Add(m_buttons[entry->id], border);
        column->AddSpacer(look::gap(this, 0.25));
    }
}

void Rail::draw(const PageEntry& entry, const wxString& count) {
    const auto at = std::find(m_entries.begin(), m_entries.end(), &entry) - m_entries.begin();
    const wxString keys = railKey(static_cast<std::size_t>(at));
    const wxString words = wxGetTranslation(entry.title);
    auto* button = m_buttons.at(entry.id);
    native::layOutRailButton(button, look::icon(entry.icon, ICON), words, count, keys);
    int number = 0;
    wxString tip, name = words;
    if (count.ToInt(&number)) {
        tip = entry.counted ? entry.counted(number)
                            : wxString::Format(wxPLURAL("%d thing waits for you", "%d things wait for you", static_cast<unsigned>(number)), number);
        name += entry.counted ? ": " + tip : " " + count;
    }
    named(button, name, keys);
    button->SetToolTip(tip);
    button->SetMinSize(wxSize(0, m_rowHeight));
}

int Rail::widthNeeded() const {
    const wxFont bold = look::font(look::Type::Body).Bold(), small = look::font(look::Type::Small);
    int words = 0, keys = 0;
    for (std::size_t place = 0; place < m_entries.size(); ++place) {
        words = std::max(words, textWidth(this, wxGetTranslation(m_entries[place]->title), bold));
        keys = std::max(keys, textWidth(this, railKey(place), small));
    }
    return words + keys + textWidth(this, m_longestCount, small.Bold()) + FromDIP(BESIDE_TEXTS) + look::gap(this);
}

void Rail::fit(int room) {
    if (room < m_list->GetMinSize().y || m_entries.empty()) return; // not laid out yet
    const int rows = static_cast<int>(m_entries.size());
    int gaps = rows * look::gap(this, 0.25) + look::gap(this);
    int words = 0;
    for (const auto* heading : m_headings) {
        gaps += look::gap(this);
        words += heading->GetBestSize().y;
    }
    const int lowest = std::max(FromDIP(LOWEST_ROW), GetCharHeight() + look::gap(this, 0.5));
    const bool headed = room >= rows * lowest + gaps + words;
    const int height = std::clamp((room - gaps - (headed ? words : 0)) / rows, lowest, std::max(lowest, FromDIP(HIGHEST_ROW)));
    if (height != m_rowHeight || headed != m_headed) {
        m_rowHeight = height;
        m_headed = headed;
        for (auto* heading : m_headings)
            heading->Show(headed);
        for (auto& [id, button] : m_buttons)
            button->SetMinSize(wxSize(0, height));
        m_list->FitInside();
        m_list->Layout();
    }
    const bool scrolls = !headed && rows * height + gaps > room;
    const int width = widthNeeded() + (scrolls ? wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, m_list) : 0);
    if (width != GetMinSize().x) {
        SetMinSize(wxSize(width, -1));
        GetParent()->Layout();
    }
    if (const auto at = m_buttons.find(m_marked); at != m_buttons.end()) bringIntoView(m_list, at->second);
}

void Rail::mark(const std::string& pageId) {
    m_marked = pageId;
    for (auto& [id, button] : m_buttons) {
        button->SetValue(id == pageId);
        if (id == pageId) bringIntoView(m_list, button);
    }
}

void Rail::takeFocus() {
    const auto at = m_buttons.find(m_marked);
    if (at != m_buttons.end()) return at->second->SetFocus();
    SetFocus();
}

void Rail::setBadge(const std::string& pageId, const wxString& count) {
    if (count.length() > m_longestCount.length()) {
        m_longestCount = count;
        fit(m_room);
    }
    for (const auto* entry : m_entries)
        if (entry->id == pageId) draw(*entry, count);
}

} // namespace fledgling::ui
