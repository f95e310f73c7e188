#include "format/CalendarCollector.h"
#include "format/CalendarFiles.h"
#include "format/FormatError.h"

#include <Poco/Exception.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/ParseHandler.h>
#include <Poco/JSON/Parser.h>

#include <optional>

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

Poco::JSON::Object::Ptr parsed(std::string_view text, const std::string& fileName) {
    try {
        Poco::JSON::Handler::Ptr handler = new StrictHandler(fileName);
        Poco::JSON::Parser parser(handler);
        parser.setDepth(DEEPEST);
        const auto value = parser.parse(std::string(text));
        if (value.type() == typeid(Poco::JSON::Object::Ptr)) return value.extract<Poco::JSON::Object::Ptr>();
    } catch (const Poco::Exception&) {
        throw FormatError(Fault::JsonBroken, fileName);
    }
    throw FormatError(Fault::NotACalendar, fileName);
}

std::optional<std::string> text(const Poco::JSON::Object& object, const std::string& key) {
    const auto value = object.get(key);
    return value.isString() ? std::optional(value.extract<std::string>()) : std::nullopt;
}

std::optional<bool> flag(const Poco::JSON::Object& object, const std::string& key) {
    const auto value = object.get(key);
    return value.isBoolean() ? std::optional(value.extract<bool>()) : std::nullopt;
}

int yearOf(const Poco::JSON::Object& object, const std::string& fileName) {
    const auto value = object.get("year");
    int year = 0;
    try {
        if (value.isInteger()) year = value.convert<int>();
    } catch (const Poco::Exception&) {
        year = 0;
    }
    if (year < 1900 || year > 2199) throw FormatError(Fault::YearMissing, fileName);
    return year;
}

void addEntry(CalendarCollector& into, const Poco::JSON::Object::Ptr& entry, int number) {
    if (!entry) return into.bad(number, "", EventFault::EntryIncomplete);
    const auto name = text(*entry, "name"), date = text(*entry, "date");
    const auto off = flag(*entry, "isOffDay");
    if (!name || !date || !off) return into.bad(number, name.value_or(""), EventFault::EntryIncomplete);
    const auto day = domain::Date::parse(*date);
    if (!day) return into.bad(number, *name, EventFault::DateUnreadable);
    into.add(*day, !*off, *name, number);
}

} // namespace

CalendarFile jsonCalendar(std::string_view utf8, const std::string& fileName) {
    const auto object = parsed(utf8, fileName);
    CalendarCollector collector;
    collector.year(yearOf(*object, fileName));
    const auto days = object->getArray("days");
    if (!days) throw FormatError(Fault::NotACalendar, fileName);
    for (unsigned i = 0; i < days->size(); ++i)
        addEntry(collector, days->getObject(i), static_cast<int>(i + 1));
    return std::move(collector).finished();
}

} // namespace fledgling::format
