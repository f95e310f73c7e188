#pragma once

#include "app/mentoring/MyTrainees.h"
#include "app/today/News.h"
#include "app/today/ToDo.h"
#include "domain/Person.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace fledgling::app {

/// Everything that waits for the actor in that role, and what is good to know.
[[nodiscard]] std::vector<ToDo> roleToDo(Desk& desk, domain::Role role, const std::string& language);

/// The home page of a role: what waits, nearest first, and what others did. Page: "today". The list takes few
/// statements, since it is what the window shows first; the news are asked for after that.
class TodayView {
public:
    /// One line, or the rest of many of a kind that lead to the same page.
    struct Line {
        ToDo todo;
        int more = 0; ///< so many others of this kind aren't listed; 0 for an ordinary line
    };
    /// So many lines of one kind are listed before the rest becomes one line.
    static constexpr int MOST_OF_A_KIND = 4;

    TodayView(Desk& desk, domain::Role role, std::string language)
        : m_desk(desk), m_role(role), m_language(std::move(language)) {}
    std::function<void()> onChanged;

    /// Asks the store again; the news stay until loadNews.
    void load();
    /// What others did since that change (0: in the last three days), and a mentor's trainees.
    void loadNews(store::ChangeNumber since);

    [[nodiscard]] domain::Date day() const { return m_day; }
    /// Sessions of the day shown that want marking or closing, in time order.
    [[nodiscard]] const std::vector<ToDo>& sessions() const { return m_sessions; }
    /// Everything else that waits, nearest first.
    [[nodiscard]] const std::vector<Line>& waiting() const { return m_waiting; }
    /// What is only good to know: sessions to come, the mentors' loads.
    [[nodiscard]] const std::vector<Line>& ahead() const { return m_ahead; }
    /// How many things wait, folded ones counted.
    [[nodiscard]] int due() const;
    /// The same by the page on which each is done; at pairing the trainees who wait for a mentor.
    [[nodiscard]] const std::map<std::string, int>& dueByPage() const { return m_dueByPage; }
    [[nodiscard]] const std::vector<News>& news() const { return m_news; }
    [[nodiscard]] const std::vector<Turn>& turns() const { return m_turns; }
    /// A mentor's trainees, those with most due first.
    [[nodiscard]] const std::vector<MyTrainees::Row>& trainees() const { return m_trainees; }
    /// The book's last change when the list was read: what a next visit is compared with.
    [[nodiscard]] store::ChangeNumber seen() const { return m_seen; }

private:
    Desk& m_desk;
    domain::Role m_role;
    std::string m_language;
    domain::Date m_day;
    std::vector<ToDo> m_sessions;
    std::vector<Line> m_waiting, m_ahead;
    std::map<std::string, int> m_dueByPage;
    std::vector<News> m_news;
    std::vector<Turn> m_turns;
    std::vector<MyTrainees::Row> m_trainees;
    store::ChangeNumber m_seen = 0;
};

} // namespace fledgling::app
