#pragma once

#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace fledgling::app {

/// What may have changed. A topic, never a pointer: whoever listens asks the store again.
enum class Topic { People, Courses, Calendar, Cohorts, Roll, Evidence, Pairing, Logs, Skills, Problems, Results, Quizzes, Chats, Decisions, Settings };

/// Every topic: somebody wrote, nobody says what.
[[nodiscard]] std::set<Topic> allTopics();

/// Tells listeners which topics changed, after the commit. Single-threaded: the window's thread or the terminal's.
class Events {
public:
    using Listener = std::function<void(const std::set<Topic>&)>;

    /// Ends by itself when it goes; it may outlive the Events it came from.
    class Subscription {
    public:
        Subscription() = default;

    private:
        friend class Events;
        explicit Subscription(std::shared_ptr<Listener> listener) : m_listener(std::move(listener)) {}
        std::shared_ptr<Listener> m_listener;
    };

    [[nodiscard]] Subscription listen(Listener listener);
    /// A listener that appears or goes away while being told is safe.
    void tell(const std::set<Topic>& topics);

private:
    std::vector<std::weak_ptr<Listener>> m_listeners;
};

} // namespace fledgling::app
