#pragma once

#include "app/quiz/Quizzes.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// Open answers that wait for a mark, the longest waiting first. Page: "marking".
class QuizMarkingView {
public:
    struct Waiting {
        domain::PaperKey paper;
        std::string question; ///< its key
        std::string name;     ///< of the trainee
        std::string title;    ///< of the quiz
        std::string html;     ///< what was asked
        std::string answer;
        std::string lookFor; ///< HTML: what the author wants the marker to look for
        domain::Date day;    ///< handed in
        domain::Instant at;
    };

    QuizMarkingView(Desk& desk, std::string language);
    std::function<void()> onChanged;

    /// Refused(NotYourRight) for who may not mark.
    void load();
    [[nodiscard]] const std::vector<Waiting>& waiting() const { return m_waiting; }
    store::ChangeNumber mark(const Waiting& one, int percent, const std::string& note);
    /// What the paper of the answer marked last came to; nothing while another of its answers waits.
    [[nodiscard]] const std::optional<domain::Attempt>& cameTo() const { return m_cameTo; }

private:
    Desk& m_desk;
    std::string m_language;
    std::vector<Waiting> m_waiting;
    std::optional<domain::Attempt> m_cameTo;
};

/// How many open answers wait for a mark, and since when the oldest does (set only where one waits).
[[nodiscard]] int openAnswers(Desk& desk, domain::Date& oldest);

} // namespace fledgling::app
