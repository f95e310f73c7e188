#include "ui/quiz/AllQuestions.h"

#include "app/quiz/QuizTexts.h"
#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/Paragraph.h"
#include "ui/quiz/AnswerPane.h"

#include <wx/intl.h>
#include <wx/sizer.h>

namespace fledgling::ui {

AllQuestions::AllQuestions(wxWindow* parent) : wxScrolledWindow(parent, wxID_ANY) {
    SetScrollRate(0, look::gap(this));
    SetSizer(new wxBoxSizer(wxVERTICAL));
    named(this, _("Every question on one page"));
    Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) {
        event.Skip();
        auto* focus = event.GetWindow();
        for (std::size_t at = 0; at < m_parts.size(); ++at)
            if (onOpened && (m_parts[at].answer == focus || m_parts[at].answer->IsDescendant(focus)))
                return onOpened(at);
    });
}

void AllQuestions::clear() {
    m_parts.clear();
    DestroyChildren();
    GetSizer()->Clear();
}

void AllQuestions::show(const std::vector<app::QuizView::Asked>& asked) {
    Freeze();
    clear();
    for (std::size_t at = 0; at < asked.size(); ++at) {
        auto* heading = new Paragraph(this, look::Type::Section);
        heading->set(wxString::Format("%d  ", static_cast<int>(at) + 1) +
                     u8(app::plainOf({asked[at].html, domain::QuizFormat::Html})));
        auto* answer = new AnswerPane(this);
        answer->show(asked[at]);
        answer->onAnswered = [this, at](const domain::Response& response) {
            if (onAnswered) onAnswered(at, response);
        };
        GetSizer()->Add(heading, wxSizerFlags().Expand().Border(wxTOP | wxRIGHT, look::gap(this, at == 0 ? 1 : 3)));
        GetSizer()->Add(answer, wxSizerFlags().Expand().Border(wxTOP | wxRIGHT, look::gap(this)));
        m_parts.push_back({heading, answer});
    }
    FitInside();
    Layout();
    Thaw();
}

void AllQuestions::open(std::size_t at, bool withKeyboard) {
    if (at >= m_parts.size()) return;
    if (withKeyboard) m_parts[at].answer->focusFirst();
    int unit = 1, start = 0, dummy = 0;
    GetScrollPixelsPerUnit(&dummy, &unit);
    CalcUnscrolledPosition(0, m_parts[at].heading->GetPosition().y, &dummy, &start);
    Scroll(0, start / std::max(1, unit));
}

bool AllQuestions::key(const wxKeyEvent& event, std::size_t at) {
    return at < m_parts.size() && m_parts[at].answer->key(event);
}

void AllQuestions::flush() {
    for (const auto& part : m_parts)
        part.answer->flush();
}

} // namespace fledgling::ui
