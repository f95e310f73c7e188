#include "ui/people/PeoplePage.h"

#include "app/Words.h"
#include "ui/Named.h"
#include "ui/controls/Chips.h"
#include "ui/controls/ReasonDialog.h"
#include "ui/controls/RichText.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"
#include "ui/people/ImportPanel.h"
#include "ui/people/LeavePanel.h"
#include "ui/people/PeopleWords.h"
#include "ui/people/PersonForm.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/tglbtn.h>

namespace fledgling::ui {

using domain::Role;
using domain::Verb;
using look::State;

PeoplePage::PeoplePage(wxWindow* parent, Session& of) : Page(parent, of, _("People")), m_view(desk()) {
    addFilters();
    layOut();
    bindKeys();
    listenTo({app::Topic::People, app::Topic::Pairing, app::Topic::Cohorts, app::Topic::Roll});
}

void PeoplePage::bindKeys() {
    m_add = addAction(_("Add"), "N", [this] { add(); });
    m_import = addAction(_("Import a roster"), "I", [this] { importFile(); });
    const auto onIdle = [this](const char* key, const wxString& does, std::function<void()> run) {
        onKey(key, does, [this, run = std::move(run)] {
            if (idle()) run();
        });
    };
    onIdle("Enter", _("correct the selected person"), [this] { correct(); });
    onIdle("R", _("retire the person, or bring back"), [this] { retireOrReinstate(); });
    onIdle("X", _("erase a retired person's card"), [this] { erase(); });
    onIdle("G", _("open the person's page"), [this] {
        if (!m_list->selected().empty()) session().go("person", m_list->selected());
    });
    onIdle("L", _("ask for leave"), [this] { m_leave->ask(); });
    onIdle("Y", _("approve the selected leave"), [this] { m_leave->decide(true); });
    onIdle("U", _("refuse the selected leave"), [this] { m_leave->decide(false); });
    onKey("Ctrl+F", _("search"), [this] { m_search->SetFocus(); });
}

void PeoplePage::addFilters() {
    m_search = chips().addSearch(_("Name, number, phone, department"), [this](const wxString& text) {
        m_filter.text = utf8(text);
        filterChanged();
    });
    m_search->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int code = event.GetKeyCode();
        if (code == WXK_DOWN || code == WXK_RETURN || code == WXK_NUMPAD_ENTER)
            m_list->takeFocus();
        else if (code == WXK_ESCAPE && !m_search->GetValue().empty())
            m_search->Clear();
        else
            event.Skip();
    });
    std::vector<Chips::Option> roles{{"", _("all")}}, posts{{"", _("all")}};
    for (const auto role : people::ROLES)
        roles.push_back({std::string(domain::keyOf(role)), u8(app::word(role, tongue))});
    for (const auto post : people::POSTS)
        posts.push_back({std::string(domain::keyOf(post)), u8(app::word(post, tongue))});
    chips().addPick(_("Role"), roles, "", [this](const std::string& id) {
        m_filter.role = domain::roleOf(id);
        filterChanged();
    });
    chips().addPick(_("Post"), posts, "", [this](const std::string& id) {
        m_filter.post = domain::postOf(id);
        filterChanged();
    });
    m_asking = chips().addToggle(_("asking for leave"), false, [this](bool on) {
        m_filter.asking = on;
        filterChanged();
    });
    chips().addToggle(_("retired too"), false, [this](bool on) {
        m_filter.retired = on;
        filterChanged();
    });
}

void PeoplePage::layOut() {
    m_main = new wxPanel(body());
    m_list = new Table(m_main, _("People"),
                       {{.title = _("name")},
                        {.title = _("number"), .headed = true},
                        {.title = _("roles")},
                        {.title = _("post")},
                        {.title = _("leads")},
                        {.title = _("cohort")},
                        {.title = _("to know"), .stretches = true, .headed = true}});
    m_list->shareWidth();
    m_list->onSelect = [this](const std::string&) { drawPerson(); };
    m_list->onActivate = [this](const std::string&) { correct(); };
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_list, wxSizerFlags(14).Expand().Border(wxRIGHT, look::gap(this, 2)));
    row->Add(layOutSide(m_main), wxSizerFlags(6).Expand());
    m_main->SetSizer(row);
    content()->Add(m_main, wxSizerFlags(1).Expand());
    m_whole = std::make_unique<EditSlot>(content(), m_main);
}

