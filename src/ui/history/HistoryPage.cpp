#include "ui/history/HistoryPage.h"

#include "app/Record.h"
#include "ui/Language.h"
#include "ui/Native.h"
#include "ui/controls/Chips.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

namespace fledgling::ui {

namespace {

/// A pause in typing, in milliseconds, after which the book is searched.
constexpr int SEARCH_PAUSE_MS = 250;
/// How wide filters stand, at 100 %.
constexpr int VERB_WIDTH = 130, SINCE_WIDTH = 110, SEARCH_WIDTH = 180;
/// How many days back are offered.
constexpr int SINCE_WEEK = 7, SINCE_MONTH = 30;
/// Names in the list before the rest is only counted.
constexpr std::size_t NAMES = 3;
/// Characters of a hash that are enough to compare by eye.
constexpr std::size_t HEAD = 12;
/// Of the height, the list and what the chosen change set; the latter is never lower than its heading and two lines.
constexpr int LIST_SHARE = 5;
constexpr int DETAIL_SHARE = 2;
constexpr int FIELDS_HEIGHT = 74;

wxString momentText(const app::HistoryView::Row& row) { return dayText(row.day) + " " + u8(row.time.text()); }

wxString aboutText(const app::HistoryView::Row& row) {
    std::vector<wxString> names;
    for (std::size_t i = 0; i < row.about.size() && i < NAMES; ++i)
        names.push_back(u8(row.about[i]));
    const wxString text = listText(names);
    // TRANSLATORS: the first few of a list, and how many it has
    return row.about.size() > NAMES ? wxString::Format(_("%1$s (%2$d in all)"), text, static_cast<int>(row.about.size())) : text;
}

wxString deedText(const app::HistoryView::Row& row) {
    if (row.undoneBy != 0)
        return wxString::Format(_("%s (taken back by change %s)"), u8(row.did), numberText(row.undoneBy));
    if (row.undoes != 0) return wxString::Format(_("%s: change %s"), u8(row.did), numberText(row.undoes));
    return u8(row.did);
}

Row lineOf(const app::HistoryView::Row& row) {
    const bool gone = row.undoneBy != 0;
    return {std::to_string(row.number),
            {{.text = numberText(row.number), .muted = true},
             {.text = momentText(row), .muted = gone},
             {.text = u8(row.who), .bold = !gone, .muted = gone},
             {.text = deedText(row), .muted = gone},
             {.text = aboutText(row), .muted = gone},
             {.text = u8(row.why), .muted = gone}}};
}

} // namespace

HistoryPage::HistoryPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("History")), m_view(desk(), courseLanguage(), tongue), m_visit(session()), m_typed(this) {
    addActions();
    addFilters();
    // Many lines at a glance are worth more than air.
    setDense();
    layOut();
    using enum app::Topic;
    listenTo(
        {People, Courses, Calendar, Cohorts, Roll, Pairing, Logs, Skills, Problems, Decisions, Settings});
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        filterBy([this](app::HistoryView::Filter& filter) { filter.text = utf8(m_search->GetValue()); });
    });
}

void HistoryPage::addActions() {
    m_verify = addAction(_("Verify"), "V", [this] { verify(); });
    m_statement = addAction(_("Statement"), "S", [this] { saveStatement(); });
    m_takeBack = addAction(_("Take back"), "U", [this] { takeBack(); });
    m_asOf = addAction(_("As of then"), "T", [this] { lookAtMoment(); });
    onKey("G", _("merge a copy of the book"), [this] {
        if (m_mergeCopy->IsEnabled()) mergeCopy();
    });
    onKey("C", _("copy the book to work away"), [this] {
        if (m_copy->IsEnabled()) copyBook();
    });
    onKey("B", _("only what came after the chosen change"), [this] { sinceChosen(); });
    onKey("M", _("read further back"), [this] { more(); });
    onKey("0", _("everything, from the newest"), [this] { showEverything(); });
    onKey("Ctrl+F", _("search"), [this] { m_search->SetFocus(); });
}

