#include "ui/readiness/ReadinessPage.h"

#include "app/Record.h"
#include "app/Words.h"
#include "ui/Language.h"
#include "ui/Pages.h"
#include "ui/controls/Chips.h"
#include "ui/controls/Table.h"
#include "ui/readiness/ReadinessSide.h"

#include <algorithm>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using View = app::ReadinessView;

namespace {

wxString countsText(const View::Counts& counts) {
    // TRANSLATORS: how many trainees are ready, on the way and stuck
    return dotted({wxString::Format(_("%d ready"), counts.ready),
                   wxString::Format(_("%d on the way"), counts.onTheWay),
                   wxString::Format(_("%d stuck"), counts.stuck)});
}

} // namespace

ReadinessPage::ReadinessPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Readiness")), m_view(desk(), courseLanguage()) {
    m_decide = addAction(_("Decide"), "D", [this] { beginDecision(); });
    addFilters();
    layOut();
    onKey("Enter", _("what is behind the cell"), [this] { openSide(); });
    onKey("G", _("open the person's page"), [this] {
        if (!m_board->selected().empty()) session().go("person", m_board->selected());
    });
    onKey("Ctrl+Enter", _("keep the decision"), [this] {
        if (m_side->IsShown() && m_side->deciding()) m_side->form().keep();
    });
    listenTo({app::Topic::People, app::Topic::Courses, app::Topic::Calendar, app::Topic::Cohorts,
              app::Topic::Roll, app::Topic::Pairing, app::Topic::Logs, app::Topic::Skills,
              app::Topic::Results, app::Topic::Chats, app::Topic::Decisions, app::Topic::Settings});
    Bind(wxEVT_CHAR_HOOK, &ReadinessPage::onKeys, this);
}

void ReadinessPage::addFilters() {
    m_cohorts = chips().addPick(_("Cohort"), {}, "", [this](const std::string& id) {
        session().remember("cohort", id);
        filterBy([&](View::Filter& filter) {
            filter.cohort = id.empty() ? std::nullopt : std::optional(domain::CohortId(id));
        });
    });
    std::vector<Chips::Option> posts{{"", _("all")}};
    for (const auto post : {domain::Post::Agent, domain::Post::Complaint, domain::Post::Order})
        posts.push_back({std::string(keyOf(post)), u8(app::word(post, tongue))});
    m_posts = chips().addPick(_("Post"), posts, "", [this](const std::string& id) {
        filterBy([&](View::Filter& filter) { filter.post = domain::postOf(id); });
    });
    m_mentors = chips().addPick(_("Mentor"), {}, "", [this](const std::string& id) {
        filterBy([&](View::Filter& filter) {
            filter.mentor = id.empty() ? std::nullopt : std::optional(domain::PersonId(id));
        });
    });
    std::vector<Chips::Option> verdicts{{"", _("all")}};
    for (const auto verdict : {domain::Verdict::Ready, domain::Verdict::OnTheWay, domain::Verdict::Stuck})
        verdicts.push_back({std::string(keyOf(verdict)), u8(app::word(verdict, tongue))});
    m_pressVerdict = chips().addOneOf(_("Verdict"), verdicts, "", [this](const std::string& id) {
        filterBy([&](View::Filter& filter) {
            filter.verdict.reset();
            for (const auto verdict :
                 {domain::Verdict::Ready, domain::Verdict::OnTheWay, domain::Verdict::Stuck})
                if (keyOf(verdict) == id) filter.verdict = verdict;
        });
    });
}

