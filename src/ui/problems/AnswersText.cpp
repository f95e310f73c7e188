#include "ui/problems/AnswersText.h"

#include "ui/training/TrainingWords.h"

#include <wx/intl.h>

namespace fledgling::ui {

std::string answersToRead(const std::string& html) {
    if (!html.empty()) return html;
    return "<p>" + escapedHtml(_("No common answer has been agreed on yet.")) + "</p><p>" +
           escapedHtml(_("Everybody keeps the day's problems in a problem log. Each week one mentor sums them up on the page "
                         "Problem summary; an answer agreed on there stands here, for everybody.")) +
           "</p>";
}

} // namespace fledgling::ui