wxWindow* PeoplePage::layOutSide(wxWindow* parent) {
    auto* side = new wxPanel(parent);
    m_person = new SectionBar(side);
    m_correct = m_person->add(_("Correct"), "Enter", [this] { correct(); });
    m_retire = m_person->add(_("Retire"), "R", [this] { retireOrReinstate(); });
    m_erase = m_person->add(_("Erase"), "X", [this] { erase(); });
    m_card = new RichText(side, _("The person's card"));
    m_leave = new LeavePanel(side, *this, session(), m_view);
    m_leave->onChanged = [this] {
        drawList();
        enable();
    };
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_person, wxSizerFlags().Expand());
    column->Add(m_card, wxSizerFlags(4).Expand());
    column->Add(m_leave, wxSizerFlags(4).Expand().Border(wxTOP, look::gap(this)));
    side->SetSizer(column);
    return side;
}

std::vector<app::BookKey> PeoplePage::focusedKeys() {
    if (const auto leave = m_leave->chosen(); !leave.empty() && m_leave->IsDescendant(FindFocus()))
        return {{"leave", {leave}}};
    const auto person = m_list->selected();
    if (person.empty()) return {};
    return {{"person", {person}}, {"person_card", {person}}};
}

wxString PeoplePage::help() const {
    return _("Everybody in the department. Ctrl+F and a few letters find a person; Enter corrects the card, "
             "N adds somebody, I "
             "takes a roster file with a verdict for every row before anything is kept. Leave stands beside "
             "the person: "
             "trainees' leave shows on the roll, a mentor's dates away count when pairs are proposed.");
}

// ---- what is shown

void PeoplePage::show(const std::string& subject) {
    if (subject.empty()) return;
    m_view.load(); // a leave that was asked for since
    const auto leave = m_view.leave(subject);
    const std::string person = leave ? leave->leave.person.text() : subject;
    if (!m_view.row(person)) return;
    m_filter = {};
    m_search->ChangeValue({});
    m_view.filter(m_filter);
    drawList();
    m_list->select(person);
    drawPerson();
    if (leave) m_leave->select(subject);
}

void PeoplePage::refresh() {
    m_view.load();
    draw();
}

void PeoplePage::focusFirst() {
    if (m_whole->isOpen()) return m_whole->editor()->focusFirst();
    if (!m_leave->idle()) return m_leave->editor()->focusFirst();
    m_list->takeFocus();
}

bool PeoplePage::idle() const { return !m_whole->isOpen() && m_leave->idle(); }

void PeoplePage::filterChanged() {
    m_view.filter(m_filter);
    drawList();
    drawPerson();
}

void PeoplePage::draw() {
    const int trainees = m_view.count(Role::Trainee), mentors = m_view.count(Role::Mentor);
    setFigure(dotted({wxString::Format(wxPLURAL("%s trainee", "%s trainees", trainees), numberText(trainees)),
                      wxString::Format(wxPLURAL("%s mentor", "%s mentors", mentors), numberText(mentors))}));
    const auto asked = m_view.asked().size();
    chips().setWords(m_asking,
                     asked == 0 ? _("asking for leave") : wxString::Format(_("asking for leave: %zu"), asked));
    drawList();
    drawPerson();
}

void PeoplePage::drawList() {
    std::vector<Row> rows;
    const auto shown = m_view.shown();
    rows.reserve(shown.size());
    for (const auto* row : shown) {
        const auto& person = row->person;
        const bool off = person.retired;
        const wxString name = person.card.name.empty() ? wxString(_("erased")) : u8(person.card.name);
        rows.push_back({row->id().text(),
                        {{.text = name, .muted = off},
                         {.text = u8(person.card.staffNumber), .muted = true},
                         {.text = people::rolesText(person.roles), .muted = off},
                         {.text = postsText(person.posts), .muted = off},
                         people::loadCell(*row),
                         {.text = u8(row->cohort), .muted = off},
                         people::stateCell(*row)}});
    }
    chips().setNote(wxString::Format(_("%1$s of %2$s shown"),
                                     numberText(static_cast<std::int64_t>(rows.size())),
                                     numberText(static_cast<std::int64_t>(m_view.size()))));
    const std::string first = rows.empty() ? std::string() : rows.front().id;
    const std::string was = m_list->selected();
    m_list->set(std::move(rows));
    if (m_list->selected().empty() || (was.empty() && !first.empty())) m_list->select(first);
}

void PeoplePage::drawPerson() {
    const auto* row = m_view.row(m_list->selected());
    if (m_leave->idle()) m_leave->show(row ? m_list->selected() : std::string());
    if (!row) {
        m_person->setTitle(_("Nobody like that"));
        m_card->setText("<p>" + escapedHtml(_("Change the search or the filters; N adds somebody new.")) +
                        "</p>");
        return enable();
    }
    m_person->setTitle(row->person.card.name.empty() ? wxString(_("erased")) : u8(row->person.card.name));
    m_card->setText(people::cardHtml(*row));
    enable();
}

