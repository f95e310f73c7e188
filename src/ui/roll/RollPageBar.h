#pragma once

#include "app/roll/RollView.h"
#include "ui/Look.h"

#include <functional>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxButton;
class wxChoice;
class wxSizer;
class wxStaticText;

namespace fledgling::ui {

/// Under the roll: the current cell in words, the five marks as touch-sized buttons with their keys, and beside them minutes
/// to tap while late or left early waits for them, else the way to settle what the trainee owes.
class RollPageBar : public wxPanel {
public:
    explicit RollPageBar(wxWindow* parent);

    std::function<void(domain::MarkKind)> onMark;
    std::function<void()> onClear;
    std::function<void(int minutes)> onMinutes;
    std::function<void()> onPlan;
    std::function<void()> onWaive;

    /// `wrong`: the words say what stopped the last key.
    void say(const wxString& words, bool wrong);
    [[nodiscard]] wxString words() const;
    /// What marks cost; while minutes are offered, how they are typed.
    void setRules(const wxString& rules);
    /// What a sign of the matrix means; empty: it isn't there.
    void setLegend(const wxString& legend);
    /// Live, or grey with the reason as the tip.
    void enableMarks(const wxString& whyNot);
    void offerMinutes(bool offered);

    /// One way to make up one owed session.
    struct Way {
        std::string courseSession;
        domain::SessionId session;
        wxString words;
    };
    /// `text` empty: owes nothing. `noPlan` and `noWaive` are why a button is grey, as its tip; empty: it is live.
    void showOwed(const wxString& text, look::State state, std::vector<Way> ways, const wxString& noPlan,
                  const wxString& noWaive);
    /// The way that is chosen; null when there is none.
    [[nodiscard]] const Way* way() const;

private:
    wxButton* add(wxSizer* row, const wxString& words, const wxString& key, std::function<void()> run);
    wxSizer* addLine();
    wxSizer* addAnswers();
    void fit();
    void showLine();
    void showAnswers();

    wxStaticText* m_words;
    wxSizer* m_line;
    wxStaticText* m_rules;
    wxStaticText* m_legend;
    std::vector<wxButton*> m_marks;
    std::vector<wxButton*> m_minutes;
    wxStaticText* m_minutesLabel;
    wxStaticText* m_owed;
    wxChoice* m_ways;
    wxButton* m_plan;
    wxButton* m_waive;
    std::vector<Way> m_offered;
    int m_wide = 0;
    bool m_offers = false; ///< minutes to tap
};

} // namespace fledgling::ui
