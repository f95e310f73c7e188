#include "app/courses/CourseTitles.h"

namespace fledgling::app {

using namespace domain;

std::string titleOf(const Course& course, const std::string& subject, const std::string& language) {
    const auto in = [&](const LocalText& text) { return text.in(language, course.language); };
    if (const auto* session = course.session(subject)) return in(session->title);
    if (const auto* skill = course.skill(subject)) return in(skill->title);
    if (const auto* assessment = course.assessment(subject)) return in(assessment->title);
    for (const auto& rule : course.acknowledge)
        if (rule.file == subject) return in(rule.title);
    for (const auto& day : course.days)
        for (const auto& session : day.sessions)
            for (std::size_t i = 0; i < session.films.size(); ++i)
                if (session.films[i] == subject)
                    return in(session.title) + (session.films.size() > 1 ? " (" + std::to_string(i + 1) + ")" : "");
    return subject;
}

} // namespace fledgling::app
