#pragma once

#include "ui/Page.h"

#include <functional>
#include <map>
#include <vector>

namespace fledgling::ui {

/// A form that stands in for a part of a page until it is kept or left: heading, Back (Esc) and the keeping
/// button (Ctrl+Enter) above, the fields below. The page makes it, puts it in, and destroys it when onDone is
/// told.
class EditPanel : public wxPanel {
public:
    EditPanel(wxWindow* parent, Page& page, const wxString& title, const wxString& keepWords);

    /// Told once, when it was kept (true) or left (false).
    std::function<void(bool kept)> onDone;
    /// Where the keyboard starts; the first control by default.
    virtual void focusFirst();
    /// Takes back the last thing typed into the field that has the keyboard; says so when there is nothing. While a
    /// form is open Ctrl+Z never takes back what was kept before: it may be what the form is about.
    void takeBackTyping();
    /// Something was typed or chosen in its fields that isn't kept.
    [[nodiscard]] bool holdsInput() const;
    /// The form that stands open somewhere below; nullptr: none.
    [[nodiscard]] static EditPanel* openIn(wxWindow* below);

    [[nodiscard]] Page& page() { return m_page; }

protected:
    /// Does the deed through page().attempt; true when it is kept.
    [[nodiscard]] virtual bool keep() = 0;
    [[nodiscard]] wxBoxSizer* content() { return m_content; }
    void enableKeep(bool enabled, const wxString& whyNot = {});
    void setKeepWords(const wxString& words);

private:
    void rememberTyping();
    void layOutHeader(const wxString& title, const wxString& keepWords);
    void tryKeep();
    /// What was entered goes only when asked twice.
    void tryLeave();
    void leave(bool kept);

    Page& m_page;
    wxBoxSizer* m_content;
    wxButton* m_keep = nullptr;
    bool m_done = false;
    /// A field as it is, and as it was before each change: the toolkit undoes nothing in a single line.
    struct Typed {
        wxString now;
        std::vector<wxString> before;
        bool counts = false; ///< as input that would be lost
    };
    std::map<wxWindow*, Typed> m_typed;
    bool m_takingBack = false;
    bool m_picked = false; ///< in a list of choices
    bool m_warned = false; ///< that leaving drops it
};

/// Keeps one part of a page in its place, or an editor instead of it.
class EditSlot {
public:
    /// `usual` stands in `sizer` already.
    EditSlot(wxSizer* sizer, wxWindow* usual) : m_sizer(sizer), m_usual(usual) {}
    /// Shows the editor; `done` follows its end.
    void open(EditPanel* editor, std::function<void(bool kept)> done);
    /// Takes an open editor away without keeping.
    void close();
    [[nodiscard]] bool isOpen() const { return m_editor != nullptr; }
    [[nodiscard]] EditPanel* editor() const { return m_editor; }

private:
    void swap();
    wxSizer* m_sizer;
    wxWindow* m_usual;
    EditPanel* m_editor = nullptr;
};

} // namespace fledgling::ui
