#include "ui/history/HistoryPage.h"

#include "app/reports/Reports.h"
#include "app/merge/Merge.h"
#include "ui/Language.h"
#include "ui/controls/Chips.h"
#include "ui/controls/ReasonDialog.h"
#include "ui/controls/Table.h"
#include "ui/reports/SaveReport.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using View = app::HistoryView;

namespace {

/// A pause in typing, in milliseconds, after which the book is searched.
constexpr int PAUSE_MS = 250;
/// Names in the list before the rest is only counted.
constexpr std::size_t NAMES = 3;
/// Characters of a hash that are enough to compare by eye.
constexpr std::size_t HEAD = 12;

wxString momentText(const View::Row& row) { return dayText(row.day) + " " + u8(row.time.text()); }

wxString aboutText(const View::Row& row) {
    std::vector<wxString> names;
    for (std::size_t i = 0; i < row.about.size() && i < NAMES; ++i)
        names.push_back(u8(row.about[i]));
    wxString text = listText(names);
    if (row.about.size() > NAMES)
        text << wxString::Format(" +%d", static_cast<int>(row.about.size() - NAMES));
    return text;
}

wxString deedText(const View::Row& row) {
    if (row.undoneBy != 0)
        return wxString::Format(_("%s (taken back by change %s)"), u8(row.did), numberText(row.undoneBy));
    if (row.undoes != 0) return wxString::Format(_("%s: change %s"), u8(row.did), numberText(row.undoes));
    return u8(row.did);
}

Row lineOf(const View::Row& row) {
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
    : Page(parent, of, _("History")), m_view(desk(), courseLanguage(), tongue), m_typed(this) {
    addActions();
    addFilters();
    layOut();
    using enum app::Topic;
    listenTo(
        {People, Courses, Calendar, Cohorts, Roll, Pairing, Logs, Skills, Problems, Decisions, Settings});
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        filterBy([this](View::Filter& filter) { filter.text = utf8(m_search->GetValue()); });
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
    onKey("M", _("read further back"), [this] { more(); });
    onKey("0", _("everything, from the newest"), [this] { showEverything(); });
    onKey("Ctrl+F", _("search"), [this] { m_search->SetFocus(); });
}

/// A button below the list: what it does and its key.
wxButton* HistoryPage::quietButton(const wxString& does, const char* key, std::function<void()> run) {
    auto* button = named(new wxButton(body(), wxID_ANY, does, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT), does, key);
    button->SetLabelMarkup(does + "  <small>" + key + "</small>");
    native::setStyle(button, "quiet");
    button->Bind(wxEVT_BUTTON, [run = std::move(run)](wxCommandEvent&) { run(); });
    return button;
}

void HistoryPage::addFilters() {
    const auto person = [](const std::string& id) {
        return id.empty() ? std::nullopt : std::optional(domain::PersonId(id));
    };
    m_about = chips().addPick(_("About"), {}, "", [this, person](const std::string& id) {
        filterBy([&](View::Filter& filter) { filter.about = person(id); });
    });
    m_by = chips().addPick(_("By"), {}, "", [this, person](const std::string& id) {
        filterBy([&](View::Filter& filter) { filter.by = person(id); });
    });
    std::vector<Chips::Option> verbs{{"", _("everything")}};
    for (const auto& [verb, words] : m_view.verbs())
        verbs.push_back({verb, u8(words)});
    m_verb = chips().addPick(_("What"), verbs, "", [this](const std::string& verb) {
        filterBy([&](View::Filter& filter) { filter.verb = verb; });
    });
    m_search =
        chips().addSearch(_("Search the book"), [this](const wxString&) { m_typed.StartOnce(PAUSE_MS); });
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
                        {.title = _("date and time"), .sortable = false},
                        {.title = _("who"), .sortable = false},
                        {.title = _("what"), .sortable = false, .matters = true},
                        {.title = _("about"), .sortable = false},
                        {.title = _("why"), .sortable = false, .stretches = true}});
    m_list->shareWidth();
    m_list->onSelect = [this](const std::string&) {
        attempt([this] { drawDetail(); });
        drawActions();
    };
    m_list->onActivate = [this](const std::string&) { m_fields->takeFocus(); };
    m_more = quietButton(_("Read further back"), "M", [this] { more(); });
    content()->Add(m_list, wxSizerFlags(5).Expand());
    auto* under = new wxBoxSizer(wxHORIZONTAL);
    under->Add(m_more);
    under->AddStretchSpacer();
    m_copy = quietButton(_("Copy the book"), "C", [this] { copyBook(); });
    m_mergeCopy = quietButton(_("Merge a copy"), "G", [this] { mergeCopy(); });
    under->Add(m_copy, wxSizerFlags().Border(wxRIGHT, look::gap(this)));
    under->Add(m_mergeCopy);
    content()->Add(under, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    content()->Add(layOutDetail(), wxSizerFlags(4).Expand().Border(wxTOP, look::gap(this)));
}

wxPanel* HistoryPage::layOutDetail() {
    auto* panel = new wxPanel(body());
    auto* all = new wxBoxSizer(wxVERTICAL);
    panel->SetSizer(all);
    m_deed = look::label(panel, {}, look::Type::Section);
    m_why = look::label(panel, {});
    m_hash = look::label(panel, {}, look::Type::Small, true);
    m_fields = new Table(panel, _("From what to what"),
                         {{.title = _("line of the book"), .sortable = false},
                          {.title = _("field"), .sortable = false},
                          {.title = _("was"), .sortable = false},
                          {.title = _("became"), .sortable = false, .stretches = true}});
    m_fields->shareWidth();
    m_fields->SetMinSize(wxSize(-1, FromDIP(110)));
    all->Add(m_deed, wxSizerFlags().Expand());
    all->Add(m_why, wxSizerFlags().Expand());
    all->Add(m_hash, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this, 0.5)));
    all->Add(m_fields, wxSizerFlags(1).Expand());
    return panel;
}

