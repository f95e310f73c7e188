#pragma once

#include "app/history/BookKey.h"
#include "app/today/News.h"
#include "app/today/ToDo.h"

#include <vector>

namespace fledgling::app {

/// Where the book keeps what a line of the home page rests on, for its history; empty for a line that rests on
/// nothing recorded, or on a count of many things.
[[nodiscard]] std::vector<BookKey> keysBehind(Desk& desk, const ToDo& todo);
/// The lines of the book that a piece of news wrote; those about its person where it leads to a person's page.
[[nodiscard]] std::vector<BookKey> keysBehind(Desk& desk, const News& news);
/// What makes somebody ready, or not ready any more.
[[nodiscard]] std::vector<BookKey> keysBehind(const Turn& turn);

} // namespace fledgling::app
