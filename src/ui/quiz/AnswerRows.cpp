#include "ui/quiz/AnswerRows.h"

#include "domain/Text.h"
#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"

#include <algorithm>
#include <cmath>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using domain::FULL_MARK;
using domain::QuestionType;

namespace {

constexpr std::size_t FEWEST_ROWS = 4, MOST_ROWS = 26;

wxString percentText(int fraction) {
    wxString text = wxString::Format("%.3f", fraction * 100.0 / FULL_MARK);
    while (text.EndsWith("0"))
        text.RemoveLast();
    if (text.EndsWith(".")) text.RemoveLast();
    return text;
}

int fractionOf(const wxString& text) {
    const auto value = domain::bankNumber(utf8(text));
    return value ? static_cast<int>(std::lround(std::clamp(*value, -100.0, 100.0) * FULL_MARK / 100)) : 0;
}

} // namespace

AnswerRows::AnswerRows(wxWindow* parent) : wxScrolledWindow(parent, wxID_ANY) {
    SetScrollRate(0, look::gap(this));
    named(this, _("Answers"));
}

bool AnswerRows::choice() const {
    return m_question.type == QuestionType::Single || m_question.type == QuestionType::Multiple;
}

bool AnswerRows::weighed() const {
    return choice() || m_question.type == QuestionType::ShortAnswer || m_question.type == QuestionType::Numerical;
}

void AnswerRows::show(const domain::Question& question) {
    m_question = question;
    const auto given = question.type == QuestionType::Matching ? question.pairs.size() : question.answers.size();
    layOut(std::clamp(given + 1, FEWEST_ROWS, MOST_ROWS));
}

void AnswerRows::setType(QuestionType type) {
    if (type == m_question.type) return;
    readInto(m_question);
    const bool wasMatching = m_question.type == QuestionType::Matching;
    if (wasMatching && m_question.answers.empty())
        for (const auto& pair : m_question.pairs)
            m_question.answers.push_back({pair.left, 0, "", {}});
    if (type == QuestionType::Matching && m_question.pairs.empty())
        for (const auto& answer : m_question.answers)
            m_question.pairs.push_back({answer.text, ""});
    m_question.type = type;
    show(domain::Question(m_question));
}

void AnswerRows::layOut(std::size_t rows) {
    Freeze();
    DestroyChildren();
    m_rows.clear();
    auto* all = new wxBoxSizer(wxVERTICAL);
    if (m_question.type == QuestionType::Open || m_question.type == QuestionType::Description) {
        all->Add(look::label(this,
                             m_question.type == QuestionType::Open
                                 ? _("A person marks it: write below what the marker looks for.")
                                 : _("A text between questions: nothing is answered."),
                             look::Type::Body, true));
    } else {
        const int columns = (choice() ? 4 : 0) + (m_question.type == QuestionType::TrueFalse ? 3 : 0) +
                            (m_question.type == QuestionType::ShortAnswer ? 3 : 0) +
                            (m_question.type == QuestionType::Numerical ? 4 : 0) +
                            (m_question.type == QuestionType::Matching ? 2 : 0);
        auto* grid = new wxFlexGridSizer(columns, look::gap(this, 0.5), look::gap(this));
        grid->AddGrowableCol(choice() || m_question.type == QuestionType::TrueFalse ? 1 : 0, 3);
        if (m_question.type != QuestionType::Numerical)
            grid->AddGrowableCol(static_cast<std::size_t>(columns) - 1, 2);
        heading(grid);
        const std::size_t count = m_question.type == QuestionType::TrueFalse ? 2 : rows;
        for (std::size_t at = 0; at < count; ++at)
            addFields(grid, at);
        all->Add(grid, wxSizerFlags().Expand());
        if (mayGrow()) addMore(all);
        if (m_question.type == QuestionType::TrueFalse) fillTruth();
    }
    SetSizer(all);
    FitInside();
    Layout();
    Thaw();
}

/// Right below the last answer; the rows are made anew once its event has ended.
void AnswerRows::addMore(wxSizer* all) {
    auto* more = keyed(new wxButton(this, wxID_ANY, _("One more answer")), _("One more answer"), "Ctrl+N");
    more->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { addRow(); }); });
    all->Add(more, wxSizerFlags().Border(wxTOP, look::gap(this)));
}

bool AnswerRows::mayGrow() const {
    return !m_rows.empty() && m_rows.size() < MOST_ROWS && m_question.type != QuestionType::TrueFalse;
}

void AnswerRows::heading(wxSizer* grid) {
    std::vector<wxString> titles;
    if (choice() || m_question.type == QuestionType::TrueFalse) titles.push_back(_("right"));
    if (m_question.type == QuestionType::Matching) {
        titles.push_back(_("what is asked"));
        titles.push_back(_("its partner"));
    } else {
        titles.push_back(choice() || m_question.type == QuestionType::TrueFalse ? _("option") : _("accepted answer"));
        if (m_question.type == QuestionType::Numerical) titles.push_back(_("give or take"));
        if (weighed()) titles.push_back(_("% of the mark"));
        if (m_question.type != QuestionType::ShortAnswer && m_question.type != QuestionType::Numerical)
            titles.push_back(_("what who took it is told"));
        else if (m_question.type != QuestionType::TrueFalse)
            titles.push_back(_("what who wrote it is told"));
    }
    for (const auto& title : titles)
        grid->Add(look::label(this, title, look::Type::Small, true), wxSizerFlags().Bottom());
}