void HistoryPage::show(const std::string& subject) {
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
}

void HistoryPage::filterBy(const std::function<void(View::Filter&)>& change) {
    View::Filter filter = m_view.filter();
    change(filter);
    attempt([&] {
        m_view.setFilter(filter);
        drawList();
    });
}

void HistoryPage::showEverything() {
    m_search->ChangeValue({});
    filterBy([](View::Filter& filter) { filter = {}; });
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

const View::Row* HistoryPage::current() const {
    const auto id = m_list->selected();
    return id.empty() || m_view.rows().empty() ? nullptr : m_view.row(std::stoll(id));
}

void HistoryPage::drawDetail() {
    const auto* row = current();
    if (!row) return;
    m_deed->SetLabel(
        dotted({wxString::Format(_("Change %s"), numberText(row->number)),
                dateText(row->day) + " " + u8(row->time.text()), u8(row->who) + " " + deedText(*row)}));
    m_why->SetLabel(row->why.empty() ? wxString() : wxString::Format(_("Why: %s"), u8(row->why)));
    m_why->Show(!row->why.empty());
    m_hash->SetLabel(wxString::Format(_("hash %s"), u8(row->hash)));
    std::vector<Row> lines;
    for (const auto& field : m_view.fields(row->number))
        lines.push_back({std::to_string(lines.size()),
                         {{.text = u8(field.of), .muted = true},
                          {u8(field.field)},
                          {.text = u8(field.was), .muted = true},
                          {.text = u8(field.became), .bold = true}}});
    m_fields->set(std::move(lines));
    wrapDetail();
}

void HistoryPage::wrapDetail() {
    auto* panel = m_deed->GetParent();
    const int width = panel->GetClientSize().x;
    if (width > FromDIP(80)) m_why->Wrap(width);
    panel->Layout();
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

void HistoryPage::takeBack() {
    const auto* row = current();
    if (!row) return;
    const auto number = row->number;
    ReasonQuestion question;
    question.title = _("Take a change back");
    question.explanation = wxString::Format(
        _("%s by %s, change %s. What it set gets the value it had before, by a new change; both stay in "
          "the book."),
        u8(row->did), u8(row->who), numberText(number));
    question.action = _("Take back");
    askReason(this, question, [this, number](const ReasonAnswer& answer) {
        attempt([&] {
            const auto change = m_view.takeBack(number, answer.reason);
            setStatus(wxString::Format(_("Change %s is taken back by change %s"), numberText(number),
                                       numberText(change)));
            drawList();
        });
    });
}

void HistoryPage::lookAtMoment() {
    if (const auto* row = current()) session().setAsOf(row->at);
}

void HistoryPage::verify() {
    store::Verification found;
    const bool done = attemptLong(_("Verifying the chain"), [&](Progress& progress) {
        found = m_view.verify([&](std::size_t at, std::size_t total) { progress.at(at, total); });
    });
    if (!done) return;
    drawActions();
    if (found.good())
        inform(look::Notice::Success, wxString::Format(_("The chain stands: %s changes, nothing was altered. Head %s"),
                                numberText(found.changes), u8(found.head)));
    else
        complain(wxString::Format(_("Change %s is not as it was written. The %s changes before it stand."),
                                  numberText(found.firstBad), numberText(found.changes)),
                 wxString::Format(_("First bad line in: %s\nHead of the good part: %s"),
                                  u8(m_view.tableWords(found)), u8(found.head)));
}

void HistoryPage::saveStatement() {
    const auto statement = m_view.statement();
    if (!statement) return;
    askReportFile(this, session(), _("Statement of verification"), reportForms().front().ending, statement->tables.size(),
                  [this](const std::string& path) { saveStatementAs(path); });
}

void HistoryPage::saveStatementAs(const std::string& path) {
    const auto statement = m_view.statement();
    if (!statement) return;
    std::vector<std::string> files;
    if (attempt([&] { files = app::saveReport(*statement, path, tongue); })) inform(look::Notice::Success, savedWords(files));
}

void HistoryPage::copyBook() {
    CallAfter([this] {
        wxFileDialog ask(this, _("Copy the book to work away"), {}, _("copy") + ".fledgling",
                         _("Departments") + " (*.fledgling)|*.fledgling", wxFD_SAVE);
        if (ask.ShowModal() != wxID_OK) return;
        const auto path = ask.GetPath();
        const bool kept = attemptLong(_("Copying the book"), [&](Progress&) { app::copyBook(desk(), utf8(path)); });
        if (kept)
            inform(look::Notice::Success, wxString::Format(_("Copied to %s. Work there, then bring it back here with \"Merge a copy\"."), path));
    });
}

void HistoryPage::mergeCopy() {
    CallAfter([this] {
        wxFileDialog ask(this, _("The copy to bring back"), {}, {},
                         _("Departments") + " (*.fledgling)|*.fledgling|" + _("All files") + "|*",
                         wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (ask.ShowModal() == wxID_OK) session().go("merge", utf8(ask.GetPath()));
    });
}

void HistoryPage::focusFirst() {
    if (m_view.rows().empty()) return Page::focusFirst();
    m_list->takeFocus();
}

wxString HistoryPage::help() const {
    return _("Everything that was ever kept, the newest first: who did what, when, about whom and why. Below "
             "stands from "
             "what to what. Nothing is deleted: taking a change back writes the former values as a new "
             "change. Verifying "
             "recomputes the chain of hashes and names the first line that was tampered with; note the head "
             "elsewhere to "
             "notice when something was cut off at the end. S saves what was found as a statement to print and sign.");
}

} // namespace fledgling::ui
