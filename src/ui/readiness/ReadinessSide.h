#pragma once

#include "app/readiness/ReadinessView.h"
#include "ui/readiness/DecideForm.h"

#include <functional>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxColour;
class wxSimplebook;
class wxStaticText;
class wxTextCtrl;

namespace fledgling::ui {

class Table;
struct Row;

/// Beside the board, never over it: the rows behind a cell, the trainee's whole way and decisions; or the
/// decision being taken.
class ReadinessSide : public wxPanel {
public:
    explicit ReadinessSide(wxWindow* parent);

    /// What a cell is made of: the rows behind its criterion, or its criteria where there are several.
    /// Without any (name, verdict) only the trainee's way and decisions are shown.
    void showCell(app::ReadinessView& view, const app::ReadinessView::Row& row,
                  const std::vector<std::string>& criteria);
    /// Opens the form, begun anew.
    void beginDecision(app::ReadinessView& view, const app::ReadinessView::Row& row);
    /// The facts changed under the hands of who decides.
    void follow(app::ReadinessView& view, const app::ReadinessView::Row& row);
    /// Of the open form, under the name: that it isn't for the row under the cursor; empty: nothing.
    void remark(const wxString& sentence);
    [[nodiscard]] bool deciding() const;
    void endDecision();
    [[nodiscard]] DecideForm& form() { return *m_form; }
    /// The keyboard to the rows behind the cell, or the form.
    void takeFocus();

    std::function<void()> onClose;

private:
    enum Sheet { Detail, Decision };
    void layOutHead();
    wxPanel* layOutDetail(wxWindow* parent);
    void drawHead(const app::ReadinessView::Row& row);
    void drawCriteria(app::ReadinessView& view, const app::ReadinessView::Row& row,
                      const std::vector<std::string>& criteria);
    void drawBehind(app::ReadinessView& view, const app::ReadinessView::Row& row, const domain::Cell& cell);
    void drawWay(const app::ReadinessView& view, const app::ReadinessView::Row& row);
    void drawDecisions(app::ReadinessView& view, const app::ReadinessView::Row& row);
    void wrapHead();
    void setCriterion(const wxString& words, const wxColour& colour);
    void wrapCriterion();

    wxStaticText* m_name = nullptr;
    wxStaticText* m_about = nullptr;
    wxStaticText* m_changed = nullptr;
    wxStaticText* m_remark = nullptr;
    wxSimplebook* m_sheets = nullptr;
    wxStaticText* m_criterion = nullptr;
    wxString m_criterionWords; ///< whole, to be broken into lines
    Table* m_behind = nullptr;
    wxStaticText* m_wayTitle = nullptr;
    Table* m_way = nullptr;
    wxStaticText* m_decisionsTitle = nullptr;
    wxTextCtrl* m_decisions = nullptr;
    DecideForm* m_form = nullptr;
    std::vector<wxString> m_head; ///< what is said of the trainee, that facts have changed, the remark: whole, to be broken
};

} // namespace fledgling::ui
