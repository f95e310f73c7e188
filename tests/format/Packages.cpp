#include "format/Packages.h"

#include <gtest/gtest.h>

namespace fledgling::test {

namespace {

const char* const COURSE = R"(id: tiny
version: "1"
title: {zh-CN: 小课程, en: A tiny course}
hours: {morning: "07:00-11:30", afternoon: "13:00-16:00"}
days:
  - title: 第一天
    sessions:
      - {id: d1-am, when: morning, file: sessions/one.md}
      - {id: d1-pm, when: afternoon, kind: shadowing, file: sessions/two.md}
skills:
  - {id: greeting, title: 问候, need: alone}
  - {id: closing, title: 结束语, need: helped, posts: [agent]}
mentoring: {days: 5, log: daily}
assessments:
  - {id: final, kind: quiz, bank: quizzes/final.gift, draw: 2, pass: 80%, attempts: 2, minutes: 30}
  - id: desk
    kind: practical
    scale: [未达标, 达标]
    items:
      - {id: greet, title: 问候}
      - {id: privacy, title: 保密}
    critical: [privacy]
chat_review:
  per_day: 20
  fails_cost_point: 4
  tiers:
    - {below: 20, effect: 扣五十元}
  criteria:
    - {id: greeting, title: 问候}
attendance:
  make_up: required
  consequences:
    - {status: late, from: 2026-01-01, text: 二十元}
acknowledge: [rules/conduct.md]
readiness:
  - {id: attended, measure: sessions_done, at_least: 100%}
  - {id: signed, measure: skills_signed, skills: [greeting]}
  - {id: quiz, measure: assessment_passed, assessment: final}
  - {id: chats, measure: chat_points, at_least: 20, posts: [agent]}
)";

} // namespace

format::FileTree goodPackage() {
    return format::FileTree(
        {{"course.yaml", COURSE},
         {"sessions/one.md",
          "---\ntitle: 第一课\nminutes: 240\n---\n\n# 第一课\n\n正文 ![图](../media/a.png)\n"},
         {"sessions/one.en.md", "---\ntitle: First lesson\n---\n\nText.\n"},
         {"sessions/two.md", "# 第二课\n\n跟随。\n\n## 小测\n\n1. 几秒？\n   - [x] 60\n   - [ ] 120\n"},
         {"rules/conduct.md", "# 行为规范\n\n守时。\n"},
         {"quizzes/final.gift", "一 {T}\n\n二 {=甲 ~乙}\n"},
         {"media/a.png", "\x89PNG"}});
}

format::FileTree withCourse(const std::string& old, const std::string& now) {
    std::string text = COURSE;
    const auto at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    if (at != std::string::npos) text.replace(at, old.size(), now);
    return withFile("course.yaml", text);
}

format::FileTree withFile(const std::string& path, const std::string& text) {
    auto tree = goodPackage();
    tree.put(path, text);
    return tree;
}

std::vector<std::string> told(const format::Problems& problems) {
    std::vector<std::string> all;
    for (const auto& problem : problems)
        all.push_back(problem.text());
    return all;
}

std::vector<std::string> told(const format::FileTree& tree) {
    const auto reading = format::readCourse(tree);
    EXPECT_EQ(reading.ok(), !format::hasErrors(reading.problems));
    return told(reading.problems);
}

} // namespace fledgling::test
