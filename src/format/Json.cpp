#include "format/Json.h"

#include "format/FormatError.h"

#include <Poco/Exception.h>
#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/ParseHandler.h>
#include <Poco/JSON/Parser.h>

#include <charconv>
#include <set>
#include <vector>

namespace fledgling::format {

namespace {

constexpr std::size_t DEEPEST = 32;

/// Poco keeps the last of two equal keys in silence; we say so.
class StrictHandler : public Poco::JSON::ParseHandler {
public:
    explicit StrictHandler(std::string fileName) : m_file(std::move(fileName)) {}
    void startObject() override {
        m_keys.emplace_back();
        ParseHandler::startObject();
    }
    void endObject() override {
        m_keys.pop_back();
        ParseHandler::endObject();
    }
    void key(const std::string& name) override {
        if (!m_keys.back().insert(name).second) throw FormatError(Fault::JsonKeyTwice, m_file, 0, 0, name);
        ParseHandler::key(name);
    }

private:
    std::string m_file;
    std::vector<std::set<std::string>> m_keys;
};

JsonValue valueOf(const Poco::Dynamic::Var& from) {
    JsonValue value;
    if (from.type() == typeid(Poco::JSON::Object::Ptr)) {
        value.kind = JsonValue::Kind::Object;
        for (const auto& [key, one] : *from.extract<Poco::JSON::Object::Ptr>())
            value.entries.emplace_back(key, valueOf(one));
    } else if (from.type() == typeid(Poco::JSON::Array::Ptr)) {
        value.kind = JsonValue::Kind::List;
        for (const auto& one : *from.extract<Poco::JSON::Array::Ptr>())
            value.items.push_back(valueOf(one));
    } else if (from.isBoolean()) {
        value.kind = JsonValue::Kind::Flag;
        value.flag = from.extract<bool>();
    } else if (from.isString() || from.isNumeric()) {
        value.kind = from.isString() ? JsonValue::Kind::Text : JsonValue::Kind::Number;
        value.text = from.toString();
    }
    return value;
}

} // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
    for (const auto& [name, value] : entries)
        if (name == key) return &value;
    return nullptr;
}

std::optional<std::string> JsonValue::textAt(std::string_view key) const {
    const auto* value = find(key);
    return value && value->kind == Kind::Text ? std::optional(value->text) : std::nullopt;
}

std::optional<bool> JsonValue::flagAt(std::string_view key) const {
    const auto* value = find(key);
    return value && value->kind == Kind::Flag ? std::optional(value->flag) : std::nullopt;
}

std::optional<int> JsonValue::numberAt(std::string_view key) const {
    const auto* value = find(key);
    if (!value || value->kind != Kind::Number) return std::nullopt;
    int number = 0;
    const auto* last = value->text.data() + value->text.size();
    const auto [end, error] = std::from_chars(value->text.data(), last, number);
    return error == std::errc() && end == last ? std::optional(number) : std::nullopt;
}

const JsonValue* JsonValue::listAt(std::string_view key) const {
    const auto* value = find(key);
    return value && value->kind == Kind::List ? value : nullptr;
}

JsonValue jsonOf(std::string_view text, const std::string& fileName) {
    try {
        Poco::JSON::Handler::Ptr handler = new StrictHandler(fileName);
        Poco::JSON::Parser parser(handler);
        parser.setDepth(DEEPEST);
        return valueOf(parser.parse(std::string(text)));
    } catch (const Poco::Exception&) {
        throw FormatError(Fault::JsonBroken, fileName);
    }
}

} // namespace fledgling::format
