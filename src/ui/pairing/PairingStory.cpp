#include "ui/pairing/PairingStory.h"

#include "app/Words.h"
#include "ui/Text.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <wx/intl.h>

namespace fledgling::ui::pairing {

using app::PairingView;
using domain::PersonId;
using domain::Verb;
using look::State;

namespace {

std::string bold(const wxString& text) { return "<p><b>" + escapedHtml(text) + "</b></p>"; }
/// Who it is, and a line on him or her.
std::string opening(const std::string& name, const wxString& about) {
    return "<p><b>" + escapedHtml(name) + "</b><br>" + escapedHtml(about) + "</p>";
}
std::string itemLine(const wxString& text) { return "<li>" + escapedHtml(text) + "</li>"; }

std::string inColour(State state, const wxString& text) {
    return "<font color=\"" + utf8(look::colour(state).GetAsString(wxC2S_HTML_SYNTAX)) + "\"><b>" +
           escapedHtml(text) + "</b></font>";
}

wxString traits(const std::set<domain::Post>& posts, domain::Leaning leaning, const std::string& shift) {
    return dotted({postsText(posts), u8(app::word(leaning, tongue)), u8(shift)});
}

wxString daysText(const PairingView::Led& led) {
    return wxString::Format(_("%d of %d days mentored"), led.daysMentored, led.daysNeeded);
}

wxString awayText(const PairingView::Mentor& mentor) {
    if (mentor.away.empty()) return {};
    const auto& first = mentor.away.front();
    return wxString::Format(_("away %s to %s"), dayText(first.first), dayText(first.last));
}

/// "since Tue 24 Nov"; of a pair whose first day is still to come "from Thu 3 Dec".
wxString beginText(const PairingView& view, domain::Date since) {
    return wxString::Format(view.begun(since) ? _("since %s") : _("from %s"), dayText(since));
}

BoardCard ledCard(const PairingView& view, const PairingView::Led& led, const std::string& mentor) {
    const bool begun = view.begun(led.since);
    BoardCard card;
    card.trainee = led.trainee.text();
    card.name = u8(led.name);
    card.more = begun ? wxString::Format("%d/%d", led.daysMentored, led.daysNeeded)
                      : wxString::Format(_("from %s"), briefDayText(led.since));
    card.spoken = wxString::Format(begun ? _("%s, led by %s since %s, %s") : _("%s, led by %s from %s on, %s"), card.name,
                                   u8(mentor), dayText(led.since), daysText(led));
    return card;
}

BoardCard proposedCard(const PairingView::Proposed& pair) {
    BoardCard card;
    card.trainee = pair.trainee.text();
    card.name = u8(pair.traineeName);
    card.score = pair.score;
    card.locked = pair.locked;
    card.spoken =
        wxString::Format(_("%s proposed for %s, %s points"), card.name, u8(pair.mentorName), numberText(pair.score));
    if (pair.locked) card.spoken += ", " + _("locked");
    return card;
}

int pointsOf(const std::vector<domain::Term>& terms) {
    return std::accumulate(terms.begin(), terms.end(), 0, [](int sum, const domain::Term& one) { return sum + one.points; });
}

std::string termLines(const std::vector<domain::Term>& terms) {
    // A sum: its lines begin with their figures, and bullets would only take their room.
    std::string html = "<p>";
    for (const auto& term : terms)
        html += escapedHtml(u8(app::sentence(term, tongue))) + "<br>";
    return html + escapedHtml(wxString::Format(_("%s  in all"), numberText(pointsOf(terms)))) + "</p>";
}

/// `drawn`: the trainee is among those for whom pairs are proposed. `worth`: of the pair, where the trainee waits.
MentorChoice verdict(const PairingView& view, bool drawn, const PairingView::WhyNotRow& row, int places, const std::vector<domain::Term>& worth) {
    MentorChoice one{row.why.mentor.text(), u8(row.mentorName), places, State::None, {}, row.why.proposed, app::FindableName(row.mentorName)};
    if (row.why.proposed) {
        one.state = drawn ? State::Changed : State::Met;
        one.verdict = drawn ? _("proposed") : leadsText(view, row);
    } else if (!row.why.hindrances.empty()) {
        one.state = State::Missing;
        one.verdict = hindranceText(row.why);
    } else if (!drawn) {
        one.state = State::Met;
        const int points = pointsOf(worth);
        one.verdict = worth.empty() ? _("can lead")
                                    : wxString::Format(wxPLURAL("can lead, %s point", "can lead, %s points", points), numberText(points));
    } else if (row.why.leavesOut > 0) {
        one.state = State::Due;
        one.verdict = wxString::Format(
            wxPLURAL("leaves %d more without a mentor", "leaves %d more without a mentor", row.why.leavesOut),
            row.why.leavesOut);
    } else if (row.why.leavesEarlier) {
        one.state = State::Due;
        one.verdict = _("leaves somebody who begins earlier without a mentor");
    } else if (row.why.worseBy > 0) {
        one.verdict = wxString::Format(
            wxPLURAL("%d point less in all", "%d points less in all", row.why.worseBy), row.why.worseBy);
    } else {
        one.verdict = _("just as good");
    }
    return one;
}

std::string proposalStory(const PairingView::Proposed& pair) {
    std::string html = "<p>" +
                       inColour(State::Changed, wxString::Format(_("Proposed: %s, %s points"),
                                                                 u8(pair.mentorName), numberText(pair.score))) +
                       "</p>";
    return html + termLines(pair.terms) + paragraphHtml(pair.locked
                                ? _("Locked: L unlocks it.")
                                : _("Enter accepts this pair, L locks it while the rest is solved again."));
}

std::string spellStory(const PairingView& view, const std::vector<app::PairSpell>& spells) {
    if (spells.empty()) return {};
    const bool all = std::all_of(spells.begin(), spells.end(), [&](const auto& one) { return view.begun(one.since); });
    std::string html = bold(all ? _("Mentors so far") : _("Mentors, those to come included")) + "<ul>";
    for (const auto& one : spells) {
        wxString text = one.until
                            ? wxString::Format(_("%s, %s to %s"), u8(one.mentorName), dayText(one.since),
                                               dayText(*one.until))
                            : wxString::Format(view.begun(one.since) ? _("%s, since %s") : _("%s, from %s"),
                                               u8(one.mentorName), dayText(one.since));
        if (!one.note.empty()) text = labelled(text, u8(one.note));
        html += itemLine(text);
    }
    return html + "</ul>";
}

} // namespace

namespace {

std::string shortageText(const PairingView::ShortageRow& shortage) {
    std::vector<wxString> trainees, mentors;
    for (const auto& name : shortage.trainees)
        trainees.push_back(u8(name));
    for (const auto& name : shortage.mentors)
        mentors.push_back(u8(name));
    const wxString head = look::signed_(State::Missing, _("Not everybody can have a mentor"));
    std::string html = "<p>" + inColour(State::Missing, head) + "</p>";
    if (mentors.empty())
        html += paragraphHtml(wxString::Format(_("No mentor can lead %s."), listText(trainees)));
    else if (trainees.size() == 1)
        html += paragraphHtml(wxString::Format(_("%s could only be led by %s, who has no place left."),
                                           listText(trainees), listText(mentors)));
    else
        html += paragraphHtml(wxString::Format(wxPLURAL("%s compete for %d place with %s.",
                                                    "%s compete for %d places with %s.", shortage.places),
                                           listText(trainees), shortage.places, listText(mentors)));
    if (shortage.remedies.empty()) return html;
    html += paragraphHtml(_("Any one of these would solve it for one more:")) + "<ul>";
    for (const auto& one : shortage.remedies)
        html += itemLine(u8(app::sentence(one.remedy, one.mentor, one.trainee, tongue)));
    return html + "</ul>";
}

} // namespace

wxString hindranceText(const domain::WhyNot& why) {
    std::vector<wxString> reasons;
    for (const auto& one : why.hindrances)
        reasons.push_back(u8(app::sentence(one, tongue)));
    return listText(reasons);
}

wxString leadsText(const PairingView& view, const PairingView::WhyNotRow& row) {
    return !row.since || view.begun(*row.since) ? _("leads now") : wxString::Format(_("leads from %s"), dayText(*row.since));
}

std::vector<BoardCard> cards(const PairingView& view) {
    std::vector<BoardCard> all;
    for (const auto& one : view.unpaired()) {
        BoardCard card;
        card.trainee = one.trainee.text();
        card.name = u8(one.name);
        card.detail = dotted({postsText(one.posts), u8(app::word(one.leaning, tongue))});
        card.more = dotted({wxString::Format(_("from %s"), dayText(one.start)), u8(one.shift)});
        const auto* pair = view.proposedFor(one.trainee);
        if (pair) {
            card.proposal = wxString::Format(_("%s, %s points"), u8(pair->mentorName), numberText(pair->score));
            card.locked = pair->locked;
            card.score = pair->score;
        }
        card.nobody = view.proposing() && !pair;
        card.spoken = listText({card.name, card.detail, card.more});
        if (pair) card.spoken += ", " + wxString::Format(_("proposed: %s"), card.proposal);
        if (card.nobody) card.spoken += ", " + _("nobody is left");
        all.push_back(std::move(card));
    }
    return all;
}

std::vector<BoardTile> tiles(const PairingView& view) {
    std::vector<BoardTile> all;
    for (const auto& mentor : view.mentors()) {
        BoardTile tile;
        tile.mentor = mentor.mentor.text();
        tile.name = u8(mentor.name);
        tile.detail = traits(mentor.posts, mentor.leaning, mentor.shift);
        tile.away = awayText(mentor);
        tile.capacity = mentor.capacity;
        for (const auto& led : mentor.trainees)
            tile.led.push_back(ledCard(view, led, mentor.name));
        for (const auto& pair : view.proposed())
            if (pair.mentor == mentor.mentor) tile.proposed.push_back(proposedCard(pair));
        tile.spoken = listText(
            {tile.name, tile.detail,
             wxString::Format(_("%d of %d places taken"), static_cast<int>(tile.led.size()), tile.capacity)});
        if (!tile.away.empty()) tile.spoken += ", " + tile.away;
        all.push_back(std::move(tile));
    }
    return all;
}

std::vector<Row> rows(const PairingView& view) {
    std::vector<Row> all;
    for (const auto& one : view.unpaired()) {
        const auto* pair = view.proposedFor(one.trainee);
        Cell mentor{.text = _("none"), .state = State::Missing};
        if (pair) mentor = {.text = u8(pair->mentorName), .state = State::Changed};
        all.push_back({waitingKey(one.trainee.text()),
                       {{.text = u8(one.name), .bold = true},
                        {.text = postsText(one.posts)},
                        {.text = u8(app::word(one.leaning, tongue))},
                        {.text = u8(one.cohort)},
                        {.text = wxString::Format(_("from %s"), dayText(one.start))},
                        mentor,
                        {.text = pair ? numberText(pair->score) : wxString()},
                        {.text = !pair          ? (view.proposing() ? _("nobody is left") : wxString())
                                 : pair->locked ? _("proposed, locked")
                                                : _("proposed"),
                         .state = pair               ? State::Changed
                                  : view.proposing() ? State::Missing
                                                     : State::None}}});
    }
    for (const auto& mentor : view.mentors())
        for (const auto& led : mentor.trainees)
            all.push_back({ledKey(led.trainee.text()),
                           {{.text = u8(led.name), .bold = true},
                            {.text = postsText(led.posts)},
                            {.text = u8(app::word(led.leaning, tongue))},
                            {.text = u8(led.cohort)},
                            {.text = beginText(view, led.since)},
                            {.text = u8(mentor.name), .state = State::Met},
                            {},
                            {.text = daysText(led), .muted = true}}});
    return all;
}

std::vector<MentorChoice> choices(const PairingView& view, const PersonId& trainee) {
    auto found = view.whyNot(trainee);
    const bool drawn = !found.empty();
    if (!drawn) found = view.obstacles(trainee);
    // Who comes into question stands first, the best on top.
    const auto rank = [&](const PairingView::WhyNotRow& row) {
        const int points = drawn ? 0 : pointsOf(view.worth(trainee, row.why.mentor));
        return std::tuple(!row.why.proposed, !row.why.hindrances.empty(), row.why.leavesOut, row.why.leavesEarlier, row.why.worseBy, -points);
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    std::vector<MentorChoice> all;
    for (const auto& row : found) {
        const auto mentor = std::find_if(view.mentors().begin(), view.mentors().end(),
                                         [&](const auto& one) { return one.mentor == row.why.mentor; });
        all.push_back(verdict(view, drawn, row, mentor == view.mentors().end() ? 0 : mentor->places(),
                              view.worth(trainee, row.why.mentor)));
    }
    return all;
}

std::string traineeStory(const PairingView& view, const PersonId& trainee,
                         const std::vector<app::PairSpell>& spells) {
    std::string html;
    const bool mayPair = view.may(Verb::AcceptPairs), mayHandOver = view.may(Verb::HandOver); // neither in the past
    for (const auto& one : view.unpaired()) {
        if (one.trainee != trainee) continue;
        html += opening(one.name, dotted({traits(one.posts, one.leaning, one.shift), u8(one.cohort),
                                          wxString::Format(_("from %s"), dayText(one.start))}));
        if (const auto* pair = view.proposedFor(trainee))
            return html + proposalStory(*pair) + spellStory(view, spells);
        if (view.proposing()) html += shortageStory(view, one.name);
        if (!view.proposing())
            html += paragraphHtml(mayPair ? _("No mentor yet. P proposes the best pairs for everybody; Enter chooses a mentor by hand.")
                                          : _("No mentor yet."));
    }
    for (const auto& mentor : view.mentors())
        for (const auto& led : mentor.trainees)
            if (led.trainee == trainee)
                html += opening(led.name,
                                dotted({wxString::Format(_("led by %s"), u8(mentor.name)), beginText(view, led.since), daysText(led)})) +
                        (mayHandOver ? paragraphHtml(_("H hands over to another mentor, E ends the pairing.")) : std::string());
    return html + spellStory(view, spells);
}

std::string choiceStory(const PairingView& view, const PersonId& trainee, const MentorChoice& mentor) {
    if (mentor.theirs) return {};
    const wxString head = wxString::Format(_("%s: %s"), mentor.name, mentor.verdict);
    const auto terms = view.worth(trainee, PersonId(mentor.mentor));
    const bool ruledOut = mentor.state == State::Missing;
    return (mentor.state == State::None ? bold(head) : "<p>" + inColour(mentor.state, look::signed_(mentor.state, head)) + "</p>") +
           (terms.empty() || ruledOut ? std::string() : termLines(terms));
}

std::string mentorStory(const PairingView& view, const PersonId& id) {
    for (const auto& mentor : view.mentors()) {
        if (mentor.mentor != id) continue;
        std::string html = opening(mentor.name, traits(mentor.posts, mentor.leaning, mentor.shift));
        html += "<ul>" +
                itemLine(wxString::Format(_("%d of %d places taken"), static_cast<int>(mentor.trainees.size()),
                                      mentor.capacity)) +
                itemLine(wxString::Format(_("%d trainee-days still ahead"), mentor.traineeDays)) +
                itemLine(wxString::Format(_("%d months of tenure"), mentor.tenureMonths));
        for (const auto& leave : mentor.away)
            html += itemLine(wxString::Format(_("away %s to %s"), dayText(leave.first), dayText(leave.last)));
        html += "</ul>";
        if (!mentor.trainees.empty()) html += bold(_("Leads"));
        for (const auto& led : mentor.trainees)
            html += paragraphHtml(
                dotted({u8(led.name), beginText(view, led.since), daysText(led)}));
        return html + shortageStory(view, mentor.name);
    }
    return {};
}

std::string shortageStory(const PairingView& view, const std::string& name) {
    const auto& all = view.shortages();
    if (all.empty()) return {};
    if (name.empty()) {
        std::string html;
        for (const auto& one : all)
            html += shortageText(one);
        return html;
    }
    const auto concerns = [&](const auto& one) {
        return std::find(one.trainees.begin(), one.trainees.end(), name) != one.trainees.end() ||
               std::find(one.mentors.begin(), one.mentors.end(), name) != one.mentors.end();
    };
    const auto found = std::find_if(all.begin(), all.end(), concerns);
    return shortageText(found == all.end() ? all.front() : *found);
}
} // namespace fledgling::ui::pairing
