#include "app/quiz/QuizMarkingView.h"

#include "app/Record.h"
#include "app/quiz/QuizTexts.h"
#include "domain/Roles.h"
#include "store/AssessmentStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::KeptPaper;
using store::QuizStore;

QuizMarkingView::QuizMarkingView(Desk& desk, std::string language)
    : m_desk(desk), m_language(std::move(language)) {}

void QuizMarkingView::load() {
    require(m_desk.actor, Verb::MarkAnswers);
    closeOverdue(m_desk);
    QuizStore store(m_desk.database, m_desk.asOf);
    const auto takers = store.unfinished();
    const auto names = namesOf(m_desk, takers);
    m_waiting.clear();
    for (const auto& kept : store.papersOf(takers)) {
        if (!kept.handedIn) continue;
        const auto marking = markingOf(m_desk, kept);
        if (marking.waiting() == 0) continue;
        const auto& paper = kept.paper;
        const auto& course = m_desk.shelf.course(paper.key.course, paper.version);
        const auto* quiz = course.assessment(paper.key.assessment);
        for (std::size_t i = 0; i < paper.questions.size(); ++i) {
            if (marking.fractions[i]) continue;
            const auto& key = paper.questions[i];
            const auto* question = questionOf(bankOf(m_desk, paper), key);
            const auto* typed = std::get_if<std::string>(&kept.answers.at(key));
            m_waiting.push_back({paper.key, key, names.at(paper.key.trainee),
                                 quiz ? quiz->title.in(m_language, course.language) : paper.key.assessment,
                                 htmlOf(question->text), typed ? *typed : "", htmlOf(question->explanation),
                                 m_desk.clock.dateOf(kept.handedIn->at), kept.handedIn->at});
        }
    }
    std::stable_sort(m_waiting.begin(), m_waiting.end(),
                     [](const Waiting& a, const Waiting& b) { return a.at < b.at; });
    if (onChanged) onChanged();
}

int openAnswers(Desk& desk, Date& oldest) {
    QuizStore store(desk.database, desk.asOf);
    int count = 0;
    std::optional<Instant> first;
    for (const auto& kept : store.papersOf(store.unfinished())) {
        const int waiting = kept.handedIn ? markingOf(desk, kept).waiting() : 0;
        count += waiting;
        if (waiting > 0 && (!first || kept.handedIn->at < *first)) first = kept.handedIn->at;
    }
    if (first) oldest = desk.clock.dateOf(*first);
    return count;
}

store::ChangeNumber QuizMarkingView::mark(const Waiting& one, int percent, const std::string& note) {
    const auto paper = one.paper; // the view forgets it with its mark
    const auto number = markAnswer(m_desk, paper, one.question, percent, note);
    m_cameTo.reset();
    for (const auto& kept : store::AssessmentStore(m_desk.database).attemptsOf({paper.trainee}))
        if (const auto& attempt = kept.attempt;
            attempt.course == paper.course && attempt.assessment == paper.assessment && attempt.number == paper.attempt)
            m_cameTo = attempt;
    load();
    return number;
}

} // namespace fledgling::app
