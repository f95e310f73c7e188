#include "ui/training/TrainingWords.h"

#include "app/Words.h"
#include "ui/Language.h"
#include "ui/Text.h"

#include <wx/intl.h>

namespace fledgling::ui {

wxString postsText(const std::set<domain::Post>& posts) {
    std::vector<wxString> words;
    for (const auto post : posts)
        words.push_back(u8(app::word(post, tongue)));
    return listText(words);
}

wxString dots(domain::SkillLevel level) {
    wxString text;
    for (int step = 1; step <= 3; ++step)
        text << wxUniChar(step <= static_cast<int>(level) ? 0x25CF : 0x25CB);
    return text;
}

wxString levelText(domain::SkillLevel level) { return dots(level) + " " + u8(app::word(level, tongue)); }

look::State verdictState(domain::Verdict verdict) {
    switch (verdict) {
    case domain::Verdict::Ready: return look::State::Met;
    case domain::Verdict::OnTheWay: return look::State::Due;
    case domain::Verdict::Stuck: return look::State::Missing;
    }
    return look::State::None;
}

wxString howText(domain::SkillLevel how) {
    switch (how) {
    case domain::SkillLevel::None: return {};
    // TRANSLATORS: how a trainee practised something that day
    case domain::SkillLevel::Shown: return _("watched");
    case domain::SkillLevel::Helped: return _("helped");
    case domain::SkillLevel::Alone: return _("alone");
    }
    return {};
}

std::string escapedHtml(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '<': safe += "&lt;"; break;
        case '>': safe += "&gt;"; break;
        case '&': safe += "&amp;"; break;
        case '"': safe += "&quot;"; break;
        case '\n': safe += "<br>"; break;
        default: safe += c;
        }
    }
    return safe;
}

std::string escapedHtml(const wxString& text) { return escapedHtml(utf8(text)); }

std::string paragraphHtml(const wxString& text) { return text.empty() ? std::string() : "<p>" + escapedHtml(text) + "</p>"; }

std::string signedHtml(look::State state, const wxString& words) {
    const std::string ink = utf8(look::colour(state).GetAsString(wxC2S_HTML_SYNTAX));
    return "<font color=\"" + ink + "\">" + escapedHtml(look::signed_(state, words)) + "</font>";
}

} // namespace fledgling::ui
