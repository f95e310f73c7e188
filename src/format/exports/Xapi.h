#pragma once

#include "domain/Time.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// Statements of the Experience API 1.0.3, as a learning record store takes them.

/// A person as the receiving system knows one: an account there. There is no place for a name, phone or e-mail.
struct XapiAgent {
    std::string homePage; ///< whose accounts they are: an address as isHomePage takes it
    std::string account;
    friend bool operator==(const XapiAgent&, const XapiAgent&) = default;
};

/// By language ("zh-CN", "en").
using XapiWords = std::map<std::string, std::string>;

enum class XapiVerb { Attended, Completed, Passed, Failed, Answered };
enum class XapiActivityKind { Course, Meeting, Assessment, Performance, Question, Group };
enum class XapiInteraction { TrueFalse, Choice, FillIn, LongFillIn, Matching, Sequencing, Numeric };

struct XapiOption {
    std::string id;
    XapiWords text;
};

/// How a question is answered. What is right has no place here: whoever reads the record may take the quiz again.
struct XapiQuestion {
    XapiInteraction interaction = XapiInteraction::FillIn;
    std::vector<XapiOption> choices; ///< Choice, Sequencing
    std::vector<XapiOption> sources; ///< Matching: what asks for a partner
    std::vector<XapiOption> targets; ///< Matching: the partners
};

struct XapiActivity {
    std::string id; ///< as iriOf makes it
    XapiActivityKind kind = XapiActivityKind::Course;
    XapiWords name;
    XapiWords about;
    std::optional<XapiQuestion> question;
};

struct XapiResult {
    std::optional<double> percent; ///< 0 to 100: raw as it is, scaled 0 to 1
    std::optional<bool> success;
    std::optional<bool> completion;
    std::optional<std::string> response;
    std::optional<std::int64_t> seconds; ///< it took, 0 or more
};

struct XapiStatement {
    std::string id; ///< the same for ever: uuidOf of what the book calls it
    XapiAgent actor;
    XapiVerb verb = XapiVerb::Attended;
    XapiActivity object;
    std::optional<XapiResult> result;
    std::string registration; ///< a UUID: this person's run through the course
    std::optional<XapiAgent> instructor;
    std::string revision; ///< the course version
    std::string language;
    std::vector<XapiActivity> parents;
    std::vector<XapiActivity> grouping;
    domain::Instant at;
    int offsetMinutes = 480; ///< of the timestamp, east of UTC
};

/// True for http:// or https:// with a host and without blanks, quotes, brackets, query or fragment.
[[nodiscard]] bool isHomePage(std::string_view text);
/// The home page with the parts as path, whatever isn't a plain ASCII letter, digit, '-', '.', '_' or '~' in percents.
[[nodiscard]] std::string iriOf(const std::string& homePage, const std::vector<std::string>& parts);
/// The name-based UUID (version 5) of a name: the same name gives the same id on every machine.
[[nodiscard]] std::string uuidOf(const std::string& name);
/// A short id of a text that tells nothing of where the text stood: eight hex digits.
[[nodiscard]] std::string optionIdOf(const std::string& text);
/// "2026-11-24T07:00:00.000+08:00"
[[nodiscard]] std::string stampOf(domain::Instant at, int offsetMinutes);

/// A JSON array, one statement a line, in UTF-8 without byte-order mark. The same statements always give the same bytes.
[[nodiscard]] std::string xapiOf(const std::vector<XapiStatement>& statements);

} // namespace fledgling::format
