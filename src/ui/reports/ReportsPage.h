#pragma once

#include "app/reports/Reports.h"
#include "ui/Page.h"

#include <vector>

class wxChoice;
class wxSimplebook;

namespace fledgling::ui {

class PagePreview;
class SectionBar;
class Paragraph;
class Table;

/// Reports: the list left, the chosen one's rows right as they will be printed, or its rows; saved as PDF, XLSX, CSV or HTML.
/// Subject: a report's key, with a cohort's id, a month and a person's id after blanks.
class ReportsPage : public Page {
public:
    ReportsPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;

    /// Writes the report shown; the file dialog calls it with the path chosen.
    void saveAs(const std::string& path);

private:
    void layOut();
    void fitList();
    void drawKinds();
    void drawChips();
    void drawReport();
    [[nodiscard]] wxString whatLacks(app::ReportKind kind);
    void drawRows();
    [[nodiscard]] wxString fileName();
    void save();
    void print();
    void turnSheet();
    /// "pdf": what the report is saved as.
    void chooseForm(const std::string& ending);
    void addForms();
    void bindZoom();
    void drawZoom();
    void drawFigure();
    void drawTurn();
    [[nodiscard]] std::optional<app::ReportKind> chosen() const;
    [[nodiscard]] bool isWanting() const;

    app::ReportChoice m_choice;
    std::string m_wanted;
    std::optional<format::Report> m_report;
    std::vector<app::ReportKind> m_kinds;
    bool m_drawing = false;
    wxChoice* m_cohorts = nullptr;
    wxChoice* m_months = nullptr;
    wxChoice* m_people = nullptr;
    Table* m_list = nullptr;
    int m_listWanted = 0; ///< as wide as its names are whole in one line
    Table* m_rows = nullptr;
    wxSimplebook* m_sheets = nullptr;
    PagePreview* m_pages = nullptr;
    SectionBar* m_zoom = nullptr;
    std::function<void(const std::string& id)> m_pressForm;
    std::string m_form;
    Paragraph* m_about = nullptr;
    wxButton* m_save = nullptr;
    wxButton* m_print = nullptr;
    wxButton* m_turn = nullptr;
};

} // namespace fledgling::ui
