#include "ui/chats/ChatsPage.h"

#include "app/Record.h"
#include "app/chats/ChatWords.h"
#include "domain/Text.h"
#include "ui/Language.h"
#include "ui/chats/Conversation.h"
#include "ui/chats/DaySheet.h"
#include "ui/controls/Chips.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/tglbtn.h>

namespace fledgling::ui {

using domain::PersonId;
using look::State;

namespace {

constexpr int DAYS_OFFERED = 31;
constexpr const char* AGAIN = "again";
constexpr const char* FIRST = "first";

} // namespace

ChatsPage::ChatsPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Chats")), m_view(desk(), courseLanguage()) {
    addActions();
    m_who = chips().addPick(_("Person"), {}, "", [this](const std::string& id) {
        openDay(PersonId(id), m_view.day(), m_view.second());
    });
    m_days = chips().addPick(_("Day"), {}, "", [this](const std::string& id) {
        openDay(m_view.person(), domain::Date::of(id), m_view.second());
    });
    m_again = chips().addToggle(_("Second reading"), false,
                                [this](bool on) { openDay(m_view.person(), m_view.day(), on); }, "F9");
    if (app::seesEverybody(session().actor()))
        m_offered = chips().addPick(_("Offered"), {}, "", [this](const std::string& id) {
            const auto at = id.find(' ');
            if (at != std::string::npos) openDay(PersonId(id.substr(0, at)), domain::Date::of(id.substr(at + 1)), true);
        });
    layOut();
    listenTo({app::Topic::Chats, app::Topic::People, app::Topic::Pairing, app::Topic::Courses});
}

void ChatsPage::addActions() {
    m_pass = addAction(_("Pass"), "Space", [this] { pass(); });
    m_keep = addAction(_("Keep"), "Enter", [this] { keep(); });
    m_load = addAction(_("Load chats"), "Ctrl+O", [this] { loadChats(); });
    onKey("1-6", _("fail a criterion, or take that back"), {});
    for (char digit = '1'; digit <= '9'; ++digit) {
        const auto at = static_cast<std::size_t>(digit - '1');
        onKey(std::string("Ctrl+") + digit, {}, [this, at] { notApplicable(at); });
    }
    onKey("Ctrl+1 - Ctrl+6", _("a criterion that couldn't show in this chat"), {});
    onKey("PageDown", _("next person"), [this] { stepPerson(1); });
    onKey("PageUp", _("person before"), [this] { stepPerson(-1); });
    onKey("Alt+Left", _("day before"), [this] { stepDay(-1); });
    onKey("Alt+Right", _("next day"), [this] { stepDay(1); });
    onKey("F3", _("what the draw left out, and why"), [this] { sayLeftOut(); });
    onKey("F9", _("second reading and back"), [this] { openDay(m_view.person(), m_view.day(), !m_view.second()); });
    onKey("F8", _("to the day's chats and back"),
          [this] { m_sheet->onDay() ? takeKeyboard() : m_sheet->takeDayFocus(); });
}

void ChatsPage::layOut() {
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    m_conversation = new Conversation(body());
    m_conversation->onKey = [this](const wxKeyEvent& key) { return onTableKey(key); };
    m_conversation->onEnter = [this] { keep(); };
    columns->Add(m_conversation, wxSizerFlags(11).Expand().Border(wxRIGHT, look::gap(this, 2)));
    m_sheet = new DaySheet(body(), m_view);
    m_sheet->onKey = [this](const wxKeyEvent& key) { return onTableKey(key); };
    m_sheet->onEnter = [this] { keep(); };
    // A card that isn't kept yet is kept next; an untouched one most often passes.
    m_sheet->onCard = [this] { setPrimary(m_view.changed() ? m_keep : m_pass); };
    m_sheet->onReason = [this] { acceptReason(); };
    m_sheet->onEscape = [this] { dropReason(); };
    m_sheet->onTyped = [this] { keptDraft(); };
    m_sheet->onChat = [this] {
        onAnother();
        draw();
    };
    m_sheet->onLeave = [this] { takeKeyboard(); };
    columns->Add(m_sheet, wxSizerFlags(10).Expand());
    content()->Add(columns, wxSizerFlags(1).Expand());
}

