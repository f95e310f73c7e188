#pragma once

#include "app/today/TodayView.h"
#include "ui/Page.h"
#include "ui/frame/Visit.h"

#include <functional>
#include <vector>
#include <wx/timer.h>

class wxScrolledWindow;
class wxSizer;

namespace fledgling::ui {

/// The home page: one list of what waits, nearest first, each line a button with its number; then what others
/// did since the last visit. A visit ends when the page hasn't been opened for half an hour.
class TodayPage : public Page {
public:
    TodayPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    void refresh() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;

private:
    void noteSeen();
    void draw();
    void drawSessions();
    void drawLines(const wxString& heading, const std::vector<app::TodayView::Line>& lines);
    void drawTrainees();
    void drawNews();
    void addHeading(const wxString& heading);
    void addNote(const wxString& text, look::State state = look::State::None);
    /// What a line rests on in the book: asked when its history is.
    using Behind = std::function<std::vector<app::BookKey>()>;
    void addLine(const std::string& icon, const wxString& words, const wxString& count,
                 const std::string& page, const std::string& subject, Behind behind);
    void addSession(wxWindow* card, wxSizer* row, const app::ToDo& todo);
    /// The key of the next line: a digit, then a letter.
    [[nodiscard]] wxString nextKey() const;
    void onKeyDown(wxKeyEvent& event);
    void moveBy(int lines);
    [[nodiscard]] int focused() const;

    app::TodayView m_view;
    Visit m_visit;
    wxScrolledWindow* m_list = nullptr;
    std::vector<wxWindow*> m_buttons;
    std::vector<std::function<void()>> m_does;
    std::vector<Behind> m_behind;
    bool m_newsKnown = false;
    bool m_newsDue = false;
    wxTimer m_later;
};

} // namespace fledgling::ui
