#pragma once

#include "app/Words.h"
#include "app/history/BookKey.h"
#include "app/history/BookNames.h"

#include <functional>
#include <optional>
#include <string>

namespace fledgling::app {

/// Several ids with commas between them, each with its own title.
[[nodiscard]] bool holdsList(const std::string& table, const std::string& field);

/// A field's value in words, with the titles that stand behind course ids; `title` gives these (BookNames::title).
[[nodiscard]] std::string valueInWords(const std::string& table, const std::string& field, const std::string& value,
                                       const std::function<std::string(const std::string&)>& title, const Tongue& tr);

/// The same of that line of the book, and an answer to a quiz in the words of its question; without `title` by `names`.
[[nodiscard]] std::string valueInWords(const BookKey& of, const std::string& field, const std::string& value, BookNames& names,
                                       const Tongue& tr, const std::function<std::string(const std::string&)>& title = {});

/// What a value says where its field isn't named: the minutes of a mark as "12 min". Nothing of any other field.
[[nodiscard]] std::optional<std::string> saidAlone(const std::string& table, const std::string& field, const std::string& value,
                                                   const Tongue& tr);

/// A part of a line's key in words: the title behind a course id, "chat 3", "attempt 2".
[[nodiscard]] std::string keyInWords(const std::string& column, const std::string& text, BookNames& names, const Tongue& tr);

} // namespace fledgling::app
