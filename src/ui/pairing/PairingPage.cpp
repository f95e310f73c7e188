#include "ui/pairing/PairingPage.h"

#include "ui/controls/Chips.h"
#include "ui/controls/Table.h"
#include "ui/pairing/PairingBoard.h"
#include "ui/pairing/PairingSide.h"
#include "ui/pairing/PairingStory.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>

namespace fledgling::ui {

using domain::PersonId;
using domain::Verb;
using look::State;

PairingPage::PairingPage(wxWindow* parent, Session& of) : Page(parent, of, _("Pairing")), m_view(desk()) {
    addActions();
    layOut();
    bindParts();
    const std::string shape = session().remembered("pairing.shape") == "list" ? "list" : "board";
    m_book->ChangeSelection(shape == "list" ? 1 : 0);
    chips().addOneOf(_("Shown as"), {{"board", _("Board")}, {"list", _("List")}}, shape,
                     [this](const std::string& id) {
                         session().remember("pairing.shape", id);
                         m_book->ChangeSelection(id == "list" ? 1 : 0);
                         takeKeyboard();
                     });
    listenTo({app::Topic::Pairing, app::Topic::People, app::Topic::Cohorts, app::Topic::Logs,
              app::Topic::Decisions, app::Topic::Calendar, app::Topic::Settings});
}

void PairingPage::addActions() {
    m_propose = addAction(_("Propose"), "P", [this] { propose(); });
    m_acceptAll = addAction(_("Accept all"), "Ctrl+Enter", [this] { acceptAll(); });
    m_accept = addAction(_("Accept"), "Enter", [this] { activate(); });
    m_lock = addAction(_("Lock"), "L", [this] { lock(); });
    m_cancel = addAction(_("Drop"), "Escape", [this] { cancel(); });
    m_handOver = addAction(_("Hand over"), "H", [this] { handOver(); });
    m_end = addAction(_("End the pairing"), "E", [this] { end(); });
    m_weigh = addAction(_("Weights"), "W", [this] { weigh(); });
    onKey("M", _("choose a mentor by hand"), [this] {
        if (!m_whole->isOpen()) m_side->takeFocus();
    });
    native::setStyle(m_acceptAll, "suggested-action");
}

void PairingPage::layOut() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_main = new wxPanel(body());
    m_book = new wxSimplebook(m_main);
    m_board = new PairingBoard(m_book);
    m_list = new Table(m_book, _("Trainees and their mentors"),
                       {{.title = _("trainee"), .matters = true},
                        {.title = _("post")},
                        {.title = _("leaning")},
                        {.title = _("cohort")},
                        {.title = _("start")},
                        {.title = _("mentor"), .matters = true},
                        {.title = _("score"), .align = Column::Align::Right},
                        {.title = _("state"), .stretches = true}});
    m_list->shareWidth();
    m_book->AddPage(m_board, "board");
    m_book->AddPage(m_list, "list");
    // The pages ask for more than a small window has: the reasons beside them keep their share.
    m_book->SetMinSize(wxSize(m_board->narrowest(), -1));
    m_side = new PairingSide(m_main);
    row->Add(m_book, wxSizerFlags(13).Expand().Border(wxRIGHT, look::gap(this, 2)));
    row->Add(m_side, wxSizerFlags(7).Expand());
    m_main->SetSizer(row);
    content()->Add(m_main, wxSizerFlags(1).Expand());
    m_whole = std::make_unique<EditSlot>(content(), m_main);
}

void PairingPage::bindParts() {
    m_board->onChosen = [this](const std::string& key) { choose(key); };
    m_board->onActivated = [this](const std::string&) { activate(); };
    m_board->reasonsFor = [this](const std::string& id) {
        std::map<std::string, wxString> reasons;
        for (const auto& row : m_view.obstacles(PersonId(id)))
            reasons[row.why.mentor.text()] =
                row.why.proposed ? pairing::leadsText(m_view, row) : pairing::hindranceText(row.why);
        return reasons;
    };
    m_board->onDropped = [this](const std::string& id, const std::string& mentor) { give(id, mentor); };
    m_list->onSelect = [this](const std::string& key) { choose(key); };
    m_list->onActivate = [this](const std::string&) { activate(); };
    m_side->onMentor = [this](const std::string& mentor) { takeMentor(mentor); };
    m_side->onChosen = [this] { drawStory(); };
    m_side->onLeave = [this] {
        askAtFoot({});
        takeKeyboard();
    };
}

