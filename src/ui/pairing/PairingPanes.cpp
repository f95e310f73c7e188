#include "ui/pairing/PairingPanes.h"

#include "ui/Text.h"

#include <algorithm>
#include <wx/dc.h>
#include <wx/intl.h>
#include <wx/settings.h>

namespace fledgling::ui {

using look::State;

namespace {

wxColour ground() { return wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOX); }
/// The second colour: what is only proposed.
wxColour second() { return look::colour(State::Changed); }

/// Chinese stands taller than the font's own height says.
int rowHeight(const wxWindow* window) { return window->GetCharHeight() + look::gap(window, 1.25); }
int lineHeight(const wxWindow* window) { return window->GetCharHeight() + look::gap(window, 0.25); }
int smallHeight(const wxWindow* window) {
    return static_cast<int>(window->GetCharHeight() * 0.9) + look::gap(window, 0.25);
}

void drawFrame(wxDC& dc, const wxWindow* window, const wxRect& rect, const wxColour& border, bool thick,
               bool dashed) {
    dc.SetBrush(wxBrush(ground()));
    dc.SetPen(
        wxPen(border, thick ? window->FromDIP(2) : 1, dashed ? wxPENSTYLE_SHORT_DASH : wxPENSTYLE_SOLID));
    dc.DrawRoundedRectangle(rect, look::gap(window, 0.75));
}

void write(wxDC& dc, look::Type type, const wxColour& colour, bool bold = false) {
    dc.SetFont(bold ? look::font(type).Bold() : look::font(type));
    dc.SetTextForeground(colour);
}

wxString withLock(const wxString& text, bool locked) {
    return locked ? text + " " + wxString(wxUniChar(0xB7)) + " " + _("locked") : text;
}

} // namespace

std::string waitingKey(const std::string& trainee) { return "w" + trainee; }
std::string ledKey(const std::string& trainee) { return "l" + trainee; }
std::string proposedKey(const std::string& trainee) { return "p" + trainee; }
std::string mentorKey(const std::string& mentor) { return "m" + mentor; }
std::string traineeOf(const std::string& key) {
    return key.empty() || key.front() == 'm' ? std::string() : key.substr(1);
}
std::string mentorOf(const std::string& key) {
    return key.empty() || key.front() != 'm' ? std::string() : key.substr(1);
}

void WaitingPane::set(std::vector<BoardCard> cards) {
    m_cards = std::move(cards);
    layOutAgain();
}

void WaitingPane::link(const std::string& trainee) {
    m_linked = trainee;
    if (const auto* one = item(waitingKey(trainee))) showItem(*one);
    Refresh();
}

int WaitingPane::layOut(int width, std::vector<BoardItem>& items) {
    const int pad = look::gap(this);
    int y = 2;
    for (const auto& card : m_cards) {
        const bool third = !card.proposal.empty() || card.nobody;
        const int height =
            2 * pad + lineHeight(this) + 2 * smallHeight(this) + (third ? lineHeight(this) : 0);
        const wxRect rect(2, y, std::max(0, width - 4), height);
        items.push_back({waitingKey(card.trainee), rect, rect, true, card.spoken});
        y += height + pad;
    }
    return y;
}

void WaitingPane::draw(wxDC& dc) {
    for (const auto& card : m_cards)
        if (const auto* one = item(waitingKey(card.trainee))) drawCard(dc, card, *one);
}

void WaitingPane::drawCard(wxDC& dc, const BoardCard& card, const BoardItem& one) const {
    const bool chosen = selected() == one.key || m_linked == card.trainee;
    const bool proposed = !card.proposal.empty();
    const wxColour border = chosen ? look::accent() : proposed ? second() : look::line();
    drawFrame(dc, this, one.rect, border, chosen, proposed && !card.locked && !chosen);
    const int pad = look::gap(this);
    const int width = one.rect.width - 2 * pad;
    wxPoint at(one.rect.x + pad, one.rect.y + pad);
    write(dc, look::Type::Body, look::text(), true);
    drawLine(dc, card.name, at, width);
    at.y += lineHeight(this);
    write(dc, look::Type::Small, look::muted());
    drawLine(dc, card.detail, at, width);
    at.y += smallHeight(this);
    drawLine(dc, card.more, at, width);
    at.y += smallHeight(this);
    if (proposed) {
        write(dc, look::Type::Body, second());
        drawLine(dc, wxString(wxUniChar(0x2192)) + " " + withLock(card.proposal, card.locked), at, width);
    } else if (card.nobody) {
        write(dc, look::Type::Body, look::colour(State::Missing));
        drawLine(dc, look::signed_(State::Missing, _("nobody is left")), at, width);
    }
}

