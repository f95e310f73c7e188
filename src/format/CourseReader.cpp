#include "format/CourseReader.h"

#include "domain/Text.h"
#include "domain/Attendance.h"
#include "domain/QuizLanguage.h"
#include "format/CourseSections.h"
#include "format/quiz/Gift.h"
#include "format/PackageName.h"
#include "format/Utf8.h"

#include <algorithm>

namespace fledgling::format {

using namespace domain;

namespace {

const std::vector<std::string> TOP_KEYS{
    "id",     "version",   "language",    "title",       "posts",      "hours",       "working_week", "days",
    "skills", "mentoring", "assessments", "chat_review", "attendance", "acknowledge", "readiness"};

class Reader {
public:
    explicit Reader(const FileTree& tree) : m_tree(tree) {}

    CourseReading read() {
        readBanks();
        const std::string* bytes = m_tree.find(COURSE_FILE);
        if (!bytes) tell(ProblemKind::CourseFileMissing, "");
        const auto text = bytes ? textOf(*bytes, COURSE_FILE, m_reading.problems) : std::nullopt;
        Course course;
        if (text) readTop(*text, course);
        checkSizes();
        if (!hasErrors(m_reading.problems)) m_reading.course = std::move(course);
        sortProblems(m_reading.problems);
        return std::move(m_reading);
    }

private:
    void tell(ProblemKind kind, const std::string& file, std::vector<std::string> arguments = {}) {
        m_reading.problems.push_back({kind, file, 0, 0, std::move(arguments)});
    }

    void readBanks() {
        for (const auto& [path, bytes] : m_tree.files()) {
            if (!domain::lowerAscii(path).ends_with(".gift")) continue;
            const auto before = m_reading.problems.size();
            if (const auto text = textOf(bytes, path, m_reading.problems)) {
                auto gift = readGift(*text, path);
                m_reading.problems.insert(m_reading.problems.end(), gift.problems.begin(),
                                          gift.problems.end());
                m_reading.banks[path] = std::move(gift.bank);
            }
            const Problems fresh(m_reading.problems.begin() + static_cast<std::ptrdiff_t>(before),
                                 m_reading.problems.end());
            if (hasErrors(fresh)) m_brokenBanks.insert(path);
        }
    }

    /// A bank in two languages is one bank.
    void compareBanks(const std::string& language) {
        for (const auto& [path, bank] : m_reading.banks)
            for (const auto& [tag, other] : variantPaths(m_tree, path)) {
                if (tag == language) tell(ProblemKind::OwnLanguageFile, other, {other, path});
                if (!m_reading.banks.contains(other) || m_brokenBanks.contains(other) ||
                    m_brokenBanks.contains(path))
                    continue;
                const auto here = m_reading.banks.at(other).drawable(), there = bank.drawable();
                if (here != there)
                    tell(ProblemKind::QuizLanguagesDiffer, other,
                         {path, std::to_string(here), std::to_string(there)});
                compareKeys(path, bank, other);
            }
    }

    void compareKeys(const std::string& path, const domain::QuizBank& bank, const std::string& other) {
        const auto& there = m_reading.banks.at(other);
        const auto keys = domain::questionKeys(bank);
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (bank.questions[i].id == keys[i] && domain::questionOf(there, keys[i]) &&
                !domain::inLanguage(bank.questions[i], keys[i], there))
                tell(ProblemKind::QuizKeysDiffer, other, {path, keys[i]});
    }

    /// The tree may come from anywhere; its bounds are those of a package.
    void checkSizes() {
        const auto problems = checkTree(m_tree.files());
        m_reading.problems.insert(m_reading.problems.end(), problems.begin(), problems.end());
    }

