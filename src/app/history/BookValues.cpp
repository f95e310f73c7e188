#include "app/history/BookValues.h"

#include "app/history/BookWords.h"
#include "domain/Text.h"
#include "domain/chats/ChatReview.h"

namespace fledgling::app {

bool holdsList(const std::string& table, const std::string& field) {
    return field == "practised" || field == "unmet" || (table == "common_answer" && field == "problems");
}

std::string valueInWords(const std::string& table, const std::string& field, const std::string& value,
                         const std::function<std::string(const std::string&)>& title, const Tongue& tr) {
    if (field == "course" || field == "course_session" || field == "rule_file") return title(value);
    if (!holdsList(table, field) || value == "–") return wordForValue(table, field, value, tr);
    std::vector<std::string> titles;
    for (const auto& part : domain::split(value, ','))
        titles.push_back(title(part));
    return domain::joined(titles, tr(", "));
}

std::string valueInWords(const BookKey& of, const std::string& field, const std::string& value, BookNames& names, const Tongue& tr,
                         const std::function<std::string(const std::string&)>& title) {
    if (of.table == "quiz_answer" && field == "response")
        if (auto answer = names.answer(of.key, value)) return *answer;
    const auto known = [&](const std::string& id) { return title ? title(id) : names.title(id); };
    return valueInWords(of.table, field, value, known, tr);
}

std::optional<std::string> saidAlone(const std::string& table, const std::string& field, const std::string& value, const Tongue& tr) {
    if (table != "mark" || field != "minutes") return std::nullopt;
    return filled(tr("{0} min"), {value});
}

std::string keyInWords(const std::string& column, const std::string& text, BookNames& names, const Tongue& tr) {
    if (column == "chat") return filled(tr("chat {0}"), {text});
    if (column == "attempt") return filled(tr("attempt {0}"), {text});
    if (column == "criterion" && text == domain::FIRST_REPLY) return tr("first reply");
    if (const auto day = domain::Date::parse(text)) return longDate(*day, tr);
    return names.part(column, text);
}

} // namespace fledgling::app
