#include "domain/Text.h"
#include "domain/chats/Conversation.h"

#include <algorithm>
#include <array>

namespace fledgling::domain {

namespace {

/// Fewer digits name nobody: an amount, a time, a denomination.
constexpr std::size_t TELLING_DIGITS = 6;
constexpr const char* STARS = "***";

bool isWord(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.' ||
           c == '-' || c == '+';
}

/// Full-width ones too: a number written so is a number.
bool tells(char c) { return isWord(c) || c == '@'; }

/// Rows of digits, with a blank or hyphen between two of them at most.
std::string withoutNumbers(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i, digits = 0;
        while (end < text.size()) {
            if (isDigit(text[end]))
                ++digits, ++end;
            else if (digits > 0 && end + 1 < text.size() && (text[end] == ' ' || text[end] == '-') &&
                     isDigit(text[end + 1]))
                ++end;
            else
                break;
        }
        if (digits >= TELLING_DIGITS)
            out += STARS;
        else if (digits > 0)
            out += text.substr(i, end - i);
        else
            out += text[i], ++end;
        i = end;
    }
    return out;
}

std::string withoutMail(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto sign = text.find('@', at);
        if (sign == std::string::npos) return out + text.substr(at);
        std::size_t from = sign, to = sign + 1;
        while (from > at && isWord(text[from - 1]))
            --from;
        while (to < text.size() && isWord(text[to]))
            ++to;
        const bool mail = from < sign && text.substr(sign, to - sign).find('.') != std::string::npos;
        // What follows a sign that makes no address may stand before the next sign, which does.
        out += mail ? text.substr(at, from - at) + STARS : text.substr(at, sign + 1 - at);
        at = mail ? to : sign + 1;
    }
    return out;
}

/// What follows a word for an account, up to the next character no account has.
std::string withoutAccounts(const std::string& text) {
    static constexpr std::array WORDS{"账号", "帐号", "账户",    "帐户",    "微信号", "微信",
                                      "QQ",   "qq",   "account", "Account", "WeChat", "wechat"};
    static constexpr std::array BETWEEN{" ", ":", "：", "是", "号", "为", "is ", "no.", "number "};
    std::string out = text;
    for (const std::string word : WORDS) {
        for (auto at = out.find(word); at != std::string::npos; at = out.find(word, at)) {
            at += word.size();
            for (bool on = true; on;) {
                on = false;
                for (const std::string between : BETWEEN)
                    if (out.compare(at, between.size(), between) == 0) at += between.size(), on = true;
            }
            std::size_t end = at;
            while (end < out.size() && isWord(out[end]))
                ++end;
            const auto holds = [&](auto telling) {
                return std::any_of(out.begin() + static_cast<std::ptrdiff_t>(at),
                                   out.begin() + static_cast<std::ptrdiff_t>(end), telling);
            };
            // A word alone ("account blocked") is no account; one with a digit in it is.
            if (end - at >= 4 && holds(isDigit)) out.replace(at, end - at, STARS);
        }
    }
    return out;
}

} // namespace

std::string masked(const std::string& text, const std::set<std::string>& names) {
    std::string out = halfWidth(text, tells);
    for (const auto& name : names) {
        if (lengthOf(name) < 2) continue;
        for (auto at = out.find(name); at != std::string::npos; at = out.find(name, at + 3))
            out.replace(at, name.size(), STARS);
    }
    return withoutNumbers(withoutAccounts(withoutMail(out)));
}

std::string maskedId(const Conversation& chat) {
    const std::string& id = chat.id;
    const std::string iso = chat.day.iso();
    std::string row = iso;
    std::erase(row, '-');
    for (const auto& day : {row, iso}) {
        const auto from = id.find(day);
        if (from == std::string::npos) continue;
        const auto to = from + day.size();
        if ((from > 0 && isDigit(id[from - 1])) || (to < id.size() && isDigit(id[to]))) continue;
        return masked(id.substr(0, from), {}) + day + masked(id.substr(to), {});
    }
    return masked(id, {});
}

Conversation masked(Conversation chat, const std::set<std::string>& names) {
    for (auto& line : chat.lines)
        line.text = masked(line.text, names);
    return chat;
}

} // namespace fledgling::domain
