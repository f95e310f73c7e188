#include "ui/pairing/PairingBoard.h"

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

PairingBoard::PairingBoard(wxWindow* parent) : wxPanel(parent) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* left = new wxBoxSizer(wxVERTICAL);
    auto* right = new wxBoxSizer(wxVERTICAL);
    m_waitingHead = look::label(this, {}, look::Type::Section);
    m_waiting = new WaitingPane(this, _("Trainees without a mentor"));
    m_mentorHead = look::label(this, {}, look::Type::Section);
    m_mentors = new MentorPane(this, _("Mentors and their trainees"));
    m_waiting->SetMinSize(FromDIP(wxSize(165, 120)));
    m_mentors->SetMinSize(FromDIP(wxSize(225, 120)));
    left->Add(m_waitingHead, wxSizerFlags().Border(wxBOTTOM, look::gap(this, 0.5)));
    left->Add(m_waiting, wxSizerFlags(1).Expand());
    right->Add(m_mentorHead, wxSizerFlags().Border(wxBOTTOM, look::gap(this, 0.5)));
    right->Add(m_mentors, wxSizerFlags(1).Expand());
    row->Add(left, wxSizerFlags(3).Expand().Border(wxRIGHT, look::gap(this, 2)));
    row->Add(right, wxSizerFlags(7).Expand());
    SetSizer(row);
    bind(m_waiting);
    bind(m_mentors);
}

int PairingBoard::narrowest() const { return m_waiting->GetMinSize().x + look::gap(this, 2) + m_mentors->GetMinSize().x; }

void PairingBoard::bind(BoardPane* pane) {
    pane->onChosen = [this](const std::string& key) { chosen(key); };
    pane->onActivated = [this](const std::string& key) {
        if (onActivated) onActivated(key);
    };
    pane->onEdge = [this, pane](int dx, int) { cross(pane, dx); };
    pane->onDragBegin = [this](const BoardItem& item) {
        m_dragged = traineeOf(item.key);
        if (reasonsFor) m_mentors->beginDrag(reasonsFor(m_dragged));
    };
    pane->onDragMove = [this](const wxPoint& screen) {
        const wxPoint at = m_mentors->ScreenToClient(screen);
        m_mentors->dragOver(m_mentors->mentorUnder(at));
        if (m_mentors->GetClientRect().Contains(at)) m_mentors->scrollTowards(at);
    };
    pane->onDragEnd = [this](const wxPoint& screen, bool dropped) {
        const std::string trainee = std::exchange(m_dragged, {});
        const wxPoint at = m_mentors->ScreenToClient(screen);
        const bool inside = dropped && m_mentors->GetClientRect().Contains(at);
        const std::string mentor = inside ? m_mentors->mentorUnder(at) : std::string();
        m_mentors->endDragging();
        // What the drop does may lay the panes out anew: not inside their own event.
        if (!mentor.empty() && onDropped) CallAfter([this, trainee, mentor] { onDropped(trainee, mentor); });
    };
}

void PairingBoard::set(std::vector<BoardCard> waiting, std::vector<BoardTile> mentors) {
    m_waiting->set(std::move(waiting));
    m_mentors->set(std::move(mentors));
}

void PairingBoard::setHeads(const wxString& waiting, const wxString& mentors) {
    m_waitingHead->SetLabel(waiting);
    m_mentorHead->SetLabel(mentors);
}

bool PairingBoard::has(const std::string& key) const { return m_waiting->item(key) || m_mentors->item(key); }

void PairingBoard::select(const std::string& key) {
    m_selected = key;
    m_waiting->select(m_waiting->item(key) ? key : std::string());
    m_mentors->select(m_mentors->item(key) ? key : std::string());
    m_waiting->link(traineeOf(key));
    m_mentors->link(traineeOf(key));
}

void PairingBoard::chosen(const std::string& key) {
    select(key);
    if (onChosen) onChosen(key);
}

void PairingBoard::cross(const BoardPane* from, int dx) {
    BoardPane* to = from == m_waiting && dx > 0   ? static_cast<BoardPane*>(m_mentors)
                    : from == m_mentors && dx < 0 ? static_cast<BoardPane*>(m_waiting)
                                                  : nullptr;
    if (!to || to->items().empty()) return;
    const auto* one = from->item(from->selected());
    to->enter(one ? from->seen(*one).y : 0, dx > 0);
}

void PairingBoard::takeFocus() {
    const bool right = m_mentors->item(m_selected) != nullptr;
    (right || m_waiting->items().empty() ? static_cast<BoardPane*>(m_mentors)
                                         : static_cast<BoardPane*>(m_waiting))
        ->SetFocus();
}

wxRect PairingBoard::onScreen(const std::string& key) const {
    for (const BoardPane* pane :
         {static_cast<const BoardPane*>(m_waiting), static_cast<const BoardPane*>(m_mentors)})
        if (const auto* one = pane->item(key)) {
            const wxRect seen = pane->seen(*one);
            return {pane->ClientToScreen(seen.GetPosition()), seen.GetSize()};
        }
    return {};
}

wxString PairingBoard::spoken(const std::string& key) const {
    for (const BoardPane* pane :
         {static_cast<const BoardPane*>(m_waiting), static_cast<const BoardPane*>(m_mentors)})
        if (const auto* one = pane->item(key)) return one->spoken;
    return {};
}

} // namespace fledgling::ui
