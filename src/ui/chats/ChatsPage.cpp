#include "ui/chats/ChatsPage.h"

#include "app/Record.h"
#include "app/chats/ChatFiles.h"
#include "app/chats/ChatWords.h"
#include "domain/Text.h"
#include "ui/Language.h"
#include "ui/chats/Conversation.h"
#include "ui/controls/Chips.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

namespace fledgling::ui {

using app::ReviewSheetView;
using domain::PersonId;
using look::State;
using Judgement = ReviewSheetView::Judgement;

namespace {

constexpr int DAYS_OFFERED = 31;
constexpr const char* DRAFT = "chats.draft";
constexpr const char* AGAIN = "again";

/// "chat" as a row id and back; 0 for anything else.
int numberOf(const std::string& id) { return id.empty() ? 0 : std::atoi(id.c_str()); }

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
                                [this](bool on) { openDay(m_view.person(), m_view.day(), on); });
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
    onKey("F6", _("what the draw left out, and why"), [this] { sayLeftOut(); });
    onKey("F8", _("to the day's chats and back"),
          [this] { m_day->IsDescendant(FindFocus()) ? focusFirst() : m_day->takeFocus(); });
}

void ChatsPage::layOut() {
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    m_conversation = new Conversation(body());
    m_conversation->onKey = [this](const wxKeyEvent& key) { return onTableKey(key); };
    m_conversation->onEnter = [this] { keep(); };
    columns->Add(m_conversation, wxSizerFlags(11).Expand().Border(wxRIGHT, look::gap(this, 2)));
    auto* right = new wxBoxSizer(wxVERTICAL);
    layOutCard(right);
    columns->Add(right, wxSizerFlags(10).Expand());
    content()->Add(columns, wxSizerFlags(1).Expand());
}

