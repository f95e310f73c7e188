#pragma once

#include "app/evidence/EvidenceView.h"
#include "ui/Page.h"

#include <map>
#include <string>

class wxChoice;
class wxSimplebook;
class wxTextCtrl;

namespace fledgling::ui {

class FilmPlayer;
class Form;
class Paragraph;
class Table;

/// What the half days want beyond the roll: shadowing sheets, films, exercises. A trainee fills the own; a mentor or
/// trainer reads them and confirms exercises. Subject: a course session, or a trainee's id with a course session
/// after a blank.
class EvidencePage : public Page {
public:
    EvidencePage(wxWindow* parent, Session& session);
    ~EvidencePage() override;

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    [[nodiscard]] wxString unkept() override;
    void refresh() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;

private:
    using Line = app::EvidenceView::Line;
    enum Sheet { TextSheet, FormSheet, FilmSheet };

    void layOut();
    void layOutForm();
    void drawLines();
    void drawChosen();
    void drawForm(const Line& line);
    void layFormAside();
    [[nodiscard]] domain::ShadowSheet written() const;
    void drawFilm(const Line& line);
    void act();
    void keepSheet(const Line& line);
    /// The keyboard to the first field the sheet still wants.
    void focusEmpty(const domain::ShadowSheet& sheet);
    void turn(const Line& line);
    void openOutside();
    [[nodiscard]] std::string filmFile(const Line& line);
    [[nodiscard]] const Line* chosen() const;
    [[nodiscard]] bool formChanged() const;
    [[nodiscard]] static wxString whyEarly(const Line& line);
    void enableDeeds();

    app::EvidenceView m_view;
    std::string m_wanted;
    std::string m_line; ///< whose form or film is shown
    std::map<std::string, domain::ShadowSheet> m_begun; ///< by line: typed and not kept, while other lines are shown
    bool m_drawing = false;
    Table* m_list = nullptr;
    wxSimplebook* m_sheets = nullptr;
    Paragraph* m_text = nullptr;
    Form* m_form = nullptr;
    wxChoice* m_whom = nullptr;
    wxTextCtrl* m_chats = nullptr;
    wxTextCtrl* m_learnt = nullptr;
    wxTextCtrl* m_question = nullptr;
    FilmPlayer* m_film = nullptr;
    wxButton* m_act = nullptr;
};

} // namespace fledgling::ui