void PairingPage::show(const std::string& subject) {
    if (!subject.empty()) m_wanted = subject;
}

void PairingPage::refresh() {
    if (!attempt([&] { m_view.load(); }))
        return showEmpty(_("Only the manager and supervisors see who leads whom."));
    if (m_whole->isOpen()) return;
    if (m_view.unpaired().empty() && m_view.mentors().empty()) {
        setFigure({});
        drawActions();
        return showEmpty(_("Here everybody who is trained gets a mentor. Add mentors and trainees first, "
                           "then lay a cohort."),
                         _("Open people"), [this] { session().go("people"); });
    }
    showContent();
    draw();
    // The keyboard is where the chosen one stands now, left or right.
    if (m_board->IsDescendant(FindFocus())) m_board->takeFocus();
}

void PairingPage::draw() {
    m_drawing = true;
    m_board->set(pairing::cards(m_view), pairing::tiles(m_view));
    m_list->set(pairing::rows(m_view));
    m_drawing = false;
    keepChoice();
    drawHeader();
    drawActions();
    drawSide();
}

/// After a change: what was chosen, wherever it stands now; else the first card.
void PairingPage::keepChoice() {
    const std::string wanted = m_wanted.empty() ? traineeOf(m_key) + mentorOf(m_key) : m_wanted;
    std::vector<std::string> keys{m_key, waitingKey(wanted), ledKey(wanted), mentorKey(wanted)};
    if (!m_wanted.empty()) keys.erase(keys.begin());
    m_wanted.clear();
    for (const auto& card : m_view.unpaired())
        keys.push_back(waitingKey(card.trainee.text()));
    for (const auto& mentor : m_view.mentors())
        keys.push_back(mentorKey(mentor.mentor.text()));
    const auto at =
        std::find_if(keys.begin(), keys.end(), [this](const std::string& key) { return m_board->has(key); });
    m_key = at == keys.end() ? std::string() : *at;
    m_board->select(m_key);
    m_list->select(m_key.starts_with("p") ? waitingKey(traineeOf(m_key)) : m_key);
}

void PairingPage::drawHeader() {
    const int waiting = static_cast<int>(m_view.unpaired().size());
    const int later = m_view.laterUnpaired();
    const int places = m_view.places();
    // The same two figures as beside the title.
    const bool apart = !m_view.proposing() && later > 0 && later < waiting;
    m_board->setHeads(
        wxString::Format(_("Without a mentor: %s"),
                         apart ? wxString::Format("%d + %d", waiting - later, later) : wxString::Format("%d", waiting)),
        wxString::Format(wxPLURAL("Mentors: %d place free", "Mentors: %d places free", places), places));
    if (!m_view.proposing()) {
        // Who begins later is told apart: Today asks for those who are there.
        const wxString now = waiting > later ? wxString::Format(_("%d without a mentor"), waiting - later) : wxString();
        const wxString ahead =
            later > 0 ? wxString::Format(wxPLURAL("%d begins later", "%d begin later", later), later) : wxString();
        return waiting == 0 ? setFigure(_("everybody has a mentor"), State::Met)
                            : setFigure(dotted({now, ahead}), State::Due);
    }
    const int pairs = static_cast<int>(m_view.proposed().size());
    const wxString proposal =
        wxString::Format(wxPLURAL("%d pair proposed", "%d pairs proposed", pairs), pairs);
    setFigure(pairs == waiting ? proposal
                               : wxString::Format(_("%s, %d left without"), proposal, waiting - pairs),
              pairs == waiting ? State::Changed : State::Missing);
}

