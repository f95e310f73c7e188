#include "app/history/BookValues.h"

#include "app/history/BookWords.h"
#include "domain/Text.h"

namespace fledgling::app {

std::string valueInWords(const std::string& table, const std::string& field, const std::string& value,
                         const std::function<std::string(const std::string&)>& title, const Tongue& tr) {
    if (field == "course_session" || field == "rule_file") return title(value);
    const bool list = field == "practised" || field == "unmet";
    if (!list || value == "–") return wordForValue(table, field, value, tr);
    std::vector<std::string> titles;
    for (const auto& part : domain::split(value, ','))
        titles.push_back(title(part));
    return domain::joined(titles, tr(", "));
}

} // namespace fledgling::app
