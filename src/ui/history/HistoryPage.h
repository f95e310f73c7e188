#pragma once

#include "app/history/HistoryView.h"
#include "ui/Page.h"
#include "ui/frame/Visit.h"

#include <wx/timer.h>

class wxChoice;
class wxSearchCtrl;
class wxStaticText;

namespace fledgling::ui {

class Paragraph;
class SectionBar;
class Table;

/// The book: every change newest first, with who, what, about whom and why; from what to what below. Taking
/// back, looking at the moment of a change, and verifying the chain.
class HistoryPage : public Page {
public:
    HistoryPage(wxWindow* parent, Session& session);

    /// A person (by id) whose changes to show, or a change by its number.
    void show(const std::string& subject) override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    /// Saves what the last verification found, in the form the file's ending names.
    void saveStatementAs(const std::string& path);

private:
    void addActions();
    void addFilters();
    void layOut();
    wxPanel* layOutDetail();
    void filterBy(const std::function<void(app::HistoryView::Filter&)>& change);
    void showEverything();
    void drawFilters();
    [[nodiscard]] store::ChangeNumber lastBefore(const std::string& since);
    void sinceChosen();
    void drawList();
    void drawEmpty();
    void drawDetail();
    void drawActions();

    [[nodiscard]] const app::HistoryView::Row* current() const;
    void more();
    void takeBack();
    void lookAtMoment();
    void verify();
    void saveStatement();
    void copyBook();
    void mergeCopy();

    app::HistoryView m_view;
    wxButton* m_takeBack = nullptr;
    wxButton* m_asOf = nullptr;
    wxButton* m_verify = nullptr;
    wxButton* m_statement = nullptr;
    wxButton* m_copy = nullptr;
    wxButton* m_mergeCopy = nullptr;
    wxButton* m_more = nullptr;
    wxChoice* m_about = nullptr;
    wxChoice* m_by = nullptr;
    wxChoice* m_verb = nullptr;
    wxChoice* m_since = nullptr;
    std::string m_from; ///< what of `m_since` is chosen: "visit", "change", a day; empty: the beginning
    Visit m_visit;
    wxSearchCtrl* m_search = nullptr;
    Table* m_list = nullptr;
    SectionBar* m_deed = nullptr; ///< which change is shown, and what can be done with the book
    Paragraph* m_why = nullptr;
    wxStaticText* m_hash = nullptr;
    Table* m_fields = nullptr;
    wxTimer m_typed;
    std::string m_wanted; ///< the change to stand on once the list is read
};

} // namespace fledgling::ui
