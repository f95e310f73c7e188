#include "ui/person/PersonPage.h"

#include "app/Record.h"
#include "domain/Roles.h"
#include "ui/Language.h"
#include "ui/controls/Chips.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/training/TrainingWords.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>

namespace fledgling::ui {

using look::State;

namespace {

/// Steps named before the rest is only counted.
constexpr std::size_t STEPS = 3;

wxString listed(const std::vector<std::string>& words, std::size_t most) {
    std::vector<wxString> some;
    for (std::size_t i = 0; i < words.size() && i < most; ++i)
        some.push_back(u8(words[i]));
    wxString text = listText(some);
    if (words.size() > most) text << wxString::Format(" +%d", static_cast<int>(words.size() - most));
    return text;
}

/// The card: a line for who it is and one for what is left to do.
std::string headText(const app::PersonView::Head& head) {
    const auto fact = [](const wxString& name, const wxString& value) {
        return "<b>" + escapedHtml(name) + "</b> " + escapedHtml(value);
    };
    // What opens the rows behind the figure.
    const auto byKey = [](const char* key) { return " <font size=\"-1\">(" + std::string(key) + ")</font>"; };
    std::vector<wxString> roles;
    for (const auto role : head.roles)
        roles.push_back(u8(app::word(role, tongue)));
    std::string html = "<p>" + fact(_("role"), dotted({listText(roles), postsText(head.posts)}));
    html += " &nbsp; " + fact(_("staff number"), u8(head.number));
    if (!head.cohort.empty()) html += " &nbsp; " + fact(_("cohort"), u8(head.cohort));
    if (head.roles.contains(domain::Role::Trainee))
        html += " &nbsp; " + fact(_("mentor"), head.mentor.empty() ? _("none") : u8(head.mentor));
    if (!head.leads.empty()) html += " &nbsp; " + fact(_("leads"), listed(head.leads, head.leads.size()));
    if (head.points) html += " &nbsp; " + fact(_("points"), wxString::Format("%d", *head.points)) + byKey("P");
    html += "</p>";
    if (!head.owed.empty()) html += "<p>" + fact(_("owes"), listed(head.owed, head.owed.size())) + "</p>";
    if (!head.way.empty()) html += "<p>" + fact(_("still to do"), listed(head.way, STEPS)) + byKey("R") + "</p>";
    return html;
}

wxString keptText(const app::PersonView::Entry& entry) {
    return dotted({u8(entry.who), dayText(entry.keptOn) + " " + u8(entry.keptAt.text())});
}

} // namespace

PersonPage::PersonPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Person")), m_view(desk(), courseLanguage(), tongue), m_visit(session()) {
    m_open = addAction(_("Open the evidence"), "Enter", [this] { openEvidence(); });
    m_change = addAction(_("From what to what"), "H", [this] { openChange(); });
    m_record = addAction(_("Training record"), "T", [this] { openRecord(); });
    onKey("P", _("the points and the chats behind them"), [this] {
        if (m_readable && m_view.head().points) session().go("points", m_view.person().text());
    });
    onKey("R", _("what is still to do, on the readiness board"), [this] {
        if (m_readable && m_view.head().verdict) session().go("readiness", m_view.person().text());
    });
    onKey("0", _("every kind of entry"), [this] { everything(); });
    m_kinds = chips().addPick(_("Show"), {}, "", [this](const std::string& id) {
        m_kind = app::entryKindOf(id);
        drawEntries();
    });
    m_head = new RichText(body(), _("At a glance"));
    m_head->SetMinSize(wxSize(-1, FromDIP(96)));
    m_table = new Table(body(), _("Everything recorded"),
                        {{.title = _("day"), .sortable = false, .matters = true},
                         {.title = _("kind"), .sortable = false},
                         {.title = _("what"), .sortable = false},
                         {.title = _("details"), .sortable = false, .stretches = true},
                         {.title = _("kept by, when"), .sortable = false, .matters = true}});
    m_table->shareWidth();
    m_table->onSelect = [this](const std::string&) { drawEntry(); };
    m_table->onActivate = [this](const std::string&) { openEvidence(); };
    m_entry = new RichText(body(), _("The entry"));
    content()->Add(m_head, wxSizerFlags().Expand());
    content()->Add(m_table, wxSizerFlags(4).Expand().Border(wxTOP, look::gap(this)));
    content()->Add(m_entry, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
    using enum app::Topic;
    listenTo({People, Courses, Calendar, Cohorts, Roll, Pairing, Logs, Skills, Problems, Decisions});
}

void PersonPage::show(const std::string& subject) {
    const auto blank = subject.find(' ');
    const auto asked = subject.substr(0, blank);
    m_wanted = blank == std::string::npos ? 0 : std::stoll(subject.substr(blank + 1));
    const auto wanted = asked.empty() ? session().remembered("person") : asked;
    // Somebody else is read from the newest entry on, not from the place of the last one's.
    if (wanted != m_view.person().text()) m_table->set({});
    m_view.show(wanted.empty() ? domain::PersonId() : domain::PersonId(wanted));
    m_visit.begin("person." + wanted);
    if (!asked.empty()) session().remember("person", asked);
    if (m_wanted > 0) m_kind.reset();
}

std::optional<std::string> PersonPage::whereabouts() {
    return m_view.person().text();
}

void PersonPage::refresh() {
    m_readable = attempt([&] { m_view.load(); });
    if (!m_readable) {
        setTitle(_("Person"));
        setFigure({});
        enableAction(m_open, false, _("Nobody is shown."));
        enableAction(m_change, false, _("Nobody is shown."));
        enableAction(m_record, false, _("Nobody is shown."));
        return showEmpty(_("Here stands everything recorded about one person. Choose somebody you may see by "
                           "Ctrl+K, or with G on People, Readiness, Roll or My trainees."));
    }
    showContent();
    drawHead();
    drawKinds();
    drawEntries();
    m_visit.seen(m_view.seen());
}

bool PersonPage::isNew(const app::PersonView::Entry& entry) const {
    return m_visit.since() > 0 && entry.change > m_visit.since() && !entry.mine;
}

void PersonPage::drawHead() {
    const auto& head = m_view.head();
    setTitle(head.name.empty() ? _("Person") : u8(head.name));
    if (head.verdict)
        setFigure(u8(app::word(*head.verdict, tongue)), verdictState(*head.verdict));
    else
        setFigure(u8(head.cohort));
    m_head->setText(headText(head));
    const bool mine = m_view.person() == session().actor().id;
    enableAction(m_record, !head.cohort.empty() && (mine || app::seesEverybody(session().actor())),
                 head.cohort.empty() ? _("Only who was in a cohort has a training record.") : _("Others' records are not yours to print."));
}

void PersonPage::drawKinds() {
    std::map<app::EntryKind, int> counts;
    for (const auto& entry : m_view.entries())
        ++counts[entry.kind];
    std::vector<Chips::Option> options{{"", _("everything")}};
    for (const auto kind : app::allEntryKinds())
        if (counts[kind] > 0)
            options.push_back({std::string(app::keyOf(kind)),
                               wxString::Format("%s (%d)", u8(app::word(kind, tongue)), counts[kind])});
    if (m_kind && counts[*m_kind] == 0) m_kind.reset();
    chips().setOptions(m_kinds, options, m_kind ? std::string(app::keyOf(*m_kind)) : "");
}

void PersonPage::drawEntries() {
    std::vector<Row> rows;
    int news = 0;
    std::string wanted;
    const auto& entries = m_view.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& entry = entries[i];
        if (m_kind && entry.kind != *m_kind) continue;
        const bool fresh = isNew(entry);
        news += static_cast<int>(fresh);
        if (m_wanted > 0 && entry.change == m_wanted && wanted.empty()) wanted = std::to_string(i);
        rows.push_back({std::to_string(i),
                        {{.text = dayText(entry.day), .state = fresh ? State::Changed : State::None},
                         {.text = u8(app::word(entry.kind, tongue)), .muted = true},
                         {.text = u8(entry.what), .bold = true},
                         {.text = u8(entry.detail)},
                         {.text = keptText(entry), .muted = true}}});
    }
    const wxString since =
        news == 0 ? wxString()
                  : look::signed_(State::Changed, wxString::Format(wxPLURAL("%d new since your last visit",
                                                                            "%d new since your last visit", news),
                                                                   news));
    chips().setNote(dotted({wxString::Format(_("%s shown"), numberText(static_cast<int>(rows.size()))), since}));
    const std::string first = rows.empty() ? std::string() : rows.front().id;
    m_table->set(std::move(rows));
    if (!wanted.empty()) m_table->select(wanted);
    m_wanted = 0;
    if (m_table->selected().empty() && !first.empty()) m_table->select(first);
    drawEntry();
}

