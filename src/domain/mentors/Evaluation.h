#pragma once

#include "domain/Id.h"
#include "domain/Time.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::domain {

/// When a trainee is asked about the mentor.
enum class Occasion {
    FirstShift, ///< after the first working day together
    End         ///< once the pairing has ended
};
[[nodiscard]] std::string_view keyOf(Occasion occasion); ///< "first-shift", "end"
[[nodiscard]] std::optional<Occasion> occasionOf(std::string_view key);

/// What is asked, each answered from 1 (not at all) to 5 (fully).
enum class Aspect { Explains, IsThere, Helps };
inline constexpr std::array ASPECTS{Aspect::Explains, Aspect::IsThere, Aspect::Helps};
inline constexpr int BEST_RATING = 5;

/// A trainee's word on the mentor. Private to the manager.
struct Evaluation {
    PersonId trainee;
    PersonId mentor;
    Occasion occasion = Occasion::FirstShift;
    std::array<int, ASPECTS.size()> ratings{}; ///< in the order of ASPECTS
    std::string note;
    friend bool operator==(const Evaluation&, const Evaluation&) = default;
};

/// The same with its note trimmed. Refused(RatingOutOfRange).
[[nodiscard]] Evaluation checked(Evaluation evaluation);

/// The mean of all ratings in tenths, "4.3" as 43; nothing for none.
[[nodiscard]] std::optional<int> meanRating(const std::vector<Evaluation>& evaluations);

} // namespace fledgling::domain
