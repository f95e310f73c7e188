#include "format/CourseSections.h"

#include "domain/Attendance.h"

#include <algorithm>

namespace fledgling::format {

using namespace domain;

namespace {

std::set<Post> postsOf(Fields& fields) {
    const auto posts = fields.words("posts", allPosts());
    return {posts.begin(), posts.end()};
}

/// Whether what a name points at can be known: its definition may stand in a block that could not be read.
bool isKnowable(const CourseParts& parts, const std::string& block) {
    return !parts.of.leftOut.contains(block);
}

/// How many of the drawn questions come from which category; a category without that many is told.
void readTopics(CourseParts& parts, Fields& fields, Assessment& quiz, const QuizBank* bank) {
    Ids categories(parts.of, "category");
    int drawn = 0;
    for (const YamlNode* node : fields.list("topics", false)) {
        Fields topic(parts.of, *node, "a topic", {"category", "draw"});
        if (!topic.isMap()) continue;
        const std::string category = topic.text("category", true);
        const int draw = topic.must("draw") ? topic.number("draw", 0, 1, 9999) : 0;
        if (category.empty() || draw == 0 || !categories.add(category, *node)) continue;
        quiz.topics[category] = draw;
        drawn += draw;
        const auto in = bank ? static_cast<int>(bank->drawable(category)) : draw;
        if (draw > in)
            parts.of.problem(ProblemKind::DrawTooMany, *topic.find("draw"),
                             {std::to_string(draw), std::to_string(in)});
    }
    if (const YamlNode* draw = fields.find("draw"); draw && quiz.draw > 0 && drawn > quiz.draw)
        parts.of.problem(ProblemKind::OutOfRange, *draw,
                         {"draw", std::to_string(quiz.draw), std::to_string(drawn), "9999"});
}

void readQuiz(CourseParts& parts, Fields& fields, Assessment& quiz) {
    quiz.bank = fields.path("bank", true);
    quiz.draw = fields.number("draw", 0, 0, 9999);
    const auto bank = parts.banks.find(quiz.bank);
    const bool known =
        !quiz.bank.empty() && bank != parts.banks.end() && !parts.brokenBanks.contains(quiz.bank);
    readTopics(parts, fields, quiz, known ? &bank->second : nullptr);
    if (!known) return;
    const auto questions = static_cast<int>(bank->second.drawable());
    if (questions == 0)
        parts.of.problem(ProblemKind::NoQuestions, *fields.find("bank"), {quiz.bank});
    else if (quiz.draw > questions)
        parts.of.problem(ProblemKind::DrawTooMany, *fields.find("draw"),
                         {std::to_string(quiz.draw), std::to_string(questions)});
}

void readScale(CourseParts& parts, Fields& fields, Assessment& practical) {
    for (const YamlNode* item : fields.list("scale", true))
        if (auto step = localTextAt(parts.of, "scale", *item)) practical.scale.push_back(std::move(*step));
    const YamlNode* scale = fields.find("scale");
    if (scale && practical.scale.size() == 1)
        parts.of.problem(ProblemKind::OutOfRange, *scale, {"scale", "1", "2", "99"});
}

void readPractical(CourseParts& parts, Fields& fields, Assessment& practical) {
    readScale(parts, fields, practical);
    Ids items(parts.of, "item");
    for (const YamlNode* node : fields.list("items", true)) {
        Fields item(parts.of, *node, "an item", {"id", "title"});
        if (!item.isMap()) continue;
        PracticalItem one;
        one.id = item.id("id");
        one.title = item.localText("title", true);
        items.add(one.id, *node);
        practical.items.push_back(std::move(one));
    }
    for (const YamlNode* node : fields.list("critical", false)) {
        const auto id = idAt(parts.of, "critical", *node);
        if (!id || !items.knows("critical", *id, *node)) continue;
        for (auto& item : practical.items)
            item.critical = item.critical || item.id == *id;
    }
}

void refuseKeys(CourseParts& parts, Fields& fields, const std::string& kind,
                const std::vector<std::string>& keys) {
    for (const auto& key : keys)
        if (const YamlNode* node = fields.find(key))
            parts.of.problem(ProblemKind::KeyDoesNotFit, *node, {key, kind});
}

const std::vector<MarkKind>& allMarks() {
    static const std::vector<MarkKind> marks{MarkKind::Present, MarkKind::Late, MarkKind::LeftEarly,
                                             MarkKind::OnLeave, MarkKind::Absent};
    return marks;
}

void readStatuses(CourseParts& parts, Fields& fields, AttendanceRules& rules) {
    const YamlNode* node = fields.find("statuses");
    if (!node) return;
    rules.statuses = fields.words("statuses", allMarks());
    for (const MarkKind must : {MarkKind::Present, MarkKind::Absent})
        if (std::find(rules.statuses.begin(), rules.statuses.end(), must) == rules.statuses.end())
            parts.of.problem(ProblemKind::WordMissing, *node, {"statuses", std::string(keyOf(must))});
}

void readConsequences(CourseParts& parts, Fields& fields, AttendanceRules& rules) {
    Ids dated(parts.of, "consequence");
    for (const YamlNode* node : fields.list("consequences", false)) {
        Fields consequence(parts.of, *node, "a consequence", {"status", "from", "text"});
        if (!consequence.isMap()) continue;
        const auto mark = consequence.word("status", true, allMarks());
        const auto from = consequence.date("from");
        auto text = consequence.localText("text", true);
        if (!mark || !from) continue;
        dated.add(std::string(keyOf(*mark)) + " " + from->iso(), *node);
        rules.consequences.push_back({*mark, *from, std::move(text)});
    }
}

/// The words of a key with two values, the first of which is true.
enum class Choice { First, Second };
struct MakeUp {
    Choice choice;
};
struct DailyLog {
    Choice choice;
};
std::string_view keyOf(MakeUp one) { return one.choice == Choice::First ? "required" : "optional"; }
std::string_view keyOf(DailyLog one) { return one.choice == Choice::First ? "daily" : "none"; }

const std::vector<Measure>& allMeasures() {
    static const std::vector<Measure> measures{
        Measure::SessionsDone,   Measure::SkillsSigned,     Measure::DaysMentored, Measure::RulesAcknowledged,
        Measure::MentorAssigned, Measure::AssessmentPassed, Measure::ChatPoints,   Measure::ChatDaysReviewed,
        Measure::EvidenceGiven};
    return measures;
}

int thresholdOf(const CourseParts& parts, Fields& fields, Measure measure) {
    const int points = parts.course.chatReview.points;
    switch (measure) {
    case Measure::SessionsDone:
    case Measure::SkillsSigned:
    case Measure::EvidenceGiven:
    case Measure::RulesAcknowledged: return fields.percent("at_least", 100);
    case Measure::DaysMentored: return fields.number("at_least", parts.course.mentoring.days, 0, 365);
    case Measure::MentorAssigned:
    case Measure::AssessmentPassed: return fields.number("at_least", 1, 1, 1);
    case Measure::ChatPoints:
        return fields.must("at_least") ? fields.number("at_least", points, 0, points) : points;
    case Measure::ChatDaysReviewed: return fields.must("at_least") ? fields.number("at_least", 0, 0, 365) : 0;
    }
    return 0;
}

void readNames(CourseParts& parts, Fields& fields, Criterion& criterion) {
    const std::string measure(keyOf(criterion.measure));
    if (criterion.measure == Measure::AssessmentPassed) {
        const YamlNode* node = fields.must("assessment");
        const auto id = node ? idAt(parts.of, "assessment", *node) : std::nullopt;
        criterion.assessment = id.value_or("");
        if (id && isKnowable(parts, "assessments")) parts.assessments.knows("assessment", *id, *node);
    } else {
        refuseKeys(parts, fields, measure, {"assessment"});
    }
    if (criterion.measure != Measure::SkillsSigned) return refuseKeys(parts, fields, measure, {"skills"});
    for (const YamlNode* node : fields.list("skills", false)) {
        const auto id = idAt(parts.of, "skills", *node);
        if (!id) continue;
        if (isKnowable(parts, "skills")) parts.skills.knows("skills", *id, *node);
        criterion.skills.insert(*id);
    }
}

} // namespace

const std::vector<Post>& allPosts() {
    static const std::vector<Post> posts{Post::Agent, Post::Complaint, Post::Order};
    return posts;
}

void readSkills(CourseParts& parts, Fields& top) {
    for (const YamlNode* node : top.list("skills", false)) {
        Fields fields(parts.of, *node, "a skill", {"id", "title", "about", "need", "posts"});
        if (!fields.isMap()) continue;
        CourseSkill skill;
        skill.id = fields.id("id");
        skill.title = fields.localText("title", true);
        skill.about = fields.localText("about", false);
        const std::vector<SkillLevel> levels{SkillLevel::Shown, SkillLevel::Helped, SkillLevel::Alone};
        skill.need = fields.word("need", false, levels).value_or(SkillLevel::Alone);
        skill.posts = postsOf(fields);
        parts.skills.add(skill.id, *node);
        parts.course.skills.push_back(std::move(skill));
    }
}

void readMentoring(CourseParts& parts, Fields& top) {
    const YamlNode* node = top.find("mentoring");
    if (!node) return;
    Fields fields(parts.of, *node, "mentoring", {"days", "log", "examine", "examine_every_days"});
    auto& mentoring = parts.course.mentoring;
    mentoring.days = fields.number("days", mentoring.days, 0, 365);
    const auto log = fields.word("log", false, std::vector<DailyLog>{{Choice::First}, {Choice::Second}});
    mentoring.dailyLog = !log || log->choice == Choice::First;
    for (const YamlNode* item : fields.list("examine", false)) {
        const auto id = idAt(parts.of, "examine", *item);
        if (!id) continue;
        if (isKnowable(parts, "assessments")) parts.assessments.knows("examine", *id, *item);
        mentoring.examine.push_back(*id);
    }
    mentoring.examineEveryDays = fields.number("examine_every_days", mentoring.examineEveryDays, 1, 3650);
}

void readAssessments(CourseParts& parts, Fields& top) {
    const std::vector<std::string> keys{"id",   "kind", "title",  "pass",  "attempts", "minutes",
                                        "bank", "draw", "topics", "scale", "items",    "critical"};
    for (const YamlNode* node : top.list("assessments", false)) {
        Fields fields(parts.of, *node, "an assessment", keys);
        if (!fields.isMap()) continue;
        Assessment one;
        one.id = fields.id("id");
        const std::vector<AssessmentKind> kinds{AssessmentKind::Quiz, AssessmentKind::Practical};
        const auto kind = fields.word("kind", true, kinds);
        one.kind = kind.value_or(AssessmentKind::Quiz);
        one.title = fields.localText("title", false);
        if (one.title.empty() && !one.id.empty()) one.title.byLanguage[parts.course.language] = one.id;
        one.passPercent = fields.percent("pass", one.passPercent);
        one.attempts = fields.number("attempts", one.attempts, 1, 99);
        one.minutes = fields.number("minutes", one.minutes, 0, 1440);
        if (kind == AssessmentKind::Quiz) {
            readQuiz(parts, fields, one);
            refuseKeys(parts, fields, "quiz", {"scale", "items", "critical"});
        } else if (kind == AssessmentKind::Practical) {
            readPractical(parts, fields, one);
            refuseKeys(parts, fields, "practical", {"bank", "draw", "topics"});
        }
        parts.assessments.add(one.id, *node);
        parts.course.assessments.push_back(std::move(one));
    }
}

void readAttendance(CourseParts& parts, Fields& top) {
    const YamlNode* node = top.find("attendance");
    if (!node) return;
    Fields fields(parts.of, *node, "attendance", {"statuses", "make_up", "consequences"});
    auto& rules = parts.course.attendance;
    readStatuses(parts, fields, rules);
    const auto makeUp = fields.word("make_up", false, std::vector<MakeUp>{{Choice::First}, {Choice::Second}});
    rules.makeUpRequired = !makeUp || makeUp->choice == Choice::First;
    readConsequences(parts, fields, rules);
}

void readReadiness(CourseParts& parts, Fields& top) {
    Ids ids(parts.of, "criterion");
    for (const YamlNode* node : top.list("readiness", false)) {
        Fields fields(parts.of, *node, "a readiness criterion",
                      {"id", "title", "measure", "at_least", "assessment", "skills", "posts"});
        if (!fields.isMap()) continue;
        Criterion one;
        one.id = fields.id("id");
        one.title = fields.localText("title", false);
        if (one.title.empty() && !one.id.empty()) one.title.byLanguage[parts.course.language] = one.id;
        one.posts = postsOf(fields);
        ids.add(one.id, *node);
        if (const auto measure = fields.word("measure", true, allMeasures())) {
            one.measure = *measure;
            one.atLeast = thresholdOf(parts, fields, *measure);
            readNames(parts, fields, one);
        }
        parts.course.readiness.push_back(std::move(one));
    }
}

} // namespace fledgling::format
