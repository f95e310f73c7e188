#pragma once

#include <string>
#include <vector>

namespace fledgling::app {

/// What a cell or row of a page stands for in the book.
struct BookKey {
    std::string table;
    /// In the order of the table's key columns; fewer parts than it has: every key that begins so.
    std::vector<std::string> key;
    friend bool operator==(const BookKey&, const BookKey&) = default;
};

} // namespace fledgling::app