const app::PersonView::Entry* PersonPage::current() const {
    const auto id = m_table->selected();
    if (!m_readable || id.empty()) return nullptr;
    const auto index = std::stoul(id);
    return index < m_view.entries().size() ? &m_view.entries()[index] : nullptr;
}

void PersonPage::drawEntry() {
    const auto* entry = current();
    const wxString none = _("Choose an entry first.");
    enableAction(m_open, entry && !entry->page.empty(),
                 entry ? _("There is no page for it that you may open.") : none);
    const bool sees = domain::may(session().actor().roles, domain::Verb::SeeHistory);
    enableAction(m_change, entry && sees, sees ? none : _("The history is not yours to see."));
    if (!entry) return m_entry->setText({});
    std::string html = "<p><b>" + escapedHtml(dotted({dateText(entry->day), u8(entry->what)})) + "</b></p>";
    if (!entry->detail.empty()) html += "<p>" + escapedHtml(entry->detail) + "</p>";
    if (!entry->why.empty())
        html += "<p>" + escapedHtml(wxString::Format(_("Why: %s"), u8(entry->why))) + "</p>";
    const wxString change = wxString::Format(_("Change %s"), numberText(entry->change));
    m_entry->setText(html + "<p>" + escapedHtml(dotted({change, keptText(*entry)})) + "</p>");
}

void PersonPage::openEvidence() {
    if (const auto* entry = current(); entry && !entry->page.empty()) session().go(entry->page, entry->subject);
}

void PersonPage::openChange() {
    if (const auto* entry = current()) session().go("history", std::to_string(entry->change));
}

/// The printable dossier of everything shown here.
void PersonPage::openRecord() { session().go("reports", "record   " + m_view.person().text()); }

void PersonPage::everything() {
    m_kind.reset();
    m_kinds->SetSelection(0);
    drawEntries();
}

void PersonPage::focusFirst() { m_table->takeFocus(); }

std::vector<app::BookKey> PersonPage::focusedKeys() {
    const auto* entry = current();
    if (!entry) return {};
    return {entry->key};
}

wxString PersonPage::help() const {
    return _("Everything recorded about one person, the newest first, with who kept it and when. Choose a kind "
             "above; 0 shows every kind again. Enter opens the page where the entry stands, H the change in the "
             "history, from what to what, T all of it as a report to print.");
}

} // namespace fledgling::ui