void HistoryPage::addFilters() {
    const auto person = [](const std::string& id) {
        return id.empty() ? std::nullopt : std::optional(domain::PersonId(id));
    };
    m_about = chips().addPick(_("About"), {}, "", [this, person](const std::string& id) {
        filterBy([&](app::HistoryView::Filter& filter) { filter.about = person(id); });
    });
    m_by = chips().addPick(_("By"), {}, "", [this, person](const std::string& id) {
        filterBy([&](app::HistoryView::Filter& filter) { filter.by = person(id); });
    });
    std::vector<Chips::Option> verbs{{"", _("everything")}};
    for (const auto& [verb, words] : m_view.verbs())
        verbs.push_back({verb, u8(words)});
    m_verb = chips().addPick(_("Deed"), verbs, "", [this](const std::string& verb) {
        filterBy([&](app::HistoryView::Filter& filter) { filter.verb = verb; });
    });
    // The longest deed there is would push the search to a line of its own; the list opens as wide as it takes.
    m_verb->SetMinSize(wxSize(FromDIP(VERB_WIDTH), -1));
    m_since = chips().addPick(_("Since"), {}, "", [this](const std::string& from) {
        m_from = from;
        filterBy([&](app::HistoryView::Filter& filter) { filter.after = lastBefore(from); });
    });
    native::letShrink(m_since);
    m_since->SetMinSize(wxSize(FromDIP(SINCE_WIDTH), -1));
    m_search =
        chips().addSearch(_("Search the book"), [this](const wxString&) { m_typed.StartOnce(SEARCH_PAUSE_MS); });
    m_search->SetMinSize(wxSize(FromDIP(SEARCH_WIDTH), -1));
    m_search->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int code = event.GetKeyCode();
        if (code == WXK_DOWN || code == WXK_RETURN || code == WXK_NUMPAD_ENTER)
            m_list->takeFocus();
        else if (code == WXK_ESCAPE && !m_search->IsEmpty())
            m_search->Clear();
        else
            event.Skip();
    });
}

void HistoryPage::layOut() {
    using enum Column::Align;
    m_list = new Table(body(), _("Changes"),
                       {{.title = _("change"), .align = Right, .sortable = false},
                        {.title = _("date and time"), .sortable = false, .matters = true},
                        {.title = _("done by"), .sortable = false},
                        {.title = _("what"), .sortable = false}, // whole below the list
                        {.title = _("about"), .sortable = false},
                        {.title = _("why"), .sortable = false, .stretches = true}});
    m_list->shareWidth();
    m_list->showWhole();
    m_list->onSelect = [this](const std::string&) {
        attempt([this] { drawDetail(); });
        drawActions();
    };
    m_list->onActivate = [this](const std::string&) { m_fields->takeFocus(); };
    content()->Add(m_list, wxSizerFlags(LIST_SHARE).Expand().Border(wxTOP, look::gap(this, 0.5)));
    content()->Add(layOutDetail(), wxSizerFlags(DETAIL_SHARE).Expand());
}

wxPanel* HistoryPage::layOutDetail() {
    auto* panel = new wxPanel(body());
    auto* all = new wxBoxSizer(wxVERTICAL);
    panel->SetSizer(all);
    // What can be done with the book stands on the line that says which change is shown: no row of the list is given for it.
    m_deed = new SectionBar(panel);
    m_more = m_deed->add(_("Read further back"), "M", [this] { more(); });
    m_copy = m_deed->add(_("Copy the book"), "C", [this] { copyBook(); });
    m_mergeCopy = m_deed->add(_("Merge a copy"), "G", [this] { mergeCopy(); });
    m_why = new Paragraph(panel);
    m_hash = look::label(panel, {}, look::Type::Small, true);
    m_fields = new Table(panel, _("From what to what"),
                         {{.title = _("line of the book"), .sortable = false},
                          {.title = _("field"), .sortable = false},
                          {.title = _("was"), .sortable = false},
                          {.title = _("became"), .sortable = false, .stretches = true}});
    m_fields->shareWidth();
    m_fields->showWhole();
    m_fields->SetMinSize(wxSize(-1, FromDIP(FIELDS_HEIGHT)));
    all->Add(m_deed, wxSizerFlags().Expand());
    all->Add(m_why, wxSizerFlags().Expand());
    all->Add(m_hash, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this, 0.5)));
    all->Add(m_fields, wxSizerFlags(1).Expand());
    return panel;
}