void MentorPane::set(std::vector<BoardTile> tiles) {
    m_tiles = std::move(tiles);
    layOutAgain();
}

void MentorPane::link(const std::string& trainee) {
    m_linked = trainee;
    for (const auto& key : {ledKey(trainee), proposedKey(trainee)})
        if (const auto* one = item(key)) showItem(*one);
    Refresh();
}

void MentorPane::beginDrag(std::map<std::string, wxString> reasons) {
    m_reasons = std::move(reasons);
    m_receiving = true;
    Refresh();
}

void MentorPane::dragOver(const std::string& mentor) {
    if (m_over == mentor) return;
    m_over = mentor;
    Refresh();
}

void MentorPane::endDragging() {
    m_receiving = false;
    m_over.clear();
    m_reasons.clear();
    Refresh();
}

std::string MentorPane::mentorUnder(const wxPoint& point) const {
    for (const auto& tile : m_tiles)
        if (tileRect(tile.mentor).Contains(CalcUnscrolledPosition(point))) return tile.mentor;
    return {};
}

wxRect MentorPane::tileRect(const std::string& mentor) const {
    const auto* one = item(mentorKey(mentor));
    return one ? one->whole : wxRect();
}

int MentorPane::heightOf(const BoardTile& tile) const {
    const int rows = static_cast<int>(tile.led.size() + tile.proposed.size());
    const int lines = lineHeight(this) + smallHeight(this) + (tile.away.empty() ? 0 : smallHeight(this));
    return look::gap(this, 2) + lines + look::gap(this, 1.5) + rows * rowHeight(this);
}

int MentorPane::layOut(int width, std::vector<BoardItem>& items) {
    const int space = look::gap(this);
    const int columns = std::max(1, (width + space) / (FromDIP(216) + space));
    const int tileWidth = std::max(0, (width - 4 - (columns - 1) * space) / columns);
    const int each = rowHeight(this);
    int y = 2;
    for (std::size_t first = 0; first < m_tiles.size(); first += static_cast<std::size_t>(columns)) {
        const std::size_t last = std::min(m_tiles.size(), first + static_cast<std::size_t>(columns));
        int height = 0;
        for (std::size_t i = first; i < last; ++i)
            height = std::max(height, heightOf(m_tiles[i]));
        for (std::size_t i = first; i < last; ++i) {
            const auto& tile = m_tiles[i];
            const wxRect whole(2 + static_cast<int>(i - first) * (tileWidth + space), y, tileWidth, height);
            const int head = heightOf(tile) -
                             static_cast<int>(tile.led.size() + tile.proposed.size()) * each -
                             look::gap(this, 0.5);
            items.push_back({mentorKey(tile.mentor), wxRect(whole.x, whole.y, tileWidth, head), whole, false,
                             tile.spoken});
            wxRect row(whole.x + look::gap(this, 0.5), y + head, tileWidth - look::gap(this), each);
            const auto add = [&](const BoardCard& card, const std::string& key) {
                items.push_back({key, row, row, true, card.spoken});
                row.y += each;
            };
            for (const auto& card : tile.led)
                add(card, ledKey(card.trainee));
            for (const auto& card : tile.proposed)
                add(card, proposedKey(card.trainee));
        }
        y += height + space;
    }
    return y;
}

void MentorPane::draw(wxDC& dc) {
    for (const auto& tile : m_tiles) {
        drawTile(dc, tile, tileRect(tile.mentor));
        for (const auto& card : tile.led)
            if (const auto* one = item(ledKey(card.trainee))) drawRow(dc, card, false, *one);
        for (const auto& card : tile.proposed)
            if (const auto* one = item(proposedKey(card.trainee))) drawRow(dc, card, true, *one);
    }
}

