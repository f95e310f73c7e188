#pragma once

#include <functional>
#include <string>
#include <wx/panel.h>

class wxTextCtrl;

namespace fledgling::ui {

/// A file: its path typed (Enter reads it), or chosen in the system's dialog (Ctrl+O anywhere in the field's parent).
class FileField : public wxPanel {
public:
    /// `wildcard` as wxFileDialog wants it.
    FileField(wxWindow* parent, const wxString& name, const wxString& wildcard);

    /// UTF-8, trimmed; a path the user wants read.
    std::function<void(const std::string& path)> onFile;
    void setPath(const std::string& path);
    void takeFocus();

private:
    /// Opens the dialog once the running event has ended.
    void choose();

    wxTextCtrl* m_path;
    wxString m_name;
    wxString m_wildcard;
};

} // namespace fledgling::ui
