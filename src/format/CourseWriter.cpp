#include "format/CourseWriter.h"

#include "domain/Attendance.h"
#include "domain/Text.h"
#include "format/CourseSections.h"
#include "format/CourseTexts.h"
#include "format/PackageName.h"
#include "format/Yaml.h"

namespace fledgling::format {

using namespace domain;

namespace {

/// The entries of a flow map "{a: 1, b: 2}", in their order; empty values are left out.
class Flow {
public:
    Flow& add(const std::string& key, const std::string& value) {
        if (value.empty()) return *this;
        if (!m_text.empty()) m_text += ", ";
        m_text += key + ": " + value;
        return *this;
    }
    [[nodiscard]] std::string text() const { return "{" + m_text + "}"; }

private:
    std::string m_text;
};

std::string listOf(const std::vector<std::string>& items) {
    return items.empty() ? std::string() : "[" + joined(items, ", ") + "]";
}

std::string scalars(const std::vector<std::string>& texts) {
    std::vector<std::string> items;
    for (const auto& text : texts)
        items.push_back(yamlScalar(text));
    return listOf(items);
}

template <class Words>
std::string words(const Words& values) {
    std::vector<std::string> items;
    for (const auto value : values)
        items.emplace_back(yamlScalar(keyOf(value)));
    return listOf(items);
}

class Writer {
public:
    Writer(const Course& course, const FileTree& rest) : m_course(course), m_tree(rest) {}

    FileTree write() {
        for (const auto& day : m_course.days)
            for (const auto& session : day.sessions)
                writeSession(session);
        for (const auto& rule : m_course.acknowledge)
            writeText(rule.file, "title: " + local(rule.title) + "\n", rule.body);
        m_tree.put(COURSE_FILE, yaml());
        return std::move(m_tree);
    }

private:
    [[nodiscard]] std::string local(const LocalText& text) const {
        if (text.empty()) return {};
        const auto own = text.byLanguage.find(m_course.language);
        if (own != text.byLanguage.end() && text.byLanguage.size() == 1) return yamlScalar(own->second);
        Flow flow;
        for (const auto& [language, one] : text.byLanguage)
            flow.add(yamlScalar(language), yamlScalar(one));
        return flow.text();
    }

    void line(const std::string& key, const std::string& value) {
        if (!value.empty()) m_yaml += key + ": " + value + "\n";
    }

    void item(const Flow& flow) { m_yaml += "  - " + flow.text() + "\n"; }

    std::string yaml() {
        line("id", yamlScalar(m_course.id));
        line("version", yamlScalar(m_course.version));
        line("language", yamlScalar(m_course.language));
        line("title", local(m_course.title));
        line("posts", words(m_course.posts));
        line("hours", Flow()
                          .add("morning", yamlScalar(m_course.morning.text()))
                          .add("afternoon", yamlScalar(m_course.afternoon.text()))
                          .text());
        line("working_week", words(m_course.workingWeek));
        m_yaml += "\ndays:\n";
        for (const auto& day : m_course.days)
            writeDay(day);
        writeSkills();
        m_yaml += "\n";
        const auto& mentoring = m_course.mentoring;
        line("mentoring", Flow()
                              .add("days", std::to_string(mentoring.days))
                              .add("log", mentoring.dailyLog ? "daily" : "none")
                              .add("examine", scalars(mentoring.examine))
                              .add("examine_every_days", std::to_string(mentoring.examineEveryDays))
                              .text());
        writeAssessments();
        writeChatReview();
        writeAttendance();
        std::vector<std::string> rules;
        for (const auto& rule : m_course.acknowledge)
            rules.push_back(rule.file);
        if (!rules.empty()) m_yaml += "\n";
        line("acknowledge", scalars(rules));
        writeReadiness();
        return std::move(m_yaml);
    }

    void writeDay(const CourseDay& day) {
        m_yaml +=
            day.title.empty() ? "  - sessions:\n" : "  - title: " + local(day.title) + "\n    sessions:\n";
        for (const auto& session : day.sessions) {
            Flow flow;
            flow.add("id", yamlScalar(session.id)).add("when", std::string(keyOf(session.when)));
            flow.add("kind", std::string(keyOf(session.kind))).add("file", yamlScalar(session.file));
            if (session.hours) flow.add("hours", yamlScalar(session.hours->text()));
            m_yaml += "      - " + flow.text() + "\n";
        }
    }

    void writeSkills() {
        if (!m_course.skills.empty()) m_yaml += "\nskills:\n";
        for (const auto& skill : m_course.skills) {
            Flow flow;
            flow.add("id", yamlScalar(skill.id))
                .add("title", local(skill.title))
                .add("about", local(skill.about));
            flow.add("need", std::string(keyOf(skill.need))).add("posts", words(skill.posts));
            item(flow);
        }
    }

    void writeAssessments() {
        if (!m_course.assessments.empty()) m_yaml += "\nassessments:\n";
        for (const auto& one : m_course.assessments) {
            m_yaml += "  - id: " + yamlScalar(one.id) + "\n";
            line("    kind", std::string(keyOf(one.kind)));
            line("    title", local(one.title));
            line("    pass", std::to_string(one.passPercent) + "%");
            line("    attempts", std::to_string(one.attempts));
            line("    minutes", std::to_string(one.minutes));
            if (one.kind == AssessmentKind::Quiz) {
                line("    bank", yamlScalar(one.bank));
                line("    draw", std::to_string(one.draw));
                if (!one.topics.empty()) m_yaml += "    topics:\n";
                for (const auto& [category, draw] : one.topics)
                    m_yaml += "      - " +
                              Flow()
                                  .add("category", yamlScalar(category))
                                  .add("draw", std::to_string(draw))
                                  .text() +
                              "\n";
            } else {
                writePractical(one);
            }
        }
    }

