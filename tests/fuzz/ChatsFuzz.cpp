#include "Require.h"
#include "domain/chats/ChatSample.h"
#include "format/FormatError.h"
#include "format/chats/ChatFiles.h"

#include <cstdint>

using namespace fledgling;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const auto file = format::chatsOf({reinterpret_cast<const char*>(data), size}, "chats");
        std::vector<domain::Conversation> chats;
        for (const auto& [chat, customer] : file.chats) {
            for (std::size_t i = 1; i < chat.lines.size(); ++i)
                fuzz::require(chat.lines[i - 1].at <= chat.lines[i].at, "lines are in the order of time");
            const auto hidden = domain::masked(chat, {customer});
            fuzz::require(hidden.lines.size() == chat.lines.size(), "masking keeps every line");
            static_cast<void>(domain::longestGap(chat));
            chats.push_back(chat);
        }
        const auto sample = domain::drawSample(chats, 20, 1);
        fuzz::require(sample.drawn.size() + sample.leftOut.size() == chats.size(),
                      "every chat is drawn or left out");
    } catch (const format::FormatError&) {
    }
    return 0;
}
