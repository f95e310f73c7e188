#include "ui/quiz/QuestionForm.h"

#include "app/Words.h"
#include "domain/Text.h"
#include "ui/controls/Form.h"
#include "ui/controls/IntoView.h"
#include "ui/quiz/AnswerRows.h"
#include "ui/quiz/QuestionWords.h"

#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using app::QuestionField;
using domain::QuestionType;

namespace {

/// What a bank can hold: an ordering is written in a session's own quiz.
constexpr QuestionType TYPES[] = {QuestionType::Single,   QuestionType::Multiple,    QuestionType::TrueFalse,
                                  QuestionType::Matching, QuestionType::ShortAnswer, QuestionType::Numerical,
                                  QuestionType::Open,     QuestionType::Description};

wxString wordsOf(const format::Problem& problem) {
    const auto what = format::wordsOf(problem.kind).what;
    return u8(app::filled(tongue(std::string(what).c_str()), problem.arguments));
}

} // namespace

QuestionForm::QuestionForm(wxWindow* parent, Page& of, app::QuestionsView& view, std::size_t at,
                           domain::Question question)
    : EditPanel(parent, of,
                at < view.rows().size() ? wxString::Format(_("Question %d"), static_cast<int>(at) + 1)
                                        : _("A new question"),
                _("Take over")),
      m_view(view), m_at(at), m_question(std::move(question)) {
    layOut();
    m_answers->show(m_question);
}

void QuestionForm::layOut() {
    // Beside an open help there is little height.
    m_left = scrolling(this);
    m_head = new Form(m_left, 2);
    std::vector<Form::Option> types;
    for (const auto type : TYPES)
        types.push_back({std::string(domain::keyOf(type)), questions::word(type)});
    m_type = m_head->addChoice(_("Type"), types, std::string(domain::keyOf(m_question.type)));
    m_topic = m_head->addText(_("Topic"), u8(m_question.category));
    m_name = m_head->addText(_("Short name"), u8(m_question.name), _("for lists; may be empty"));
    m_tags = m_head->addText(_("Tags"), u8(domain::joined(m_question.tags, " ")),
                             _("a session's id: what to read again"));
    m_words = new Form(m_left);
    m_text = m_words->addNote(_("Question text"), u8(m_question.text.text), 4);
    m_explanation = m_words->addNote(_("Explanation, shown afterwards"), u8(m_question.explanation.text), 4);
    m_right = new Form(this);
    m_answers = new AnswerRows(m_right);
    m_right->addField(_("Answers"), m_answers, true);
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetModifiers() != wxMOD_CONTROL || event.GetKeyCode() != 'N') return event.Skip();
        CallAfter([this] { m_answers->addRow(); }); // the field that has the keyboard is made anew
    });
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(m_head, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    left->Add(m_words, wxSizerFlags().Expand());
    m_left->SetSizer(left);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_left, wxSizerFlags(2).Expand().Border(wxRIGHT, look::gap(this, 3)));
    row->Add(m_right, wxSizerFlags(3).Expand());
    content()->Add(row, wxSizerFlags(1).Expand());
    m_type->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        event.Skip();
        for (const auto type : TYPES)
            if (domain::keyOf(type) == Form::chosen(m_type)) m_answers->setType(type);
    });
}

void QuestionForm::focusFirst() { m_type->SetFocus(); }

domain::Question QuestionForm::read() const {
    domain::Question question = m_question;
    for (const auto type : TYPES)
        if (domain::keyOf(type) == Form::chosen(m_type)) question.type = type;
    question.answers.clear();
    question.pairs.clear();
    question.category = domain::trimmed(utf8(m_topic->GetValue()));
    question.name = domain::trimmed(utf8(m_name->GetValue()));
    question.tags.clear();
    for (const auto& tag : domain::split(utf8(m_tags->GetValue()), ' '))
        if (!tag.empty()) question.tags.push_back(tag);
    question.text.text = domain::trimmed(utf8(m_text->GetValue()));
    const bool explained = !question.explanation.empty();
    question.explanation.text = domain::trimmed(utf8(m_explanation->GetValue()));
    if (!explained) question.explanation.format = question.text.format;
    m_answers->readInto(question);
    return question;
}

bool QuestionForm::check(const domain::Question& question) {
    for (auto* form : {m_head, m_words, m_right})
        form->clearErrors();
    if (const auto text = m_answers->unreadable(); !text.empty()) {
        m_right->showError(m_answers, wxString::Format(_("%s is no percentage."), text));
        return false;
    }
    bool good = true;
    for (const auto& [field, problem] : app::checkQuestion(question)) {
        const bool error = problem.severity() == format::Severity::Error;
        if (!error) continue;
        good = false;
        const bool empty = problem.kind == format::ProblemKind::NoValue;
        const wxString words = empty ? _("Write what is asked.") : wordsOf(problem);
        if (field == QuestionField::Name) m_head->showError(m_name, words);
        if (field == QuestionField::Text) m_words->showError(m_text, words);
        if (field == QuestionField::Explanation) m_words->showError(m_explanation, words);
        if (field == QuestionField::Answers) m_right->showError(m_answers, words);
        break;
    }
    m_left->FitInside();
    return good;
}

bool QuestionForm::keep() {
    const auto question = read();
    if (!check(question)) return false;
    // A warning doesn't stand in the way, and is read beside the list.
    for (const auto& [field, problem] : app::checkQuestion(question))
        page().inform(wordsOf(problem));
    m_view.put(m_at, question);
    return true;
}

} // namespace fledgling::ui