void ReadinessPage::layOut() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_board = new Table(body(), _("Readiness board"), {}, Table::Cursor::Cells);
    m_board->shareWidth();
    m_board->smallHeadings();
    m_board->onActivate = [this](const std::string&) {
        const bool open = m_side->IsShown();
        openSide();
        if (open) m_side->takeFocus(); // Enter once more goes in
    };
    m_board->onCell = [this](const std::string&, int) {
        drawWay();
        if (m_side->IsShown()) attempt([this] { m_side->deciding() ? drawForm() : drawSide(); });
    };
    m_board->control()->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        event.Skip();
        // The table asks for the cell only once this click is over, and after what is asked here.
        m_board->CallAfter([this] { m_board->CallAfter([this] { openSide(); }); });
    });
    m_side = new ReadinessSide(body());
    m_side->Hide();
    m_side->SetMinSize(wxSize(FromDIP(320), -1));
    m_side->onClose = [this] { closeSide(); };
    m_side->form().onKeep = [this](const DecideForm::Given& given) { decide(given); };
    m_side->form().onCancel = [this] { closeSide(); };
    m_board->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] {
            if (!m_view.rows().empty() && fittingColumns() != m_columns) attempt([this] { drawBoard(); });
        });
    });
    row->Add(m_board, wxSizerFlags(5).Expand());
    row->Add(m_side, wxSizerFlags(2).Expand().Border(wxLEFT, look::gap(this, 2)));
    content()->Add(row, wxSizerFlags(1).Expand());
    m_way = look::line(body());
    content()->Add(m_way, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
}

void ReadinessPage::show(const std::string& subject) {
    if (!m_started) {
        // What another page chose last, unless that cohort is through.
        const auto cohort = subject.empty() ? session().remembered("cohort") : std::string();
        const auto open = app::openCohorts(desk());
        View::Filter filter;
        for (const auto& one : open)
            if (one.id.text() == cohort || one.id.text() == subject) filter.cohort = one.id;
        m_view.setFilter(filter);
        m_started = true;
    }
    if (!subject.empty()) m_wanted = subject;
}

void ReadinessPage::refresh() {
    m_view.load();
    if (!m_wanted.empty() && std::any_of(m_view.cohorts().begin(), m_view.cohorts().end(),
                                         [&](const auto& one) { return one.id.text() == m_wanted; }))
        m_view.setFilter({domain::CohortId(std::exchange(m_wanted, {})), {}, {}, {}});
    if (!m_wanted.empty()) m_view.seek(domain::PersonId(m_wanted));
    drawFilters();
    drawBoard();
}

void ReadinessPage::filterBy(const std::function<void(View::Filter&)>& change) {
    View::Filter filter = m_view.filter();
    change(filter);
    attempt([&] { m_view.setFilter(filter); });
    drawFilters();
    drawBoard();
}

void ReadinessPage::drawFilters() {
    const auto& filter = m_view.filter();
    std::vector<Chips::Option> cohorts{{"", _("all in training")}};
    for (const auto& cohort : m_view.cohorts())
        cohorts.push_back({cohort.id.text(), u8(cohort.name)});
    chips().setOptions(m_cohorts, cohorts, filter.cohort ? filter.cohort->text() : "");
    std::vector<Chips::Option> mentors{{"", _("all")}};
    for (const auto& mentor : m_view.mentors())
        mentors.push_back({mentor.mentor.text(), u8(mentor.name)});
    chips().setOptions(m_mentors, mentors, filter.mentor ? filter.mentor->text() : "");
}

void ReadinessPage::drawBoard() {
    const auto& counts = m_view.counts();
    setFigure(countsText(counts));
    if (m_view.rows().empty() && !holdsForm()) return drawEmpty();
    showContent();
    drawColumns();
    std::vector<Row> rows;
    for (const auto& row : m_view.rows())
        rows.push_back(boardRow(row, m_columns, m_view));
    m_board->set(std::move(rows));
    if (!m_wanted.empty()) m_board->setCursor(std::exchange(m_wanted, {}), m_board->column());
    if (m_board->selected().empty() && !m_view.rows().empty()) m_board->setCursor(m_view.rows().front().trainee.text(), 0);
    drawWay();
    drawNote();
    enableAction(m_decide, m_view.mayDecide(),
                 session().past() ? _("A past moment is shown: go back to now to decide.")
                                  : _("Only the manager decides on go-live."));
    if (m_side->IsShown() && m_side->deciding())
        drawForm();
    else
        drawSide();
}

