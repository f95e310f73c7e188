#include "app/FindableName.h"

#include "domain/Text.h"
#include "format/Pinyin.h"

#include <algorithm>

namespace fledgling::app {

namespace {

bool beyondAscii(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char byte) { return byte > 0x7F; });
}

} // namespace

FindableName::FindableName(const std::string& name) : m_lower(domain::lowerAscii(name)), m_latin(!beyondAscii(name)) {}

std::size_t FindableName::find(const std::string& text) const {
    const std::string wanted = domain::lowerAscii(text);
    const std::size_t at = m_lower.find(wanted);
    if (m_latin || at == 0 || beyondAscii(wanted)) return at;
    std::string typed = wanted;
    std::erase(typed, ' ');
    if (typed.empty()) return at;
    if (!m_pinyin) m_pinyin = format::pinyinOf(m_lower);
    return std::min(at, m_pinyin->find(typed));
}

} // namespace fledgling::app
