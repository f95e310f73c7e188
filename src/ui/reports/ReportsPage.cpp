#include "ui/reports/ReportsPage.h"

#include "app/Record.h"
#include "app/chats/Points.h"
#include "app/cohorts/Cohorts.h"
#include "domain/Text.h"
#include "ui/Language.h"
#include "ui/Named.h"
#include "ui/controls/Chips.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"
#include "ui/reports/PagePreview.h"
#include "ui/reports/PrivateFolder.h"
#include "ui/reports/SaveReport.h"

#include <algorithm>
#include <filesystem>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/utils.h>

namespace fledgling::ui {

using app::ReportNeeds;

namespace {

/// So many months are offered.
constexpr int MONTHS_BACK = 24;
/// The list of reports, at 100 %.
constexpr int LEAST_LIST = 120;

bool offers(const std::vector<Chips::Option>& options, const std::string& id) {
    return std::any_of(options.begin(), options.end(), [&](const Chips::Option& one) { return one.id == id; });
}

} // namespace

ReportsPage::ReportsPage(wxWindow* parent, Session& of) : Page(parent, of, _("Reports")) {
    m_save = addAction(_("Save"), "Ctrl+S", [this] { save(); });
    m_print = addAction(_("Print"), "Ctrl+P", [this] { print(); });
    m_turn = addAction(_("Pages or rows"), "F3", [this] { turnSheet(); });
    onKey("F8", _("between the list and the report"), [this] {
        if (!m_list->IsDescendant(FindFocus())) return m_list->takeFocus();
        m_sheets->GetSelection() == 0 ? m_pages->SetFocus() : m_rows->takeFocus();
    });
    m_cohorts = chips().addPick(_("Cohort"), {}, "", [this](const std::string& id) {
        m_choice.cohort = domain::CohortId(id);
        session().remember("cohort", id);
        drawReport();
    });
    m_months = chips().addPick(_("Month"), {}, "", [this](const std::string& id) {
        m_choice.month = domain::Month::parse(id);
        drawReport();
    });
    m_people = chips().addPick(_("Person"), {}, "", [this](const std::string& id) {
        m_choice.person = domain::PersonId(id);
        drawReport();
    });
    addForms();
    layOut();
    bindZoom();
    drawTurn();
    listenTo(app::allTopics());
}

/// The kinds of files, each with its key.
void ReportsPage::addForms() {
    std::vector<Chips::Option> options;
    const auto forms = reportForms();
    m_form = session().remembered("reports.form");
    if (std::none_of(forms.begin(), forms.end(), [&](const ReportForm& one) { return one.ending == m_form; }))
        m_form = forms.front().ending;
    for (const auto& form : forms) {
        const auto key = std::to_string(options.size() + 1);
        options.push_back({form.ending, u8(key) + " " + form.words});
        onKey(key, wxString::Format(_("save as: %s"), form.words), [this, ending = form.ending] { chooseForm(ending); });
    }
    m_pressForm = chips().addOneOf(_("Save as"), options, m_form, [this](const std::string& ending) { chooseForm(ending); });
    chooseForm(m_form);
}

void ReportsPage::chooseForm(const std::string& ending) {
    m_form = ending;
    session().remember("reports.form", ending);
    m_pressForm(ending);
    for (const auto& form : reportForms())
        if (form.ending == ending) keyed(m_save, form.deed, "Ctrl+S");
    Layout();
}

void ReportsPage::bindZoom() {
    const auto larger = [this] { m_pages->zoom(1); };
    const auto smaller = [this] { m_pages->zoom(-1); };
    const auto paper = [this] { m_pages->zoomTo(100); };
    const auto width = [this] { m_pages->zoomTo(0); };
    onKey("Ctrl++", _("larger pages"), larger);
    // The same key on other keyboards.
    for (const char* same : {"Ctrl+=", "Ctrl+Shift+=", "Ctrl+Shift++", "Ctrl+KP_Add"})
        onKey(same, {}, larger);
    onKey("Ctrl+-", _("smaller pages"), smaller);
    onKey("Ctrl+KP_Subtract", {}, smaller);
    onKey("Ctrl+0", _("pages as large as the paper"), paper);
    onKey("W", _("pages as wide as the window"), width);
    m_zoom->add(_("Larger"), "Ctrl++", larger);
    m_zoom->add(_("Smaller"), "Ctrl+-", smaller);
    m_zoom->add("100 %", "Ctrl+0", paper);
    m_zoom->add(_("Fit width"), "W", width);
    m_pages->onZoom = [this] { drawZoom(); };
}

void ReportsPage::drawZoom() {
    const wxString size = wxString::Format("%d %%", m_pages->percent());
    // The figure has its room at any width, what it means only where some is left.
    m_zoom->setTitle(size);
    m_zoom->setDetail(m_pages->fitsWidth() ? _("as wide as the window") : wxString());
    drawFigure();
}

void ReportsPage::layOut() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_list = new Table(body(), _("Reports"), {{.title = _("report"), .sortable = false, .stretches = true, .wraps = true}});
    // Its column is as wide as the list: else every row that is gone to scrolls it sideways.
    m_list->shareWidth();
    m_list->onSelect = [this](const std::string&) {
        if (!m_drawing) drawChips(), drawReport();
    };
    m_list->onActivate = [this](const std::string&) { save(); };
    auto* right = new wxBoxSizer(wxVERTICAL);
    m_about = new Paragraph(body(), look::Type::Small, true);
    m_sheets = new wxSimplebook(body());
    m_pages = new PagePreview(m_sheets);
    m_rows = new Table(m_sheets, _("Rows of the report"), {});
    m_rows->shareWidth();
    m_rows->smallHeadings();
    m_sheets->AddPage(m_pages, {});
    m_sheets->AddPage(m_rows, {});
    right->Add(m_about, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    m_zoom = new SectionBar(body(), {}, SectionBar::Short::Folds);
    right->Add(m_zoom, wxSizerFlags().Expand());
    right->Add(m_sheets, wxSizerFlags(1).Expand());
    row->Add(m_list, wxSizerFlags().Expand().Border(wxRIGHT, look::gap(this, 2)));
    row->Add(right, wxSizerFlags(1).Expand());
    content()->Add(row, wxSizerFlags(1).Expand());
    body()->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fitList();
        event.Skip();
    });
}

