#pragma once

#include "app/mentoring/MyTrainees.h"
#include "ui/Page.h"
#include "ui/chats/PointsCells.h"

#include <memory>

namespace fledgling::ui {

class OwnLeave;
class RichText;
class Table;
struct Row;

/// The trainees a mentor leads, those with most due first; Enter opens the log.
class TraineesPage : public Page {
public:
    TraineesPage(wxWindow* parent, Session& session);
    ~TraineesPage() override;

    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    void openLog(const std::string& trainee);
    void openMissingDay();
    void askLeave();
    void draw();
    void drawRows();
    void fitColumns();
    [[nodiscard]] Row rowOf(const app::MyTrainees::Row& from) const;

    app::MyTrainees m_view;
    Room m_room = Room::Wide;
    Table* m_table = nullptr;
    RichText* m_due = nullptr;
    wxButton* m_open = nullptr;
    wxButton* m_missing = nullptr;
    wxButton* m_askLeave = nullptr;
    std::unique_ptr<OwnLeave> m_leave;
};

} // namespace fledgling::ui
