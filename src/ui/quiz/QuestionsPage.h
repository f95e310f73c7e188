#pragma once

#include "app/quiz/QuestionsView.h"
#include "ui/Page.h"
#include "ui/controls/EditPanel.h"

#include <memory>
#include <string>

class wxChoice;

namespace fledgling::ui {

class RichText;
class Table;

/// The questions of a bank: how each works, as the trainee sees it, and the bank being changed. Subject: a
/// course's id, '/' and a version, with a bank's path after a blank; empty: what was shown, at first the newest.
class QuestionsPage : public Page {
public:
    QuestionsPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    void refresh() override;
    /// The versions of the course, in which its banks are kept.
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;

private:
    void addActions();
    void layOut();
    void drawPicks();
    void drawRows();
    void drawAbout();
    void openQuestion(const std::string& id);
    void enableDeeds();
    void add();
    void edit();
    void remove();
    void move(int by);
    void forget();
    void keep();
    void importFile();
    void exportFile();
    void saveAs(const std::string& path);
    /// Where the same quiz has its questions in another language, too, that is said with it.
    void sayKeptAs(const wxString& kept, const app::QuestionsView::Following& following);
    void regrade();
    void edited(bool kept);
    void openForm(std::size_t at, domain::Question question);
    /// What is being changed outlives the page: it is remembered as text.
    void remember();
    void recall();
    [[nodiscard]] std::string draftKey() const;
    /// The place of the row chosen; the number of rows where none is.
    [[nodiscard]] std::size_t chosen() const;

    app::QuestionsView m_view;
    wxChoice* m_versions = nullptr;
    wxChoice* m_banks = nullptr;
    wxPanel* m_board = nullptr;
    Table* m_table = nullptr;
    RichText* m_text = nullptr;
    std::unique_ptr<EditSlot> m_slot;
    wxButton* m_keep = nullptr;
    wxButton* m_add = nullptr;
    wxButton* m_edit = nullptr;
    wxButton* m_remove = nullptr;
    wxButton* m_forget = nullptr;
    wxButton* m_regrade = nullptr;
    wxButton* m_import = nullptr;
    wxButton* m_export = nullptr;
    bool m_recalled = false;
};

} // namespace fledgling::ui
