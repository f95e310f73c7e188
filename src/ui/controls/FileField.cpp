#include "ui/controls/FileField.h"

#include "domain/Text.h"
#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

FileField::FileField(wxWindow* parent, const wxString& name, const wxString& wildcard)
    : wxPanel(parent), m_name(name), m_wildcard(wildcard) {
    m_path = named(new wxTextCtrl(this, wxID_ANY), name, _("A path, then Enter"));
    m_path->SetHint(_("type its path and press Enter, or choose it"));
    auto* choose = keyed(new wxButton(this, wxID_ANY, _("Choose a file")), _("Choose a file"), "Ctrl+O");
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_path, wxSizerFlags(1).CentreVertical());
    row->Add(choose, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    auto* above = look::label(this, name, look::Type::Small, true);
    above->MoveBeforeInTabOrder(m_path); // where screen readers look for it
    all->Add(above, wxSizerFlags().Border(wxBOTTOM, look::gap(this, 0.5)));
    all->Add(row, wxSizerFlags().Expand());
    SetSizer(all);
    choose->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->choose(); });
    parent->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'O')
            this->choose();
        else
            event.Skip();
    });
    m_path->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        const int code = event.GetKeyCode();
        if (event.HasAnyModifiers() || (code != WXK_RETURN && code != WXK_NUMPAD_ENTER)) return event.Skip();
        std::string path = domain::trimmed(utf8(m_path->GetValue()));
        // File managers paste paths as addresses or in quotes.
        if (path.starts_with("file://")) path = utf8(wxFileName::URLToFileName(u8(path)).GetFullPath());
        if (path.size() > 1 && path.front() == path.back() && (path.front() == '"' || path.front() == '\''))
            path = path.substr(1, path.size() - 2);
        if (!path.empty() && onFile) onFile(path);
    });
}

void FileField::setPath(const std::string& path) { m_path->ChangeValue(u8(path)); }

void FileField::takeFocus() { m_path->SetFocus(); }

void FileField::choose() {
    CallAfter([this] {
        wxFileDialog dialog(wxGetTopLevelParent(this), m_name, {}, {}, m_wildcard,
                            wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (dialog.ShowModal() != wxID_OK) return;
        m_path->ChangeValue(dialog.GetPath());
        if (onFile) onFile(utf8(dialog.GetPath()));
    });
}

} // namespace fledgling::ui