void MentorPane::drawTile(wxDC& dc, const BoardTile& tile, const wxRect& whole) const {
    const auto reason = m_reasons.find(tile.mentor);
    const bool refuses = m_receiving && reason != m_reasons.end() && !reason->second.empty();
    const bool chosen = selected() == mentorKey(tile.mentor) || (m_receiving && m_over == tile.mentor);
    const wxColour border = chosen ? (refuses ? look::colour(State::Missing) : look::accent())
                            : m_receiving && !refuses ? look::colour(State::Met)
                                                      : look::line();
    drawFrame(dc, this, whole, border, chosen || (m_receiving && !refuses), false);
    const int pad = look::gap(this);
    const int used = static_cast<int>(tile.led.size());
    wxPoint at(whole.x + pad, whole.y + pad);
    const wxString places = wxString::Format(_("%d of %d"), used, tile.capacity);
    write(dc, look::Type::Body, used >= tile.capacity ? look::muted() : look::colour(State::Met));
    const int right = dc.GetTextExtent(places).x;
    dc.DrawText(places, whole.GetRight() - pad - right, at.y);
    write(dc, look::Type::Body, look::text(), true);
    drawLine(dc, tile.name, at, whole.width - 3 * pad - right);
    at.y += lineHeight(this);
    write(dc, look::Type::Small, refuses ? look::colour(State::Missing) : look::muted());
    drawLine(dc, refuses ? look::signed_(State::Missing, reason->second) : tile.detail, at,
             whole.width - 2 * pad);
    at.y += smallHeight(this);
    if (!tile.away.empty()) {
        write(dc, look::Type::Small, look::colour(State::Due));
        drawLine(dc, look::signed_(State::Due, tile.away), at, whole.width - 2 * pad);
        at.y += smallHeight(this);
    }
    drawBar(dc, tile, {at.x, at.y + look::gap(this, 0.25), whole.width - 2 * pad, look::gap(this, 0.75)});
}

void MentorPane::drawBar(wxDC& dc, const BoardTile& tile, const wxRect& bar) const {
    const int led = static_cast<int>(tile.led.size());
    const int planned = led + static_cast<int>(tile.proposed.size());
    const int count = std::max(tile.capacity, planned);
    if (count <= 0) return;
    const int space = std::max(2, look::gap(this, 0.25));
    const int each = std::max(3, (bar.width - (count - 1) * space) / count);
    for (int i = 0; i < count; ++i) {
        const wxColour ink = i < led ? look::muted() : second();
        const bool full = i < planned;
        dc.SetPen(wxPen(full ? ink : look::muted()));
        dc.SetBrush(full ? wxBrush(ink) : *wxTRANSPARENT_BRUSH);
        dc.DrawRoundedRectangle(bar.x + i * (each + space), bar.y, each, bar.height, bar.height / 3.0);
    }
}

void MentorPane::drawRow(wxDC& dc, const BoardCard& card, bool proposed, const BoardItem& one) const {
    const bool chosen = selected() == one.key || m_linked == card.trainee;
    const int pad = look::gap(this, 0.5);
    if (chosen || proposed) {
        dc.SetBrush(chosen ? wxBrush(look::raised()) : *wxTRANSPARENT_BRUSH);
        dc.SetPen(wxPen(chosen ? look::accent() : second(), chosen ? FromDIP(2) : 1,
                        proposed && !card.locked && !chosen ? wxPENSTYLE_SHORT_DASH : wxPENSTYLE_SOLID));
        wxRect frame = one.rect;
        frame.Deflate(1, 1);
        dc.DrawRoundedRectangle(frame, look::gap(this, 0.5));
    }
    const wxString right = proposed ? withLock(numberText(card.score), card.locked) : card.more;
    write(dc, look::Type::Small, proposed ? second() : look::muted());
    const wxSize taken = dc.GetTextExtent(right);
    dc.DrawText(right, one.rect.GetRight() - pad - taken.x, one.rect.y + (one.rect.height - taken.y) / 2);
    write(dc, look::Type::Body, proposed ? second() : look::text());
    const wxString name = (proposed ? wxString("+ ") : wxString()) + card.name;
    const int top = one.rect.y + (one.rect.height - dc.GetTextExtent(name).y) / 2;
    drawLine(dc, name, {one.rect.x + pad, top}, one.rect.width - 3 * pad - taken.x);
}

} // namespace fledgling::ui
