#pragma once

#include "store/Book.h"

#include <optional>
#include <string>

namespace fledgling::store {

/// A change that a merge writes stands in the book at the moment of the merge: `Book::asOf` takes the last change
/// at or before a moment, so an older moment behind a newer one would show the past as nobody knew it. Who and which
/// local date stay those of the first time, and where and when that was stands before the reason, in UTC:
/// "[copy 123, 2026-11-20T07:02:07Z] reason", or "[again 99, ...] reason" for a value of this book that follows the
/// copy's because somebody chose it.
struct CarriedFrom {
    bool again = false;      ///< of this book, not of the copy
    ChangeNumber number = 0; ///< there
    domain::Instant at;      ///< to the second
    std::string why;         ///< the reason as it was given
};

/// The reason under which a change of the copy is carried over. One that was carried already keeps its first origin.
[[nodiscard]] std::string carriedWhy(const Change& original);
/// The reason under which values of that change are written again.
[[nodiscard]] std::string againWhy(const Change& original);
/// Nothing for a reason without such a mark.
[[nodiscard]] std::optional<CarriedFrom> carriedFrom(const std::string& why);

} // namespace fledgling::store
