#include "domain/mentors/Evaluation.h"

#include "domain/Keys.h"
#include "domain/Refused.h"
#include "domain/Text.h"

namespace fledgling::domain {

namespace {
constexpr Keys<Occasion, 2> OCCASIONS{{{Occasion::FirstShift, "first-shift"}, {Occasion::End, "end"}}};
} // namespace

std::string_view keyOf(Occasion occasion) { return OCCASIONS.key(occasion); }
std::optional<Occasion> occasionOf(std::string_view key) { return OCCASIONS.value(key); }

Evaluation checked(Evaluation evaluation) {
    for (const int rating : evaluation.ratings)
        if (rating < 1 || rating > BEST_RATING) throw Refused(Rule::RatingOutOfRange, {"1", std::to_string(BEST_RATING)});
    evaluation.note = note(evaluation.note, "note");
    return evaluation;
}

std::optional<int> meanRating(const std::vector<Evaluation>& evaluations) {
    int sum = 0, count = 0;
    for (const auto& one : evaluations)
        for (const int rating : one.ratings)
            sum += rating, ++count;
    return count == 0 ? std::nullopt : std::optional((sum * 10 + count / 2) / count);
}

} // namespace fledgling::domain