    void readTop(const std::string& text, Course& course) {
        auto yaml = readYaml(text, COURSE_FILE);
        m_reading.problems.insert(m_reading.problems.end(), yaml.problems.begin(), yaml.problems.end());
        YamlNode nothing;
        nothing.kind = YamlNode::Kind::Map;
        nothing.line = nothing.column = 1;
        if (!yaml.root && !yaml.problems.empty() && yaml.leftOut.empty()) return;
        const YamlNode& root = yaml.root ? *yaml.root : nothing;
        FieldsOf of{COURSE_FILE, m_reading.problems, m_tree, course.language, std::move(yaml.leftOut)};
        Fields top(of, root, "the course", TOP_KEYS);
        if (!top.isMap()) return;
        readIdentity(of, top, course);
        readHours(of, top, course);
        readDays(of, top, course);
        compareBanks(course.language);
        CourseParts parts{
            course, of, m_reading.banks, m_brokenBanks, Ids(of, "skill"), Ids(of, "assessment")};
        readSkills(parts, top);
        readAssessments(parts, top);
        readMentoring(parts, top);
        readChatReview(parts, top);
        readAttendance(parts, top);
        readRules(of, top, course);
        readReadiness(parts, top);
    }

    static void readIdentity(FieldsOf& of, Fields& top, Course& course) {
        if (const YamlNode* language = top.find("language")) {
            const auto tag = top.text("language", false);
            if (isLanguage(tag))
                course.language = of.language = tag;
            else if (!tag.empty())
                of.problem(ProblemKind::NotLanguage, *language, {tag});
        }
        course.id = top.id("id");
        course.version = top.text("version", true);
        const bool fits = course.version.size() <= 32 &&
                          std::all_of(course.version.begin(), course.version.end(), [](char c) {
                              return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                                     (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
                          });
        if (!fits) of.problem(ProblemKind::NotVersion, *top.find("version"), {course.version});
        course.title = top.localText("title", true);
        const auto posts = top.words("posts", allPosts());
        course.posts = {posts.begin(), posts.end()};
        if (!top.find("posts"))
            course.posts = {allPosts().begin(), allPosts().end()};
        else if (posts.empty() && top.find("posts")->kind == YamlNode::Kind::List &&
                 top.find("posts")->items.empty())
            of.problem(ProblemKind::ListEmpty, *top.find("posts"), {"posts"});
    }

    static void readHours(FieldsOf& of, Fields& top, Course& course) {
        if (const YamlNode* node = top.find("hours")) {
            Fields hours(of, *node, "hours", {"morning", "afternoon"});
            course.morning = hours.span("morning").value_or(course.morning);
            course.afternoon = hours.span("afternoon").value_or(course.afternoon);
            if (course.morning.overlaps(course.afternoon)) of.problem(ProblemKind::HoursOverlap, *node);
        }
        if (const YamlNode* node = top.find("working_week")) {
            static const std::vector<Weekday> week{Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu,
                                                   Weekday::Fri, Weekday::Sat, Weekday::Sun};
            const auto days = top.words("working_week", week);
            course.workingWeek = {days.begin(), days.end()};
            if (node->kind == YamlNode::Kind::List && node->items.empty())
                of.problem(ProblemKind::ListEmpty, *node, {"working_week"});
        }
    }

    void readDays(FieldsOf& of, Fields& top, Course& course) {
        Ids ids(of, "session");
        for (const YamlNode* node : top.list("days", true)) {
            Fields fields(of, *node, "a day", {"title", "sessions"});
            if (!fields.isMap()) continue;
            CourseDay day;
            day.title = fields.localText("title", false);
            std::vector<const YamlNode*> nodes;
            for (const YamlNode* one : fields.list("sessions", true))
                if (readSession(of, *one, ids, course, day)) nodes.push_back(one);
            checkOverlaps(of, course, day, nodes);
            course.days.push_back(std::move(day));
        }
    }

    bool readSession(FieldsOf& of, const YamlNode& node, Ids& ids, const Course& course, CourseDay& day) {
        Fields fields(
            of, node, "a session",
            {"id", "when", "kind", "file", "hours", "title", "lecturer", "minutes", "films", "watch", "exercises",
             "materials"});
        if (!fields.isMap()) return false;
        CourseSession session;
        session.id = fields.id("id");
        ids.add(session.id, node);
        const auto when =
            fields.word("when", true, std::vector<HalfDay>{HalfDay::Morning, HalfDay::Afternoon});
        session.when = when.value_or(HalfDay::Morning);
        const std::vector<SessionKind> kinds{SessionKind::Classroom, SessionKind::Shadowing,
                                             SessionKind::Demonstration, SessionKind::Assessment};
        session.kind = fields.word("kind", false, kinds).value_or(SessionKind::Classroom);
        session.hours = fields.span("hours");
        session.file = fields.path("file", true);
        const bool fresh = session.file.empty() || isFreshFile(of, session.file, *fields.find("file"));
        auto text = TextReader(m_tree, course.language, m_reading.problems)
                        .session(fresh ? session.file : "", fields, of);
        session.title = std::move(text.title);
        session.lecturer = std::move(text.lecturer);
        session.films = std::move(text.films);
        session.materials = std::move(text.materials);
        session.watchPercent = text.watchPercent;
        session.exercises = std::move(text.exercises);
        session.body = std::move(text.body);
        if (text.minutes) session.minutes = Minutes(*text.minutes);
        if (when) warnOfMinutes(course, session, text);
        if (!text.quizzes.empty() && !session.id.empty())
            m_reading.quizzes[session.id] = std::move(text.quizzes);
        day.sessions.push_back(std::move(session));
        return when.has_value();
    }

    bool isFreshFile(FieldsOf& of, const std::string& path, const YamlNode& where) {
        const auto [first, isNew] = m_textFiles.emplace(path, where.line);
        if (!isNew) of.problem(ProblemKind::FileTwice, where, {path, std::to_string(first->second)});
        return isNew;
    }

    void warnOfMinutes(const Course& course, const CourseSession& session, const SessionText& text) {
        const auto has = course.hoursOf(session).minutes();
        if (!session.minutes || session.minutes->count() <= has) return;
        m_reading.problems.push_back({ProblemKind::MinutesTooMany,
                                      text.minutesFile,
                                      text.minutesLine,
                                      text.minutesColumn,
                                      {std::to_string(session.minutes->count()), std::to_string(has)}});
    }

    /// Only sessions whose half day is known are in `nodes`; without all of them nothing can be said.
    static void checkOverlaps(FieldsOf& of, const Course& course, const CourseDay& day,
                              const std::vector<const YamlNode*>& nodes) {
        if (nodes.size() != day.sessions.size()) return;
        for (std::size_t later = 1; later < day.sessions.size(); ++later)
            for (std::size_t earlier = 0; earlier < later; ++earlier) {
                const auto hours = course.hoursOf(day.sessions[earlier]);
                if (!hours.overlaps(course.hoursOf(day.sessions[later]))) continue;
                of.problem(ProblemKind::SessionsOverlap, *nodes[later],
                           {day.sessions[later].id, day.sessions[earlier].id, hours.text()});
            }
    }

    void readRules(FieldsOf& of, Fields& top, Course& course) {
        for (const YamlNode* node : top.list("acknowledge", false)) {
            const auto path = pathAt(of, "acknowledge", *node);
            if (!path || !isFreshFile(of, *path, *node)) continue;
            course.acknowledge.push_back(TextReader(m_tree, course.language, m_reading.problems).rule(*path));
        }
    }

    const FileTree& m_tree;
    CourseReading m_reading;
    std::set<std::string> m_brokenBanks;
    std::map<std::string, int> m_textFiles; ///< with the line that named them first
};

} // namespace

CourseReading readCourse(const FileTree& tree) { return Reader(tree).read(); }

CourseReading readCourse(const PackageReading& package) {
    if (package.files) return readCourse(*package.files);
    CourseReading reading;
    reading.problems = package.problems;
    return reading;
}

} // namespace fledgling::format