void ChatsPage::show(const std::string& subject) { m_wanted = subject; }

std::optional<std::string> ChatsPage::whereabouts() {
    if (m_view.person().empty()) return std::nullopt;
    return m_view.person().text() + " " + m_view.day().iso() + " " + (m_view.second() ? AGAIN : FIRST) + " " +
           std::to_string(m_view.number());
}

void ChatsPage::refresh() {
    if (!m_opened || !m_wanted.empty()) return open(std::exchange(m_wanted, {}));
    if (attempt([&] { m_view.load(); })) draw();
}

/// Days that hang on one chat, by their name alone: who reads again reads blind. Not after every chat: that would be waited for.
void ChatsPage::loadOffers() {
    m_offers.clear();
    const auto today = app::shownDay(desk());
    if (m_offered) attempt([&] { m_offers = app::offeredAgain(desk(), today.plusDays(1 - DAYS_OFFERED), today); });
}

void ChatsPage::open(const std::string& subject) {
    const auto parts = domain::split(subject, ' ');
    const PersonId person = parts.empty() ? PersonId() : PersonId(parts.front());
    const auto day = parts.size() > 1 ? domain::Date::parse(parts[1]) : std::nullopt;
    m_opened = true;
    openDay(person, std::min(day.value_or(m_view.day()), app::shownDay(desk())), parts.size() > 2 && parts[2] == AGAIN);
    if (parts.size() < 4) return;
    const auto chat = std::find_if(m_view.chats().begin(), m_view.chats().end(),
                                   [&](const auto& one) { return std::to_string(one.number) == parts[3]; });
    if (chat == m_view.chats().end() || chat->number == m_view.number()) return;
    m_view.go(chat->number);
    draw();
}

void ChatsPage::openDay(const PersonId& person, domain::Date day, bool second) {
    m_sheet->stopAsking();
    onAnother();
    m_beyond = false;
    loadOffers();
    if (!attempt([&] {
            m_view.show(person, day, second);
            m_view.restoreDraft(session().remembered(DRAFT));
        }))
        return;
    draw();
    takeKeyboard();
}

void ChatsPage::stepPerson(int by) {
    const auto& all = m_view.choices();
    if (all.empty()) return;
    // From a day that is done to whose chats still wait.
    if (const auto* next = by > 0 && !m_view.second() && m_view.complete() ? m_view.nextPerson() : nullptr)
        return openDay(domain::PersonId(next->person), m_view.day(), false);
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.person == m_view.person(); });
    const int size = static_cast<int>(all.size());
    const int index = at == all.end() ? 0 : (static_cast<int>(at - all.begin()) + by + size) % size;
    openDay(all[static_cast<std::size_t>(index)].person, m_view.day(), m_view.second());
}

void ChatsPage::stepDay(int by) {
    const auto day = m_view.day().plusDays(by);
    if (day <= app::shownDay(desk())) openDay(m_view.person(), day, m_view.second());
}

bool ChatsPage::onTableKey(const wxKeyEvent& key) {
    if (key.HasAnyModifiers()) return false;
    const int code = key.GetKeyCode();
    if (const int digit = digitOf(code); digit >= 1 && digit <= static_cast<int>(m_view.criteria().size())) {
        judge(static_cast<std::size_t>(digit - 1));
        return true;
    }
    if (code == WXK_SPACE) {
        pass();
        return true;
    }
    if (code == WXK_PAGEDOWN || code == WXK_PAGEUP) {
        stepPerson(code == WXK_PAGEDOWN ? 1 : -1);
        return true;
    }
    return code == WXK_ESCAPE && takeBackCard();
}

wxString ChatsPage::whyNot() const {
    if (m_view.closed()) return _("This month is closed: its points stand.");
    const auto* chat = m_view.chat();
    if (!m_view.canJudge() || !chat) return _("The past is read-only.");
    if (!chat->mine)
        return wxString::Format(_("%s read this chat: only he or she corrects it, or an appeal does."),
                                u8(chat->by));
    return {};
}