void ChatsPage::layOutCard(wxSizer* card) {
    m_card = new Table(body(), _("Scorecard"),
                       {{.title = {}, .width = 3, .align = Column::Align::Right, .sortable = false},
                        {.title = _("what is judged"), .width = 18, .sortable = false},
                        {.title = _("judgement"), .width = 14, .sortable = false},
                        {.title = _("what was wrong"), .width = 16, .sortable = false, .stretches = true}});
    m_card->SetMinSize(wxSize(-1, look::gap(this, 27)));
    m_card->onKey = [this](const wxKeyEvent& key, const std::string&) { return onTableKey(key); };
    m_card->onActivate = [this](const std::string&) { keep(); };
    card->Add(m_card, wxSizerFlags().Expand());
    m_why = new Paragraph(body(), look::Type::Small, true);
    m_reason =
        named(new wxTextCtrl(body(), wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER),
              _("What was wrong"));
    m_reason->SetMaxLength(domain::LINE_LIMIT);
    m_reason->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { acceptReason(); });
    m_reason->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        keptDraft();
    });
    m_reason->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && m_asking >= 0) return dropReason();
        event.Skip();
    });
    m_quote = new Paragraph(body(), look::Type::Small, true);
    card->Add(m_why, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    card->Add(m_reason, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.25)));
    card->Add(m_quote, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    m_day = new Table(body(), _("Chats of the day"),
                      {{.title = _("chat"), .width = 5, .align = Column::Align::Right},
                       {.title = _("verdict"), .width = 14},
                       {.title = _("faults"), .width = 16, .stretches = true},
                       {.title = _("read by"), .width = 9}});
    m_day->onKey = [this](const wxKeyEvent& key, const std::string&) { return onTableKey(key); };
    m_day->onSelect = [this](const std::string& id) {
        if (m_drawing || numberOf(id) == 0 || numberOf(id) == m_view.number()) return;
        m_view.go(numberOf(id));
        m_asking = -1;
        draw();
    };
    m_day->onActivate = [this](const std::string&) { focusFirst(); };
    card->Add(m_day, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
}

void ChatsPage::show(const std::string& subject) { m_wanted = subject; }

void ChatsPage::refresh() {
    if (!m_opened || !m_wanted.empty()) return open(std::exchange(m_wanted, {}));
    if (attempt([&] { m_view.load(); })) draw();
}

void ChatsPage::open(const std::string& subject) {
    const auto parts = domain::split(subject, ' ');
    const PersonId person = parts.empty() ? PersonId() : PersonId(parts.front());
    const auto day = parts.size() > 1 ? domain::Date::parse(parts[1]) : std::nullopt;
    m_opened = true;
    openDay(person, day.value_or(m_view.day()), parts.size() > 2 && parts[2] == AGAIN);
}

void ChatsPage::openDay(const PersonId& person, domain::Date day, bool second) {
    m_asking = -1;
    if (!attempt([&] {
            m_view.show(person, day, second);
            m_view.restoreDraft(session().remembered(DRAFT));
        }))
        return;
    draw();
    focusFirst();
}

void ChatsPage::stepPerson(int by) {
    const auto& all = m_view.choices();
    if (all.empty()) return;
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
    return false;
}

wxString ChatsPage::titleOf(std::size_t criterion) const {
    const auto& one = m_view.criteria().at(criterion);
    return one.id == domain::FIRST_REPLY
               ? wxString::Format(_("First reply within %d s"), m_view.rules().firstReplySeconds)
               : u8(one.title);
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

wxString ChatsPage::guide() const {
    wxString text =
        _("No text of this chat is loaded: read it where chats are kept, and judge it here. Ctrl+O loads a "
          "file of the day's chats and draws a fair sample.");
    for (std::size_t i = 0; i < m_view.criteria().size(); ++i) {
        const auto& about = m_view.criteria()[i].about;
        if (!about.empty()) text << "\n\n" << titleOf(i) << "\n" << u8(about);
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
    drawCard();
    drawDay();
    const auto why = whyNot();
    enableAction(m_pass, why.empty(), why);
    enableAction(m_keep, why.empty(), why);
    const bool drawn = m_view.sample().has_value();
    const bool may = m_view.canJudge() && session().may(domain::Verb::ImportChats);
    enableAction(m_load, may && !drawn, drawn ? _("This day's chats are drawn already.") : why);
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
    sayDrawn();
}

void ChatsPage::sayDrawn() {
    const auto& sample = m_view.sample();
    const wxString drawn = sample
                               ? wxString::Format(_("%d of %d chats drawn, seed %s"),
                                                  sample->offered - static_cast<int>(sample->leftOut.size()),
                                                  sample->offered, u8(std::to_string(sample->seed)))
                               : wxString();
    chips().setNote(
        dotted({m_view.practice() ? _("practice points: they touch no bonus") : wxString(), drawn}));
}

void ChatsPage::sayLeftOut() {
    const auto& sample = m_view.sample();
    if (!sample) return inform(_("No chats of this day were loaded, so none was left out."));
    wxString details;
    for (const auto& [id, why] : sample->leftOut)
        if (const auto reason = domain::leftOutOf(why))
            details << u8(id) << ": " << u8(app::word(*reason, tongue)) << "\n";
    inform(wxString::Format(_("%d of %d chats in %s were left out of the draw."),
                            static_cast<int>(sample->leftOut.size()), sample->offered, u8(sample->source)),
           details);
}

void ChatsPage::drawFigure() {
    const auto& rules = m_view.rules();
    const wxString read =
        wxString::Format(_("%d/%d read"), m_view.read(), static_cast<int>(m_view.chats().size()));
    if (m_view.second()) return setFigure(dotted({read, _("second reading, blind")}), State::None);
    const wxString fails = wxString::Format(_("fails %d of %d"), m_view.failed(), rules.failsCostPoint);
    const int left = m_view.failsLeft();
    const wxString point = left == 0   ? _("the day's point is lost")
                           : left == 1 ? _("one more fail costs the point")
                                       : wxString();
    setFigure(dotted({read, fails, point}), left == 0   ? State::Missing
                                            : left == 1 ? State::Due
                                                        : State::None);
}

void ChatsPage::drawCard() {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < m_view.criteria().size(); ++i) {
        const auto& id = m_view.criteria()[i].id;
        const auto judgement = m_view.judgement(id);
        const auto* fault = m_view.draft().fault(id);
        Cell verdict{.text = _("good"), .state = State::Met};
        if (judgement == Judgement::Fault) verdict = {.text = _("failed"), .state = State::Missing};
        if (judgement == Judgement::NotApplicable)
            verdict = {.text = _("not applicable"), .state = State::Waived};
        rows.push_back({id,
                        {{.text = wxString::Format("%zu", i + 1), .muted = true},
                         {.text = titleOf(i), .bold = judgement == Judgement::Fault},
                         verdict,
                         {.text = fault ? u8(fault->reason) : wxString()}}});
    }
    m_card->set(std::move(rows));
    const bool asking = m_asking >= 0;
    m_why->set(
        asking ? wxString::Format(_("%s: what was wrong? Enter keeps it, Escape takes it back."),
                                  titleOf(static_cast<std::size_t>(m_asking)))
               : _("1-6 fails a criterion by the line under the cursor; Space: nothing wrong, next chat."));
    m_reason->Enable(asking);
    const auto* fault =
        asking ? m_view.draft().fault(m_view.criteria()[static_cast<std::size_t>(m_asking)].id) : nullptr;
    m_quote->set(fault && !fault->quote.empty() ? wxString::Format(_("Line: %s"), u8(fault->quote))
                                                : wxString());
}

void ChatsPage::drawDay() {
    std::vector<Row> rows;
    for (const auto& chat : m_view.chats()) {
        Cell verdict{.text = _("not read yet"), .state = State::NotYet};
        wxString faults;
        if (chat.kept) {
            const auto& review = chat.kept->review;
            verdict = review.fails() ? Cell{.text = _("failed"), .state = State::Missing}
                                     : Cell{.text = _("good"), .state = State::Met};
            std::vector<wxString> titles;
            for (std::size_t i = 0; i < m_view.criteria().size(); ++i)
                if (review.fault(m_view.criteria()[i].id)) titles.push_back(titleOf(i));
            faults = listText(titles);
        }
        rows.push_back(
            {std::to_string(chat.number),
             {{.text = wxString::Format("%d", chat.number), .bold = chat.number == m_view.number()},
              verdict,
              {.text = faults},
              {.text = u8(chat.by), .muted = true}}});
    }
    // The list keeps its old selection by itself, and would tell of it.
    m_drawing = true;
    m_day->set(std::move(rows));
    m_day->select(std::to_string(m_view.number()));
    m_drawing = false;
}

void ChatsPage::judge(std::size_t criterion) {
    if (const auto why = whyNot(); !why.empty()) return inform(why);
    if (criterion >= m_view.criteria().size()) return;
    const auto& id = m_view.criteria()[criterion].id;
    if (m_view.judgement(id) == Judgement::Fault) {
        m_view.judge(id, Judgement::Good);
        m_asking = -1;
        keptDraft();
        return drawCard();
    }
    m_view.explain(id, {}, m_conversation->line());
    askWhy(criterion);
}

void ChatsPage::notApplicable(std::size_t criterion) {
    if (const auto why = whyNot(); !why.empty()) return inform(why);
    if (criterion >= m_view.criteria().size()) return;
    const auto& id = m_view.criteria()[criterion].id;
    const bool off = m_view.judgement(id) == Judgement::NotApplicable;
    m_view.judge(id, off ? Judgement::Good : Judgement::NotApplicable);
    keptDraft();
    drawCard();
}

void ChatsPage::askWhy(std::size_t criterion) {
    m_asking = static_cast<int>(criterion);
    const auto& id = m_view.criteria()[criterion].id;
    const auto& seconds = m_view.draft().replySeconds;
    const bool late = id == domain::FIRST_REPLY && seconds && *seconds > m_view.rules().firstReplySeconds;
    m_reason->ChangeValue(late ? wxString::Format(_("%d s to the first reply"), *seconds) : wxString());
    drawCard();
    body()->Layout();
    m_reason->SetFocus();
    m_reason->SetInsertionPointEnd();
    keptDraft();
}

void ChatsPage::acceptReason() {
    if (m_asking < 0) return;
    const auto& id = m_view.criteria()[static_cast<std::size_t>(m_asking)].id;
    const auto reason = utf8(m_reason->GetValue());
    if (domain::trimmed(reason).empty())
        return inform(_("Say in a few words what was wrong: the person judged will read it."));
    const auto* fault = m_view.draft().fault(id);
    m_view.explain(id, reason, fault ? fault->quote : std::string());
    m_asking = -1;
    m_reason->ChangeValue({});
    keptDraft();
    drawCard();
    focusFirst();
}

void ChatsPage::dropReason() {
    m_view.judge(m_view.criteria()[static_cast<std::size_t>(m_asking)].id, Judgement::Good);
    m_asking = -1;
    m_reason->ChangeValue({});
    keptDraft();
    drawCard();
    focusFirst();
}

/// What is half judged outlives a crash: it is noted at every key.
void ChatsPage::keptDraft() {
    if (m_asking >= 0) {
        const auto& id = m_view.criteria()[static_cast<std::size_t>(m_asking)].id;
        if (const auto* fault = m_view.draft().fault(id))
            m_view.explain(id, utf8(m_reason->GetValue()), std::string(fault->quote));
    }
    session().remember(DRAFT, m_view.draftText());
}

void ChatsPage::pass() {
    if (const auto why = whyNot(); !why.empty()) return inform(why);
    const auto& seconds = m_view.draft().replySeconds;
    const auto limit = m_view.rules().firstReplySeconds;
    if (m_view.conversation() && seconds && *seconds > limit && m_warned != m_view.number()) {
        m_warned = m_view.number();
        return inform(wxString::Format(_("The first reply took %d s, %d are allowed: press %d to fail it, or "
                                         "Space again to let it pass."),
                                       *seconds, limit, static_cast<int>(m_view.criteria().size())));
    }
    m_asking = -1;
    m_warned = 0;
    attempt([&] { m_view.pass(); });
    keptDraft();
    draw();
    focusFirst();
}

void ChatsPage::keep() {
    if (const auto why = whyNot(); !why.empty()) return inform(why);
    if (m_asking >= 0) return acceptReason();
    if (!m_view.draft().fails() && m_view.draft().notApplicable.empty() &&
        !(m_view.chat() && m_view.chat()->kept))
        return pass();
    m_warned = 0;
    attempt([&] { m_view.keep(); });
    keptDraft();
    draw();
    focusFirst();
}

void ChatsPage::loadChats() {
    CallAfter([this] {
        wxFileDialog ask(this, _("Load the day's chats"), {}, {},
                         _("Chats (*.txt, *.csv, *.xlsx, *.json)") + "|*.txt;*.csv;*.xlsx;*.json|" +
                             _("All files") + "|*",
                         wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (ask.ShowModal() != wxID_OK) return;
        std::vector<format::ChatProblem> problems;
        const bool kept = attempt([&] {
            const auto read = app::readChats(desk(), utf8(ask.GetPath()), m_view.person(), m_view.day());
            problems = read.problems;
            app::importChats(desk(), read.import);
        });
        if (!kept) return;
        openDay(m_view.person(), m_view.day(), m_view.second());
        if (problems.empty()) return;
        wxString details;
        for (const auto& problem : problems)
            details << u8(app::sentence(problem, tongue)) << "\n";
        complain(wxString::Format(wxPLURAL("%d line of the file was left out; the rest is loaded.",
                                           "%d lines of the file were left out; the rest is loaded.",
                                           problems.size()),
                                  static_cast<int>(problems.size())),
                 details);
    });
}

void ChatsPage::focusFirst() {
    if (m_conversation->has())
        m_conversation->takeFocus();
    else
        m_card->takeFocus();
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