/// The list is as wide as its longest name, and the report has the rest; in a narrow window names go on in a second line.
void ReportsPage::fitList() {
    constexpr int SHARE = 4;
    const int room = body()->GetClientSize().x;
    const int width = room > FromDIP(100) ? std::min(m_listWanted, std::max(room / SHARE, FromDIP(150))) : m_listWanted;
    if (m_list->GetMinSize().x == width) return;
    m_list->SetMinSize(wxSize(width, -1));
    body()->Layout();
}

void ReportsPage::show(const std::string& subject) {
    const auto parts = domain::split(subject, ' ');
    m_wanted = parts.empty() ? std::string() : parts.front();
    if (parts.size() < 4) return;
    if (!parts[1].empty()) m_choice.cohort = domain::CohortId(parts[1]);
    m_choice.month = domain::Month::parse(parts[2]);
    m_choice.person = parts[3].empty() ? domain::PersonId() : domain::PersonId(parts[3]);
}

std::optional<std::string> ReportsPage::whereabouts() {
    return domain::joined({m_list->selected(), m_choice.cohort ? m_choice.cohort->text() : "",
                           m_choice.month ? m_choice.month->text() : "", m_choice.person.text()},
                          " ");
}

void ReportsPage::refresh() {
    m_kinds.clear();
    for (const auto kind : app::reportKinds())
        if (app::mayReport(desk(), kind)) m_kinds.push_back(kind);
    if (m_kinds.empty()) return showEmpty(_("There are no reports for your role."));
    showContent();
    drawKinds();
    drawChips();
    drawReport();
}

void ReportsPage::drawKinds() {
    m_drawing = true;
    std::vector<Row> rows;
    for (const auto kind : m_kinds)
        rows.push_back({std::string(keyOf(kind)), {{.text = u8(app::word(kind, tongue)), .bold = true}}});
    int widest = 0;
    const wxFont bold = look::font(look::Type::Body).Bold();
    for (const auto kind : m_kinds) {
        int width = 0;
        m_list->GetTextExtent(u8(app::word(kind, tongue)), &width, nullptr, nullptr, nullptr, &bold);
        widest = std::max(widest, width);
    }
    // A few short names have no narrower list: less is no room for a table.
    m_listWanted = std::max(widest + look::gap(this, 4), FromDIP(LEAST_LIST));
    fitList();
    m_list->set(std::move(rows));
    if (!m_wanted.empty()) m_list->select(std::exchange(m_wanted, {}));
    if (m_list->selected().empty()) m_list->select(std::string(keyOf(m_kinds.front())));
    m_drawing = false;
}

std::optional<app::ReportKind> ReportsPage::chosen() const { return app::reportKindOf(m_list->selected()); }

/// Only the choice the report needs is shown.
void ReportsPage::drawChips() {
    const auto kind = chosen();
    if (!kind) return;
    const auto needs = app::needsOf(*kind);
    std::vector<Chips::Option> cohorts, months, people;
    for (const auto& one : app::reportCohorts(desk()))
        cohorts.push_back({one.id.text(), u8(one.name)});
    if (!offers(cohorts, m_choice.cohort ? m_choice.cohort->text() : "")) {
        const auto last = session().remembered("cohort");
        m_choice.cohort = app::reportCohort(desk(), last.empty() ? std::nullopt : std::optional(domain::CohortId(last)));
    }
    domain::Month month(app::shownDay(desk()));
    if (!m_choice.month) m_choice.month = app::monthOnShow(desk());
    for (int back = 0; back < MONTHS_BACK; ++back, month = month.before())
        months.push_back({month.text(), u8(month.text())});
    if (app::needsPerson(needs))
        for (const auto& [id, name] : app::reportPeople(desk(), *kind))
            people.push_back({id.text(), u8(name)});
    if (!people.empty() && !offers(people, m_choice.person.empty() ? "" : m_choice.person.text()))
        m_choice.person = domain::PersonId(people.front().id);
    chips().setOptions(m_cohorts, cohorts, m_choice.cohort ? m_choice.cohort->text() : "");
    chips().setOptions(m_months, months, m_choice.month->text());
    chips().setOptions(m_people, people, m_choice.person.empty() ? "" : m_choice.person.text());
    m_cohorts->Enable(needs == ReportNeeds::Cohort);
    m_months->Enable(app::needsMonth(needs));
    m_people->Enable(app::needsPerson(needs));
}

