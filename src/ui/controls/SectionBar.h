#pragma once

#include "ui/Look.h"

#include <functional>
#include <string>
#include <wx/panel.h>

class wxButton;
class wxSizer;

namespace fledgling::ui {

/// The heading of a part of a page with what can be done there, each with its key. The page binds the key.
class SectionBar : public wxPanel {
public:
    /// What has no room on the line: a long title gives way to what can be done; or that goes on in a further line, below a
    /// title that says all in a few letters.
    enum class Short { CutsTitle, Folds };
    explicit SectionBar(wxWindow* parent, const wxString& title = {}, Short where = Short::CutsTitle);

    void setTitle(const wxString& title, look::State state = look::State::None);
    /// What stands beside the title, dim; cut where there is no room.
    void setDetail(const wxString& detail);
    wxButton* add(const wxString& does, const std::string& key, std::function<void()> run);
    /// Grey with the reason as its tip, or live.
    static void enable(wxButton* button, bool enabled, const wxString& whyNot = {});

private:
    void fitTitle();

    Short m_short;
    wxStaticText* m_title;
    wxStaticText* m_detail;
    wxSizer* m_row;
};

} // namespace fledgling::ui
