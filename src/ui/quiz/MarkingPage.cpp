#include "ui/quiz/MarkingPage.h"

#include "ui/Language.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <charconv>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using app::QuizMarkingView;
using look::State;

namespace {

std::string idOf(const QuizMarkingView::Waiting& one) {
    return one.paper.trainee.text() + " " + one.paper.assessment + " " + std::to_string(one.paper.attempt) +
           " " + one.question;
}

/// Below 0 where it is no whole number.
int percentTyped(const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : -1;
}

std::string withBreaks(const std::string& html) {
    std::string all;
    for (const char c : html)
        all += c == '\n' ? std::string("<br>") : std::string(1, c);
    return all;
}

} // namespace

MarkingPage::MarkingPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Open answers")), m_view(desk(), courseLanguage()) {
    m_keep = addAction(_("Keep the mark"), "Ctrl+Enter", [this] { keep(); });
    layOut();
    listenTo({app::Topic::Quizzes, app::Topic::People});
}

void MarkingPage::layOut() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_table = new Table(body(), _("Open answers"),
                        {{.title = _("trainee"), .sortable = false, .matters = true},
                         {.title = _("quiz"), .sortable = false, .stretches = true},
                         {.title = _("handed in"), .sortable = false, .matters = true}});
    m_table->shareWidth();
    m_table->onSelect = [this](const std::string& id) { openAnswer(id); };
    m_table->onActivate = [this](const std::string&) { m_percent->SetFocus(); };
    // A digit begins the mark at once.
    m_table->onKey = [this](const wxKeyEvent& event, const std::string&) { return beginsMark(event); };
    m_text = new RichText(body(), _("What to read"));
    m_text->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (!beginsMark(event)) event.Skip();
    });
    m_percent =
        named(new wxTextCtrl(body(), wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER),
              _("Mark in percent"));
    m_note = named(new wxTextCtrl(body(), wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER),
                   _("Note to the trainee"));
    for (auto* field : {m_percent, m_note})
        field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { keep(); });
    // From the list Tab goes to what is typed; the text is only read.
    m_text->MoveAfterInTabOrder(m_note);
    auto* fields = new wxFlexGridSizer(2, look::gap(this), look::gap(this));
    fields->AddGrowableCol(1);
    fields->Add(look::label(body(), _("Mark in percent")), wxSizerFlags().CentreVertical());
    fields->Add(m_percent, wxSizerFlags());
    fields->Add(look::label(body(), _("Note to the trainee")), wxSizerFlags().CentreVertical());
    fields->Add(m_note, wxSizerFlags().Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_text, wxSizerFlags(1).Expand());
    column->Add(fields, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    row->Add(m_table, wxSizerFlags(2).Expand().Border(wxRIGHT, look::gap(this, 2)));
    row->Add(column, wxSizerFlags(3).Expand());
    content()->Add(row, wxSizerFlags(1).Expand());
}

bool MarkingPage::beginsMark(const wxKeyEvent& event) {
    const int digit = event.HasAnyModifiers() || !chosen() ? -1 : digitOf(event.GetKeyCode());
    if (digit < 0) return false;
    m_percent->SetValue(wxString::Format("%d", digit));
    m_percent->SetFocus();
    m_percent->SetInsertionPointEnd();
    return true;
}

void MarkingPage::refresh() {
    if (!attempt([&] { m_view.load(); })) return;
    const int count = static_cast<int>(m_view.waiting().size());
    const bool may = session().may(domain::Verb::MarkAnswers);
    enableAction(m_keep, may && count > 0,
                 session().past() ? _("The past is read-only.")
                 : may            ? _("No answer waits for its mark.")
                                  : _("Only trainers, supervisors and managers mark answers."));
    if (count == 0) {
        setFigure({});
        openAnswer({}); // nothing typed lingers in a hidden field
        return showEmpty(_("Open answers that wait for a mark stand here. None is waiting."));
    }
    showContent();
    setFigure(wxString::Format(_("%d to mark"), count), State::Due);
    drawRows();
}

void MarkingPage::drawRows() {
    std::vector<Row> rows;
    for (const auto& one : m_view.waiting())
        rows.push_back({idOf(one),
                        {{.text = u8(one.name), .bold = true},
                         {.text = u8(one.title)},
                         {.text = dayText(one.day), .muted = true}}});
    m_table->set(std::move(rows));
    if (m_table->selected().empty()) m_table->select(idOf(m_view.waiting().front()));
    openAnswer(m_table->selected());
}

const QuizMarkingView::Waiting* MarkingPage::chosen() const {
    for (const auto& one : m_view.waiting())
        if (idOf(one) == m_chosen) return &one;
    return nullptr;
}

void MarkingPage::openAnswer(const std::string& id) {
    if (id != m_chosen) {
        // Another answer: what was typed belongs to the one before.
        m_percent->Clear();
        m_note->Clear();
    }
    m_chosen = id;
    const auto* one = chosen();
    if (!one) return;
    std::string html = one->html + "<p><b>" + withBreaks(escapedHtml(one->answer)) + "</b></p>";
    if (!one->lookFor.empty())
        html += "<h4>" + escapedHtml(_("What the author looks for")) + "</h4>" + one->lookFor;
    m_text->setText(html);
}

void MarkingPage::keep() {
    const auto* one = chosen();
    if (!one) return;
    const int percent = percentTyped(utf8(m_percent->GetValue()));
    if (percent < 0) {
        m_percent->SetFocus();
        return complain(_("A mark is a whole number from 0 to 100."));
    }
    const auto waiting = *one; // the view forgets it with its mark
    const std::string note = utf8(m_note->GetValue());
    if (!attempt([&] { m_view.mark(waiting, percent, note); })) return;
    refresh();
    takeKeyboard();
    sayCameTo(waiting);
}

void MarkingPage::sayCameTo(const QuizMarkingView::Waiting& marked) {
    const auto& result = m_view.cameTo();
    if (!result) return;
    const wxString came = dotted({u8(marked.name), u8(marked.title), wxString::Format("%d %%", result->percent),
                                  result->passed ? _("passed") : _("not passed")});
    // After the redrawing that the change itself asks for, which would take the words away.
    CallAfter([this, came] {
        inform(look::Notice::Success, wxString::Format(_("The paper has every mark: %s"), came));
    });
}

void MarkingPage::focusFirst() { m_table->takeFocus(); }

std::vector<app::BookKey> MarkingPage::focusedKeys() {
    const auto* one = chosen();
    if (!one) return {};
    const auto& paper = one->paper;
    const std::vector<std::string> key{paper.trainee.text(), paper.course, paper.assessment, std::to_string(paper.attempt), one->question};
    return {{"quiz_answer", key}, {"quiz_mark", key}};
}

wxString MarkingPage::help() const {
    return _("Open answers of quizzes that were handed in, the longest waiting first. Type the percentage, "
             "add a note "
             "if you like, and press Enter: the mark is kept and the next answer comes up. The last mark of "
             "a paper "
             "keeps its result.");
}

} // namespace fledgling::ui