    void writePractical(const Assessment& one) {
        std::vector<std::string> scale, critical;
        for (const auto& step : one.scale)
            scale.push_back(local(step));
        line("    scale", listOf(scale));
        m_yaml += "    items:\n";
        for (const auto& item : one.items) {
            m_yaml += "      - " +
                      Flow().add("id", yamlScalar(item.id)).add("title", local(item.title)).text() + "\n";
            if (item.critical) critical.push_back(item.id);
        }
        line("    critical", scalars(critical));
    }

    void writePointRules(const PointRules& rules, const std::string& indent) {
        line(indent + "per_day", std::to_string(rules.perDay));
        line(indent + "fails_cost_point", std::to_string(rules.failsCostPoint));
        line(indent + "points", std::to_string(rules.points));
        line(indent + "first_reply_seconds", std::to_string(rules.firstReplySeconds));
        line(indent + "appeal_days", std::to_string(rules.appealDays));
        line(indent + "all_kept", local(rules.allKept));
        m_yaml += indent + (rules.tiers.empty() ? "tiers: []\n" : "tiers:\n");
        for (const auto& tier : rules.tiers)
            m_yaml +=
                indent + "  - " +
                Flow().add("below", std::to_string(tier.below)).add("effect", local(tier.effect)).text() +
                "\n";
    }

    void writeChatReview() {
        const auto& rules = m_course.chatReview;
        m_yaml += "\nchat_review:\n";
        writePointRules(rules, "  ");
        line("  first_reply_session", rules.firstReplySession.empty() ? std::string() : yamlScalar(rules.firstReplySession));
        if (!rules.later.empty()) m_yaml += "  changes:\n";
        for (const auto& [from, numbers] : rules.later) {
            m_yaml += "    - from: " + from.iso() + "\n";
            writePointRules(numbers, "      ");
        }
        if (!rules.criteria.empty()) m_yaml += "  criteria:\n";
        for (const auto& one : rules.criteria)
            m_yaml += "    - " +
                      Flow()
                          .add("id", yamlScalar(one.id))
                          .add("title", local(one.title))
                          .add("about", local(one.about))
                          .add("session", one.session.empty() ? std::string() : yamlScalar(one.session))
                          .text() +
                      "\n";
    }

    void writeAttendance() {
        const auto& rules = m_course.attendance;
        m_yaml += "\nattendance:\n";
        line("  statuses", words(rules.statuses));
        line("  make_up", rules.makeUpRequired ? "required" : "optional");
        if (!rules.consequences.empty()) m_yaml += "  consequences:\n";
        for (const auto& one : rules.consequences) {
            Flow flow;
            flow.add("status", std::string(keyOf(one.mark)))
                .add("from", one.from.iso())
                .add("text", local(one.text));
            m_yaml += "    - " + flow.text() + "\n";
        }
    }

    void writeReadiness() {
        if (!m_course.readiness.empty()) m_yaml += "\nreadiness:\n";
        for (const auto& one : m_course.readiness) {
            Flow flow;
            flow.add("id", yamlScalar(one.id))
                .add("title", local(one.title))
                .add("measure", std::string(keyOf(one.measure)));
            flow.add("at_least", std::to_string(one.atLeast) + (isPercent(one.measure) ? "%" : ""));
            if (!one.assessment.empty()) flow.add("assessment", yamlScalar(one.assessment));
            flow.add("skills", scalars({one.skills.begin(), one.skills.end()}))
                .add("posts", words(one.posts));
            item(flow);
        }
    }

    void writeSession(const CourseSession& session) {
        std::string front = "title: " + local(session.title) + "\n";
        if (!session.lecturer.empty()) front += "lecturer: " + local(session.lecturer) + "\n";
        if (session.minutes) front += "minutes: " + std::to_string(session.minutes->count()) + "\n";
        if (!session.films.empty()) front += "films: " + scalars(session.films) + "\n";
        if (session.watchPercent != WATCH_PERCENT) front += "watch: " + std::to_string(session.watchPercent) + "%\n";
        if (!session.exercises.empty()) front += "exercises:\n";
        for (const auto& one : session.exercises)
            front += "  - " + Flow().add("id", yamlScalar(one.id)).add("title", local(one.title)).text() + "\n";
        if (!session.materials.empty()) front += "materials: " + scalars(session.materials) + "\n";
        writeText(session.file, front, session.body);
    }

    void writeText(const std::string& path, const std::string& front, const LocalText& body) {
        for (const auto& [language, variant] : variantPaths(m_tree, path))
            m_tree.remove(variant);
        m_tree.put(path, "---\n" + front + "---\n");
        for (const auto& [language, text] : body.byLanguage) {
            if (language == m_course.language) {
                m_tree.put(path, "---\n" + front + "---\n\n" + text);
            } else {
                // A text that begins with a rule would pass for front matter.
                m_tree.put(variantPath(path, language),
                           (text.starts_with("---") ? "---\n---\n\n" : "") + text);
            }
        }
    }

    const Course& m_course;
    FileTree m_tree;
    std::string m_yaml;
};

} // namespace

FileTree writeCourse(const Course& course, const FileTree& rest) { return Writer(course, rest).write(); }

} // namespace fledgling::format
