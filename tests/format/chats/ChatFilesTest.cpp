#include "format/chats/ChatFiles.h"

#include "format/FormatError.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace fledgling::format {
namespace {

using domain::Date;
using enum domain::Speaker;

const char* const PLAIN = "=== 会话-17\n"
                          "客服：00021\n"
                          "日期: 2026/11/24\n"
                          "customer: 李雷\n"
                          "09:00:05 李雷: 在吗？\n"
                          "还在吗\n"
                          "09:00:50 客服: 您好\n"
                          "\n"
                          "=== 18\n"
                          "agent: 00021\n"
                          "2026-11-24 23:59:58 customer: hi\n"
                          "2026-11-25 00:00:10 agent: hello: how are you\n";

void expectTheTwo(const ChatFile& file) {
    ASSERT_TRUE(file.problems.empty()) << file.problems.front().subject;
    ASSERT_EQ(file.chats.size(), 2U);
    const auto& first = file.chats[0].chat;
    EXPECT_EQ(first.id, "会话-17");
    EXPECT_EQ(first.agent, "00021");
    EXPECT_EQ(first.day, Date(2026, 11, 24));
    EXPECT_EQ(file.chats[0].customer, "李雷");
    EXPECT_EQ(first.lines.at(0), (domain::ChatLine{32405, Customer, "在吗？ 还在吗"}));
    EXPECT_EQ(first.lines.at(1), (domain::ChatLine{32450, Agent, "您好"}));
    const auto& second = file.chats[1].chat;
    EXPECT_EQ(second.day, Date(2026, 11, 24)) << "the day it began";
    EXPECT_EQ(second.lines.at(1), (domain::ChatLine{86410, Agent, "hello: how are you"}));
}

TEST(ChatFiles, ThePlainForm) { expectTheTwo(chatsOf(PLAIN, "chats.txt")); }

TEST(ChatFiles, ATable) {
    expectTheTwo(chatsOf("会话编号,工号,客户,时间,发言人,内容\r\n"
                         "会话-17,00021,李雷,2026-11-24 09:00:05,客户,在吗？ 还在吗\r\n"
                         "18,00021,,2026-11-24T23:59:58,customer,hi\r\n"
                         "会话-17,00021,李雷,2026-11-24 09:00:50,客服,您好\r\n"
                         "18,00021,,2026-11-25 00:00:10,agent,hello: how are you\r\n",
                         "chats.csv"));
}

TEST(ChatFiles, Json) {
    expectTheTwo(chatsOf(R"({"chats": [
      {"id": "会话-17", "agent": "00021", "day": "2026-11-24", "customer": "李雷", "messages": [
        {"time": "09:00:05", "from": "客户", "content": "在吗？ 还在吗"}, {"time": "09:00:50", "from": "客服", "content": "您好"}]},
      {"id": 18, "agent": "00021", "day": "2026-11-24", "lines": [
        {"time": "23:59:58", "speaker": "customer", "text": "hi"}, {"time": "00:00:10", "speaker": "agent", "text": "hello: how are you"}]}]})",
                         "chats.json"));
}

TEST(ChatFiles, AFaultyLineIsToldAndTheRestIsRead) {
    const auto file =
        chatsOf("stray\n=== 1\nagent: 9\nday: 2026-11-24\n09:00 robot: x\n09:01 agent: y\n=== 2\nagent: "
                "9\n09:00 agent: no day\n=== 3\nday: 2026-11-24\n09:00 customer: whose?\n",
                "f");
    ASSERT_EQ(file.chats.size(), 1U);
    EXPECT_EQ(file.chats[0].chat.lines.size(), 1U);
    ASSERT_EQ(file.problems.size(), 4U);
    EXPECT_EQ(file.problems[0].fault, ChatFault::LineOutside);
    EXPECT_EQ(file.problems[0].line, 1);
    EXPECT_EQ(file.problems[1].fault, ChatFault::UnknownSpeaker);
    EXPECT_EQ(file.problems[1].line, 5);
    EXPECT_EQ(file.problems[1].subject, "robot");
    EXPECT_EQ(file.problems[2].fault, ChatFault::NoDay);
    EXPECT_EQ(file.problems[3].fault, ChatFault::NoAgent);
}