/// What a new department has to have first for that report; empty where nothing is missing.
wxString ReportsPage::whatLacks(app::ReportKind kind) {
    const bool wants = app::needsOf(kind) == ReportNeeds::Cohort && !m_choice.cohort;
    return wants ? _("There is no cohort yet: this report is about one. Plan it on the Cohorts page.") : wxString();
}

void ReportsPage::drawReport() {
    const auto kind = chosen();
    m_pages->set(nullptr);
    m_report.reset();
    const auto lacking = kind ? whatLacks(*kind) : wxString();
    if (!lacking.empty()) hush();
    if (kind && lacking.empty()) attempt([&] { m_report = app::reportOf(desk(), *kind, m_choice, courseLanguage(), tongue); });
    enableAction(m_save, m_report.has_value(), _("There is nothing to save."));
    enableAction(m_print, m_report.has_value(), _("There is nothing to save."));
    if (m_report) m_pages->set(&*m_report);
    if (!m_report) {
        m_rows->set({});
        m_about->set(lacking);
        setStatus({});
        Layout();
        return drawFigure();
    }
    std::vector<wxString> about{u8(app::sentence(*kind, tongue))};
    if (const auto& past = m_report->past.words; !past.empty()) about.push_back(u8(past));
    // A certificate's lines are one sentence, to be read on its page.
    if (!m_report->certificate)
        for (const auto& line : m_report->lines)
            about.push_back(u8(line));
    m_about->set(dotted(about));
    drawRows();
    setStatus(u8(m_report->foot));
    Layout();
}

/// Title, whom or when it is about, and the day it shows, so that files of several cohorts or months stand side by side.
wxString ReportsPage::fileName() {
    const auto kind = chosen();
    const auto needs = kind ? app::needsOf(*kind) : app::ReportNeeds::Nothing;
    std::vector<wxString> parts{u8(m_report->title)};
    if (needs == app::ReportNeeds::Cohort) parts.push_back(m_cohorts->GetStringSelection());
    if (app::needsPerson(needs)) parts.push_back(m_people->GetStringSelection());
    if (app::needsMonth(needs) && m_choice.month) parts.push_back(u8(m_choice.month->text()));
    parts.push_back(u8(app::shownDay(desk()).iso()));
    wxString name;
    for (const auto& part : parts)
        if (!part.empty()) name << (name.empty() ? "" : " ") << part;
    // Signs that a file name can't hold on one system or another.
    for (const char sign : {'/', '\\', ':', '*', '?', '"', '<', '>', '|'})
        name.Replace(wxString(sign), "-");
    return name;
}

void ReportsPage::saveAs(const std::string& path) {
    if (!m_report) return;
    std::vector<std::string> files;
    if (attemptLong(_("Saving the report"), [&](Progress& progress) { files = app::saveReport(*m_report, path, tongue, progress.told()); }))
        isWanting() ? inform(look::Notice::Warning, savedWords(files), u8(domain::joined(m_report->lines, " ")))
                    : inform(look::Notice::Success, savedWords(files));
}

/// A certificate was asked for, and there is none yet: what is saved or printed says so.
bool ReportsPage::isWanting() const { return chosen() == app::ReportKind::Certificate && !m_report->certificate; }

void ReportsPage::save() {
    if (m_report)
        askReportFile(this, session(), fileName(), m_form, m_report->tables.size(), [this](const std::string& path) { saveAs(path); });
}

/// Printed from the desktop's own viewer: it knows the printers.
void ReportsPage::print() {
    if (!m_report) return;
    wxString path;
    const bool drawn = attemptLong(_("Drawing the pages"), [&](Progress& progress) {
        const auto file = printFolder().path() / std::filesystem::u8path(utf8(fileName() + ".pdf"));
        const auto bytes = file.u8string();
        const std::string name(bytes.begin(), bytes.end());
        app::saveReport(*m_report, name, tongue, progress.told());
        std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        path = u8(name);
    });
    if (!drawn) return;
    if (!wxLaunchDefaultApplication(path)) inform(look::Notice::Warning, wxString::Format(_("No program opens PDF files here. The report stands in %s."), path));
}

void ReportsPage::focusFirst() { m_list->takeFocus(); }

wxString ReportsPage::help() const {
    return _("Reports to print, to hand on or to work on in a spreadsheet. Choose one, then the cohort, month or person above; the "
             "pages are shown as they will be printed; F3 shows the rows as a table. 1 to 4 choose the kind of file and Ctrl+S saves it: a workbook has a sheet for each table, a table (CSV) a file for each; Ctrl+P opens the PDF in the "
             "desktop's viewer, which prints. Each page carries the head of the book.");
}

} // namespace fledgling::ui