void HistoryPage::show(const std::string& subject) {
    m_visit.begin("history");
    if (subject.empty()) return;
    if (std::all_of(subject.begin(), subject.end(), [](char c) { return c >= '0' && c <= '9'; }))
        m_wanted = subject;
    else
        m_view.setFilter({domain::PersonId(subject), {}, {}, {}});
}

void HistoryPage::refresh() {
    m_view.load();
    if (!m_wanted.empty() && !m_view.reach(std::stoll(m_wanted))) {
        inform(wxString::Format(_("Change %s is not in the book at the moment shown."), u8(m_wanted)));
        m_wanted.clear();
    }
    drawFilters();
    drawList();
    m_visit.seen(m_view.state().changes);
}

void HistoryPage::filterBy(const std::function<void(app::HistoryView::Filter&)>& change) {
    app::HistoryView::Filter filter = m_view.filter();
    change(filter);
    attempt([&] {
        m_view.setFilter(filter);
        drawList();
    });
}

/// The last change of what is not shown. Together with a past moment (Ctrl+T): what changed between two moments.
store::ChangeNumber HistoryPage::lastBefore(const std::string& since) {
    if (since == "visit") return m_visit.since();
    const auto day = domain::Date::parse(since);
    return day ? app::lastBefore(desk(), *day) : m_view.filter().after;
}

void HistoryPage::sinceChosen() {
    const auto* row = current();
    if (!row) return;
    m_from = "change";
    filterBy([number = row->number](app::HistoryView::Filter& filter) { filter.after = number; });
    drawFilters();
}

void HistoryPage::showEverything() {
    m_search->ChangeValue({});
    filterBy([](app::HistoryView::Filter& filter) { filter = {}; });
    drawFilters();
    m_verb->SetSelection(0);
    m_list->takeFocus();
}

void HistoryPage::drawFilters() {
    std::vector<Chips::Option> people{{"", _("anybody")}};
    for (const auto& person : m_view.people())
        people.push_back({person.id.text(), u8(person.name)});
    const auto& filter = m_view.filter();
    chips().setOptions(m_about, people, filter.about ? filter.about->text() : "");
    chips().setOptions(m_by, people, filter.by ? filter.by->text() : "");
    if (filter.after == 0) m_from.clear();
    const auto today = app::shownDay(desk());
    std::vector<Chips::Option> since{{"", _("the start")}};
    if (m_visit.since() > 0) since.push_back({"visit", _("your last visit")});
    since.push_back({today.iso(), _("today")});
    for (const int days : {SINCE_WEEK, SINCE_MONTH})
        since.push_back({today.plusDays(-days).iso(), wxString::Format(wxPLURAL("%d day ago", "%d days ago", days), days)});
    if (m_from == "change") since.push_back({m_from, wxString::Format(_("change %s"), numberText(filter.after))});
    chips().setOptions(m_since, since, m_from);
}