TEST(ChatFiles, ATablesChatsMayBeHeadedAsTheWindowCallsThem) {
    for (const char* heading : {"聊天", "聊天编号", "会话"}) {
        const auto file = chatsOf(heading + std::string(",工号,日期,时间,发言人,内容\n17,00021,2026-11-24,09:00:05,客户,在吗\n"), "f.csv");
        ASSERT_EQ(file.chats.size(), 1U) << heading;
        EXPECT_EQ(file.chats.front().chat.id, "17") << heading;
    }
}

TEST(ChatFiles, WhatCannotBeReadAtAllIsRefused) {
    EXPECT_TRUE(chatsOf("{\"chats\": 5}", "f").chats.empty()) << "sound JSON, but no chats";
    EXPECT_THROW((void)chatsOf("[1, 2", "f"), FormatError);
    const auto table = chatsOf("会话,时间\n1,09:00\n", "f.csv");
    EXPECT_TRUE(table.chats.empty());
    ASSERT_EQ(table.problems.size(), 3U);
    EXPECT_EQ(table.problems[0].fault, ChatFault::ColumnMissing);
    const auto nobodys = chatsOf("chat,time,speaker,text\n1,2026-11-24 09:00,customer,hi\n", "f.csv");
    EXPECT_TRUE(nobodys.chats.empty());
    ASSERT_EQ(nobodys.problems.size(), 1U) << "told once, not for every chat";
    EXPECT_EQ(nobodys.problems[0].subject, "工号 / agent");
    EXPECT_TRUE(chatsOf("", "f").chats.empty());
}

/// The plain form of chats: what reads back the same.
std::string plainChats(const std::vector<FileChat>& chats) {
    constexpr std::int64_t DAY = 24 * 60 * 60;
    std::string text;
    for (const auto& [chat, customer] : chats) {
        text +=
            "=== " + chat.id + "\nagent: " + chat.agent + "\nday: " + chat.day.iso() + "\n";
        if (!customer.empty()) text += "customer: " + customer + "\n";
        for (const auto& line : chat.lines)
            text += chat.day.plusDays(static_cast<int>(line.at / DAY)).iso() + " " + domain::clockText(line.at) +
                    " " + std::string(domain::keyOf(line.speaker)) + ": " + line.text + "\n";
        text += "\n";
    }
    return text;
}

RC_GTEST_PROP(ChatFilesProperty, ThePlainFormReadsBackTheSame, ()) {
    const auto word = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc:.=-0123456789")));
    std::vector<FileChat> chats;
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) {
        FileChat one;
        one.chat.id = "id" + std::to_string(i);
        one.chat.agent = "a" + *word;
        one.chat.day = Date(2026, 11, static_cast<unsigned>(*rc::gen::inRange(1, 28)));
        one.customer = *rc::gen::arbitrary<bool>() ? "c" + *word : "";
        std::int64_t at = 0;
        const int lines = *rc::gen::inRange(1, 5);
        for (int j = 0; j < lines; ++j) {
            at += *rc::gen::inRange(0, 30000);
            one.chat.lines.push_back({at, *rc::gen::element(Customer, Agent, System), "t" + *word});
        }
        // The chat's day is that of its first line.
        const auto days = one.chat.lines.front().at / 86400;
        for (auto& line : one.chat.lines)
            line.at -= days * 86400;
        chats.push_back(std::move(one));
    }
    const auto again = chatsOf(plainChats(chats), "again.txt");
    RC_ASSERT(again.problems.empty());
    RC_ASSERT(again.chats == chats);
}

} // namespace
} // namespace fledgling::format
