#include "app/merge/MergeWords.h"

#include "store/merge/CarriedWhy.h"

namespace fledgling::app {

std::string whyInWords(const std::string& why, const Clock& clock, const Tongue& tr) {
    const auto from = store::carriedFrom(why);
    if (!from) return why;
    const std::vector<std::string> when{longDate(clock.dateOf(from->at), tr) + " " + clock.timeOf(from->at).text(),
                                        std::to_string(from->number)};
    // TRANSLATORS: {0} day and time, {1} number of the change in the copy
    const auto made = from->again ? filled(tr("kept at a merge, as set {0} by change {1}"), when)
                                  : filled(tr("made {0} in a copy, change {1} there"), when);
    return from->why.empty() ? made : filled(tr("{0}: {1}"), {made, whyInWords(from->why, clock, tr)});
}

} // namespace fledgling::app
