#include "store/quiz/ResponseText.h"

#include "domain/Text.h"

#include <charconv>

namespace fledgling::store {

using namespace domain;

namespace {

std::string escaped(const std::string& text) {
    std::string all;
    for (const char c : text) {
        if (c == '\\')
            all += "\\\\";
        else if (c == '\n')
            all += "\\n";
        else
            all += c;
    }
    return all;
}

std::string unescaped(const std::string& text) {
    std::string all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            ++i;
            all += text[i] == 'n' ? '\n' : text[i];
        } else {
            all += text[i];
        }
    }
    return all;
}

struct Writer {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(bool truth) const { return truth ? "is:true" : "is:false"; }
    std::string operator()(const std::vector<std::size_t>& places) const {
        std::string all = "at:";
        for (const std::size_t place : places)
            all += (all.size() > 3 ? "," : "") + std::to_string(place);
        return all;
    }
    std::string operator()(const std::string& typed) const { return "text:" + typed; }
    std::string operator()(const std::vector<std::string>& names) const {
        // Not joined(): a first partner left open must keep its line.
        std::string all = "with:";
        for (std::size_t at = 0; at < names.size(); ++at)
            all += (at > 0 ? "\n" : "") + escaped(names[at]);
        return all;
    }
};

std::vector<std::size_t> placesIn(const std::string& list) {
    std::vector<std::size_t> places;
    if (list.empty()) return places;
    for (const auto& part : split(list, ',')) {
        std::size_t place = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), place);
        if (error == std::errc() && end == part.data() + part.size()) places.push_back(place);
    }
    return places;
}

} // namespace

std::string textOf(const Response& response) { return std::visit(Writer{}, response); }

Response responseOf(const std::string& text) {
    const auto colon = text.find(':');
    if (colon == std::string::npos) return {};
    const std::string kind = text.substr(0, colon), rest = text.substr(colon + 1);
    if (kind == "is") return rest == "true";
    if (kind == "at") return placesIn(rest);
    if (kind == "text") return rest;
    if (kind != "with") return {};
    if (rest.empty()) return std::vector<std::string>{""};
    std::vector<std::string> names;
    for (const auto& line : split(rest, '\n'))
        names.push_back(unescaped(line));
    return names;
}

} // namespace fledgling::store