wxString ChatsPage::whatNext() {
    if (!m_view.complete()) return {};
    if (m_view.second()) return _("Every chat of this day is read again.");
    wxString then = _("Nobody else waits on it. Alt+Left: the day before.");
    if (const auto* next = m_view.nextPerson())
        then = wxString::Format(_("Page Down: %s, %d of %d read."), u8(next->name), next->read, m_view.rules().perDay);
    else if (m_view.day() < app::shownDay(desk()))
        then = wxString::Format(_("Nobody else waits on it. Alt+Right: %s."), dayText(m_view.day().plusDays(1)));
    return wxString::Format(_("%1$s %2$s"), _("The day is complete."), then);
}

wxString ChatsPage::guide() const {
    const int held = static_cast<int>(m_view.loaded());
    wxString text = m_view.sample()
                        ? wxString::Format(wxPLURAL("The day's file held %d chat, and this is another: read it where chats are kept, and "
                                                    "judge it here.",
                                                    "The day's file held %d chats, and this is none of them: read it where chats are "
                                                    "kept, and judge it here.",
                                                    held),
                                           held)
                        : _("No text of this chat is loaded: read it where chats are kept, and judge it here. Ctrl+O loads a "
                            "file of the day's chats and draws a fair sample.");
    for (std::size_t i = 0; i < m_view.criteria().size(); ++i) {
        const auto& one = m_view.criteria()[i];
        // The course says nothing of this one: every scorecard has it.
        const wxString about = one.id != domain::FIRST_REPLY
                                   ? u8(one.about)
                                   : _("From the customer's first line to the first answer by the person judged: an automatic greeting is none. It is "
                                       "measured where the chat's text is loaded.");
        if (!about.empty()) text << "\n\n" << m_sheet->titleOf(i) << "\n" << about;
    }
    return text;
}

void ChatsPage::draw() {
    setTitle(_("Chats"));
    if (m_view.person().empty()) {
        setFigure({});
        return showEmpty(
            _("Here you read the day's chats of each person. Nobody with a post is in the department yet."));
    }
    drawChips();
    if (m_view.chats().empty()) {
        setFigure({});
        const bool none = m_view.second();
        return showEmpty(
            none ? _("Nobody else has read a chat of this day yet, so there is nothing to read again.")
                 : _("There are no chats to read on this day."),
            none ? _("First reading") : wxString(),
            [this] { openDay(m_view.person(), m_view.day(), false); });
    }
    showContent();
    drawFigure();
    m_conversation->set(m_view.conversation(), m_view.rules().firstReplySeconds, guide());
    m_sheet->setDone(whatNext());
    m_sheet->drawCard();
    m_sheet->drawDay();
    const auto why = whyNot();
    enableAction(m_pass, why.empty(), why);
    enableAction(m_keep, why.empty(), why);
    const bool drawn = m_view.sample().has_value();
    const bool may = m_view.canJudge() && session().may(domain::Verb::ImportChats);
    const bool left = m_view.second() || !m_view.complete();
    enableAction(m_load, may && !drawn && left,
                 drawn  ? _("This day's chats are drawn already.")
                 : left ? why
                        : _("Every chat of this day is read already: there is none left to draw."));
    body()->Layout();
}

void ChatsPage::drawChips() {
    std::vector<Chips::Option> people;
    for (const auto& one : m_view.choices()) {
        wxString words = u8(one.name);
        if (one.read > 0) words << wxString::Format("  %d/%d", one.read, m_view.rules().perDay);
        people.push_back({one.person.text(), words});
    }
    const bool listed = std::any_of(people.begin(), people.end(),
                                    [&](const auto& one) { return one.id == m_view.person().text(); });
    if (!listed) people.insert(people.begin(), {m_view.person().text(), u8(m_view.name())});
    chips().setOptions(m_who, people, m_view.person().text());
    std::vector<Chips::Option> days;
    for (auto day = app::shownDay(desk()); days.size() < DAYS_OFFERED; day = day.plusDays(-1))
        days.push_back({day.iso(), dayText(day)});
    if (m_view.day() < app::shownDay(desk()).plusDays(1 - DAYS_OFFERED))
        days.push_back({m_view.day().iso(), dayText(m_view.day())});
    chips().setOptions(m_days, days, m_view.day().iso());
    m_again->SetValue(m_view.second());
    if (m_offered) drawOffers();
    sayDrawn();
}

