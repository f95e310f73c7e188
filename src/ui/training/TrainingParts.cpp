#include "ui/training/TrainingParts.h"

#include "ui/Text.h"
#include "ui/evidence/EvidenceFigure.h"
#include "ui/today/TodayPageNews.h"
#include "ui/training/TrainingSheets.h"

#include <algorithm>
#include <set>
#include <wx/intl.h>

namespace fledgling::ui::parts {

using app::TraineeView;
using look::State;

namespace {

/// How many of those taken were passed.
/// Of what counts: a quiz for practice decides nothing.
Cell resultsCell(const std::vector<TraineeView::ResultRow>& results) {
    std::set<std::string> taken, passed;
    for (const auto& one : results) {
        if (one.practice) continue;
        taken.insert(one.attempt.assessment);
        if (one.attempt.passed) passed.insert(one.attempt.assessment);
    }
    if (taken.empty()) return {.text = _("no result"), .state = State::NotYet};
    return {.text = wxString::Format("%d/%d", static_cast<int>(passed.size()), static_cast<int>(taken.size())),
            .state = passed.size() == taken.size() ? State::Met : State::Missing};
}

Row group(const std::string& id, const wxString& title) {
    return {id, {{.text = title, .bold = true}, {}, {}}};
}

/// Attended, and some of its evidence isn't there; of a session that is owed the debt itself is said.
bool notEvidenced(const TraineeView::Session& one) {
    const bool attended = one.state == domain::SessionState::Attended || one.state == domain::SessionState::MadeUp;
    return attended && !one.lacks.empty();
}

/// As the page on which it is given says.
Cell evidenceCell(const TraineeView& view) {
    int missing = 0, toConfirm = 0;
    bool complete = true;
    for (const auto& one : view.sessions()) {
        missing += one.missing();
        toConfirm += one.toConfirm();
        complete = complete && one.lacks.empty();
    }
    return evidenceFigure(missing, toConfirm, complete);
}

} // namespace

std::string idOf(const TraineeView::Session& session) { return "session " + session.courseSession; }
std::string idOf(const TraineeView::Text& text) { return "text " + text.file; }
std::string idOf(const app::News& news) { return "news " + std::to_string(news.change); }

void addSessions(std::vector<Row>& rows, const TraineeView& view) {
    rows.push_back(group("group sessions", _("My sessions")));
    for (const auto& one : view.sessions()) {
        const wxString mark = sheets::markText(one);
        if (notEvidenced(one)) {
            rows.push_back({idOf(one),
                            {{.text = "   " + u8(one.title)},
                             {.text = sheets::startText(one), .muted = true},
                             {.text = _("not evidenced"), .state = State::Due, .spoken = _("attended, not evidenced")}}});
            continue;
        }
        const wxString words = one.next ? _("up next")
                               : one.state == domain::SessionState::Owed || mark.empty()
                                   ? sheets::stateText(one)
                                   : mark;
        rows.push_back({idOf(one),
                        {{.text = "   " + u8(one.title), .bold = one.next},
                         {.text = sheets::startText(one), .muted = !one.next},
                         {.text = words, .state = one.next ? State::Due : sheets::stateOf(one)}}});
    }
}

void addTexts(std::vector<Row>& rows, const TraineeView& view) {
    if (!view.texts().empty()) rows.push_back(group("group texts", _("Texts to read and sign")));
    for (const auto& one : view.texts())
        rows.push_back({idOf(one),
                        {{.text = "   " + u8(one.title)},
                         {.text = one.day ? dayText(*one.day) : wxString(), .muted = true},
                         {.text = one.done  ? _("signed")
                                  : one.day ? _("changed")
                                            : _("to sign"),
                          .state = one.done  ? State::Met
                                   : one.day ? State::Changed
                                             : State::Due}}});
}

void addStanding(std::vector<Row>& rows, const TraineeView& view, const OwnQuiz& own) {
    const auto& skills = view.skills();
    const auto done =
        std::count_if(skills.begin(), skills.end(), [](const auto& one) { return one.level >= one.need; });
    const auto owed = static_cast<int>(view.owed().size());
    const auto& criteria = view.criteria();
    const auto met = std::count_if(criteria.begin(), criteria.end(), [](const auto& one) { return one.cell.fulfilled(); });
    const auto share = [](auto have, std::size_t all) {
        return wxString::Format("%d/%d", static_cast<int>(have), static_cast<int>(all));
    };
    const auto stateOf = [](auto have, std::size_t all) {
        return static_cast<std::size_t>(have) == all ? State::Met : State::Due;
    };
    rows.push_back(group("group standing", _("Where I stand")));
    const auto taken = view.totals().takenPercent();
    rows.push_back(
        {"attendance",
         {{.text = "   " + _("Attendance and make-ups")},
          {.text = taken ? wxString::Format(_("%d %% taken"), *taken) : wxString::FromUTF8("–"),
           .muted = true},
          owed > 0 ? Cell{.text = wxString::Format(_("owes %d"), owed), .state = State::Missing}
                   : Cell{.text = _("nothing owed"), .state = State::Met}}});
    rows.push_back({"skills",
                    {{.text = "   " + _("Skills")},
                     {},
                     {.text = share(done, skills.size()), .state = stateOf(done, skills.size())}}});
    rows.push_back({"results",
                    {{.text = "   " + _("Quizzes and practical checks")}, {}, resultsCell(view.results())}});
    Cell quiz{.text = _("Enter opens it"), .muted = true};
    if (!own.toDo.empty()) quiz = {.text = own.toDo, .state = State::Due};
    rows.push_back({"quiz", {{.text = "   " + _("Take a quiz")}, {.text = own.title, .muted = true}, quiz}});
    rows.push_back({"evidence", {{.text = "   " + _("Sheets, films and exercises")}, {}, evidenceCell(view)}});
    rows.push_back({"answers", {{.text = "   " + _("Questions and answers")}, {}, {}}});
    rows.push_back({"record", {{.text = "   " + _("Everything recorded about me")}, {}, {.text = _("Enter opens it"), .muted = true}}});
    rows.push_back({"readiness",
                    {{.text = "   " + _("Readiness and decision")},
                     {},
                     {.text = share(met, criteria.size()), .state = stateOf(met, criteria.size())}}});
}

void addNews(std::vector<Row>& rows, const std::vector<app::News>& news, const app::Clock& clock) {
    if (!news.empty()) rows.push_back(group("group news", _("Since you were here")));
    for (const auto& one : news)
        rows.push_back({idOf(one),
                        {{.text = "   " + newsText(one)},
                         {.text = momentText(clock, one.at), .muted = true},
                         {.text = _("Enter opens it"), .state = State::Changed}}});
}

} // namespace fledgling::ui::parts