void PairingPage::drawActions() {
    const bool proposing = m_view.proposing();
    const bool may = m_view.may(Verb::AcceptPairs);
    const wxString noRight =
        session().past() ? _("The past is read-only.") : _("Only the manager and supervisors pair.");
    const auto* pair = trainee().empty() ? nullptr : m_view.proposedFor(PersonId(trainee()));
    for (auto* button : {m_acceptAll, m_accept, m_lock, m_cancel})
        button->Show(proposing);
    for (auto* button : {m_propose, m_handOver, m_end})
        button->Show(!proposing);
    enableAction(m_propose, !proposing && m_view.may(Verb::ProposePairs) && !m_view.unpaired().empty(),
                 m_view.unpaired().empty() ? _("Everybody has a mentor.") : noRight);
    enableAction(m_acceptAll, proposing && may && !m_view.proposed().empty(),
                 may ? _("Nothing is proposed.") : noRight);
    // Also Enter without a proposal: it goes to the mentors to choose from.
    enableAction(m_accept, may && !trainee().empty() && (!proposing || pair || led()),
                 may ? _("Choose a proposed pair first.") : noRight);
    enableAction(m_lock, proposing && waiting(), _("Choose a proposed pair first."));
    enableAction(m_cancel, proposing);
    const wxString noPair =
        m_view.may(Verb::HandOver) ? _("Choose a trainee who has a mentor first.") : noRight;
    enableAction(m_handOver, !proposing && led() && m_view.may(Verb::HandOver), noPair);
    enableAction(m_end, !proposing && led() && m_view.may(Verb::HandOver), noPair);
    const bool anybody = !m_view.unpaired().empty() || !m_view.mentors().empty();
    enableAction(m_weigh, anybody && m_view.may(Verb::SetDepartment),
                 session().past() ? noRight : _("Only the manager changes the department's settings."));
    if (m_whole->isOpen())
        for (auto* button : {m_acceptAll, m_accept, m_lock, m_cancel, m_propose, m_handOver, m_end, m_weigh})
            enableAction(button, false, _("Keep or leave the open form first."));
    chips().Show(!m_whole->isOpen());
    Layout();
}

void PairingPage::drawSide() {
    const std::string id = trainee();
    if (id.empty()) {
        const std::string mentor = mentorOf(m_key);
        m_story = mentor.empty() ? pairing::shortageStory(m_view) : pairing::mentorStory(m_view, PersonId(mentor));
        m_side->setMentors({}, {});
        return drawStory();
    }
    m_story = pairing::traineeStory(m_view, PersonId(id), m_view.history(PersonId(id)));
    m_side->setMentors(m_view.may(Verb::AcceptPairs) ? wxString::Format(_("Mentors for %s"), nameOf(id))
                                                     : wxString(),
                       pairing::choices(m_view, PersonId(id)));
    drawStory();
}

void PairingPage::drawStory() {
    const auto* mentor = trainee().empty() ? nullptr : m_side->choice();
    m_side->setStory(mentor ? m_story + pairing::choiceStory(m_view, PersonId(trainee()), *mentor) : m_story);
}

/// Whom the pair was of; of several the one that is chosen now, else the first.
void PairingPage::takenBack(std::int64_t change) {
    attempt([&] {
        const auto about = m_view.pairedIn(change);
        const auto chosen = [this](const PersonId& one) { return one.text() == trainee(); };
        if (!about.empty() && std::none_of(about.begin(), about.end(), chosen)) m_wanted = about.front().text();
    });
}

void PairingPage::choose(const std::string& key) {
    if (key == m_key || m_drawing) return;
    hush(); // what was said was said of the one left
    askAtFoot({});
    m_key = key;
    m_board->select(key);
    m_list->select(key.starts_with("p") ? waitingKey(traineeOf(key)) : key);
    drawActions();
    drawSide();
}

std::string PairingPage::trainee() const { return traineeOf(m_key); }
bool PairingPage::waiting() const { return m_key.starts_with("w") || m_key.starts_with("p"); }
bool PairingPage::led() const { return m_key.starts_with("l"); }

wxString PairingPage::nameOf(const std::string& person) const {
    for (const auto& card : m_view.unpaired())
        if (card.trainee.text() == person) return u8(card.name);
    for (const auto& mentor : m_view.mentors()) {
        if (mentor.mentor.text() == person) return u8(mentor.name);
        for (const auto& one : mentor.trainees)
            if (one.trainee.text() == person) return u8(one.name);
    }
    return {};
}

