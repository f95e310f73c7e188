#pragma once

#include "app/courses/CourseView.h"
#include "ui/Page.h"

#include <wx/timer.h>

class wxChoice;
class wxSimplebook;

namespace fledgling::ui {

class Paragraph;
class RichText;
class Table;
class VersionEffects;

/// The course as it is taught: days and sessions left, the text right; a package on disk is checked as it is
/// written, its problems by file and line below.
class CoursePage : public Page {
public:
    CoursePage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    void refresh() override;
    /// The versions of the course; a package on disk isn't in the book.
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;

private:
    enum Sheet { TextSheet, ListSheet };

    void layOut();
    void layOutProblems();
    void drawVersions();
    void drawParts();
    void drawProblems();
    void drawAbout();
    [[nodiscard]] wxString aboutText() const;
    void openPart(const std::string& id);
    void fillList(app::CourseView::PartKind kind);
    void choosePackage();
    void openPackage(const std::string& path);
    void keep();
    void edit();
    void moveCohort();
    void enableDeeds();
    void showNone();
    [[nodiscard]] const format::Problem* problem(const std::string& id) const;
    void showSource(const std::string& id);
    void openSource(const std::string& id);
    [[nodiscard]] wxString partTitle(const app::CourseView::Part& part) const;
    [[nodiscard]] const app::CourseView::Part* part(const std::string& id) const;

    app::CourseView m_view;
    wxChoice* m_versions = nullptr;
    Table* m_parts = nullptr;
    Paragraph* m_about = nullptr;
    wxSimplebook* m_sheets = nullptr;
    RichText* m_text = nullptr;
    Table* m_list = nullptr;
    Table* m_problems = nullptr;
    VersionEffects* m_effects = nullptr;
    wxButton* m_keep = nullptr;
    wxButton* m_move = nullptr;
    wxButton* m_edit = nullptr;
    wxTimer m_watch;
    std::string m_part;
};

} // namespace fledgling::ui