void HistoryPage::drawList() {
    const auto& state = m_view.state();
    const wxString head = u8(state.head.substr(0, HEAD)) + wxUniChar(0x2026);
    const auto changes = static_cast<int>(state.changes);
    setFigure(dotted({wxString::Format(wxPLURAL("%s change", "%s changes", changes), numberText(changes)),
                      wxString::Format(_("head %s"), head)}));
    const wxString shown = wxString::Format(_("%s shown"), numberText(static_cast<int>(m_view.rows().size())));
    // TRANSLATORS: the list doesn't begin with the newest change
    chips().setNote(m_view.from() ? dotted({shown, wxString::Format(_("from change %s back; 0 shows the newest"),
                                                                    numberText(*m_view.from()))})
                                  : shown);
    if (m_view.rows().empty()) return drawEmpty();
    showContent();
    std::vector<Row> lines;
    for (const auto& row : m_view.rows())
        lines.push_back(lineOf(row));
    m_list->set(std::move(lines));
    if (!m_wanted.empty()) m_list->select(m_wanted);
    m_wanted.clear();
    if (m_list->selected().empty()) m_list->select(std::to_string(m_view.rows().front().number));
    m_more->Show(!m_view.complete());
    drawDetail();
    drawActions();
    body()->Layout();
}

void HistoryPage::drawEmpty() {
    drawActions();
    if (!m_view.complete())
        return showEmpty(_("Nothing like that among the newest changes."), _("Search further back"),
                         [this] { more(); });
    showEmpty(_("No change of the book passes these filters."), _("Show everything"),
              [this] { showEverything(); });
}

const app::HistoryView::Row* HistoryPage::current() const {
    const auto id = m_list->selected();
    return id.empty() || m_view.rows().empty() ? nullptr : m_view.row(std::stoll(id));
}

void HistoryPage::drawDetail() {
    const auto* row = current();
    if (!row) return;
    m_deed->setTitle(wxString::Format(_("Change %s"), numberText(row->number)));
    m_deed->setDetail(dotted({dateText(row->day) + " " + u8(row->time.text()), u8(row->who) + " " + deedText(*row)}));
    m_why->Show(!row->why.empty());
    m_why->set(row->why.empty() ? wxString() : wxString::Format(_("Why: %s"), u8(row->why)));
    m_hash->SetLabel(wxString::Format(_("hash %s"), u8(row->hash)));
    std::vector<Row> lines;
    for (const auto& field : m_view.fields(row->number))
        lines.push_back({std::to_string(lines.size()),
                         {{.text = u8(field.of), .muted = true},
                          {u8(field.field)},
                          {.text = u8(field.was), .muted = true},
                          {.text = u8(field.became), .bold = true}}});
    m_fields->set(std::move(lines));
    m_fields->GetParent()->Layout();
}

void HistoryPage::drawActions() {
    const auto* row = current();
    enableAction(m_statement, m_view.verified(), _("Verify the chain first: the statement says what was found."));
    const wxString none = _("Choose a change first.");
    enableAction(m_asOf, row != nullptr, none);
    const wxString others = _("Only the manager or a supervisor does this, and not while a past moment is shown.");
    enableAction(m_copy, domain::may(session().actor().roles, domain::Verb::CopyBook), others);
    enableAction(m_mergeCopy, session().may(domain::Verb::MergeBook), others);
    const bool may = row && m_view.mayTakeBack(*row);
    enableAction(m_takeBack, may,
                 !row                 ? none
                 : session().past()   ? _("A past moment is shown: go back to now to take a change back.")
                 : row->undoneBy != 0 ? _("This change is taken back already.")
                                      : _("Only who made a change, or the manager, takes it back."));
}

void HistoryPage::more() {
    if (m_view.complete()) return;
    attemptLong(_("Reading further back"), [this](Progress& progress) {
        m_view.more([&](std::size_t done, std::size_t total) { progress.at(done, total); });
    });
    drawList();
}

void HistoryPage::focusFirst() { m_list->takeFocus(); }

wxString HistoryPage::help() const {
    return _("Everything that was ever kept, the newest first: who did what, when, about whom and why. Below "
             "stands from "
             "what to what. Nothing is deleted: taking a change back writes the former values as a new "
             "change. Verifying "
             "recomputes the chain of hashes and names the first line that was tampered with; note the head "
             "elsewhere to "
             "notice when something was cut off at the end. Since, or B on a change, shows what came later; with a past moment (Ctrl+T) "
             "that is what changed between the two. S saves what was found as a statement to print and sign.");
}

} // namespace fledgling::ui
