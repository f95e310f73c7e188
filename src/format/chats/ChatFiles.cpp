#include "format/chats/ChatFiles.h"

#include "domain/Text.h"
#include "format/Encoding.h"
#include "format/Json.h"
#include "format/Table.h"
#include "format/chats/ChatParts.h"

#include <array>

namespace fledgling::format {

using namespace domain;

namespace {

// ---- the plain form

constexpr std::string_view BEGIN = "===";

/// "agent: 00021" with a half- or full-width colon; nothing where there is none.
std::optional<std::pair<std::string, std::string>> field(const std::string& line) {
    std::size_t at = line.find(':'), length = 1;
    if (const auto wide = line.find("：");
        wide != std::string::npos && (at == std::string::npos || wide < at))
        at = wide, length = 3;
    if (at == std::string::npos) return std::nullopt;
    return std::pair(trimmed(line.substr(0, at)), trimmed(line.substr(at + length)));
}

enum class Heading { Chat, Agent, Customer, Day, Time, Speaker, Text };

std::optional<Heading> headingOf(const std::string& word) {
    struct Known {
        std::string_view word;
        Heading heading;
    };
    static constexpr std::array<Known, 32> WORDS{
        {{"chat", Heading::Chat},       {"chat id", Heading::Chat},       {"session", Heading::Chat},
         {"聊天", Heading::Chat},       {"聊天编号", Heading::Chat},
         {"会话", Heading::Chat},       {"会话编号", Heading::Chat},      {"会话ID", Heading::Chat},
         {"agent", Heading::Agent},     {"客服", Heading::Agent},         {"工号", Heading::Agent},
         {"坐席", Heading::Agent},      {"staff number", Heading::Agent}, {"customer", Heading::Customer},
         {"客户", Heading::Customer},   {"客户姓名", Heading::Customer},  {"客户名称", Heading::Customer},
         {"day", Heading::Day},         {"date", Heading::Day},           {"日期", Heading::Day},
         {"time", Heading::Time},       {"时间", Heading::Time},          {"发送时间", Heading::Time},
         {"speaker", Heading::Speaker}, {"from", Heading::Speaker},       {"role", Heading::Speaker},
         {"发言人", Heading::Speaker},  {"发送人", Heading::Speaker},     {"text", Heading::Text},
         {"message", Heading::Text},    {"内容", Heading::Text},          {"消息内容", Heading::Text}}};
    const std::string lower = domain::lowerAscii(trimmed(word));
    for (const auto& one : WORDS)
        if (one.word == lower || one.word == trimmed(word)) return one.heading;
    return std::nullopt;
}

/// A line of the head of a chat; false when it is none.
bool readHead(ChatCollector& chats, const std::string& id, const std::string& line) {
    const auto found = field(line);
    const auto heading = found ? headingOf(found->first) : std::nullopt;
    if (heading == Heading::Agent) return chats.describe(id, found->second, {}, ""), true;
    if (heading == Heading::Customer) return chats.describe(id, "", {}, found->second), true;
    if (heading == Heading::Day) return chats.describe(id, "", chatDayOf(found->second), ""), true;
    return false;
}

/// "09:00:05 客户: 在吗", with or without a day before the time.
struct Said {
    std::string moment, speaker, text;
};
std::optional<Said> said(const std::string& line) {
    for (auto blank = line.find(' '); blank != std::string::npos; blank = line.find(' ', blank + 1)) {
        const auto moment = line.substr(0, blank);
        if (!momentOf(moment)) continue;
        const auto rest = field(line.substr(blank + 1));
        if (!rest) return Said{moment, trimmed(line.substr(blank + 1)), ""};
        return Said{moment, rest->first, rest->second};
    }
    return std::nullopt;
}

ChatFile readPlain(const std::string& text) {
    ChatCollector chats;
    std::string id;
    bool head = false;
    int number = 0;
    for (auto line : split(text, '\n')) {
        ++number;
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.starts_with(BEGIN)) {
            id = trimmed(line.substr(BEGIN.size()));
            if (id.empty()) id = "#" + std::to_string(number);
            chats.describe(id, "", {}, "");
            head = true;
            continue;
        }
        if (trimmed(line).empty()) continue;
        if (id.empty()) {
            chats.problem(ChatFault::LineOutside, number, line.substr(0, 60));
            continue;
        }
        if (const auto one = said(line)) {
            head = false;
            chats.add(id, one->moment, one->speaker, one->text, number);
        } else if (!head || !readHead(chats, id, line)) {
            head ? chats.problem(ChatFault::NoTime, number, line.substr(0, 60))
                 : chats.continueLast(id, line);
        }
    }
    return chats.finish();
}

// ---- tables

ChatFile readTable(const Table& table) {
    ChatCollector chats;
    std::map<Heading, std::size_t> columns;
    std::size_t at = 0;
    for (const auto& cell : table.rows.front().cells) {
        if (const auto heading = headingOf(cell)) columns.try_emplace(*heading, at);
        ++at;
    }
    for (const auto& [heading, name] :
         {std::pair(Heading::Chat, "聊天 / chat"), std::pair(Heading::Agent, "工号 / agent"), std::pair(Heading::Time, "时间 / time"),
          std::pair(Heading::Speaker, "发言人 / speaker"), std::pair(Heading::Text, "内容 / text")})
        if (!columns.contains(heading))
            chats.problem(ChatFault::ColumnMissing, table.rows.front().line, name);
    auto file = chats.finish();
    if (!file.problems.empty()) return file;
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        const auto cell = [&](Heading heading) {
            const auto column = columns.find(heading);
            return column == columns.end() || column->second >= row.cells.size()
                       ? std::string()
                       : trimmed(row.cells[column->second]);
        };
        const auto id = cell(Heading::Chat);
        if (id.empty()) {
            chats.problem(ChatFault::LineOutside, row.line, cell(Heading::Text).substr(0, 60));
            continue;
        }
        chats.describe(id, cell(Heading::Agent), chatDayOf(cell(Heading::Day)), cell(Heading::Customer));
        chats.add(id, cell(Heading::Time), cell(Heading::Speaker), cell(Heading::Text), row.line);
    }
    return chats.finish();
}

