#pragma once

#include "domain/Course.h"
#include "domain/Person.h"
#include "domain/Readiness.h"
#include "ui/Look.h"

#include <set>
#include <string>
#include <wx/string.h>

/// Words and signs that the pages of mentors and trainees share.
namespace fledgling::ui {

/// "agent, order handler"; empty for none.
[[nodiscard]] wxString postsText(const std::set<domain::Post>& posts);
/// Three dots, filled up to the level.
[[nodiscard]] wxString dots(domain::SkillLevel level);
/// The dots and the word.
[[nodiscard]] wxString levelText(domain::SkillLevel level);
/// Of a readiness verdict.
[[nodiscard]] look::State verdictState(domain::Verdict verdict);
/// How something was practised: "watched", "helped", "alone".
[[nodiscard]] wxString howText(domain::SkillLevel how);
/// UTF-8 text inside HTML; line ends become breaks.
[[nodiscard]] std::string escapedHtml(const std::string& text);
/// wx text inside HTML.
[[nodiscard]] std::string escapedHtml(const wxString& text);
/// A paragraph of it; empty for no text.
[[nodiscard]] std::string paragraphHtml(const wxString& text);
/// Words with the sign and in the colour of a state.
[[nodiscard]] std::string signedHtml(look::State state, const wxString& words);

} // namespace fledgling::ui
