#include "app/quiz/Regrading.h"

#include "app/Keep.h"
#include "app/Record.h"
#include "app/quiz/QuizTexts.h"
#include "app/quiz/Quizzes.h"
#include "domain/Refused.h"
#include "domain/Text.h"
#include "format/Collation.h"

#include <algorithm>
#include <set>

namespace fledgling::app {

using namespace domain;
using store::KeptPaper;
using store::QuizStore;
using What = RegradeLine::What;

namespace {

/// The papers of that quiz that were handed in; `course` is found out where it is empty, which needs a paper.
std::vector<KeptPaper> papersOf(Desk& desk, const std::string& assessment, std::string& course) {
    QuizStore store(desk.database, desk.asOf);
    auto papers = store.papersOf(store.takers());
    std::erase_if(papers, [&](const KeptPaper& one) {
        return !one.handedIn || one.paper.key.assessment != assessment ||
               (!course.empty() && one.paper.key.course != course);
    });
    if (papers.empty() && !course.empty()) return papers;
    if (papers.empty()) throw Refused(Rule::UnknownAssessment, {assessment});
    const auto newest = std::max_element(papers.begin(), papers.end(), [](const auto& a, const auto& b) {
        return a.paper.begun < b.paper.begun;
    });
    course = newest->paper.key.course;
    std::erase_if(papers, [&](const KeptPaper& one) { return one.paper.key.course != course; });
    return papers;
}

/// A paper, what it came to so far, and what it would come to.
struct Again {
    KeptPaper kept;
    Marking before, after;
    RegradeLine line;
};

std::optional<Again> again(Desk& desk, KeptPaper kept, const std::string& version,
                           const std::vector<Attempt>& results) {
    if (!bankIn(desk, kept.paper, version)) return std::nullopt;
    Again one{std::move(kept), {}, {}, {}};
    const auto& paper = one.kept.paper;
    one.before = markingOf(desk, one.kept);
    KeptPaper then = one.kept;
    then.regrade.emplace().version = version;
    one.after = markingOf(desk, then);
    auto& line = one.line;
    line.paper = paper.key;
    line.day = desk.clock.dateOf(one.kept.handedIn->at);
    for (std::size_t i = 0; i < paper.questions.size(); ++i)
        line.questions += one.before.fractions[i] != one.after.fractions[i] ? 1 : 0;
    if (line.questions == 0) return std::nullopt;
    line.before = one.before.percent();
    line.after = one.after.percent();
    const auto* quiz = desk.shelf.course(paper.key.course, paper.version).assessment(paper.key.assessment);
    line.passedBefore = quiz && line.before >= quiz->passPercent;
    line.passedAfter = quiz && line.after >= quiz->passPercent;
    const auto result = std::find_if(results.begin(), results.end(), [&](const Attempt& attempt) {
        return attempt.trainee == paper.key.trainee && attempt.course == paper.key.course &&
               attempt.assessment == paper.key.assessment && attempt.number == paper.key.attempt;
    });
    if (one.before.waiting() > 0) line.what = What::Waits;
    if (result != results.end()) {
        if (result->percent != line.before) line.what = What::ByHand;
        line.before = result->percent;
        line.passedBefore = result->passed;
    }
    return one;
}

/// Every paper that would be marked otherwise; `same` counts the others.
std::vector<Again> allAgain(Desk& desk, const std::string& assessment, const std::string& version,
                            std::string& course, int& same) {
    auto papers = papersOf(desk, assessment, course);
    const auto* quiz = desk.shelf.course(course, version).assessment(assessment);
    if (!quiz || quiz->kind != AssessmentKind::Quiz) throw Refused(Rule::UnknownAssessment, {assessment});
    std::set<PersonId> trainees;
    for (const auto& one : papers)
        trainees.insert(one.paper.key.trainee);
    std::vector<Attempt> results;
    for (auto& kept : store::AssessmentStore(desk.database, desk.asOf).attemptsOf(trainees))
        results.push_back(std::move(kept.attempt));
    const auto names = namesOf(desk, trainees);
    std::vector<Again> all;
    same = 0;
    for (auto& kept : papers) {
        auto one = again(desk, std::move(kept), version, results);
        if (!one) {
            ++same;
            continue;
        }
        one->line.name = names.at(one->line.paper.trainee);
        all.push_back(std::move(*one));
    }
    std::stable_sort(all.begin(), all.end(), [](const Again& a, const Again& b) {
        return std::pair(format::sortKey(a.line.name), a.line.paper.attempt) <
               std::pair(format::sortKey(b.line.name), b.line.paper.attempt);
    });
    return all;
}

} // namespace

int RegradePreview::raised() const {
    return static_cast<int>(std::count_if(lines.begin(), lines.end(), [](const RegradeLine& one) {
        return one.what == What::Result && one.passedAfter && !one.passedBefore;
    }));
}

int RegradePreview::lowered() const {
    return static_cast<int>(std::count_if(lines.begin(), lines.end(), [](const RegradeLine& one) {
        return one.what == What::Result && !one.passedAfter && one.passedBefore;
    }));
}

int RegradePreview::written() const {
    return static_cast<int>(std::count_if(lines.begin(), lines.end(),
                                          [](const RegradeLine& one) { return one.what != What::ByHand; }));
}

RegradePreview regradePreview(Desk& desk, const std::string& assessment, const std::string& version,
                              const std::string& course) {
    require(desk.actor, Verb::RegradeQuiz);
    RegradePreview preview{course, assessment, version, {}, 0, {}, {}};
    for (const auto& one : allAgain(desk, assessment, version, preview.course, preview.same)) {
        preview.lines.push_back(one.line);
        const auto& paper = one.kept.paper;
        for (std::size_t i = 0; i < paper.questions.size(); ++i) {
            if (one.before.fractions[i] == one.after.fractions[i]) continue;
            const auto words = plainOf(questionOf(bankOf(desk, paper), paper.questions[i])->text);
            auto& all = preview.questions;
            if (std::find(all.begin(), all.end(), words) == all.end()) all.push_back(words);
        }
    }
    for (const auto& kept : papersOf(desk, assessment, preview.course))
        ++preview.banks[kept.paper.bank];
    return preview;
}

store::ChangeNumber regradeQuiz(Desk& desk, const std::string& assessment, const std::string& version,
                                const std::string& why, const std::string& course) {
    return perform(desk, Verb::RegradeQuiz, [&] {
        const std::string given = reason(why);
        Deed deed{"regrade-quiz", {}, {Topic::Quizzes, Topic::Results}, given, 0, {}};
        std::string of = course;
        int same = 0;
        for (const auto& one : allAgain(desk, assessment, version, of, same)) {
            if (one.line.what == What::ByHand) continue;
            deed.facts.push_back(QuizStore::regradeFact(one.line.paper, version, given));
            if (one.after.waiting() == 0) deed.facts.push_back(resultFact(desk, one.kept, one.after));
        }
        if (deed.facts.empty()) throw Refused(Rule::NothingToRegrade, {assessment, version});
        return deed;
    });
}

} // namespace fledgling::app