void ReadinessPage::drawNote() {
    const auto& counts = m_view.counts();
    const auto all = counts.ready + counts.onTheWay + counts.stuck;
    const auto shown = static_cast<int>(m_view.rows().size());
    wxString review;
    for (const auto& cohort : m_view.cohorts())
        if (m_view.filter().cohort == cohort.id && cohort.review)
            review = wxString::Format(_("review %s"), nearDayText(*cohort.review));
    const wxString part = shown == 0   ? _("Nobody in training passes these filters.")
                          : shown < all ? wxString::Format(_("%s of %s shown"), numberText(shown), numberText(all))
                                        : wxString();
    chips().setNote(dotted({review, part}));
}

void ReadinessPage::drawColumns() {
    auto columns = fittingColumns();
    if (columns == m_columns) return;
    const std::string was = m_board->selected();
    const auto at = static_cast<std::size_t>(m_board->column());
    const wxString title = at < m_columns.size() ? m_columns[at].title : wxString();
    m_columns = std::move(columns);
    m_board->setColumns(tableColumns(m_columns, m_view));
    // The cursor stays on its trainee and criterion whatever stands beside them.
    if (m_wanted.empty()) m_wanted = was;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].title == title) m_board->setCursor("", static_cast<int>(i));
}

void ReadinessPage::drawEmpty() {
    chips().setNote({});
    enableAction(m_decide, false, _("There is nobody to decide on."));
    hideSide();
    if (m_view.filter() != View::Filter{})
        return showEmpty(_("Nobody in training passes these filters."), _("Show everybody"), [this] {
            session().remember("cohort", "");
            m_posts->SetSelection(0);
            m_pressVerdict("");
            filterBy([](View::Filter& filter) { filter = {}; });
        });
    const bool plans = pageOf("cohorts") && session().may(domain::Verb::LayCohort);
    showEmpty(_("Nobody is in training whom you may see. The board fills as soon as a cohort has trainees."),
              plans ? _("Plan a cohort") : wxString(), [this] { session().go("cohorts"); });
}

const View::Row* ReadinessPage::current() const {
    const auto id = m_board->selected();
    return id.empty() ? nullptr : m_view.row(domain::PersonId(id));
}

std::vector<std::string> ReadinessPage::criteria() const {
    std::vector<std::string> ids;
    const auto* row = current();
    const auto at = static_cast<std::size_t>(m_board->column());
    if (!row || at >= m_columns.size()) return ids;
    for (const auto place : m_columns[at].criteria)
        if (row->cells[place]) ids.push_back(row->cells[place]->criterion);
    return ids;
}

bool ReadinessPage::fits(const std::vector<BoardColumn>& columns) const {
    int width = 0;
    for (const auto& column : tableColumns(columns, m_view))
        width += column.width * m_board->control()->GetCharWidth() + look::gap(this, 2);
    return width <= m_board->GetSize().x;
}

std::vector<BoardColumn> ReadinessPage::fittingColumns() const {
    for (const auto room : {BoardRoom::All, BoardRoom::Together, BoardRoom::Dated})
        if (auto columns = boardColumns(m_view, room); fits(columns)) return columns;
    if (!m_side->IsShown())
        for (const auto room : {BoardRoom::Below, BoardRoom::Open})
            if (auto columns = boardColumns(m_view, room); holds(columns)) return columns;
    return boardColumns(m_view, BoardRoom::Beside);
}

/// Whether what rows say has room; headings may end in an ellipsis.
bool ReadinessPage::holds(const std::vector<BoardColumn>& columns) const {
    const wxFont strong = m_board->control()->GetFont().Bold();
    int width = 0;
    for (const auto& text : longestTexts(columns, m_view)) {
        int one = 0;
        m_board->control()->GetTextExtent(text, &one, nullptr, nullptr, nullptr, &strong);
        width += one + look::gap(this, 2);
    }
    return width <= m_board->GetSize().x;
}

void ReadinessPage::drawWay() {
    const auto* row = current();
    const bool decided = row && row->decision;
    const auto at = static_cast<std::size_t>(m_board->column());
    const wxString open = row && at < m_columns.size() ? unassessedText(*row, m_columns[at], m_view) : wxString();
    const wxString words = !row ? wxString()
                                : dotted({u8(row->name), open, decided ? decisionText(row->decision->decision) : wxString(),
                                          decided && row->factsChanged() ? _("facts have changed") : wxString(), wayText(*row)});
    if (m_way->GetLabelText() != words) m_way->SetLabelText(words);
}

