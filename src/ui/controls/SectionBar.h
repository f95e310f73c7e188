#pragma once

#include "ui/Look.h"

#include <functional>
#include <string>
#include <wx/panel.h>

class wxBoxSizer;
class wxButton;

namespace fledgling::ui {

/// The heading of a part of a page with what can be done there, each with its key. The page binds the key.
class SectionBar : public wxPanel {
public:
    explicit SectionBar(wxWindow* parent, const wxString& title = {});

    void setTitle(const wxString& title, look::State state = look::State::None);
    /// What stands beside the title, dim; cut where there is no room.
    void setDetail(const wxString& detail);
    wxButton* add(const wxString& does, const std::string& key, std::function<void()> run);
    /// Grey with the reason as its tip, or live.
    static void enable(wxButton* button, bool enabled, const wxString& whyNot = {});

private:
    /// A long title gives way to what can be done, never the other way round.
    void fitTitle();

    wxStaticText* m_title;
    wxStaticText* m_detail;
    wxBoxSizer* m_row;
};

} // namespace fledgling::ui
