#include "ui/quiz/QuizSheets.h"

#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <wx/intl.h>

namespace fledgling::ui::sheets {

using app::QuizState;
using app::QuizView;
using look::State;

namespace {

std::string factLine(const wxString& name, const wxString& value) {
    return "<tr><th align=\"left\">" + escapedHtml(name) + "</th><td>" + escapedHtml(value) + "</td></tr>";
}

wxString textOf(const app::Said& said) {
    if (said.truth) return *said.truth ? _("True") : _("False");
    std::vector<wxString> parts;
    for (const auto& one : said.parts)
        parts.push_back(u8(one));
    return dotted(parts);
}

std::string verdict(const QuizView::Reviewed& one) {
    if (!one.fraction) return signedHtml(State::Due, _("waits for a marker"));
    const int percent = *one.fraction / (domain::FULL_MARK / 100);
    if (*one.fraction == domain::FULL_MARK) return signedHtml(State::Met, _("right"));
    if (*one.fraction == 0) return signedHtml(State::Missing, _("not right"));
    return signedHtml(State::Due, wxString::Format(_("%d %% of the mark"), percent));
}

/// Names what to read again.
bool readsAgain(const QuizView::Reviewed& one) {
    return !one.session.empty() && one.fraction && *one.fraction < domain::FULL_MARK;
}

std::string reviewed(const QuizView::Reviewed& one, int number) {
    std::string html =
        "<hr><p><b>" + std::to_string(number) + "</b> " + verdict(one) + "</p>" + one.html + "<table>";
    html += factLine(_("what you answered"), one.yours.empty() ? _("nothing") : textOf(one.yours));
    if (!one.right.empty()) html += factLine(_("right answer"), textOf(one.right));
    if (!one.feedback.empty()) html += factLine(_("about your answer"), u8(one.feedback));
    if (!one.note.empty()) html += factLine(_("the marker's note"), u8(one.note));
    html += "</table>" + one.explanation;
    if (readsAgain(one))
        html += "<p><a href=\"session/" + escapedHtml(one.session) + "\">" +
                escapedHtml(wxString::Format(_("Read again: %s"), u8(one.sessionTitle))) + "</a></p>";
    return html;
}

wxString quizStateWord(QuizState state) {
    switch (state) {
    case QuizState::ToTake: return _("to take");
    case QuizState::UnderWay: return _("under way");
    case QuizState::Waiting: return _("waits for a marker");
    case QuizState::Passed: return _("passed");
    case QuizState::Failed: return _("not passed, may be taken again");
    case QuizState::UsedUp: return _("not passed, no attempt left");
    }
    return {};
}

} // namespace

State stateOf(QuizState state) {
    switch (state) {
    case QuizState::ToTake: return State::NotYet;
    case QuizState::UnderWay:
    case QuizState::Waiting: return State::Due;
    case QuizState::Passed: return State::Met;
    case QuizState::Failed:
    case QuizState::UsedUp: return State::Missing;
    }
    return State::None;
}

wxString standingOf(const QuizView::Row& row) {
    const auto verdict = quizStateWord(row.state);
    // While a paper is under way or waits, no result that is known is the verdict.
    if (!row.result || row.state == QuizState::UnderWay || row.state == QuizState::Waiting) return verdict;
    return dotted({wxString::Format("%d %%", row.result->percent), verdict,
                   row.waits   ? _("last paper handed in, waits for a marker")
                   : row.since ? wxString::Format(_("last time %d %%"), row.since->percent)
                               : wxString()});
}

wxString whyNotBegin(const QuizView::Row& row) {
    if (row.mayBegin()) return {};
    switch (row.state) {
    case QuizState::ToTake:
    case QuizState::Failed: break;
    case QuizState::UnderWay: return _("This quiz is under way: answer it, then hand it in.");
    case QuizState::Waiting:
        return _("Your last paper waits for a marker: what it comes to decides whether another one is needed.");
    case QuizState::Passed: return _("You have passed this quiz: it isn't taken again.");
    case QuizState::UsedUp:
        return wxString::Format(_("No attempt is left: %d of %d are used. Ask your trainer, who can grant a further one."),
                                row.used, row.allowed);
    }
    return {};
}

namespace {

/// What F5 does, before it is pressed; empty where it does nothing.
std::string clockStarts(const QuizView::Row& row) {
    if (!row.mayBegin()) return {};
    const wxString begins = row.minutes > 0 ? wxString::Format(_("F5 begins: from then on the %d minutes run."), row.minutes)
                                            : _("F5 begins; there is no clock.");
    const int left = row.allowed - row.used;
    return paragraphHtml(row.practice || row.used == 0
                             ? begins
                             : begins + " " + wxString::Format(wxPLURAL("%d attempt is left.", "%d attempts are left.", left), left));
}

} // namespace

std::string start(const QuizView::Row& row) {
    std::string html =
        "<table>" + factLine(_("questions"), wxString::Format("%d", row.questions)) +
        factLine(_("time"), row.minutes > 0 ? wxString::Format(_("%d minutes"), row.minutes) : _("no limit")) +
        factLine(_("to pass"), wxString::Format("%d %%", row.passPercent));
    if (!row.practice)
        html += factLine(_("attempts"), dotted({wxString::Format(_("%d of %d used"), row.used, row.allowed),
                                                wxString::Format(_("%d left"), std::max(0, row.allowed - row.used))}));
    html += "</table>" + clockStarts(row);
    if (row.practice) html += paragraphHtml(_("For practice: take it as often as you like, it decides nothing."));
    html +=
        paragraphHtml(row.minutes > 0
                      ? _("Every answer is kept as soon as it is given. You may close the window and go on later; "
                          "the time runs on.")
                      : _("Every answer is kept as soon as it is given. You may close the window and go on later."));
    if (row.minutes > 0)
        html += paragraphHtml(_("When the time is over, what you answered is handed in as it stands."));
    return html + paragraphHtml(_("Afterwards you see your score, the right answers, and what to read again."));
}

namespace {

/// Handed in without a score: what it hangs on, and that what stands above is of an earlier paper.
std::string waiting(const QuizView& view, const QuizView::Row& row) {
    const auto open = std::count_if(view.reviewed().begin(), view.reviewed().end(), [](const auto& one) { return !one.fraction; });
    const wxString handedIn =
        wxString::Format(wxPLURAL("This paper is handed in. %d answer waits for a marker; its score comes with the mark.",
                                  "This paper is handed in. %d answers wait for a marker; its score comes with the marks.",
                                  static_cast<unsigned>(open)),
                         static_cast<int>(open));
    const bool stands = row.result && row.state != QuizState::Waiting;
    return "<p>" + signedHtml(State::Due, handedIn) + "</p>" +
           (stands ? paragraphHtml(wxString::Format(_("%d %% is the result of an earlier paper. Below is the last one."), row.result->percent)) : "");
}

} // namespace

std::string outcome(const QuizView& view) {
    std::string html;
    const auto* row = view.shown();
    if (row && row->waits)
        html += waiting(view, *row);
    else if (row && row->result && row->since)
        html += paragraphHtml(wxString::Format(_("Below is your last attempt, %d %%. Your result stays %d %%."), row->since->percent,
                                               row->result->percent));
    if (row) html += clockStarts(*row);
    const bool links = std::any_of(view.reviewed().begin(), view.reviewed().end(), readsAgain);
    if (links) html += paragraphHtml(linkKeys());
    if (view.timedOut()) html += paragraphHtml(_("The time was over: what you had answered was handed in."));
    if (!view.regradedWhy().empty())
        html += paragraphHtml(wxString::Format(_("Marked again with corrected questions: %s"), u8(view.regradedWhy())));
    int number = 0;
    for (const auto& one : view.reviewed())
        html += reviewed(one, ++number);
    return html;
}

} // namespace fledgling::ui::sheets