void ChatsPage::drawOffers() {
    // TRANSLATORS: no day of those offered for a second reading is shown: how many there are
    std::vector<Chips::Option> offers{{"", wxString::Format(_("to read again (%d)"), static_cast<int>(m_offers.size()))}};
    const auto shown = m_view.second() ? m_view.person().text() + " " + m_view.day().iso() : std::string();
    std::string chosen;
    for (const auto& one : m_offers) {
        const auto id = one.person.text() + " " + one.day.iso();
        offers.push_back({id, dotted({u8(one.name), dayText(one.day)})});
        if (id == shown) chosen = id;
    }
    chips().setOptions(m_offered, offers, chosen);
}

void ChatsPage::sayDrawn() {
    const auto& sample = m_view.sample();
    const wxString drawn = sample
                               ? wxString::Format(_("%s of %s chats drawn"),
                                                  numberText(sample->offered - static_cast<int>(sample->leftOut.size())),
                                                  numberText(sample->offered))
                               : wxString();
    chips().setNote(dotted({m_view.practice() ? _("practice points: they touch no bonus") : wxString(), drawn,
                            sample && !sample->leftOut.empty() ? _("F3 says what was left out") : wxString()}));
}

void ChatsPage::sayLeftOut() {
    const auto& sample = m_view.sample();
    if (!sample) return inform(_("No chats of this day were loaded, so none was left out."));
    wxString details;
    for (const auto& [id, why] : sample->leftOut)
        if (const auto reason = domain::leftOutOf(why))
            details << labelled(u8(id), u8(app::word(*reason, tongue))) << "\n";
    inform(wxString::Format(_("%s of %s chats in %s were left out of the draw."),
                            numberText(static_cast<int>(sample->leftOut.size())), numberText(sample->offered), u8(sample->source)),
           details);
}

void ChatsPage::drawFigure() {
    const auto& rules = m_view.rules();
    const wxString read =
        wxString::Format(_("%d/%d read"), m_view.read(), static_cast<int>(m_view.chats().size()));
    if (m_view.second()) return setFigure(dotted({read, _("second reading, blind")}), State::None);
    const int left = m_view.failsLeft();
    if (m_view.complete())
        return setFigure(dotted({wxString::Format(_("%s, the day is complete"), read),
                                 wxString::Format(_("%d failed"), m_view.failed()),
                                 left == 0 ? _("the day's point is lost") : _("the day's point is kept")}),
                         left == 0 ? State::Missing : State::Met);
    const wxString fails = wxString::Format(_("fails %d of %d"), m_view.failed(), rules.failsCostPoint);
    const wxString point = left == 0   ? _("the day's point is lost")
                           : left == 1 ? _("one more fail costs the point")
                                       : wxString();
    setFigure(dotted({read, fails, point}), left == 0   ? State::Missing
                                            : left == 1 ? State::Due
                                                        : State::None);
}

void ChatsPage::focusFirst() {
    if (m_conversation->has())
        m_conversation->takeFocus();
    else
        m_sheet->takeFocus();
}

std::vector<app::BookKey> ChatsPage::focusedKeys() {
    const auto* chat = m_view.chat();
    if (!chat || m_view.person().empty()) return {};
    const std::vector<std::string> key{m_view.person().text(), m_view.day().iso(), std::to_string(chat->number)};
    // A second reading is blind: the first one's judgement is not shown.
    if (m_view.second()) return {{"second_reading", key}};
    return {{"chat_review", key}, {"chat_fault", key}, {"appeal", key}};
}

wxString ChatsPage::help() const {
    return _("One person's chats of a day, one after the other. Arrows move in the conversation. Space: "
             "nothing is wrong, "
             "the next chat. A digit fails that criterion by the line under the cursor: type a few words, "
             "Enter, and Enter "
             "again keeps the chat. Ctrl and a digit: the criterion couldn't show. Every chat is kept at "
             "once; a half judged "
             "one is still there after a crash. Page Down goes to the next person, Alt+Left to the day "
             "before. In a second "
             "reading you don't see the first one's judgement.");
}

} // namespace fledgling::ui
