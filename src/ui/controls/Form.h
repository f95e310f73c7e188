#pragma once

#include "domain/Time.h"
#include "ui/Look.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxCheckListBox;
class wxChoice;
class wxFlexGridSizer;
class wxSizerItem;
class wxSpinCtrl;
class wxStaticText;
class wxTextCtrl;

namespace fledgling::ui {

class DateField;

/// Fields in a column: the label above, the field, a line under it for what is wrong. In one or two columns.
class Form : public wxPanel {
public:
    struct Option {
        std::string id;
        wxString words;
    };
    explicit Form(wxWindow* parent, int columns = 1);

    wxTextCtrl* addText(const wxString& label, const wxString& value = {}, const wxString& hint = {});
    wxTextCtrl* addNote(const wxString& label, const wxString& value = {}, int lines = 3);
    wxChoice* addChoice(const wxString& label, const std::vector<Option>& options,
                        const std::string& chosen = {});
    wxCheckListBox* addChecks(const wxString& label, const std::vector<Option>& options,
                              const std::vector<std::string>& chosen = {});
    wxSpinCtrl* addNumber(const wxString& label, int value, int lowest, int highest);
    DateField* addDate(const wxString& label, std::optional<domain::Date> value = {},
                       bool mayBeEmpty = false);
    /// Any other control, with the form's label and error line.
    void addField(const wxString& label, wxWindow* field, bool grows = false);
    /// As many columns, at most `most`, as have room in that width; what stands above and below a field breaks into lines
    /// where its column is narrower. To be laid out after; not for forms with a field that grows.
    void fitTo(int width, int most);
    /// As many columns, each as wide as what stands in it.
    void setColumns(int columns);

    [[nodiscard]] static std::string chosen(const wxChoice* choice);
    [[nodiscard]] static std::vector<std::string> chosen(const wxCheckListBox* checks);
    /// Other options than it was made with.
    static void setOptions(wxChoice* choice, const std::vector<Option>& options, const std::string& chosen);
    static void choose(wxChoice* choice, const std::string& id);

    /// Says what is wrong under that field, until it is changed, and takes the keyboard there; clearErrors before the next
    /// try.
    void showError(wxWindow* field, const wxString& sentence);
    /// The same while somebody is still typing: the keyboard stays where it is.
    void tell(wxWindow* field, look::State state, const wxString& sentence);
    void clearErrors();
    /// Told at every change of any field.
    std::function<void()> onChanged;

private:
    /// A field with what is said around it.
    struct Cell {
        wxWindow* field;
        wxSizerItem* air; ///< above the label, where its neighbour's takes more lines
        wxStaticText* above;
        wxString label;
        wxStaticText* error;
        wxString wrong;
        wxString hint; ///< said of the field while nothing is wrong with it
        int wants = 0; ///< the width a field asks for that had to do with less; 0: none of them
        bool refused = false; ///< by showError: goes when the field changes
    };
    void changed(const wxWindow* field);
    void clear(Cell& cell);
    void levelLabels();
    [[nodiscard]] Cell* cellOf(const wxWindow* field);

    wxFlexGridSizer* m_grid;
    std::vector<Cell> m_cells;
    int m_room = 0; ///< width of a column; 0: fitTo was never asked
};

} // namespace fledgling::ui
