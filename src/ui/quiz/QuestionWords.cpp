#include "ui/quiz/QuestionWords.h"

#include "app/quiz/ItemWords.h"
#include "app/quiz/QuizTexts.h"
#include "ui/Language.h"
#include "ui/Text.h"
#include "ui/courseeditor/EditorWords.h"
#include "ui/training/TrainingWords.h"

#include <wx/intl.h>

namespace fledgling::ui::questions {

using app::QuestionsView;
using domain::ItemFinding;
using domain::QuestionType;
using look::State;

namespace {

wxString letter(std::size_t at) { return wxString::Format("%c", static_cast<char>('A' + at % 26)); }

int percentOf(int part, int whole) { return whole > 0 ? (200 * part / whole + 1) / 2 : 0; }

/// Options as the trainee sees them, with what only a trainer sees behind each.
std::string options(const QuestionsView& view, std::size_t at) {
    const auto& figures = view.rows().at(at).figures;
    const bool several = view.question(at).type == QuestionType::Multiple;
    std::string html = "<p></p><table cellpadding=\"3\">";
    if (figures)
        html += "<tr><td></td><td></td><td align=\"right\"><font size=\"-1\">" + escapedHtml(_("chose it")) +
                "</font></td></tr>";
    std::size_t place = 0;
    for (const auto& one : view.sharesOf(at)) {
        wxString worth = one.right ? (several ? wxString::Format("%d %%", one.percent) : _("right")) : wxString();
        if (one.percent < 0) worth = wxString::Format("%d %%", one.percent);
        html += "<tr><td valign=\"top\"><b>" + escapedHtml(letter(place++)) + "</b></td><td>" +
                escapedHtml(u8(one.words)) + (worth.empty() ? "" : "<br>") +
                (one.right ? signedHtml(State::Met, worth) : escapedHtml(worth)) + "</td>";
        if (one.chosen && figures) {
            // TRANSLATORS: how many people chose an answer, and their share
            wxString share = wxString::Format(_("%d (%d %%)"), *one.chosen, percentOf(*one.chosen, figures->papers));
            share.Replace(" ", wxUniChar(0xA0)); // its column is narrow
            html += "<td valign=\"top\" align=\"right\">" + (one.idle ? signedHtml(State::Due, share) : escapedHtml(share)) + "</td>";
        }
        html += "</tr>";
    }
    return html + "</table>";
}

std::string answers(const QuestionsView& view, std::size_t at) {
    const auto& question = view.question(at);
    if (question.type == QuestionType::Single || question.type == QuestionType::Multiple) return options(view, at);
    const auto right = app::rightOf(question);
    if (right.empty()) return {};
    wxString words;
    if (right.truth) words = *right.truth ? _("True") : _("False");
    for (const auto& one : right.parts)
        words << (words.empty() ? wxString() : _("; ")) << u8(one);
    return "<p>" + signedHtml(State::Met, _("right answer")) + " " + escapedHtml(words) + "</p>";
}

std::string figures(const QuestionsView& view, std::size_t at) {
    const auto& row = view.rows().at(at);
    if (row.changed) return paragraphHtml(_("Changed here and not kept yet: figures come once it has been asked."));
    if (!row.figures) return paragraphHtml(_("Nobody was asked this question of this version yet."));
    const auto& has = *row.figures;
    std::string html = "<table cellpadding=\"3\">";
    const auto line = [&](const wxString& name, const wxString& value, const wxString& means) {
        html += "<tr><td>" + escapedHtml(name) + "</td><td align=\"right\"><b>" + escapedHtml(value) + "</b></td><td>" +
                escapedHtml(means) + "</td></tr>";
    };
    line(_("asked"), wxString::Format("%d", has.papers),
         has.blank > 0 ? wxString::Format(_("left open by %d"), has.blank) : wxString());
    line(_("difficulty"), shareText(has.difficultyPercent()), _("of the mark, on average: the higher, the easier"));
    line(_("separates"), indexText(has.discrimination), _("1: who knows the rest gets it right; 0: no difference"));
    html += "</table>";
    for (const auto finding : row.findings)
        html += "<p>" + signedHtml(stateOf(finding), word(finding)) + " " + escapedHtml(sentence(finding)) + "</p>";
    return html;
}

} // namespace

wxString word(QuestionType type) {
    switch (type) {
    case QuestionType::Description: return _("text only");
    case QuestionType::Open: return _("open question");
    case QuestionType::TrueFalse: return _("true or false");
    case QuestionType::Single: return _("single choice");
    case QuestionType::Multiple: return _("multiple choice");
    case QuestionType::ShortAnswer: return _("short answer");
    case QuestionType::Numerical: return _("numerical");
    case QuestionType::Matching: return _("matching");
    case QuestionType::Ordering: return _("ordering");
    }
    return {};
}

wxString word(ItemFinding finding) { return u8(app::word(finding, tongue)); }

wxString sentence(ItemFinding finding) {
    switch (finding) {
    case ItemFinding::FewPapers:
        return wxString::Format(_("Figures begin to mean something from %d papers on."), domain::FEWEST_PAPERS);
    case ItemFinding::TooEasy: return _("Nearly everybody has it right: it tells nothing about who knows the matter.");
    case ItemFinding::TooHard: return _("Hardly anybody has it right: look at the key, the wording, and whether it was taught.");
    case ItemFinding::Misleads:
        return _("Who does well otherwise gets it wrong: look at the key first. If it is wrong, correct it and mark the papers again.");
    case ItemFinding::SeparatesLittle:
        return _("Who does well otherwise hardly does better here: the wording may be unclear, or guessing is enough.");
    case ItemFinding::IdleDistractor: return _("Nobody takes one of the wrong options: write one that somebody could believe.");
    case ItemFinding::Good: return _("It is neither too easy nor too hard, and tells apart who knows the matter.");
    }
    return {};
}

State stateOf(ItemFinding finding) {
    switch (finding) {
    case ItemFinding::FewPapers: return State::NotYet;
    case ItemFinding::Misleads: return State::Missing;
    case ItemFinding::TooEasy:
    case ItemFinding::TooHard:
    case ItemFinding::SeparatesLittle:
    case ItemFinding::IdleDistractor: return State::Due;
    case ItemFinding::Good: return State::Met;
    }
    return State::None;
}

wxString indexText(const std::optional<double>& index) {
    return index ? wxString::Format("%.2f", *index) : wxString::FromUTF8("–");
}

wxString shareText(const std::optional<int>& percent) {
    return percent ? wxString::Format(wxString::FromUTF8("%d\u00a0%%"), *percent) : wxString::FromUTF8("–");
}

wxString languagesText(const std::vector<std::string>& tags) {
    std::vector<wxString> names;
    for (const auto& one : tags)
        names.push_back(editor::languageName(one));
    return listText(names);
}

wxString followingText(const QuestionsView::Following& following) {
    if (following.questions == 0) return {};
    return wxString::Format(wxPLURAL("%1$d question gets its right answer in the other language, too (%2$s).",
                                     "%1$d questions get their right answers in the other language, too (%2$s).", following.questions),
                            following.questions, languagesText(following.languages));
}

std::string sheet(const QuestionsView& view, std::size_t at) {
    const auto& question = view.question(at);
    const wxString about = dotted({wxString::Format("%d", static_cast<int>(at) + 1), word(question.type),
                                   u8(question.category), u8(question.id)});
    std::string html = "<p><font size=\"-1\">" + escapedHtml(about) + "</font></p>" + app::htmlOf(question.text) + answers(view, at);
    if (!question.explanation.empty())
        html += "<p><b>" +
                escapedHtml(question.type == QuestionType::Open ? _("What the marker looks for") : _("Explanation")) +
                "</b></p>" + app::htmlOf(question.explanation);
    return html + "<hr>" + figures(view, at);
}

} // namespace fledgling::ui::questions
