#include "domain/evidence/Watched.h"

#include "domain/Text.h"

#include <algorithm>
#include <charconv>

namespace fledgling::domain {

namespace {

/// A player that reports every half second may still lose a beat; more than that is a jump.
constexpr int LONGEST_BEAT = 3;

std::optional<int> secondsOf(std::string_view text) {
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

} // namespace

void Watched::add(int from, int to) {
    if (from < 0 || to <= from) return;
    m_stretches.push_back({from, to});
    std::sort(m_stretches.begin(), m_stretches.end(), [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
    std::vector<Stretch> merged;
    for (const auto& one : m_stretches) {
        if (!merged.empty() && one.from <= merged.back().to)
            merged.back().to = std::max(merged.back().to, one.to);
        else
            merged.push_back(one);
    }
    m_stretches = std::move(merged);
}

void Watched::add(const Watched& other) {
    for (const auto& one : other.m_stretches)
        add(one.from, one.to);
}

int Watched::seconds() const {
    int all = 0;
    for (const auto& one : m_stretches)
        all += one.to - one.from;
    return all;
}

int Watched::percentOf(int length) const {
    if (length <= 0) return 0;
    long long seen = 0;
    for (const auto& one : m_stretches)
        seen += std::max(0, std::min(one.to, length) - one.from);
    return static_cast<int>(seen * 100 / length);
}

std::string Watched::text() const {
    std::string all;
    for (const auto& one : m_stretches)
        all += (all.empty() ? "" : ",") + std::to_string(one.from) + "-" + std::to_string(one.to);
    return all;
}

std::optional<Watched> Watched::parse(std::string_view text) {
    Watched watched;
    if (text.empty()) return watched;
    for (const auto& part : split(text, ',')) {
        const auto dash = part.find('-');
        if (dash == std::string::npos) return std::nullopt;
        const auto from = secondsOf(std::string_view(part).substr(0, dash));
        const auto to = secondsOf(std::string_view(part).substr(dash + 1));
        if (!from || !to || *to <= *from) return std::nullopt;
        watched.add(*from, *to);
    }
    return watched;
}

void WatchClock::at(int second) {
    if (m_last && second > *m_last && second - *m_last <= LONGEST_BEAT) m_watched.add(*m_last, second);
    m_last = second;
}

} // namespace fledgling::domain
