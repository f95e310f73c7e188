#pragma once

#include "ui/Pages.h"

#include <functional>
#include <map>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxScrolledWindow;
class wxStaticText;
class wxToggleButton;

namespace fledgling::ui {

/// The pages of the role in use in their groups: icon, words, a count if there is one, and the key. The current one is
/// pressed. In a low window the rows stand closer, then without headings; what doesn't fit even so is scrolled to.
class Rail : public wxPanel {
public:
    Rail(wxWindow* parent, const std::vector<RailGroup>& groups, std::function<void(const std::string&)> open,
         std::function<void()> find);

    /// Nothing is marked where no entry has that id.
    void mark(const std::string& pageId);
    void setBadge(const std::string& pageId, const wxString& count);
    /// The keyboard to the marked entry.
    void takeFocus();
    [[nodiscard]] bool has(const std::string& pageId) const { return m_buttons.contains(pageId); }
    [[nodiscard]] const std::vector<const PageEntry*>& entries() const { return m_entries; }
    /// As wide as the longest name needs beside a count and its key.
    [[nodiscard]] int widthNeeded() const;

private:
    wxToggleButton* addButton(wxWindow* to, std::function<void()> pressed);
    void addGroup(wxSizer* column, const RailGroup& group, const std::function<void(const std::string&)>& open);
    void draw(const PageEntry& entry, const wxString& count);
    void fit(int room);

    std::vector<const PageEntry*> m_entries;
    std::map<std::string, wxToggleButton*> m_buttons;
    std::vector<wxStaticText*> m_headings;
    wxScrolledWindow* m_list;
    std::string m_marked;
    wxString m_longestCount;
    int m_room = 0;      ///< the list's height
    int m_rowHeight;
    bool m_headed = true;
};

} // namespace fledgling::ui
