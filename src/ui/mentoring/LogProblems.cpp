#include "ui/mentoring/LogProblems.h"

#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using look::State;

LogProblems::LogProblems(wxWindow* parent) : wxPanel(parent) { layOut(); }

void LogProblems::layOut() {
    auto* all = new wxBoxSizer(wxVERTICAL);
    SetSizer(all);
    all->Add(look::label(this, _("The trainee's own problem log"), look::Type::Section));
    m_list = new Table(this, _("The trainee's own problem log"),
                       {{.title = _("day"), .sortable = false},
                        {.title = _("problem"), .sortable = false, .stretches = true}});
    m_list->shareWidth();
    m_list->SetMinSize(FromDIP(wxSize(240, 80)));
    m_list->onSelect = [this](const std::string& id) { drawOne(id); };
    m_list->onActivate = [this](const std::string&) {
        if (m_answer->IsEnabled()) m_answer->SetFocus();
    };
    all->Add(m_list, wxSizerFlags(3).Expand().Border(wxTOP, look::gap(this, 0.5)));
    m_one = new RichText(this, _("Problem and answer"));
    m_one->SetMinSize(FromDIP(wxSize(240, 70)));
    m_one->SetBorders(look::gap(this));
    all->Add(m_one, wxSizerFlags(3).Expand().Border(wxTOP, look::gap(this, 0.5)));
    layOutAnswer(all);
    all->Add(look::label(this, _("Texts signed for"), look::Type::Section),
             wxSizerFlags().Border(wxTOP, look::gap(this)));
    m_texts = new RichText(this, _("Texts signed for"));
    m_texts->SetBorders(look::gap(this));
    m_texts->SetMinSize(FromDIP(wxSize(240, 70)));
    all->Add(m_texts, wxSizerFlags(2).Expand().Border(wxTOP, look::gap(this, 0.5)));
}

void LogProblems::layOutAnswer(wxSizer* all) {
    m_answer = named(new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE),
                     _("Answer"));
    native::setTextAir(m_answer, look::gap(this, 0.75), look::gap(this, 0.5));
    m_answer->SetHint(_("your answer"));
    m_answer->SetMinSize(wxSize(-1, (m_answer->GetCharHeight() + 2) * 2 + look::gap(this, 2)));
    m_answer->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (onOtherKey && onOtherKey(event)) return;
        if (event.ControlDown() && event.GetKeyCode() == WXK_RETURN) return answer();
        if (event.GetKeyCode() != WXK_TAB || event.ControlDown()) return event.Skip();
        m_answer->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                             : wxNavigationKeyEvent::IsForward);
    });
    m_send = keyed(new wxButton(this, wxID_ANY, _("Answer")), _("Answer"), "Ctrl+Enter", _("Send the answer"));
    m_send->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { answer(); });
    all->Add(m_answer, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    all->Add(m_send, wxSizerFlags().Right().Border(wxTOP, look::gap(this, 0.5)));
}

void LogProblems::setProblems(const std::vector<app::LogView::ProblemRow>& problems, bool mayAnswer,
                              const wxString& whyNot) {
    m_problems = problems;
    m_mayAnswer = mayAnswer;
    m_send->SetToolTip(mayAnswer ? wxString("Ctrl+Enter") : whyNot);
    std::vector<Row> rows;
    for (const auto& one : m_problems) {
        wxString line = u8(one.text);
        line.Replace("\n", " ");
        rows.push_back({one.id.text(),
                        {{.text = dayText(one.day), .state = one.answer.empty() ? State::Due : State::Met},
                         {.text = line}}});
    }
    m_list->set(std::move(rows));
    const auto waiting = std::find_if(m_problems.begin(), m_problems.end(),
                                      [](const auto& one) { return one.answer.empty(); });
    if (m_list->selected().empty() && !m_problems.empty())
        m_list->select(waiting == m_problems.end() ? m_problems.front().id.text() : waiting->id.text());
    drawOne(m_list->selected());
}

void LogProblems::setSignatures(const std::vector<app::LogView::Signature>& signatures) {
    std::string html;
    for (const auto& one : signatures) {
        const State state = one.done ? State::Met : one.day ? State::Changed : State::Missing;
        const wxString when =
            one.day ? wxString::Format(_("signed %s, version %s"), dayText(*one.day), u8(one.version))
                    : _("not signed yet");
        const wxString what = one.day && !one.done ? when + _(", changed since") : when;
        html += "<p>" + escapedHtml(one.title) + "<br>" + signedHtml(state, what) + "</p>";
    }
    m_texts->setText(html);
}

void LogProblems::drawOne(const std::string& id) {
    const auto at = std::find_if(m_problems.begin(), m_problems.end(),
                                 [&](const auto& one) { return one.id.text() == id; });
    const bool found = at != m_problems.end();
    m_answer->Enable(found && m_mayAnswer);
    m_send->Enable(found && m_mayAnswer);
    if (m_shown != id) m_answer->ChangeValue({});
    m_shown = id;
    if (!found)
        return m_one->setText("<p>" + escapedHtml(_("The trainee has written down no problem yet.")) +
                              "</p>");
    std::string html = "<p>" + escapedHtml(at->text) + "</p>";
    if (!at->answer.empty())
        html += "<p><b>" + escapedHtml(wxString::Format(_("%s answers"), u8(at->answeredBy))) + "</b> " +
                escapedHtml(at->answer) + "</p>";
    m_one->setText(html);
}

void LogProblems::answer() {
    if (m_shown.empty() || !m_mayAnswer || !onAnswer) return;
    if (onAnswer(m_shown, utf8(m_answer->GetValue()))) m_answer->ChangeValue({});
}

void LogProblems::open(const std::string& problem) {
    m_list->select(problem);
    takeFocus();
}

void LogProblems::takeFocus() { m_answer->IsEnabled() ? m_answer->SetFocus() : m_list->takeFocus(); }

bool LogProblems::answering() const { return m_answer->IsEnabled() && !m_answer->IsEmpty(); }

std::string LogProblems::chosenProblem() const { return m_list->selected(); }

} // namespace fledgling::ui
