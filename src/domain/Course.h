#pragma once

#include "domain/Post.h"
#include "domain/Time.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::domain {

/// One text in several languages ("zh-CN", "en"). A plain text in a course file is the course's own language.
struct LocalText {
    std::map<std::string, std::string> byLanguage;

    /// The text in that language; else in the fallback; else any; else empty.
    [[nodiscard]] const std::string& in(const std::string& language,
                                        const std::string& fallback = "zh-CN") const;
    [[nodiscard]] bool empty() const { return byLanguage.empty(); }
    friend bool operator==(const LocalText&, const LocalText&) = default;
};

/// How much of a film has to be seen where the course doesn't say.
inline constexpr int WATCH_PERCENT = 90;

enum class HalfDay { Morning, Afternoon };
enum class SessionKind { Classroom, Shadowing, Demonstration, Assessment };

/// One thing to do by oneself after a demonstration.
struct CourseExercise {
    std::string id;
    LocalText title;
    friend bool operator==(const CourseExercise&, const CourseExercise&) = default;
};

/// One half day of the course as it is taught, in every language it was written in.
struct CourseSession {
    std::string id; ///< stable within the course, "d1-am"
    HalfDay when = HalfDay::Morning;
    SessionKind kind = SessionKind::Classroom;
    std::string file; ///< package path of the text in the course's language
    LocalText title;
    LocalText lecturer;                 ///< who must teach it; empty: open
    std::optional<Hours> hours;         ///< where it differs from the course's hours
    std::optional<Minutes> minutes;     ///< teaching time the text plans for
    std::vector<std::string> films;     ///< package paths
    int watchPercent = WATCH_PERCENT;   ///< how much of each film must have been seen; 0: none
    std::vector<CourseExercise> exercises;
    std::vector<std::string> materials; ///< package paths of hand-outs
    LocalText body;                     ///< Markdown without front matter, its inline quiz still in it
    friend bool operator==(const CourseSession&, const CourseSession&) = default;
};

struct CourseDay {
    LocalText title;
    std::vector<CourseSession> sessions;
    friend bool operator==(const CourseDay&, const CourseDay&) = default;
};

enum class SkillLevel { None, Shown, Helped, Alone };

/// What a mentor signs off, level by level.
struct CourseSkill {
    std::string id;
    LocalText title;
    LocalText about; ///< what to watch for when signing
    SkillLevel need = SkillLevel::Alone;
    std::set<Post> posts; ///< empty: every post
    [[nodiscard]] bool appliesTo(Post post) const { return posts.empty() || posts.contains(post); }
    friend bool operator==(const CourseSkill&, const CourseSkill&) = default;
};

struct Mentoring {
    int days = 10;                    ///< working days with the mentor before go-live
    bool dailyLog = true;             ///< a log entry is due every working day
    std::vector<std::string> examine; ///< assessments the mentors take again
    int examineEveryDays = 180;       ///< calendar days after which they do
    friend bool operator==(const Mentoring&, const Mentoring&) = default;
};

enum class AssessmentKind { Quiz, Practical };

struct PracticalItem {
    std::string id;
    LocalText title;
    bool critical = false; ///< a single "not yet" here means not yet as a whole
    friend bool operator==(const PracticalItem&, const PracticalItem&) = default;
};

struct Assessment {
    std::string id;
    AssessmentKind kind = AssessmentKind::Quiz;
    LocalText title;
    std::string bank;                  ///< quiz: package path of the GIFT file
    int draw = 0;                      ///< quiz: questions drawn; 0 means all
    std::map<std::string, int> topics; ///< quiz: how many of the drawn must come from a category of the bank
    int passPercent = 80;
    int attempts = 1;
    int minutes = 0;                  ///< 0: no limit
    std::vector<LocalText> scale;     ///< practical: from worst to best
    std::vector<PracticalItem> items; ///< practical
    friend bool operator==(const Assessment&, const Assessment&) = default;
};

/// Points lost below a number cost this much of the month's bonus ("below 20: 50 yuan").
struct BonusTier {
    int below = 0;
    LocalText effect;
    friend bool operator==(const BonusTier&, const BonusTier&) = default;
};

struct ChatCriterion {
    std::string id;
    LocalText title;
    LocalText about;
    std::string session; ///< the course part to read again after repeated faults; empty: none
    friend bool operator==(const ChatCriterion&, const ChatCriterion&) = default;
};

/// The numbers of the appraisal by chat reviews.
struct PointRules {
    int perDay = 20;            ///< chats read of each person a day
    int failsCostPoint = 4;     ///< failing chats that cost the day's one point
    int points = 26;            ///< of a month
    int firstReplySeconds = 60; ///< inclusive
    int appealDays = 5;         ///< working days after the reading in which an appeal is possible
    LocalText allKept;          ///< what keeping every point earns
    std::vector<BonusTier> tiers;
    friend bool operator==(const PointRules&, const PointRules&) = default;
};

/// The numbers as they were at first and from later days on, and the scorecard.
struct ChatReviewRules : PointRules {
    std::map<Date, PointRules> later; ///< whole sets, each in force from its day
    std::vector<ChatCriterion> criteria;
    std::string firstReplySession; ///< the course part to read again after repeated late replies; empty: none
    /// In force on that day.
    [[nodiscard]] const PointRules& on(Date day) const;
    [[nodiscard]] const ChatCriterion* criterion(const std::string& criterionId) const;
    friend bool operator==(const ChatReviewRules&, const ChatReviewRules&) = default;
};

