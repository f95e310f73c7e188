#pragma once

#include <functional>
#include <memory>
#include <string>
#include <wx/panel.h>

class wxBoxSizer;
class wxSizer;
class wxStaticText;
class wxTextCtrl;

namespace fledgling::app {
class Department;
}

namespace fledgling::ui {

class Form;
class MessageBar;
class Progress;
struct Sentence;

/// What the frame shows while no department is open: open the sample, start an empty one, open a file or the
/// shared database, or one of the last.
class StartPage : public wxPanel {
public:
    using Opened = std::function<void(std::unique_ptr<app::Department>, const std::string& where)>;

    StartPage(wxWindow* parent, Opened opened, std::function<void(const std::string& language)> speak);
    void focusFirst();
    /// Tries to open and says in place why not.
    void openSample();
    /// Makes the sample where it has to be made, for whoever opens it next; false where that failed or was stopped.
    bool makeSample();
    void openWhere(const std::string& where);
    /// The same for whoever goes on with it; the bar stands from the first moment. Null where that failed or was stopped.
    [[nodiscard]] std::unique_ptr<app::Department> connected(const std::string& where);
    void browse();
    void startEmpty();
    void complain(const Sentence& failed);
    [[nodiscard]] wxString complaint() const;
    /// A department is being opened or made: nothing else may open or close.
    [[nodiscard]] bool busy() const { return m_busy; }
    /// While it is busy: stops that as the button does, and says when nothing is under way any more, stopped or done.
    void stopThen(std::function<void()> then);

private:
    void addChoice(wxBoxSizer* to, const std::string& icon, const wxString& words, const wxString& detail,
                   std::function<void()> run);
    void addLanguage(wxSizer* to, std::function<void(const std::string& language)> speak);
    void addRecent(wxBoxSizer* to);
    static void onEnter(wxWindow* form, std::function<void()> run);
    void buildEmptyForm(wxBoxSizer* to);
    void buildSharedForm(wxBoxSizer* to);
    void showForm(wxWindow* form);
    void create();
    void choosePath();
    using Door = std::function<std::unique_ptr<app::Department>(Progress& progress)>;
    void open(const wxString& what, const Door& door, const std::string& where);
    bool attemptLong(const wxString& what, const std::function<void(Progress&)>& doing, bool atOnce = false);
    void enableChoices(bool enabled);
    void relayOut();

    Opened m_opened;
    std::function<void()> m_then;
    MessageBar* m_bar = nullptr;
    wxPanel* m_empty = nullptr;
    wxPanel* m_shared = nullptr;
    Form* m_form = nullptr;
    wxTextCtrl* m_name = nullptr;
    wxTextCtrl* m_number = nullptr;
    wxTextCtrl* m_path = nullptr;
    wxTextCtrl* m_connection = nullptr;
    wxWindow* m_first = nullptr;
    bool m_busy = false;
};

} // namespace fledgling::ui
