#include "format/exports/Xapi.h"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/SHA1Engine.h>
#include <Poco/UUID.h>
#include <Poco/UUIDGenerator.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sstream>

namespace fledgling::format {

namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

/// All names of this program are unlike those of any other: made once, at random.
constexpr const char* NAMESPACE = "6f0c1c1a-8c1e-4b0b-9b43-0f6d2a9e7d51";
constexpr const char* PLATFORM = "Fledgling";
constexpr std::size_t OPTION_ID = 8;

Object::Ptr object() { return new Object(Poco::JSON_PRESERVE_KEY_ORDER); }

std::string addressOf(XapiVerb verb) {
    const std::string adl = "http://adlnet.gov/expapi/verbs/";
    switch (verb) {
    case XapiVerb::Attended: return adl + "attended";
    case XapiVerb::Completed: return adl + "completed";
    case XapiVerb::Passed: return adl + "passed";
    case XapiVerb::Failed: return adl + "failed";
    case XapiVerb::Answered: return adl + "answered";
    }
    return {};
}

/// Data, not words for a reader: in every language at once, so that the bytes are the same whoever exports.
XapiWords wordsOf(XapiVerb verb) {
    switch (verb) {
    case XapiVerb::Attended: return {{"en", "attended"}, {"zh-CN", "出席了"}};
    case XapiVerb::Completed: return {{"en", "completed"}, {"zh-CN", "完成了"}};
    case XapiVerb::Passed: return {{"en", "passed"}, {"zh-CN", "通过了"}};
    case XapiVerb::Failed: return {{"en", "failed"}, {"zh-CN", "未通过"}};
    case XapiVerb::Answered: return {{"en", "answered"}, {"zh-CN", "回答了"}};
    }
    return {};
}

std::string addressOf(XapiActivityKind kind) {
    const std::string adl = "http://adlnet.gov/expapi/activities/";
    switch (kind) {
    case XapiActivityKind::Course: return adl + "course";
    case XapiActivityKind::Meeting: return adl + "meeting";
    case XapiActivityKind::Assessment: return adl + "assessment";
    case XapiActivityKind::Performance: return adl + "performance";
    case XapiActivityKind::Question: return adl + "cmi.interaction";
    case XapiActivityKind::Group: return "http://activitystrea.ms/schema/1.0/group";
    }
    return {};
}

std::string keyOf(XapiInteraction interaction) {
    switch (interaction) {
    case XapiInteraction::TrueFalse: return "true-false";
    case XapiInteraction::Choice: return "choice";
    case XapiInteraction::FillIn: return "fill-in";
    case XapiInteraction::LongFillIn: return "long-fill-in";
    case XapiInteraction::Matching: return "matching";
    case XapiInteraction::Sequencing: return "sequencing";
    case XapiInteraction::Numeric: return "numeric";
    }
    return {};
}

Object::Ptr jsonOf(const XapiWords& words) {
    auto map = object();
    for (const auto& [language, text] : words)
        map->set(language, text);
    return map;
}

Object::Ptr jsonOf(const XapiAgent& agent) {
    auto account = object();
    account->set("homePage", agent.homePage);
    account->set("name", agent.account);
    auto person = object();
    person->set("objectType", "Agent");
    person->set("account", account);
    return person;
}

void setOptions(Object::Ptr definition, const char* name, const std::vector<XapiOption>& options) {
    if (options.empty()) return;
    Array::Ptr list = new Array;
    for (const auto& option : options) {
        auto one = object();
        one->set("id", option.id);
        one->set("description", jsonOf(option.text));
        list->add(one);
    }
    definition->set(name, list);
}

Object::Ptr jsonOf(const XapiActivity& activity) {
    auto definition = object();
    definition->set("type", addressOf(activity.kind));
    if (!activity.name.empty()) definition->set("name", jsonOf(activity.name));
    if (!activity.about.empty()) definition->set("description", jsonOf(activity.about));
    if (const auto& question = activity.question) {
        definition->set("interactionType", keyOf(question->interaction));
        setOptions(definition, "choices", question->choices);
        setOptions(definition, "source", question->sources);
        setOptions(definition, "target", question->targets);
    }
    auto json = object();
    json->set("objectType", "Activity");
    json->set("id", activity.id);
    json->set("definition", definition);
    return json;
}

Object::Ptr jsonOf(const XapiResult& result) {
    auto json = object();
    if (result.percent) {
        auto score = object();
        score->set("scaled", *result.percent / 100);
        score->set("raw", *result.percent);
        score->set("min", 0);
        score->set("max", 100);
        json->set("score", score);
    }
    if (result.success) json->set("success", *result.success);
    if (result.completion) json->set("completion", *result.completion);
    if (result.response) json->set("response", *result.response);
    if (result.seconds) json->set("duration", "PT" + std::to_string(std::max<std::int64_t>(0, *result.seconds)) + "S");
    return json;
}

Array::Ptr jsonOf(const std::vector<XapiActivity>& activities) {
    Array::Ptr list = new Array;
    for (const auto& one : activities)
        list->add(jsonOf(one));
    return list;
}

Object::Ptr contextOf(const XapiStatement& statement) {
    auto context = object();
    if (!statement.registration.empty()) context->set("registration", statement.registration);
    if (statement.instructor) context->set("instructor", jsonOf(*statement.instructor));
    auto around = object();
    if (!statement.parents.empty()) around->set("parent", jsonOf(statement.parents));
    if (!statement.grouping.empty()) around->set("grouping", jsonOf(statement.grouping));
    if (around->size() > 0) context->set("contextActivities", around);
    if (!statement.revision.empty()) context->set("revision", statement.revision);
    context->set("platform", PLATFORM);
    if (!statement.language.empty()) context->set("language", statement.language);
    return context;
}

Object::Ptr jsonOf(const XapiStatement& statement) {
    auto verb = object();
    verb->set("id", addressOf(statement.verb));
    verb->set("display", jsonOf(wordsOf(statement.verb)));
    auto json = object();
    json->set("id", statement.id);
    json->set("actor", jsonOf(statement.actor));
    json->set("verb", verb);
    json->set("object", jsonOf(statement.object));
    if (statement.result) json->set("result", jsonOf(*statement.result));
    json->set("context", contextOf(statement));
    json->set("timestamp", stampOf(statement.at, statement.offsetMinutes));
    return json;
}

bool isUnreserved(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

} // namespace

bool isHomePage(std::string_view text) {
    for (const std::string_view scheme : {"http://", "https://"})
        if (text.starts_with(scheme)) {
            const auto rest = text.substr(scheme.size());
            return !rest.empty() && (isUnreserved(rest.front()) || rest.front() == '[') &&
                   std::all_of(rest.begin(), rest.end(), [](char c) {
                       return static_cast<unsigned char>(c) > 0x20U && std::string_view("\"<>\\^`{|}?#\x7f").find(c) == std::string_view::npos;
                   });
        }
    return false;
}

std::string iriOf(const std::string& homePage, const std::vector<std::string>& parts) {
    std::string iri = homePage;
    while (iri.ends_with('/'))
        iri.pop_back();
    for (const auto& part : parts) {
        iri += '/';
        for (const char c : part) {
            char hex[4];
            std::snprintf(hex, sizeof hex, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
            iri += isUnreserved(c) ? std::string(1, c) : std::string(hex);
        }
    }
    return iri;
}

std::string uuidOf(const std::string& name) {
    Poco::SHA1Engine sha1;
    return Poco::UUIDGenerator::defaultGenerator().createFromName(Poco::UUID(NAMESPACE), name, sha1, Poco::UUID::UUID_NAME_BASED_SHA1).toString();
}

std::string optionIdOf(const std::string& text) { return uuidOf("option|" + text).substr(0, OPTION_ID); }

std::string stampOf(domain::Instant at, int offsetMinutes) {
    constexpr std::int64_t DAY = 86'400'000;
    const std::int64_t local = at.ms + offsetMinutes * std::int64_t{60'000};
    const std::int64_t inDay = ((local % DAY) + DAY) % DAY;
    const auto date = domain::Date(1970, 1, 1).plusDays(static_cast<int>((local - inDay) / DAY));
    const int size = std::abs(offsetMinutes);
    char time[48];
    std::snprintf(time, sizeof time, "T%02d:%02d:%02d.%03d%c%02d:%02d", static_cast<int>(inDay / 3'600'000), static_cast<int>(inDay / 60'000 % 60),
                  static_cast<int>(inDay / 1000 % 60), static_cast<int>(inDay % 1000), offsetMinutes < 0 ? '-' : '+', size / 60, size % 60);
    return date.iso() + time;
}

std::string xapiOf(const std::vector<XapiStatement>& statements) {
    std::ostringstream out;
    out << "[";
    bool first = true;
    for (const auto& statement : statements) {
        out << (first ? "\n" : ",\n");
        first = false;
        jsonOf(statement)->stringify(out);
    }
    out << "\n]\n";
    return out.str();
}

} // namespace fledgling::format
