#include "app/Events.h"

#include <algorithm>

namespace fledgling::app {

std::set<Topic> allTopics() {
    std::set<Topic> all;
    for (int topic = 0; topic <= static_cast<int>(Topic::Settings); ++topic)
        all.insert(static_cast<Topic>(topic));
    return all;
}

Events::Subscription Events::listen(Listener listener) {
    auto kept = std::make_shared<Listener>(std::move(listener));
    m_listeners.push_back(kept);
    return Subscription(std::move(kept));
}

void Events::tell(const std::set<Topic>& topics) {
    std::erase_if(m_listeners, [](const auto& one) { return one.expired(); });
    const auto listeners = m_listeners; // a listener may subscribe or end another while we go
    for (const auto& weak : listeners)
        if (const auto listener = weak.lock()) (*listener)(topics);
}

} // namespace fledgling::app
