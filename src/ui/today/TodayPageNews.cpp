#include "ui/today/TodayPageNews.h"

#include "app/Words.h"
#include "domain/Decision.h"
#include "ui/Text.h"

#include <algorithm>
#include <string_view>
#include <wx/intl.h>

namespace fledgling::ui {
namespace {

/// More names than this are counted.
constexpr std::size_t NAMED = 3;

wxString peopleText(const std::vector<std::string>& names) {
    std::vector<wxString> shown;
    for (const auto& name : names)
        if (shown.size() < NAMED) shown.push_back(u8(name));
    if (names.size() <= NAMED) return listText(shown);
    return wxString::Format(_("%1$s and %2$d more"), listText(shown), static_cast<int>(names.size() - NAMED));
}

wxString subjectText(const app::News& news) {
    if (const auto kind = domain::decisionKindOf(news.subject); news.verb == "decide" && kind)
        return u8(app::word(*kind, tongue));
    if (const auto day = domain::Date::parse(news.subject)) return dayText(*day);
    return u8(news.subject);
}

/// A sentence with {who}, {whom} and {what} as 1, 2 and 3; empty where the deed has none of its own.
wxString messageFor(std::string_view verb) {
    // TRANSLATORS: 1 is who did it, 2 the people it was about, 3 the session, skill, cohort, day or decision
    if (verb == "mark" || verb == "mark-all") return _("%1$s marked %2$s in \"%3$s\"");
    if (verb == "correct-mark") return _("%1$s corrected the mark of %2$s in \"%3$s\"");
    if (verb == "expect-guest") return _("%1$s planned a make-up for %2$s: \"%3$s\"");
    if (verb == "enrol") return _("%1$s enrolled %2$s in %3$s");
    if (verb == "sign-skill") return _("%1$s signed off \"%3$s\" for %2$s");
    if (verb == "take-back-skill") return _("%1$s took back \"%3$s\" of %2$s");
    if (verb == "decide") return _("%1$s decided on the go-live of %2$s: %3$s");
    if (verb == "hand-over") return _("%1$s handed %2$s over to %3$s");
    return {};
}

/// The same for deeds about people alone.
wxString messageAbout(std::string_view verb) {
    // TRANSLATORS: 1 is who did it, 2 the people it was about
    if (verb == "keep-log") return _("%1$s wrote the log of %2$s");
    if (verb == "pair" || verb == "accept-pairs") return _("%1$s found a mentor for %2$s");
    if (verb == "answer-problem") return _("%1$s answered a problem of %2$s");
    if (verb == "waive") return _("%1$s waived a make-up of %2$s");
    if (verb == "add-person" || verb == "import-people") return _("%1$s added %2$s");
    return {};
}

/// The same where all of them are the reader's to lead from now on.
wxString messageToReader(std::string_view verb) {
    // TRANSLATORS: 1 is who did it, 2 the people it was about
    return verb == "hand-over" ? _("%1$s handed %2$s over to you") : _("%1$s gave you %2$s to lead");
}

/// How often, or how many of what is done one by one.
wxString timesText(const app::News& news) {
    if (news.count < 2) return {};
    if (news.verb == "answer-quiz") return wxString::Format(wxPLURAL("%d question", "%d questions", news.count), news.count);
    if (news.verb == "mark-practical") return wxString::Format(wxPLURAL("%d item", "%d items", news.count), news.count);
    if (news.verb == "review-chat" || news.verb == "read-again" || news.verb == "settle-reading")
        return wxString::Format(wxPLURAL("%d chat", "%d chats", news.count), news.count);
    return wxString::Format(wxPLURAL("%d time", "%d times", news.count), news.count);
}

} // namespace

wxString newsText(const app::News& news) {
    const wxString who = news.own ? peopleText(news.about) : u8(news.who);
    const wxString whom = news.own ? wxString() : peopleText(news.about);
    const wxString what = subjectText(news);
    if (!whom.empty()) {
        if (news.toReader) {
            const wxString said = wxString::Format(messageToReader(news.verb), who, whom);
            return news.told.empty() ? said : labelled(said, u8(news.told));
        }
        if (const wxString message = messageFor(news.verb); !message.empty() && !what.empty())
            return wxString::Format(message, who, whom, what);
        if (const wxString message = messageAbout(news.verb); !message.empty())
            return wxString::Format(message, who, whom);
    }
    const wxString deed = u8(app::wordForDeed(news.verb, tongue));
    // TRANSLATORS: somebody and what he or she did: "Chen Bo closed a session"
    return dotted({wxString::Format(_("%1$s %2$s"), who, deed), whom, what, timesText(news)});
}

wxString momentText(const app::Clock& clock, domain::Instant at) {
    const wxString time = u8(clock.timeOf(at).text());
    const domain::Date day = clock.dateOf(at);
    return day == clock.today() ? time : dayText(day) + " " + time;
}

} // namespace fledgling::ui
