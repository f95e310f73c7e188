#include "ui/quiz/AnswerPane.h"

#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/Paragraph.h"

#include <algorithm>
#include <numeric>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/intl.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>
#include <wx/timer.h>

namespace fledgling::ui {

using domain::QuestionType;
using domain::Response;

namespace {

constexpr int REST_MS = 600; ///< after the last key

wxString letter(std::size_t at) { return wxString::Format("%c", static_cast<char>('A' + at)); }

} // namespace

AnswerPane::AnswerPane(wxWindow* parent) : wxPanel(parent), m_rest(new wxTimer(this)) {
    SetSizer(new wxBoxSizer(wxVERTICAL));
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { flush(); });
    Bind(wxEVT_DESTROY, [this](wxWindowDestroyEvent& event) {
        event.Skip();
        if (event.GetEventObject() == this) delete std::exchange(m_rest, nullptr);
    });
}

void AnswerPane::show(const app::QuizView::Asked& asked) {
    flush();
    m_asked = asked;
    m_options.clear();
    m_partners.clear();
    m_words = nullptr;
    m_steps = nullptr;
    DestroyChildren();
    GetSizer()->Clear();
    switch (asked.type) {
    case QuestionType::Description: break;
    case QuestionType::TrueFalse:
        addOption(0, _("True"));
        addOption(1, _("False"));
        drawChosen();
        break;
    case QuestionType::Single:
    case QuestionType::Multiple: showOptions(asked.type == QuestionType::Multiple); break;
    case QuestionType::Open:
    case QuestionType::ShortAnswer:
    case QuestionType::Numerical: showWords(asked.type == QuestionType::Open); break;
    case QuestionType::Matching: showPartners(); break;
    case QuestionType::Ordering: showSteps(); break;
    }
    Layout();
    GetParent()->Layout();
}

void AnswerPane::showOptions(bool several) {
    if (several)
        GetSizer()->Add(look::label(this, _("Several may be right."), look::Type::Small, true),
                        wxSizerFlags().Border(wxBOTTOM, look::gap(this, 0.5)));
    for (std::size_t at = 0; at < m_asked.options.size(); ++at)
        addOption(at, u8(m_asked.options[at]));
    drawChosen();
}

void AnswerPane::addOption(std::size_t at, const wxString& words) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* button =
        named(new wxToggleButton(this, wxID_ANY, letter(at), wxDefaultPosition, wxSize(FromDIP(56), -1)),
              letter(at) + " " + words);
    button->Bind(wxEVT_TOGGLEBUTTON, [this, at](wxCommandEvent&) { choose(at); });
    auto* text = look::label(this, words);
    text->SetLabelText(wrapped(text, words, FromDIP(480)));
    text->Bind(wxEVT_LEFT_DOWN, [this, at](wxMouseEvent&) { CallAfter([this, at] { choose(at); }); });
    m_options.push_back(button);
    row->Add(button, wxSizerFlags().CentreVertical());
    row->Add(text, wxSizerFlags(1).CentreVertical().Border(wxLEFT, look::gap(this)));
    GetSizer()->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this, 0.5)));
}

void AnswerPane::drawChosen() {
    std::vector<std::size_t> chosen;
    if (const auto* truth = std::get_if<bool>(&m_asked.response))
        chosen = {*truth ? std::size_t{0} : std::size_t{1}};
    if (const auto* places = std::get_if<std::vector<std::size_t>>(&m_asked.response)) chosen = *places;
    for (std::size_t at = 0; at < m_options.size(); ++at) {
        const bool on = std::find(chosen.begin(), chosen.end(), at) != chosen.end();
        m_options[at]->SetValue(on);
        m_options[at]->SetLabel(on ? look::sign(look::State::Met) + " " + letter(at) : letter(at));
    }
}

void AnswerPane::choose(std::size_t at) {
    if (at >= m_options.size()) return;
    if (m_asked.type == QuestionType::TrueFalse) {
        tell(at == 0);
    } else if (m_asked.type == QuestionType::Single) {
        tell(std::vector<std::size_t>{at});
    } else {
        std::vector<std::size_t> chosen;
        if (const auto* places = std::get_if<std::vector<std::size_t>>(&m_asked.response)) chosen = *places;
        if (std::erase(chosen, at) == 0) chosen.push_back(at);
        std::sort(chosen.begin(), chosen.end());
        tell(std::move(chosen));
    }
    drawChosen();
}