void PairingPage::propose() {
    if (!attempt([&] { m_view.propose(); })) return;
    // Read from the top; how many nobody is left for stands beside the title, and their cards say it.
    if (!m_view.unpaired().empty()) m_wanted = m_view.unpaired().front().trainee.text();
    draw();
    takeKeyboard();
}

void PairingPage::cancel() {
    if (!m_view.proposing()) return;
    m_view.cancel();
    draw();
    takeKeyboard();
}

void PairingPage::activate() {
    if (trainee().empty()) return;
    if (!waiting() || !m_view.proposedFor(PersonId(trainee()))) return m_side->takeFocus();
    const auto& cards = m_view.unpaired();
    const auto at = std::find_if(cards.begin(), cards.end(),
                                 [this](const auto& one) { return one.trainee.text() == trainee(); });
    // Those behind, then those before.
    std::vector<PersonId> others;
    for (auto card = at; card != cards.end(); ++card) others.push_back(card->trainee);
    for (auto card = cards.begin(); card != at; ++card) others.push_back(card->trainee);
    std::erase(others, PersonId(trainee()));
    if (!attempt([&] { m_view.accept(PersonId(trainee())); })) return;
    const auto next = std::find_if(others.begin(), others.end(), [this](const PersonId& one) { return m_view.proposedFor(one); });
    if (!others.empty()) m_wanted = (next == others.end() ? others.front() : *next).text();
    if (m_view.unpaired().empty()) m_view.cancel();
    draw();
    takeKeyboard();
}

void PairingPage::acceptAll() {
    if (!attempt([&] { m_view.acceptAll(); })) return;
    draw();
    takeKeyboard();
}

void PairingPage::lock() {
    const PersonId who(trainee());
    const auto* pair = m_view.proposedFor(who);
    const std::string mentor = m_side->hasKeyboard() ? m_side->chosen() : std::string();
    if (mentor.empty() && !pair) return inform(_("Choose a mentor on the side first, then press L there."));
    const bool another = !mentor.empty() && (!pair || pair->mentor.text() != mentor);
    attempt([&] {
        if (another)
            m_view.lock(who, PersonId(mentor));
        else if (pair && pair->locked)
            m_view.unlock(who);
        else if (pair)
            m_view.lock(who);
    });
    draw();
}

void PairingPage::takeMentor(const std::string& mentor) {
    if (!trainee().empty()) give(trainee(), mentor);
}

void PairingPage::give(const std::string& id, const std::string& mentor) {
    const auto& cards = m_view.unpaired();
    const bool unpaired =
        std::any_of(cards.begin(), cards.end(), [&](const auto& one) { return one.trainee.text() == id; });
    if (!unpaired) return askHandOver(id, mentor);
    if (!attempt([&] { m_view.pairByHand(PersonId(id), PersonId(mentor)); })) return;
    m_wanted = id;
    draw();
    takeKeyboard();
}

void PairingPage::focusFirst() {
    if (auto* editor = m_whole->editor()) return editor->focusFirst();
    if (m_book->GetSelection() == 1)
        m_list->takeFocus();
    else
        m_board->takeFocus();
}

std::vector<app::BookKey> PairingPage::focusedKeys() {
    if (!trainee().empty()) return {{"pairing", {trainee()}}};
    const auto mentor = mentorOf(m_key);
    if (mentor.empty()) return {};
    std::vector<app::BookKey> keys{{"person", {mentor}}};
    for (const auto& one : m_view.mentors())
        if (one.mentor.text() == mentor)
            for (const auto& led : one.trainees)
                keys.push_back({"pairing", {led.trainee.text()}});
    return keys;
}

wxString PairingPage::help() const {
    return _("Left stand the trainees without a mentor, right the mentors with their places. P draws the "
             "best pairs in a second "
             "colour; the side says why, and why not for everybody else. Enter accepts one pair, Ctrl+Enter "
             "all; L fixes a pair and "
             "solves the rest again; Esc leaves everything as it was. To pair by hand drag a card onto a "
             "mentor, or choose the "
             "card, press M, type a part of the mentor's name and press Enter. A trainee who has a mentor is "
             "handed over the same way, "
             "with a note. W weighs what makes a pair good.");
}

} // namespace fledgling::ui
