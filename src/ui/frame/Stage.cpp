#include "ui/frame/Stage.h"

#include "ui/Native.h"
#include "ui/Page.h"
#include "ui/frame/HelpPane.h"

#include <wx/app.h>
#include <wx/popupwin.h>
#include <wx/sizer.h>

namespace fledgling::ui {

Stage::Stage(wxWindow* parent, Session& session)
    : wxPanel(parent), m_session(session), m_row(new wxBoxSizer(wxHORIZONTAL)) {
    SetSizer(m_row);
}

Stage::~Stage() {
    if (m_help) wxEvtHandler::RemoveFilter(this);
}

int Stage::FilterEvent(wxEvent& event) {
    if (event.GetEventType() != wxEVT_CHAR_HOOK || m_session.busy) return Event_Skip;
    const auto& key = dynamic_cast<const wxKeyEvent&>(event);
    // While something is dragged, or in what opened over the page, Escape is for that.
    if (key.GetKeyCode() != WXK_ESCAPE || key.HasAnyModifiers() || GetCapture()) return Event_Skip;
    for (auto* one = dynamic_cast<wxWindow*>(event.GetEventObject()); one; one = one->GetParent()) {
        if (one->IsTopLevel() || dynamic_cast<wxPopupWindow*>(one)) break;
        if (one != this) continue;
        toggleHelp();
        return Event_Processed;
    }
    return Event_Skip;
}

void Stage::open(const PageEntry& entry, const std::string& subject, const wxString& wayBack, const Place* place) {
    if (m_help) toggleHelp();
    if (m_page) m_page->Hide();
    auto& page = m_made[entry.id];
    if (!page) {
        page = entry.make(this, m_session);
        page->Hide();
        m_row->Add(page, wxSizerFlags(1).Expand());
    }
    m_page = page;
    m_name = wxGetTranslation(entry.title);
    m_page->attempt([&] {
        m_page->show(subject);
        m_page->refresh();
        if (place) place->restore(*m_page);
    });
    m_page->freshenStatus();
    m_page->setWayBack(wayBack);
    m_page->Show();
    Layout();
    native::layOutNow(wxGetTopLevelParent(this));
    m_page->takeKeyboard();
}

std::map<std::string, Place> Stage::places(const std::string& subject) const {
    std::map<std::string, Place> all;
    for (const auto& [id, page] : m_made)
        if (page) all.emplace(id, Place(*page, page == m_page ? subject : std::string()));
    return all;
}

Page* Stage::unkept() const {
    if (m_page && !m_page->unkept().empty()) return m_page;
    for (const auto& [id, page] : m_made)
        if (page && !page->unkept().empty()) return page;
    return nullptr;
}

void Stage::toggleHelp() {
    const bool lost = keyboardInHelp();
    if (m_help) {
        wxEvtHandler::RemoveFilter(this);
        m_help->Hide();
        m_row->Detach(m_help);
        wxTheApp->ScheduleForDestruction(m_help);
        m_help = nullptr;
    } else if (m_page) {
        m_help = new HelpPane(this, m_name, m_page->help(), m_page->keys(), [this] { toggleHelp(); });
        m_row->SetOrientation(HelpPane::placeIn(this) == HelpPane::Place::Below ? wxVERTICAL : wxHORIZONTAL);
        m_row->Add(m_help, wxSizerFlags().Expand());
        wxEvtHandler::AddFilter(this);
    }
    Layout();
    if (lost && m_page) m_page->takeKeyboard();
}

bool Stage::keyboardInHelp() const { return m_help && m_help->hasKeyboard(); }

void Stage::focusHelp() {
    if (m_help) m_help->takeFocus();
}

} // namespace fledgling::ui
