#pragma once

#include "app/mentoring/LogView.h"
#include "ui/Page.h"

#include <array>
#include <optional>
#include <string>

class wxBoxSizer;
class wxChoice;
class wxKeyEvent;
class wxScrolledWindow;
class wxSizer;
class wxSizerItem;
class wxStaticText;

namespace fledgling::ui {

class LogEntries;
class LogEntryForm;
class LogProblems;
class LogSkills;

/// The mentor's log of one trainee: today's entry in half a minute, skills, last entries, and the trainee's
/// own problem log beside it. Subject: a trainee's id, with a day after a blank to write for; or a problem's.
class LogPage : public Page {
public:
    LogPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    /// An answer to a problem; the entry is laid aside and comes back.
    [[nodiscard]] wxString unkept() override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    void addActions();
    void layOut();
    void layOutDays(wxSizer* left);
    void fit();
    /// What has the keyboard, with all that is above it where both have room.
    void showKeyboard();
    void bindParts();
    void open(const std::string& subject);
    void step(int trainees);
    bool onOtherKey(const wxKeyEvent& key);

    void draw();
    void drawHeader();
    void drawDays();
    [[nodiscard]] wxString whyReadOnly() const;

    void writeFor(domain::Date day);
    void nextMissing();
    void backToToday();
    /// What the fields hold is the view's draft; and the other way round.
    void readFields();
    void showDraft();
    /// A draft waits on this desktop, under its trainee, until it is kept: for another trainee, another page and
    /// another start.
    [[nodiscard]] std::string draftKey() const;
    void layDraftAside();
    /// For another day, where one is given. The day it was begun for; nothing where nothing was aside.
    std::optional<domain::Date> takeUpDraft(std::optional<domain::Date> day);
    void keep();
    void keepNow(const std::string& why);
    void giveBackTakenBack();
    void correct(const app::LogView::Entry& entry);
    void sign(const app::LogView::Skill& skill);
    void takeBack(const app::LogView::Skill& skill);

    app::LogView m_view;
    std::string m_wanted;
    std::optional<domain::LogEntry> m_written; ///< what was kept last, to be written on with once it is taken back
    std::string m_problem;                                ///< to open once it is drawn
    wxChoice* m_who = nullptr;
    wxScrolledWindow* m_scroll = nullptr; ///< everything below the chips: a small window doesn't hold it
    wxBoxSizer* m_columns = nullptr;   ///< the log, and the trainee's problems beside or below it
    wxSizerItem* m_log = nullptr;
    wxSizerItem* m_problems = nullptr;
    wxStaticText* m_day = nullptr;
    wxStaticText* m_gaps = nullptr;
    std::array<wxButton*, 4> m_days{}; ///< the first missing days, to write for
    wxStaticText* m_more = nullptr;
    LogSkills* m_skills = nullptr;
    LogEntryForm* m_form = nullptr;
    LogEntries* m_entries = nullptr;
    LogProblems* m_side = nullptr;
    wxButton* m_keep = nullptr;
    wxButton* m_missing = nullptr;
    int m_wide = 0; ///< the width laid out for last
};

} // namespace fledgling::ui
