#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace fledgling::bench {

/// Seconds the action took.
template <class Action>
double taken(Action action) {
    const auto begin = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Of at least one value.
inline double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace fledgling::bench
