#include "ui/training/TrainingSheets.h"

#include "app/Words.h"
#include "app/evidence/EvidenceWords.h"
#include "ui/assessment/ResultWords.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <map>
#include <wx/intl.h>

namespace fledgling::ui::sheets {

using app::TraineeView;
using domain::CriterionState;
using domain::SessionState;
using look::State;

namespace {

/// Between a paragraph and the table below it, which would stick to it.
constexpr const char* GAP = "<p></p>";

std::string heading(const wxString& text) { return "<h3>" + escapedHtml(text) + "</h3>"; }
std::string cell(const wxString& text) { return "<td>" + escapedHtml(text) + "</td>"; }
std::string head(const wxString& text) { return "<th align=\"left\">" + escapedHtml(text) + "</th>"; }

/// Sign and words in the state's colour.
std::string stateCell(State state, const wxString& words) {
    return "<td>" + signedHtml(state, words) + "</td>";
}

std::string rowHtml(const wxString& name, const wxString& value) {
    if (value.empty()) return {};
    return "<tr>" + head(name) + cell(value) + "</tr>";
}

/// What there is of it; where there is nothing to count the state beside it says all.
wxString cellValue(const domain::Cell& cell) {
    if (!cell.assessed || (cell.need == 0 && cell.total == 0)) return wxString::FromUTF8("–");
    if (domain::isLeast(cell.measure)) return wxString::Format(_("%d, at least %d needed"), cell.have, cell.need);
    return wxString::Format(_("%d of %d"), cell.have, std::max(cell.need, cell.total));
}

std::string materials(const TraineeView::Session& one) {
    std::string html;
    for (const auto& material : one.materials) {
        const wxString name = material.film ? wxString::Format(_("Film: %s"), u8(material.title)) : u8(material.title);
        html += "<li><a href=\"" + escapedHtml(material.path) + "\">" + escapedHtml(name) + "</a></li>";
    }
    return html.empty() ? html : heading(_("Hand-outs and films")) + "<ul>" + html + "</ul>" + paragraphHtml(linkKeys());
}

std::string decision(const TraineeView& view) {
    if (!view.decision()) {
        if (!view.review()) return {};
        return paragraphHtml(wxString::Format(_("Your go-live review is %s."), onDayText(*view.review())));
    }
    const auto& one = *view.decision();
    const wxString word = u8(app::word(one.kind, tongue));
    wxString said = one.until ? wxString::Format(_("Go-live: %s, until %s."), word, dateText(*one.until))
                              : wxString::Format(_("Go-live: %s."), word);
    if (const auto on = view.decidedOn()) said = wxString::Format(_("%1$s %2$s"), said, wxString::Format(_("Decided on %s."), dateText(*on)));
    return heading(_("Decision")) + paragraphHtml(said);
}

} // namespace

State stateOf(SessionState state) {
    switch (state) {
    case SessionState::Ahead: return State::NotYet;
    case SessionState::Attended:
    case SessionState::MadeUp: return State::Met;
    case SessionState::Waived: return State::Waived;
    case SessionState::Owed: return State::Missing;
    }
    return State::None;
}

State stateOf(const TraineeView::Session& session) {
    return session.unmarked ? State::Due : stateOf(session.state);
}

wxString stateText(const TraineeView::Session& session) {
    return session.unmarked ? _("to be marked") : u8(app::word(session.state, tongue));
}

State stateOf(CriterionState state) {
    switch (state) {
    case CriterionState::Met: return State::Met;
    case CriterionState::Due: return State::Due;
    case CriterionState::Missing: return State::Missing;
    case CriterionState::NotYetAssessed: return State::NotYet;
    case CriterionState::Waived: return State::Waived;
    }
    return State::None;
}

wxString markText(const TraineeView::Session& session) {
    if (session.marks.empty()) return {};
    const auto& mark = session.marks.back();
    const wxString word = u8(app::word(mark.kind, tongue));
    if (mark.minutes.count() == 0) return word;
    // TRANSLATORS: a mark and its minutes: "late 12 min"
    return wxString::Format(_("%s %d min"), word, static_cast<int>(mark.minutes.count()));
}

wxString whenText(const TraineeView::Session& session) {
    if (!session.day) return _("date not set yet");
    wxString text = dayText(*session.day);
    if (session.hours) text << ' ' << u8(session.hours->text());
    return text;
}

wxString startText(const TraineeView::Session& session) {
    if (!session.day || !session.hours) return whenText(session);
    return dayText(*session.day) + " " + u8(session.hours->begin().text());
}

wxString makeUpText(const TraineeView::Session& session) {
    if (session.state != SessionState::Owed) return {};
    if (session.makeUp)
        return wxString::Format(_("You owe this session. It is held again on %s."),
                                dateText(*session.makeUp));
    return _("You owe this session. No date is planned yet: ask your trainer.");
}

std::string session(const TraineeView& view, const TraineeView::Session& one) {
    const auto text = view.textOf(one);
    std::string html = "<table>" + rowHtml(_("when"), whenText(one)) + rowHtml(_("where"), u8(one.room)) +
                       rowHtml(_("trainer"), one.trainer.empty() ? _("not named yet") : u8(one.trainer)) +
                       rowHtml(_("kind"), u8(app::word(one.kind, tongue)));
    if (!one.marks.empty()) {
        html += rowHtml(_("attendance"), markText(one));
        html += rowHtml(_("what it costs"), one.consequence.empty() ? _("nothing") : u8(one.consequence));
    }
    html += rowHtml(_("make-up"), makeUpText(one)) + "</table>";
    html += materials(one);
    return html + (text.empty() ? paragraphHtml(_("There is no text for this session.")) : text);
}

std::string text(const TraineeView& view, const TraineeView::Text& one) {
    const wxString state =
        one.done && one.day ? wxString::Format(_("You signed this text on %s."), dateText(*one.day))
        : one.day
            ? _("The text has changed since you signed it. Read it to its end, then sign again with F9.")
            : _("Read the text to its end, then sign with F9.");
    return "<p>" + signedHtml(one.done ? State::Met : State::Due, state) + "</p>" + view.textOf(one);
}

std::string attendance(const TraineeView& view) {
    std::string rows = "<tr>" + head(_("session")) + head(_("when")) + head(_("attendance")) +
                       head(_("what it costs")) + "</tr>";
    for (const auto& one : view.sessions()) {
        const wxString mark = markText(one);
        const State state = stateOf(one);
        const wxString words = mark.empty() ? stateText(one) : mark;
        rows += "<tr>" + cell(u8(one.title)) + cell(whenText(one)) + stateCell(state, words) +
                cell(one.marks.empty()         ? wxString()
                     : one.consequence.empty() ? _("nothing")
                                               : u8(one.consequence)) +
                "</tr>";
    }
    std::string html = "<table>" + rows + "</table>";
    const auto& totals = view.totals();
    const auto taken = totals.takenPercent();
    html += paragraphHtml(taken ? wxString::Format(_("Taken so far: %d %%. Best still possible: %d %%."), *taken,
                                               totals.possiblePercent())
                            : _("No half day is marked yet."));
    std::string owed;
    for (const auto* one : view.owed())
        owed += "<li>" + escapedHtml(labelled(u8(one->title), makeUpText(*one))) + "</li>";
    if (owed.empty()) return html + paragraphHtml(_("You owe no make-up."));
    return html + heading(_("Make-ups you owe")) + "<ul>" + owed + "</ul>";
}

std::string skills(const TraineeView& view) {
    std::string rows = "<tr>" + head(_("skill")) + head(_("level")) + head(_("needed")) + "</tr>";
    for (const auto& one : view.skills()) {
        const State state = one.level >= one.need                   ? State::Met
                            : one.level == domain::SkillLevel::None ? State::NotYet
                                                                    : State::Due;
        rows += "<tr>" + cell(u8(one.title)) + stateCell(state, levelText(one.level)) +
                cell(levelText(one.need)) + "</tr>";
    }
    return paragraphHtml(_("Your mentor signs a level once a log entry proves it.")) + GAP + "<table>" + rows +
           "</table>";
}

std::string evidence(const TraineeView& view) {
    std::string html = paragraphHtml(_("A half day on the floor counts as evidenced once its sheet is written; films are to be watched and "
                                   "exercises done. Enter opens the page on which you do it."));
    std::string rows;
    for (const auto& one : view.sessions())
        for (const auto& lack : one.lacks) {
            const bool waits = lack.lack.kind == domain::EvidenceLack::Kind::Confirmation;
            const State state = !one.lacksDue ? State::NotYet : waits ? State::Due : State::Missing;
            rows += "<tr>" + cell(u8(one.title)) + stateCell(state, u8(app::sentence(lack.lack, lack.title, tongue))) + "</tr>";
        }
    return rows.empty() ? paragraphHtml(_("Nothing is missing.")) : html + GAP + "<table>" + rows + "</table>";
}

std::string attempts(const TraineeView& view, const std::string& assessment) {
    std::string rows;
    for (const auto& one : view.results()) {
        if (one.attempt.assessment != assessment) continue;
        wxString outcome = outcomeText(one.kind, one.attempt.percent, one.attempt.passed);
        if (one.kind == domain::AssessmentKind::Quiz && !one.attempt.passed)
            outcome << _(", ") << wxString::Format(_("%d %% to pass"), one.passPercent);
        rows += "<tr>" + cell(wxString::Format("%d", one.attempt.number)) + cell(dayText(one.attempt.day)) +
                stateCell(one.attempt.passed ? State::Met : State::Missing, outcome) + cell(u8(one.by)) + "</tr>";
    }
    return "<table><tr>" + head(_("attempt")) + head(_("when")) + head(_("result")) + head(_("recorded by")) + "</tr>" + rows +
           "</table>";
}

std::string results(const TraineeView& view, bool everyAttempt) {
    if (view.results().empty()) return paragraphHtml(_("Nothing has been assessed yet."));
    std::map<std::string, std::vector<domain::Attempt>> byAssessment;
    std::vector<const TraineeView::ResultRow*> latest;
    for (const auto& one : view.results()) {
        auto& all = byAssessment[one.attempt.assessment];
        all.empty() ? latest.push_back(&one) : void(latest.back() = &one);
        all.push_back(one.attempt);
    }
    std::string html, rows;
    for (const auto* one : latest) {
        const auto result = domain::resultOf(byAssessment.at(one->attempt.assessment));
        const auto outcome = outcomeText(one->kind, result.percent, result.passed);
        rows += "<tr>" + cell(u8(one->title)) + stateCell(result.passed ? State::Met : State::Missing, outcome) +
                cell(wxString::Format("%d", result.attempts)) + cell(dayText(one->attempt.day)) + "</tr>";
        if (everyAttempt) html += heading(u8(one->title)) + attempts(view, one->attempt.assessment);
    }
    return "<table><tr>" + head(_("assessment")) + head(_("best result")) + head(_("attempts")) + head(_("latest")) + "</tr>" +
           rows + "</table>" + paragraphHtml(everyAttempt ? _("Enter folds the attempts again.") : _("Enter shows every attempt.")) +
           html;
}

std::string readiness(const TraineeView& view) {
    std::string rows = "<tr>" + head(_("criterion")) + head(_("state")) + head(_("have")) + "</tr>";
    for (const auto& one : view.criteria())
        rows += "<tr>" + cell(u8(one.title)) +
                stateCell(stateOf(one.cell.state), u8(app::word(one.cell.state, tongue))) +
                cell(cellValue(one.cell)) + "</tr>";
    std::string html = decision(view);
    html += (html.empty() ? "" : GAP) + ("<table>" + rows + "</table>");
    std::string steps;
    for (const auto& one : view.steps())
        steps += "<li>" + escapedHtml(app::ownSentence(one.step, one.subject, tongue)) + "</li>";
    if (steps.empty()) return html + paragraphHtml(_("Nothing is missing: you are ready."));
    return html + heading(_("What is still to do")) + "<ul>" + steps + "</ul>";
}

} // namespace fledgling::ui::sheets