void ReadinessPage::drawSide() {
    if (!m_side->IsShown() || m_side->deciding()) return;
    if (const auto* row = current()) m_side->showCell(m_view, *row, criteria());
}

/// The form goes with the cursor as long as nothing was entered in it; then it stays with whom it was begun for, and says so.
void ReadinessPage::drawForm() {
    const auto* under = current();
    if (under && under->trainee != m_deciding && !m_side->form().touched()) return openForm(*under);
    if (const auto row = m_view.find(m_deciding)) m_side->follow(m_view, *row);
    m_side->remark(elsewhere());
}

wxString ReadinessPage::elsewhere() const {
    const auto* under = current();
    if (under && under->trainee == m_deciding) return {};
    return wxString::Format(m_view.row(m_deciding) ? _("The decision begun here is for %s, not for the row under the cursor.")
                                                   : _("The decision begun here is for %s, whom the filters hide."),
                            m_decidingName);
}

/// Something is entered that a redrawing must not take away.
bool ReadinessPage::holdsForm() const { return m_side->IsShown() && m_side->deciding() && m_side->form().touched(); }

void ReadinessPage::openSide() {
    if (!current() || m_side->IsShown()) return;
    m_side->Show();
    body()->Layout();
    attempt([this] { drawBoard(); });
}

void ReadinessPage::closeSide() {
    if (!m_side->IsShown()) return;
    hideSide();
    attempt([this] { drawBoard(); });
    goOnInBoard();
}

void ReadinessPage::hideSide() {
    if (!m_side->IsShown()) return;
    m_side->endDecision();
    m_side->Hide();
    body()->Layout();
}

/// Where nobody is left on the board, with the first step of an empty page.
void ReadinessPage::goOnInBoard() {
    if (m_view.rows().empty())
        takeKeyboard();
    else
        m_board->takeFocus();
}

void ReadinessPage::beginDecision() {
    const auto* under = current();
    if (!under) return;
    if (holdsForm() && under->trainee != m_deciding) return complain(_("Keep or leave the open form first."));
    if (!holdsForm()) {
        if (!m_side->IsShown()) openSide();
        openForm(*current());
    }
    m_side->takeFocus();
}

void ReadinessPage::openForm(const View::Row& row) {
    m_deciding = row.trainee;
    m_decidingName = u8(row.name);
    m_side->beginDecision(m_view, row);
}

void ReadinessPage::decide(const DecideForm::Given& given) {
    if (!attempt([&] { m_view.decide(m_deciding, given.kind, given.why, given.until); })) return;
    m_side->endDecision();
    m_wanted = m_deciding.text();
    attempt([this] { drawBoard(); });
    m_wanted.clear(); // whom the filters hide is not looked for: they stay
    goOnInBoard();
}

void ReadinessPage::onKeys(wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_ESCAPE && m_side->IsShown())
        closeSide();
    else
        event.Skip();
}

void ReadinessPage::focusFirst() { m_board->takeFocus(); }

wxString ReadinessPage::unkept() {
    return m_side->deciding() && m_side->form().holdsInput() ? _("Keep or leave the open form first.") : wxString();
}

std::vector<app::BookKey> ReadinessPage::focusedKeys() {
    const auto* row = current();
    if (!row) return {};
    std::vector<app::BookKey> keys;
    for (const auto& criterion : criteria())
        for (auto& key : m_view.keysBehind(row->trainee, criterion))
            keys.push_back(std::move(key));
    // Name, verdict and way rest on the decision alone.
    if (keys.empty()) keys.push_back({"decision", {row->trainee.text()}});
    return keys;
}

wxString ReadinessPage::help() const {
    return _("Who can go live, and what the others lack: trainees by criteria, the nearest first. Walk the "
             "cells with "
             "the arrows; Enter shows what a value is made of beside the board, with the whole way to ready "
             "and all "
             "decisions. D decides on the trainee under the cursor.");
}

} // namespace fledgling::ui