void AnswerPane::showWords(bool long_) {
    const auto* typed = std::get_if<std::string>(&m_asked.response);
    m_words = named(new wxTextCtrl(this, wxID_ANY, typed ? u8(*typed) : wxString(), wxDefaultPosition,
                                   wxDefaultSize, long_ ? wxTE_MULTILINE : 0),
                    _("Your answer"));
    if (long_) m_words->SetMinSize(FromDIP(wxSize(300, 160)));
    m_words->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        m_dirty = true;
        m_rest->StartOnce(REST_MS);
    });
    m_words->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        flush();
    });
    GetSizer()->Add(look::label(this, _("Your answer"), look::Type::Small, true));
    GetSizer()->Add(m_words, wxSizerFlags(long_ ? 1 : 0).Expand());
}

void AnswerPane::showPartners() {
    const auto* given = std::get_if<std::vector<std::string>>(&m_asked.response);
    wxArrayString names;
    names.Add(wxString::FromUTF8("–"));
    for (const auto& one : m_asked.options)
        names.Add(u8(one));
    for (std::size_t at = 0; at < m_asked.lefts.size(); ++at) {
        const wxString left = u8(m_asked.lefts[at]);
        auto* choice = named(new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, names), left);
        const bool has = given && at < given->size();
        const auto found = has ? std::find(m_asked.options.begin(), m_asked.options.end(), (*given)[at])
                               : m_asked.options.end();
        choice->SetSelection(
            found == m_asked.options.end() ? 0 : static_cast<int>(found - m_asked.options.begin()) + 1);
        choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
            std::vector<std::string> all;
            for (const auto* one : m_partners)
                all.push_back(one->GetSelection() > 0
                                  ? m_asked.options[static_cast<std::size_t>(one->GetSelection() - 1)]
                                  : "");
            tell(std::move(all));
        });
        m_partners.push_back(choice);
        auto* label = look::label(this, left);
        label->SetLabelText(wrapped(label, left, FromDIP(480)));
        GetSizer()->Add(label, wxSizerFlags().Expand());
        GetSizer()->Add(choice, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    }
}

void AnswerPane::showSteps() {
    const auto* given = std::get_if<std::vector<std::size_t>>(&m_asked.response);
    m_order.resize(m_asked.options.size());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    if (given && given->size() == m_order.size()) m_order = *given;
    m_steps = named(new wxListBox(this, wxID_ANY), _("Steps in order"));
    GetSizer()->Add(
        look::label(this, _("Alt+Up and Alt+Down move the chosen step."), look::Type::Small, true));
    GetSizer()->Add(m_steps, wxSizerFlags(1).Expand());
    drawSteps(0);
}

void AnswerPane::drawSteps(int selected) {
    wxArrayString rows;
    for (std::size_t i = 0; i < m_order.size(); ++i)
        rows.Add(wxString::Format("%d  ", static_cast<int>(i) + 1) + u8(m_asked.options[m_order[i]]));
    m_steps->Set(rows);
    if (!rows.empty()) m_steps->SetSelection(selected);
}

void AnswerPane::moveStep(int by) {
    const int from = m_steps->GetSelection(), to = from + by;
    if (from < 0 || to < 0 || to >= static_cast<int>(m_order.size())) return;
    std::swap(m_order[static_cast<std::size_t>(from)], m_order[static_cast<std::size_t>(to)]);
    drawSteps(to);
    tell(m_order);
}

bool AnswerPane::key(const wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    if (m_steps && event.AltDown() && (code == WXK_UP || code == WXK_DOWN)) {
        moveStep(code == WXK_UP ? -1 : 1);
        return true;
    }
    if (m_options.empty() || event.HasAnyModifiers()) return false;
    int at = -1;
    if (code >= 'A' && code <= 'Z') at = code - 'A';
    if (code >= '1' && code <= '9') at = code - '1';
    if (code >= WXK_NUMPAD1 && code <= WXK_NUMPAD9) at = code - WXK_NUMPAD1;
    if (m_asked.type == QuestionType::TrueFalse && code == 'T') at = 0;
    if (m_asked.type == QuestionType::TrueFalse && code == 'F') at = 1;
    if (at < 0 || at >= static_cast<int>(m_options.size())) return false;
    choose(static_cast<std::size_t>(at));
    return true;
}

void AnswerPane::flush() {
    if (m_rest) m_rest->Stop();
    if (!m_dirty || !m_words) return;
    m_dirty = false;
    tell(utf8(m_words->GetValue()));
}

void AnswerPane::tell(Response response) {
    m_asked.response = response;
    if (onAnswered) onAnswered(m_asked.response);
}

void AnswerPane::focusFirst() {
    if (m_words)
        m_words->SetFocus();
    else if (m_steps)
        m_steps->SetFocus();
    else if (!m_partners.empty())
        m_partners.front()->SetFocus();
    else if (!m_options.empty())
        m_options.front()->SetFocus();
}

} // namespace fledgling::ui