enum class MarkKind { Present, Late, LeftEarly, OnLeave, Absent };

/// What a mark costs, as the rule in force from a date says. Stated, never collected.
struct Consequence {
    MarkKind mark = MarkKind::Late;
    Date from;
    LocalText text; ///< "20 yuan"
    friend bool operator==(const Consequence&, const Consequence&) = default;
};

struct AttendanceRules {
    /// The marks the roll offers, in its order; present and absent are always among them.
    std::vector<MarkKind> statuses{MarkKind::Present, MarkKind::Late, MarkKind::LeftEarly, MarkKind::OnLeave,
                                   MarkKind::Absent};
    bool makeUpRequired = true; ///< an absent or excused session is owed until made up or waived
    std::vector<Consequence> consequences;
    /// The rule in force for that mark on that day; nothing when it has none.
    [[nodiscard]] const Consequence* inForce(MarkKind mark, Date on) const;
    friend bool operator==(const AttendanceRules&, const AttendanceRules&) = default;
};

/// A text the trainee signs for.
struct CourseRule {
    std::string file;
    LocalText title;
    LocalText body;
    friend bool operator==(const CourseRule&, const CourseRule&) = default;
};

/// What a readiness criterion measures.
enum class Measure {
    SessionsDone,      ///< percent of the course's sessions attended, made up or waived
    SkillsSigned,      ///< percent of the post's skills at the level they need
    DaysMentored,      ///< working days with a log entry
    RulesAcknowledged, ///< percent of the texts to sign for
    MentorAssigned,    ///< 1 when there is a current mentor
    AssessmentPassed,  ///< 1 when the assessment named is passed
    ChatPoints,        ///< points kept of the month's
    ChatDaysReviewed,  ///< days whose chats were read
    EvidenceGiven      ///< percent of the half days that want a sheet, a film or exercises and have them
};

/// The words of course files, database and command line, and back.
[[nodiscard]] std::string_view keyOf(Weekday day);  ///< "mon" ... "sun"
[[nodiscard]] std::string_view keyOf(HalfDay half); ///< "morning", "afternoon"
[[nodiscard]] std::string_view
keyOf(SessionKind kind); ///< "classroom", "shadowing", "demonstration", "assessment"
[[nodiscard]] std::string_view keyOf(SkillLevel level);    ///< "none", "shown", "helped", "alone"
[[nodiscard]] std::string_view keyOf(AssessmentKind kind); ///< "quiz", "practical"
[[nodiscard]] std::string_view keyOf(Measure measure);     ///< "sessions_done" ...
[[nodiscard]] std::optional<Weekday> weekdayOf(std::string_view key);
[[nodiscard]] std::optional<HalfDay> halfDayOf(std::string_view key);
[[nodiscard]] std::optional<SessionKind> sessionKindOf(std::string_view key);
[[nodiscard]] std::optional<SkillLevel> skillLevelOf(std::string_view key);
[[nodiscard]] std::optional<AssessmentKind> assessmentKindOf(std::string_view key);
[[nodiscard]] std::optional<Measure> measureOf(std::string_view key);

/// True where the course file writes the threshold as a percentage.
[[nodiscard]] bool isPercent(Measure measure);
/// True where it is a least number with no whole above it: 24 points where 20 are asked for.
[[nodiscard]] bool isLeast(Measure measure);

struct Criterion {
    std::string id;
    LocalText title;
    Measure measure = Measure::SessionsDone;
    int atLeast = 100;            ///< percent or count, as isPercent says
    std::string assessment;       ///< AssessmentPassed: which one
    std::set<std::string> skills; ///< SkillsSigned: only these; empty: all the post needs
    std::set<Post> posts;         ///< empty: every post
    [[nodiscard]] bool appliesTo(Post post) const { return posts.empty() || posts.contains(post); }
    friend bool operator==(const Criterion&, const Criterion&) = default;
};

/// A course version as its package describes it.
struct Course {
    std::string id;
    std::string version;
    std::string language = "zh-CN";
    LocalText title;
    std::set<Post> posts;
    Hours morning{TimeOfDay(7, 0), TimeOfDay(11, 30)};
    Hours afternoon{TimeOfDay(13, 0), TimeOfDay(16, 0)};
    std::set<Weekday> workingWeek{Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri};
    std::vector<CourseDay> days;
    std::vector<CourseSkill> skills;
    Mentoring mentoring;
    std::vector<Assessment> assessments;
    ChatReviewRules chatReview;
    AttendanceRules attendance;
    std::vector<CourseRule> acknowledge;
    std::vector<Criterion> readiness;

    [[nodiscard]] const CourseSession* session(const std::string& sessionId) const;
    [[nodiscard]] const CourseSkill* skill(const std::string& skillId) const;
    [[nodiscard]] const Assessment* assessment(const std::string& assessmentId) const;
    [[nodiscard]] Hours hoursOf(const CourseSession& session) const;
    [[nodiscard]] std::size_t sessionCount() const;
    /// The skills a trainee for that post must have, in the course's order.
    [[nodiscard]] std::vector<const CourseSkill*> skillsFor(Post post) const;
    /// The skills a criterion of measure SkillsSigned asks of that post, in the course's order.
    [[nodiscard]] std::vector<const CourseSkill*> skillsFor(Post post, const Criterion& criterion) const;
    friend bool operator==(const Course&, const Course&) = default;
};

} // namespace fledgling::domain
