#include "ui/training/ProblemsPage.h"

#include "ui/Language.h"
#include "ui/controls/Form.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using look::State;

ProblemsPage::ProblemsPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Problem log")), m_view(desk(), courseLanguage()) {
    m_keep = addAction(_("Write it down"), "Ctrl+Enter", [this] { write(); });
    onKey("Ctrl+N", _("write a problem"), [this] { m_text->SetFocus(); });
    layOut();
    listenTo({app::Topic::Problems, app::Topic::Pairing, app::Topic::People});
}

void ProblemsPage::layOut() {
    auto* form = new Form(body());
    m_text = form->addNote(_("What came up today, and what did you do about it?"), {}, 3);
    content()->Add(form, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_list = new Table(body(), _("Problems so far"),
                       {{.title = _("day"), .width = 14},
                        {.title = _("problem"), .width = 40, .stretches = true},
                        {.title = _("answer"), .width = 18}});
    m_list->onSelect = [this](const std::string& id) { drawOne(id); };
    m_list->onActivate = [this](const std::string&) { m_one->SetFocus(); };
    m_one = new RichText(body(), _("Problem and answer"));
    row->Add(m_list, wxSizerFlags(3).Expand().Border(wxRIGHT, look::gap(this, 2)));
    row->Add(m_one, wxSizerFlags(2).Expand());
    content()->Add(row, wxSizerFlags(1).Expand());
}

void ProblemsPage::refresh() {
    if (!attempt([&] { m_view.load(); })) return;
    const bool own = m_view.own() && session().may(domain::Verb::WriteProblem);
    m_text->Enable(own);
    enableAction(m_keep, own,
                 session().past() ? _("The past is read-only.") : _("Only trainees keep a problem log."));
    const int waiting = static_cast<int>(std::count_if(m_view.problems().begin(), m_view.problems().end(),
                                                       [](const auto& one) { return one.answer.empty(); }));
    if (m_view.problems().empty())
        setFigure(_("nothing written yet"));
    else if (waiting == 0)
        setFigure(_("everything is answered"), State::Met);
    else
        setFigure(
            wxString::Format(wxPLURAL("%d waits for an answer", "%d wait for an answer", waiting), waiting),
            State::Due);
    drawList();
}

void ProblemsPage::drawList() {
    std::vector<Row> rows;
    for (const auto& one : m_view.problems()) {
        wxString line = u8(one.text);
        line.Replace("\n", " ");
        const Cell answer = one.answer.empty() ? Cell{.text = _("waiting"), .state = State::Due}
                                               : Cell{.text = u8(one.answeredBy), .state = State::Met};
        rows.push_back({one.id.text(), {{.text = dayText(one.day)}, {.text = line}, answer}});
    }
    m_list->set(std::move(rows));
    if (m_list->selected().empty() && !m_view.problems().empty())
        m_list->select(m_view.problems().front().id.text());
    drawOne(m_list->selected());
}

void ProblemsPage::drawOne(const std::string& id) {
    for (const auto& one : m_view.problems()) {
        if (one.id.text() != id) continue;
        std::string html =
            "<p><b>" + escapedHtml(dateText(one.day)) + "</b></p><p>" + escapedHtml(one.text) + "</p>";
        if (one.answer.empty())
            html += "<p><i>" + escapedHtml(_("Nobody has answered yet.")) + "</i></p>";
        else
            html += "<p><b>" + escapedHtml(wxString::Format(_("%s answers"), u8(one.answeredBy))) +
                    "</b></p><p>" + escapedHtml(one.answer) + "</p>";
        return m_one->setText(html);
    }
    m_one->setText(
        "<p>" +
        escapedHtml(
            _("What you write down stands here with its answer. Your mentor and the trainers read it.")) +
        "</p>");
}

void ProblemsPage::write() {
    // Pressed once too often after keeping: nothing failed.
    if (m_text->IsEmpty()) return inform(_("There is nothing to write down yet."));
    const bool kept = attempt([&] { m_view.writeProblem(utf8(m_text->GetValue())); });
    m_text->SetFocus();
    if (!kept) return;
    m_text->Clear();
    refresh();
    if (!m_view.problems().empty()) m_list->select(m_view.problems().front().id.text());
}

void ProblemsPage::focusFirst() { m_text->IsEnabled() ? m_text->SetFocus() : m_list->takeFocus(); }

wxString ProblemsPage::unkept() {
    return m_text->IsEmpty() ? wxString() : _("Write down what you entered, or clear it, first.");
}

std::vector<app::BookKey> ProblemsPage::focusedKeys() {
    const auto problem = m_list->selected();
    if (problem.empty()) return {};
    return {{"problem", {problem}}};
}

wxString ProblemsPage::help() const {
    return _(
        "Your own problem log. Write down every problem of the day in a line or two and press Ctrl+Enter; "
        "your "
        "mentor sees it at once and answers here. Nobody's readiness suffers from a problem written down.");
}

} // namespace fledgling::ui
