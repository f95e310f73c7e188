#include "ui/mentors/EvaluatePage.h"

#include "app/training/TraineeView.h"
#include "domain/Text.h"
#include "ui/Language.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"
#include "ui/mentors/MentorWords.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

namespace {

/// As the page's subject names it.
std::string questionOf(const app::AskedEvaluation& one) { return one.mentor.text() + " " + std::string(keyOf(one.occasion)); }

} // namespace

EvaluatePage::EvaluatePage(wxWindow* parent, Session& of) : Page(parent, of, _("My mentor")) {
    m_keep = addAction(_("Keep"), "Ctrl+Enter", [this] { keep(); });
    onKey("1-5", _("rate what the cursor is on"), {});
    onKey("0", _("take the mark back"), [this] { rate(0); });
    m_about = new Paragraph(body());
    m_table = new Table(body(), _("What is asked"),
                        {{.title = _("My mentor ..."), .width = 30, .sortable = false},
                         {.title = _("1 not at all - 5 fully"), .width = 24, .sortable = false, .stretches = true}});
    m_table->onKey = [this](const wxKeyEvent& key, const std::string&) {
        const int digit = key.HasAnyModifiers() ? -1 : digitOf(key.GetKeyCode());
        if (digit < 1 || digit > domain::BEST_RATING) return false;
        rate(digit);
        return true;
    };
    m_note = named(new wxTextCtrl(body(), wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE), _("Anything else"));
    m_note->SetMinSize(wxSize(-1, look::gap(this, 12)));
    m_table->SetMinSize(wxSize(-1, look::gap(this, 20)));
    content()->Add(m_about, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    content()->Add(m_table, wxSizerFlags().Expand());
    content()->Add(look::label(body(), _("Anything else"), look::Type::Small, true), wxSizerFlags().Border(wxTOP, look::gap(this)));
    content()->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    listenTo({app::Topic::Pairing});
}

void EvaluatePage::show(const std::string& subject) {
    if (!subject.empty()) m_wanted = subject;
}

/// Half an answer stays with its question, whichever is shown meanwhile.
void EvaluatePage::takeUp(const std::string& question) {
    if (question == m_question) return;
    if (begun()) m_aside[m_question] = {m_ratings, m_note->GetValue()};
    const auto aside = m_aside.extract(question);
    m_ratings = aside ? aside.mapped().first : decltype(m_ratings){};
    m_note->ChangeValue(aside ? aside.mapped().second : wxString());
    m_question = question;
}

bool EvaluatePage::begun() const {
    return !m_note->IsEmpty() || std::any_of(m_ratings.begin(), m_ratings.end(), [](int rating) { return rating > 0; });
}

wxString EvaluatePage::unkept() {
    const bool any = std::any_of(m_asked.begin(), m_asked.end(), [&](const app::AskedEvaluation& one) {
        const auto question = questionOf(one);
        return question == m_question ? begun() : m_aside.contains(question);
    });
    return any ? _("Keep what you began to say of your mentor, or take it back (0 takes a mark back), first.") : wxString();
}

void EvaluatePage::refresh() {
    if (!attempt([&] { m_asked = app::askedEvaluations(desk()); })) return;
    m_keep->Show(!m_asked.empty());
    if (m_asked.empty()) {
        setFigure({});
        enableAction(m_keep, false, _("Nothing is asked now."));
        return showEmpty(whoLeads() + _("You are asked about your mentor after the first shift together and at the end. Only the manager reads "
                                        "your answers. Nothing is asked now."),
                         _("Go to Today"), [this] { session().go("today"); });
    }
    // Who was wanted first; the order of the rest stands.
    std::stable_partition(m_asked.begin(), m_asked.end(), [&](const app::AskedEvaluation& one) {
        return m_wanted == questionOf(one);
    });
    takeUp(questionOf(m_asked.front()));
    showContent();
    draw();
    Layout();
}

/// The page is named after the mentor: who that is stands on it, also while nothing is asked.
wxString EvaluatePage::whoLeads() {
    app::TraineeView own(desk(), courseLanguage());
    if (!attempt([&] { own.load(); }) || own.mentorName().empty()) return {};
    return wxString::Format(_("Your mentor: %s since %s"), u8(own.mentorName()), dayText(*own.mentorSince())) + "\n\n";
}

void EvaluatePage::draw() {
    const auto& asked = m_asked.front();
    m_about->set(wxString::Format(_("%s, your mentor since %s - %s. Only the manager reads what you say here; your mentor doesn't."),
                                  u8(asked.name), dayText(asked.since), occasionText(asked.occasion)));
    std::vector<Row> rows;
    int open = 0;
    for (std::size_t i = 0; i < domain::ASPECTS.size(); ++i) {
        wxString dots;
        for (int step = 1; step <= domain::BEST_RATING; ++step)
            dots += wxString::FromUTF8(step <= m_ratings[i] ? "●" : "○");
        if (m_ratings[i] == 0) ++open;
        rows.push_back({std::to_string(i),
                        {{.text = aspectText(domain::ASPECTS[i])},
                         {.text = m_ratings[i] == 0 ? dots : dots + wxString::Format("  %d", m_ratings[i]),
                          .muted = m_ratings[i] == 0,
                          .spoken = m_ratings[i] == 0 ? _("not rated") : wxString::Format("%d", m_ratings[i])}}});
    }
    m_table->set(std::move(rows));
    if (m_table->selected().empty()) m_table->select("0");
    setFigure(open == 0 ? wxString() : wxString::Format(wxPLURAL("%d question open", "%d questions open", open), open),
              open == 0 ? look::State::None : look::State::Due);
    enableAction(m_keep, open == 0 && !session().past(), session().past() ? _("The past is read-only.") : _("Rate every line first."));
}

void EvaluatePage::rate(int rating) {
    const auto at = static_cast<std::size_t>(std::max(0, std::atoi(m_table->selected().c_str())));
    if (at >= m_ratings.size()) return;
    m_ratings[at] = rating;
    draw();
    if (at + 1 < m_ratings.size()) m_table->select(std::to_string(at + 1));
}

void EvaluatePage::keep() {
    if (m_asked.empty()) return;
    const auto& asked = m_asked.front();
    const domain::Evaluation one{desk().actor.id, asked.mentor, asked.occasion, m_ratings, utf8(m_note->GetValue())};
    if (!attempt([&] { app::evaluateMentor(desk(), one); })) return;
    m_wanted.clear();
    m_ratings = {};
    m_note->Clear();
    refresh();
    takeKeyboard();
}

void EvaluatePage::focusFirst() { m_table->takeFocus(); }

std::vector<app::BookKey> EvaluatePage::focusedKeys() { return {{"mentor_evaluation", {desk().actor.id.text()}}}; }

wxString EvaluatePage::help() const {
    return _("Your word on your mentor, asked after the first shift and at the end. Press a digit from 1 (not at all) to 5 (fully) on "
             "each line, add a few words if you like, and keep it with Ctrl+Enter. Only the manager reads it.");
}

} // namespace fledgling::ui