// ---- JSON

std::string textAt(const JsonValue& object, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        if (const auto* value = object.find(key); value && !value->text.empty()) return value->text;
    return {};
}

const JsonValue* listAt(const JsonValue& object, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        if (const auto* list = object.listAt(key)) return list;
    return nullptr;
}

void readJsonChat(ChatCollector& chats, const JsonValue& one, int number) {
    auto id = textAt(one, {"id", "chat", "聊天编号", "会话编号"});
    if (id.empty()) id = "#" + std::to_string(number);
    chats.describe(id, textAt(one, {"agent", "工号", "客服"}), chatDayOf(textAt(one, {"day", "date", "日期"})),
                   textAt(one, {"customer", "客户"}));
    const auto* lines = listAt(one, {"lines", "messages", "消息"});
    if (!lines) return;
    for (const auto& said : lines->items) {
        const auto time = textAt(said, {"time", "at", "时间"});
        const auto speaker = textAt(said, {"speaker", "from", "role", "发言人"});
        if (time.empty() || speaker.empty())
            chats.problem(ChatFault::EntryIncomplete, number, id);
        else
            chats.add(id, time, speaker, textAt(said, {"text", "content", "内容"}), number);
    }
}

ChatFile readJson(std::string_view text, const std::string& fileName) {
    const auto value = jsonOf(text, fileName);
    const auto* all =
        value.kind == JsonValue::Kind::List ? &value : listAt(value, {"chats", "sessions", "聊天", "会话"});
    if (!all) return {}; // sound, and about something else
    ChatCollector chats;
    int number = 0;
    for (const auto& one : all->items) {
        ++number;
        if (one.kind == JsonValue::Kind::Object)
            readJsonChat(chats, one, number);
        else
            chats.problem(ChatFault::EntryIncomplete, number, "");
    }
    return chats.finish();
}

bool looksLikeTable(const std::string& text) {
    const auto first = text.substr(0, text.find('\n'));
    for (const char separator : {',', ';', '\t'}) {
        int known = 0;
        for (const auto& cell : split(first, separator))
            if (headingOf(cell.size() > 1 && cell.front() == '"' ? cell.substr(1, cell.size() - 2) : cell))
                ++known;
        if (known >= 2) return true;
    }
    return false;
}

} // namespace

ChatFile chatsOf(std::string_view bytes, const std::string& fileName) {
    if (bytes.starts_with("PK")) {
        const auto tables = tablesOf(bytes, fileName);
        for (const auto& table : tables)
            if (!table.rows.empty()) return readTable(table);
        return {};
    }
    const auto text = decoded(bytes, fileName).utf8;
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    if (text[first] == '[' || text[first] == '{') return readJson(text, fileName);
    if (looksLikeTable(text))
        for (const auto& table : tablesOf(bytes, fileName))
            if (!table.rows.empty()) return readTable(table);
    return readPlain(text);
}

} // namespace fledgling::format
