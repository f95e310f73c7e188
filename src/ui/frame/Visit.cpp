#include "ui/frame/Visit.h"

#include <charconv>

namespace fledgling::ui {
namespace {

constexpr std::int64_t MINUTE_MS = 60 * 1000, VISIT_MS = 30 * MINUTE_MS;

std::int64_t numberKept(const std::string& text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

void Visit::begin(const std::string& name) {
    if (m_session.past()) return;
    m_name = name;
    const std::int64_t now = m_session.desk().clock.now().ms;
    const std::int64_t at = numberKept(m_session.remembered(name + ".at"));
    if (now - at > VISIT_MS) m_session.remember(name + ".since", m_session.remembered(name + ".seen"));
    m_since = numberKept(m_session.remembered(name + ".since"));
}

void Visit::seen(store::ChangeNumber upTo) const {
    if (m_session.past() || m_name.empty()) return;
    m_session.remember(m_name + ".seen", std::to_string(upTo));
    // To the minute: a page that is drawn anew at every change doesn't write its file each time.
    const std::int64_t now = m_session.desk().clock.now().ms;
    m_session.remember(m_name + ".at", std::to_string(now - now % MINUTE_MS));
}

} // namespace fledgling::ui
