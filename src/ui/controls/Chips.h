#pragma once

#include <functional>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxChoice;
class wxSearchCtrl;
class wxStaticText;
class wxToggleButton;

namespace fledgling::ui {

class FlowSizer;

/// A row of filters. Each has an accessible name and a place in the tab order; a change is told at once.
class Chips : public wxPanel {
public:
    struct Option {
        std::string id;
        wxString words;
    };
    using Chosen = std::function<void(const std::string& id)>;

    explicit Chips(wxWindow* parent);

    /// Side by side, exactly one pressed: for two to six options.
    /// What it gives presses another one without telling.
    Chosen addOneOf(const wxString& name, const std::vector<Option>& options, const std::string& chosen,
                    Chosen onChosen);
    /// A drop-down with its name before it: for many options (cohorts, mentors). setOptions replaces them.
    wxChoice* addPick(const wxString& name, const std::vector<Option>& options, const std::string& chosen,
                      Chosen onChosen);
    void setOptions(wxChoice* pick, const std::vector<Option>& options, const std::string& chosen);
    /// From now on as wide as its longest option, but never so wide that the row can't hold it beside its name.
    void holdInRow(wxChoice* pick);
    /// On or off. The key is only shown: the page binds it.
    wxToggleButton* addToggle(const wxString& words, bool on, std::function<void(bool)> onChanged, const wxString& key = {});
    /// Other words on one of them; it and the row are as wide as these take.
    void setWords(wxToggleButton* chip, const wxString& words);
    /// Told at every key.
    wxSearchCtrl* addSearch(const wxString& hint, std::function<void(const wxString&)> onTyped);
    /// Words at the row's right end: "12 of 24 shown".
    void setNote(const wxString& note);

private:
    void fit();
    void fitHeld();
    wxToggleButton* addChip(const wxString& words, bool on, int space, bool withPrevious = false);
    void add(wxWindow* window, int space = 1, bool withPrevious = false);
    FlowSizer* m_row;
    wxStaticText* m_note;
    wxChoice* m_held = nullptr; ///< given to holdInRow()
};

} // namespace fledgling::ui
