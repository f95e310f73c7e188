#include "ui/quiz/BankImportPanel.h"

#include "app/Words.h"
#include "app/quiz/QuizTexts.h"
#include "domain/Text.h"
#include "ui/controls/FileField.h"
#include "ui/controls/Form.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"
#include "ui/quiz/QuestionWords.h"

#include <wx/filename.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using app::BankImport;
using look::State;

namespace {

Cell verdictOf(BankImport::Verdict verdict) {
    switch (verdict) {
    case BankImport::Verdict::New: return {.text = _("new"), .state = State::Met};
    case BankImport::Verdict::There: return {.text = _("in the bank already"), .state = State::NotYet};
    case BankImport::Verdict::Otherwise: return {.text = _("in the bank, answers differ"), .state = State::Changed};
    }
    return {};
}

/// The question as it is asked, and what is taken for right.
wxString wholeText(const domain::Question& question) {
    std::vector<wxString> parts;
    for (const auto& answer : question.answers)
        if (question.type == domain::QuestionType::Single || question.type == domain::QuestionType::Multiple)
            parts.push_back(u8(app::plainOf(answer.text)));
    const auto right = app::rightOf(question);
    std::vector<wxString> rights;
    if (right.truth) rights.push_back(*right.truth ? _("True") : _("False"));
    for (const auto& one : right.parts)
        rights.push_back(u8(one));
    if (!rights.empty()) parts.push_back(labelled(_("right answer"), listText(rights)));
    const wxString asked = u8(app::plainOf(question.text));
    return parts.empty() ? asked : asked + "\n" + dotted(parts);
}

} // namespace

BankImportPanel::BankImportPanel(wxWindow* parent, Page& of, app::QuestionsView& view)
    : EditPanel(parent, of, _("Import questions"), _("Keep")), m_view(view) {
    layOut();
    draw();
}