void PeoplePage::enable() {
    const auto* row = m_view.row(m_list->selected());
    const bool past = session().past();
    const bool may = session().may(Verb::ManagePeople);
    const wxString whyNot =
        past ? _("The past is read-only.") : _("Only supervisors and managers keep the list of people.");
    const bool retired = row && row->person.retired;
    SectionBar::enable(m_add, may && idle(), whyNot);
    SectionBar::enable(m_import, may && idle(), whyNot);
    SectionBar::enable(m_correct, may && row && !row->person.card.name.empty() && idle(), whyNot);
    SectionBar::enable(m_retire, may && row && !row->person.card.name.empty() && idle(), whyNot);
    const wxString words = retired ? _("Bring back") : _("Retire");
    keyed(m_retire, words, "R");
    const bool mayErase = session().may(Verb::ErasePerson);
    SectionBar::enable(m_erase, mayErase && retired && !row->person.card.name.empty() && idle(),
                       past        ? _("The past is read-only.")
                       : !mayErase ? _("Only a manager erases a card.")
                                   : _("Only the card of somebody who is retired can be erased."));
    m_erase->Show(retired);
    m_list->Enable(idle());
    if (chips().IsShown() == m_whole->isOpen()) {
        chips().Show(!m_whole->isOpen());
        Layout();
    }
    m_person->Layout();
}

// ---- what is done

void PeoplePage::editing(EditPanel* editor) {
    m_whole->open(editor, [this](bool) {
        refresh();
        takeKeyboard();
    });
    enable();
}

void PeoplePage::add() {
    if (!m_add->IsEnabled()) return;
    domain::Person fresh;
    fresh.roles = {m_filter.role.value_or(Role::Trainee)};
    fresh.posts = {m_filter.post.value_or(domain::Post::Agent)};
    auto* form = new PersonForm(body(), *this, m_view, fresh);
    m_whole->open(form, [this, form](bool kept) {
        const std::string id = kept ? form->kept().text() : std::string();
        refresh();
        if (kept) m_list->select(id);
        drawPerson();
        takeKeyboard();
    });
    enable();
}

void PeoplePage::correct() {
    const auto* row = m_view.row(m_list->selected());
    if (row && m_correct->IsEnabled()) editing(new PersonForm(body(), *this, m_view, row->person));
}

void PeoplePage::importFile() {
    if (!m_import->IsEnabled()) return;
    auto* panel = new ImportPanel(body(), *this, desk());
    m_whole->open(panel, [this, panel](bool kept) {
        const int count = panel->kept();
        const auto added = panel->view().added();
        refresh();
        if (kept) selectFirstOf(added);
        takeKeyboard();
        if (kept)
            inform(look::Notice::Success, wxString::Format(wxPLURAL("%s person of the roster is kept; Ctrl+Z takes that back.",
                                                                    "%s people of the roster are kept; Ctrl+Z takes that back.", count),
                                                           numberText(count)));
    });
    enable();
}

/// The cursor goes to whoever of them stands first in the list, also where a filter hid everybody new.
void PeoplePage::selectFirstOf(const std::set<domain::PersonId>& people) {
    const auto choose = [&] {
        const auto order = m_list->order();
        const auto first = std::find_if(order.begin(), order.end(), [&](const auto& id) { return people.contains(domain::PersonId(id)); });
        if (first != order.end()) m_list->select(*first);
        return first != order.end();
    };
    if (people.empty() || choose()) return drawPerson();
    show(people.begin()->text());
    choose();
    drawPerson();
}

void PeoplePage::retireOrReinstate() {
    const auto* row = m_view.row(m_list->selected());
    if (!row || !m_retire->IsEnabled()) return;
    const bool back = row->person.retired;
    const wxString name = u8(row->person.card.name);
    wxString explanation = people::broughtBackText(row->person);
    // What is refused is said before a reason is typed.
    if (!back && !attempt([&] { explanation = people::retiredText(m_view.tiesToEnd(row->id())); })) return;
    askReason(
        this,
        {.title = back ? wxString::Format(_("Bring %s back"), name) : wxString::Format(_("Retire %s"), name),
         .explanation = explanation,
         .action = back ? _("Bring back") : _("Retire")},
        [this, id = row->id(), back](const ReasonAnswer& given) {
            attempt([&] { back ? m_view.reinstate(id, given.reason) : m_view.retire(id, given.reason); });
            draw();
        });
}

void PeoplePage::erase() {
    const auto* row = m_view.row(m_list->selected());
    if (!row || !m_erase->IsEnabled()) return;
    askReason(
        this,
        {.title = wxString::Format(_("Erase the card of %s"), u8(row->person.card.name)),
         .explanation =
             _("Name, number, phone and e-mail go from every version, for ever. Marks and decisions stay, "
               "without a name. This can't be undone."),
         .action = _("Erase for ever")},
        [this, id = row->id()](const ReasonAnswer& given) {
            attempt([&] { m_view.erase(id, given.reason); });
            draw();
        });
}

} // namespace fledgling::ui