wxTextCtrl* AnswerRows::field(wxSizer* grid, const wxString& name, const wxString& value, bool wide) {
    auto* text = named(new wxTextCtrl(this, wxID_ANY, value), name);
    text->SetMinSize(wxSize(FromDIP(wide ? 120 : 64), -1));
    look::holdText(text);
    grid->Add(text, wxSizerFlags().Expand());
    return text;
}

void AnswerRows::addFields(wxSizer* grid, std::size_t at) {
    Fields row;
    const wxString letter = wxString::Format("%c", static_cast<char>('A' + at));
    const domain::QuizAnswer none;
    const auto& answer = at < m_question.answers.size() ? m_question.answers[at] : none;
    if (m_question.type == QuestionType::Matching) {
        const domain::QuizPair nothing;
        const auto& pair = at < m_question.pairs.size() ? m_question.pairs[at] : nothing;
        row.text = field(grid, wxString::Format(_("Asked %s"), letter), u8(pair.left.text), true);
        row.second = field(grid, wxString::Format(_("Partner %s"), letter), u8(pair.right), true);
        m_rows.push_back(row);
        return;
    }
    if (choice() || m_question.type == QuestionType::TrueFalse) {
        row.right = named(new wxCheckBox(this, wxID_ANY, letter), wxString::Format(_("%s is right"), letter));
        row.right->SetValue(answer.fraction > 0);
        row.right->Bind(wxEVT_CHECKBOX, [this, at](wxCommandEvent&) { ticked(at); });
        grid->Add(row.right, wxSizerFlags().CentreVertical());
    }
    row.text = field(grid, wxString::Format(_("Answer %s"), letter), u8(answer.text.text), true);
    if (m_question.type == QuestionType::Numerical)
        row.second = field(grid, wxString::Format(_("Give or take %s"), letter), u8(answer.tolerance), false);
    const bool written = at < m_question.answers.size();
    if (weighed())
        row.percent = field(grid, wxString::Format(_("Percent %s"), letter),
                            written ? percentText(answer.fraction) : choice() ? wxString() : wxString("100"), false);
    row.feedback = field(grid, wxString::Format(_("Told %s"), letter), u8(answer.feedback.text), true);
    m_rows.push_back(row);
}

void AnswerRows::fillTruth() {
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        auto& row = m_rows[at];
        row.text->SetValue(at == 0 ? _("True") : _("False"));
        row.text->SetEditable(false);
        row.right->SetValue(m_question.right == (at == 0));
        row.feedback->SetValue(u8((at == 0 ? m_question.feedbackTrue : m_question.feedbackFalse).text));
    }
}

/// The right ones share the mark; of several, the wrong ones share its loss, so that choosing all of them
/// earns nothing.
int AnswerRows::worth(bool right) const {
    const bool several = m_question.type == QuestionType::Multiple;
    int rights = 0, wrongs = 0;
    for (const auto& row : m_rows)
        if (!row.text->GetValue().empty() || row.right->GetValue()) ++(row.right->GetValue() ? rights : wrongs);
    if (right) return FULL_MARK / std::max(1, several ? rights : 1);
    return several && rights > 0 ? -FULL_MARK / std::max(1, wrongs) : 0;
}

void AnswerRows::ticked(std::size_t at) {
    if (m_question.type != QuestionType::Multiple && m_rows[at].right->GetValue())
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_rows[i].right->SetValue(i == at);
    if (!choice()) return;
    for (const auto& row : m_rows)
        if (!row.text->GetValue().empty() || row.right->GetValue())
            row.percent->ChangeValue(percentText(worth(row.right->GetValue())));
}

wxString AnswerRows::unreadable() const {
    for (const auto& row : m_rows)
        if (row.percent && !row.percent->GetValue().empty() && !domain::bankNumber(utf8(row.percent->GetValue())))
            return row.percent->GetValue();
    return {};
}

void AnswerRows::addRow() {
    if (!mayGrow()) return;
    const auto rows = m_rows.size() + 1;
    readInto(m_question);
    layOut(rows);
    m_rows.back().text->SetFocus();
    Scroll(0, GetVirtualSize().y);
}

void AnswerRows::readInto(domain::Question& question) const {
    const auto format = question.text.format;
    if (m_question.type == QuestionType::TrueFalse && m_rows.size() == 2) {
        question.right = m_rows[0].right->GetValue();
        question.feedbackTrue = {utf8(m_rows[0].feedback->GetValue()), format};
        question.feedbackFalse = {utf8(m_rows[1].feedback->GetValue()), format};
        return;
    }
    if (m_rows.empty()) return;
    question.answers.clear();
    question.pairs.clear();
    for (const auto& row : m_rows) {
        const auto text = domain::trimmed(utf8(row.text->GetValue()));
        if (m_question.type == QuestionType::Matching) {
            const auto right = domain::trimmed(utf8(row.second->GetValue()));
            if (!text.empty() || !right.empty()) question.pairs.push_back({{text, format}, right});
            continue;
        }
        if (text.empty()) continue;
        const bool byTick = choice() && row.percent->GetValue().empty();
        domain::QuizAnswer answer{
            {text, format}, byTick ? worth(row.right->GetValue()) : fractionOf(row.percent->GetValue()), "", {}};
        answer.feedback = {domain::trimmed(utf8(row.feedback->GetValue())), format};
        if (row.second) answer.tolerance = domain::trimmed(utf8(row.second->GetValue()));
        if (row.second && answer.tolerance.empty() && text != "*") answer.tolerance += '0';
        question.answers.push_back(std::move(answer));
    }
}

} // namespace fledgling::ui