void BankImportPanel::layOut() {
    m_file = new FileField(this, _("Question file (GIFT, Aiken, Moodle XML, .xlsx or .csv)"),
                           _("Questions") + " (*.gift;*.txt;*.xml;*.xlsx;*.csv)|*.gift;*.txt;*.xml;*.xlsx;*.csv;*.GIFT;*.TXT;*.XML;*.XLSX;*.CSV");
    m_file->onFile = [this](const std::string& path) { read(path); };
    m_about = new Paragraph(this);
    m_form = new Form(this);
    m_reason = m_form->addText(_("Reason"));
    m_rows = new Table(this, _("Questions of the file"),
                       {{.title = _("no."), .align = Column::Align::Right, .sortable = false},
                        {.title = _("what becomes of it"), .matters = true},
                        {.title = _("question type")},
                        {.title = _("question"), .sortable = false, .stretches = true}});
    m_rows->shareWidth();
    m_rows->onSelect = [this](const std::string&) { drawSelected(); };
    m_said = new Paragraph(this);
    content()->Add(m_file, wxSizerFlags().Expand());
    content()->Add(m_about, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    content()->Add(m_form, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    content()->Add(m_rows, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
    content()->Add(m_said, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
}

void BankImportPanel::focusFirst() { m_import ? m_rows->takeFocus() : m_file->takeFocus(); }

void BankImportPanel::read(const std::string& path) {
    m_file->setPath(path);
    m_import.reset();
    m_failed = !page().attempt([&] { m_import.emplace(m_view.readImport(path)); });
    if (m_import && m_reason->GetValue().empty())
        m_reason->ChangeValue(wxString::Format(_("Questions of %s"), wxFileName(u8(path)).GetFullName()));
    draw();
    if (!m_import || (m_import->lines.empty() && m_import->problems.empty())) return m_file->takeFocus();
    m_rows->takeFocus();
}

bool BankImportPanel::holdsQuestions() const { return m_import && m_import->bank.drawable() > 0; }

wxString BankImportPanel::summary() const {
    using enum BankImport::Verdict;
    std::vector<wxString> types;
    for (const auto& [type, count] : m_import->types())
        types.push_back(wxString::Format("%d ", count) + questions::word(type));
    std::vector<wxString> parts{listText(types), wxString::Format(_("%d new"), m_import->count(New))};
    if (const int there = m_import->count(There)) parts.push_back(wxString::Format(_("%d in the bank already"), there));
    if (const int differ = m_import->count(Otherwise))
        parts.push_back(wxString::Format(_("%d in the bank with other answers, which stay"), differ));
    if (const int wrong = static_cast<int>(m_import->problems.size()))
        parts.push_back(wxString::Format(wxPLURAL("%d problem in the file", "%d problems in the file", wrong), wrong));
    return dotted(parts);
}

void BankImportPanel::draw() {
    const bool any = holdsQuestions();
    const int fresh = any ? m_import->count(BankImport::Verdict::New) : 0;
    m_about->set(any ? summary() : wxString());
    m_about->Show(any);
    m_form->Show(fresh > 0);
    m_form->clearErrors();
    setKeepWords(fresh == 0 ? _("Keep") : wxString::Format(wxPLURAL("Add %d question", "Add %d questions", fresh), fresh));
    enableKeep(fresh > 0, !m_import ? _("Nothing is read yet.") : any ? _("Every question of the file is in the bank already.")
                                                                      : _("The file holds no question."));
    drawRows();
    Layout();
}

void BankImportPanel::drawRows() {
    std::vector<Row> rows;
    if (m_import) {
        for (std::size_t at = 0; at < m_import->problems.size(); ++at) {
            const auto& problem = m_import->problems[at];
            const bool error = problem.severity() == format::Severity::Error;
            rows.push_back({"problem " + std::to_string(at),
                            {{.text = problem.line > 0 ? wxString::Format(_("line %d"), problem.line) : wxString(), .muted = true},
                             {.text = error ? _("can't be read") : _("to look at"), .state = error ? State::Missing : State::Due},
                             {},
                             {.text = u8(app::sentence(problem, tongue))}}});
        }
        for (const auto& line : m_import->lines)
            rows.push_back({std::to_string(line.at),
                            {{.text = wxString::Format("%d", static_cast<int>(line.at) + 1), .muted = true},
                             verdictOf(line.verdict),
                             {.text = questions::word(m_import->bank.questions[line.at].type)},
                             {.text = u8(line.words)}}});
    }
    const std::string first = rows.empty() ? std::string() : rows.front().id;
    m_rows->Show(!rows.empty());
    m_rows->set(std::move(rows));
    m_rows->select(first);
    drawSelected();
}

void BankImportPanel::drawSelected() {
    const auto id = m_rows->selected();
    const auto at = id.starts_with("problem ") ? std::string::npos : id.empty() ? std::string::npos : std::stoul(id);
    wxString said;
    if (m_failed)
        said = _("Nothing was read and nothing is kept: the bank stays as it is. Choose another file (Ctrl+O), or leave (Esc).");
    else if (!m_import)
        said = _("The questions of the file stand here once it is read: which are new, which the bank has already, and what can't be "
                 "read and why. Nothing is kept before you say so.");
    else if (!id.empty())
        said = at == std::string::npos ? m_rows->textAt(id, 3) : wholeText(m_import->bank.questions.at(at));
    if (m_import && !holdsQuestions())
        said = followed(said, _("The file holds no question that can be asked, so nothing is kept and the bank stays as it is. Choose "
                                "another file (Ctrl+O), or mend this one and read it again."));
    m_said->set(said);
    Layout();
}

bool BankImportPanel::keep() {
    m_form->clearErrors();
    const auto why = utf8(m_reason->GetValue());
    if (domain::trimmed(why).empty()) {
        m_form->showError(m_reason, _("Please give a reason: it is kept with the change."));
        return false;
    }
    app::CourseLoad load;
    m_added = m_import->count(BankImport::Verdict::New);
    m_version = m_view.proposedVersion();
    if (!page().attempt([&] { load = m_view.keepImport(*m_import, m_version, why); })) return false;
    if (load.refused())
        page().inform(look::Notice::Warning, followed(u8(app::sentence(load.problems.front(), tongue)),
                                                      _("Nothing was kept: the bank stays as it is.")));
    return load.change != 0;
}

} // namespace fledgling::ui
