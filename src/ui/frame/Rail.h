#pragma once

#include "ui/Pages.h"

#include <functional>
#include <map>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxToggleButton;

namespace fledgling::ui {

/// The pages of the role in use: icon, words, a count if there is one, and the key. The current one is
/// pressed.
class Rail : public wxPanel {
public:
    Rail(wxWindow* parent, const std::vector<const PageEntry*>& entries,
         std::function<void(const std::string&)> open, std::function<void()> find);

    void mark(const std::string& pageId);
    void setBadge(const std::string& pageId, const wxString& count);
    [[nodiscard]] const std::vector<const PageEntry*>& entries() const { return m_entries; }

private:
    void draw(const PageEntry& entry, const wxString& count);

    std::vector<const PageEntry*> m_entries;
    std::map<std::string, wxToggleButton*> m_buttons;
};

} // namespace fledgling::ui
