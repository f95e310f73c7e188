#pragma once

#include "format/Json.h"

#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fledgling::app::test {

/// What a record store asks of a statement before it takes it: the Experience API 1.0.3 (part two) as far as Learning
/// Locker's validator checks it, and a little stricter with addresses. Knows activities as objects only: Fledgling writes no others.
class XapiRules {
public:
    /// Every breach as "where: what"; empty for a statement that is taken.
    static std::vector<std::string> breaches(const format::JsonValue& statement) {
        XapiRules rules;
        rules.nothingIsNull(statement, "statement");
        rules.statement(statement);
        return rules.m_found;
    }

private:
    using Value = format::JsonValue;
    using Kind = Value::Kind;
    using Rule = void (XapiRules::*)(const Value&, const std::string&);

    void found(const std::string& where, const std::string& what) { m_found.push_back(where + ": " + what); }

    void nothingIsNull(const Value& value, const std::string& where) {
        if (value.kind == Kind::Null) found(where, "null");
        for (const auto& [key, entry] : value.entries)
            nothingIsNull(entry, where + "." + key);
        for (const auto& item : value.items)
            nothingIsNull(item, where + "[]");
    }
    void onlyKeys(const Value& value, const std::string& where, const std::set<std::string>& known) {
        if (value.kind != Kind::Object) return found(where, "no object");
        for (const auto& [key, entry] : value.entries)
            if (!known.contains(key)) found(where, "unknown " + key);
    }
    void required(const Value& value, const std::string& where, const char* key, Rule rule) {
        if (!value.find(key)) found(where, std::string("lacks ") + key);
        optional(value, where, key, rule);
    }
    void optional(const Value& value, const std::string& where, const char* key, Rule rule) {
        if (const auto* entry = value.find(key)) (this->*rule)(*entry, where + "." + key);
    }
    void shaped(const Value& value, const std::string& where, const std::regex& shape) {
        if (value.kind != Kind::Text || !std::regex_match(value.text, shape)) found(where, "badly shaped: " + value.text);
    }
    void iri(const Value& value, const std::string& where) {
        static const std::regex shape("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\"<>\\\\^`{|}]+");
        shaped(value, where, shape);
    }
    void uuid(const Value& value, const std::string& where) {
        static const std::regex shape("[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        shaped(value, where, shape);
    }
    void language(const Value& value, const std::string& where) {
        static const std::regex shape("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
        shaped(value, where, shape);
    }
    void duration(const Value& value, const std::string& where) {
        static const std::regex shape("P(?=[0-9]|T[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+[DW])?(T([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]+)?S)?)?");
        shaped(value, where, shape);
    }
    void timestamp(const Value& value, const std::string& where) {
        static const std::regex shape("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]+)?"
                                      "(Z|[+]([01][0-9]|2[0-3]):[0-5][0-9]|-(0[1-9]|1[0-9]|2[0-3]):[0-5][0-9])");
        shaped(value, where, shape);
    }
    void text(const Value& value, const std::string& where) {
        if (value.kind != Kind::Text) found(where, "no text");
    }
    void name(const Value& value, const std::string& where) {
        if (value.kind != Kind::Text || value.text.empty()) found(where, "no name");
    }
    void flag(const Value& value, const std::string& where) {
        if (value.kind != Kind::Flag) found(where, "neither true nor false");
    }
    void number(const Value& value, const std::string& where) {
        if (value.kind != Kind::Number) found(where, "no number");
    }
    void words(const Value& value, const std::string& where) {
        if (value.kind != Kind::Object) return found(where, "no map of languages");
        for (const auto& [tag, said] : value.entries) {
            Value key;
            key.kind = Kind::Text;
            key.text = tag;
            language(key, where);
            text(said, where + "." + tag);
        }
    }

    void statement(const Value& value) {
        const std::string where = "statement";
        onlyKeys(value, where, {"id", "actor", "verb", "object", "result", "context", "timestamp"});
        required(value, where, "id", &XapiRules::uuid);
        required(value, where, "actor", &XapiRules::agent);
        required(value, where, "verb", &XapiRules::verb);
        required(value, where, "object", &XapiRules::activity);
        optional(value, where, "result", &XapiRules::result);
        optional(value, where, "context", &XapiRules::context);
        required(value, where, "timestamp", &XapiRules::timestamp);
    }
    void agent(const Value& value, const std::string& where) {
        const std::set<std::string> identifiers{"mbox", "mbox_sha1sum", "openid", "account"};
        onlyKeys(value, where, {"objectType", "name", "mbox", "mbox_sha1sum", "openid", "account"});
        if (value.textAt("objectType").value_or("Agent") != "Agent") found(where, "no agent");
        const auto count = std::count_if(value.entries.begin(), value.entries.end(), [&](const auto& entry) { return identifiers.contains(entry.first); });
        if (count != 1) found(where, std::to_string(count) + " identifiers");
        optional(value, where, "account", &XapiRules::account);
    }
    void account(const Value& value, const std::string& where) {
        onlyKeys(value, where, {"homePage", "name"});
        required(value, where, "homePage", &XapiRules::iri);
        required(value, where, "name", &XapiRules::name);
    }
    void verb(const Value& value, const std::string& where) {
        onlyKeys(value, where, {"id", "display"});
        required(value, where, "id", &XapiRules::iri);
        optional(value, where, "display", &XapiRules::words);
    }
    void activity(const Value& value, const std::string& where) {
        onlyKeys(value, where, {"objectType", "id", "definition"});
        if (value.textAt("objectType").value_or("Activity") != "Activity") found(where, "no activity");
        required(value, where, "id", &XapiRules::iri);
        optional(value, where, "definition", &XapiRules::definition);
    }
    void definition(const Value& value, const std::string& where) {
        onlyKeys(value, where, {"name", "description", "type", "interactionType", "choices", "source", "target"});
        for (const char* key : {"name", "description"})
            optional(value, where, key, &XapiRules::words);
        optional(value, where, "type", &XapiRules::iri);
        const std::set<std::string> interactions{"true-false", "choice", "fill-in", "long-fill-in", "matching", "sequencing", "numeric"};
        const auto interaction = value.textAt("interactionType");
        if (interaction && !interactions.contains(*interaction)) found(where, "unknown interaction " + *interaction);
        const bool chosen = interaction == "choice" || interaction == "sequencing", matched = interaction == "matching";
        if ((value.find("choices") && !chosen) || ((value.find("source") || value.find("target")) && !matched))
            found(where, "parts of another interaction");
        for (const char* key : {"choices", "source", "target"})
            optional(value, where, key, &XapiRules::components);
    }
    void components(const Value& value, const std::string& where) {
        if (value.kind != Kind::List) return found(where, "no list");
        std::set<std::string> ids;
        for (const auto& one : value.items) {
            onlyKeys(one, where, {"id", "description"});
            required(one, where, "id", &XapiRules::name);
            optional(one, where, "description", &XapiRules::words);
            if (!ids.insert(one.textAt("id").value_or("")).second) found(where, "an id twice");
        }
    }
    void result(const Value& value, const std::string& where) {
        onlyKeys(value, where, {"score", "success", "completion", "response", "duration"});
        optional(value, where, "score", &XapiRules::score);
        optional(value, where, "success", &XapiRules::flag);
        optional(value, where, "completion", &XapiRules::flag);
        optional(value, where, "response", &XapiRules::text);
        optional(value, where, "duration", &XapiRules::duration);
    }
    void score(const Value& value, const std::string& where) {
        onlyKeys(value, where, {"scaled", "raw", "min", "max"});
        for (const char* key : {"scaled", "raw", "min", "max"}) {
            required(value, where, key, &XapiRules::number);
            if (!value.find(key) || value.find(key)->kind != Kind::Number) return;
        }
        const auto at = [&](const char* key) { return std::stod(value.find(key)->text); };
        if (at("scaled") < -1 || at("scaled") > 1) found(where, "scaled beyond one");
        if (at("min") > at("raw") || at("raw") > at("max")) found(where, "raw not between min and max");
    }
    void context(const Value& value, const std::string& where) {
        onlyKeys(value, where, {"registration", "instructor", "contextActivities", "revision", "platform", "language"});
        optional(value, where, "registration", &XapiRules::uuid);
        optional(value, where, "instructor", &XapiRules::agent);
        optional(value, where, "contextActivities", &XapiRules::around);
        optional(value, where, "revision", &XapiRules::text);
        optional(value, where, "platform", &XapiRules::text);
        optional(value, where, "language", &XapiRules::language);
    }
    void around(const Value& value, const std::string& where) {
        onlyKeys(value, where, {"parent", "category", "grouping", "other"});
        for (const auto& [key, list] : value.entries) {
            if (list.kind != Kind::List || list.items.empty()) found(where + "." + key, "no list of activities");
            for (const auto& one : list.items)
                activity(one, where + "." + key);
        }
    }

    std::vector<std::string> m_found;
};

} // namespace fledgling::app::test
