#include "app/quiz/Quizzes.h"

#include "app/Keep.h"
#include "app/Record.h"
#include "app/courses/CourseShelf.h"
#include "domain/QuizLanguage.h"
#include "domain/QuizRegrade.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "store/practical/PracticalStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::HandedIn;
using store::KeptPaper;
using store::QuizStore;

namespace {

const Assessment& quizOf(const Record& record, const std::string& id) {
    const auto* found = record.course->assessment(id);
    if (!found || found->kind != AssessmentKind::Quiz) throw Refused(Rule::UnknownAssessment, {id});
    return *found;
}

std::optional<KeptPaper> underWay(Desk& desk, const std::string& assessment) {
    for (auto& one : QuizStore(desk.database).papersOf({desk.actor.id}))
        if (one.paper.key.assessment == assessment && one.underWay()) return std::move(one);
    return std::nullopt;
}

KeptPaper requireUnderWay(Desk& desk, const std::string& assessment) {
    auto kept = underWay(desk, assessment);
    if (!kept) throw Refused(Rule::QuizNotUnderWay, {assessment});
    return std::move(*kept);
}

std::vector<store::Fact> handInFacts(Desk& desk, KeptPaper kept, bool timedOut) {
    kept.handedIn = HandedIn{desk.clock.now(), timedOut};
    // Whoever comes back late has handed in when the time was over.
    if (timedOut) kept.handedIn->at.ms = kept.paper.begun.ms + std::int64_t{kept.paper.minutes} * 60'000;
    std::vector<store::Fact> facts{QuizStore::fact(kept.paper.key, *kept.handedIn)};
    if (const auto marking = markingOf(desk, kept); marking.waiting() == 0)
        facts.push_back(resultFact(desk, kept, marking));
    return facts;
}

std::vector<store::Fact> overdueFacts(Desk& desk, const std::set<PersonId>& trainees) {
    std::vector<store::Fact> facts;
    if (trainees.empty()) return facts;
    for (auto& kept : QuizStore(desk.database).papersOf(trainees))
        if (kept.underWay() && kept.paper.over(desk.clock.now()))
            for (auto& fact : handInFacts(desk, std::move(kept), true))
                facts.push_back(std::move(fact));
    return facts;
}

/// The response a question of that type takes.
bool fits(const Question& question, const Response& response) {
    if (std::holds_alternative<std::monostate>(response)) return true;
    switch (question.type) {
    case QuestionType::Description: return false;
    case QuestionType::TrueFalse: return std::holds_alternative<bool>(response);
    case QuestionType::Single: {
        const auto* chosen = std::get_if<std::vector<std::size_t>>(&response);
        return chosen && chosen->size() <= 1;
    }
    case QuestionType::Multiple:
    case QuestionType::Ordering: return std::holds_alternative<std::vector<std::size_t>>(response);
    case QuestionType::Open:
    case QuestionType::ShortAnswer:
    case QuestionType::Numerical: return std::holds_alternative<std::string>(response);
    case QuestionType::Matching: return std::holds_alternative<std::vector<std::string>>(response);
    }
    return false;
}

Response checkedResponse(const Paper& paper, const QuizBank& bank, const std::string& key,
                         const Response& shown) {
    const auto at = std::find(paper.questions.begin(), paper.questions.end(), key);
    const auto* question = at == paper.questions.end() ? nullptr : questionOf(bank, key);
    if (!question || !fits(*question, shown)) throw Refused(Rule::UnknownQuestion, {key});
    const auto order =
        shownOrder(*question, paper.seed, static_cast<std::size_t>(at - paper.questions.begin()));
    auto response = asBank(shown, order);
    if (auto* typed = std::get_if<std::string>(&response)) *typed = note(*typed, "answer");
    return response;
}

const std::string BANK_ENDING = ".gift";

std::string stemOf(const std::string& bank) {
    return bank.ends_with(BANK_ENDING) ? bank.substr(0, bank.size() - BANK_ENDING.size()) : bank;
}

/// The path of a quiz's bank in that language, its own where there is no other.
std::string pathIn(const LoadedCourse& loaded, const Assessment& quiz, const std::string& language) {
    if (language == loaded.course.language || !quiz.bank.ends_with(BANK_ENDING)) return quiz.bank;
    const auto path = stemOf(quiz.bank) + "." + language.substr(0, language.find('-')) + BANK_ENDING;
    return loaded.banks.contains(path) ? path : quiz.bank;
}

/// The banks of the paper's quiz in other languages than the paper's.
std::vector<const QuizBank*> translationsOf(Desk& desk, const Paper& paper, const std::string& version) {
    const auto& loaded = desk.shelf.loaded(paper.key.course, version);
    const auto* quiz = loaded.course.assessment(paper.key.assessment);
    std::vector<const QuizBank*> found;
    if (!quiz) return found;
    const auto stem = stemOf(quiz->bank);
    for (const auto& [path, bank] : loaded.banks)
        if (path != paper.bank && (path == quiz->bank || stemOf(path).substr(0, stemOf(path).rfind('.')) == stem))
            found.push_back(&bank);
    return found;
}

/// A word typed where the question was shown in another language counts as it does there.
void countTyped(Marking& marking, const KeptPaper& kept, const QuizBank& by, const std::vector<const QuizBank*>& translations) {
    for (std::size_t i = 0; i < kept.paper.questions.size() && !translations.empty(); ++i) {
        const auto& key = kept.paper.questions[i];
        const auto* question = questionOf(by, key);
        const auto answer = kept.answers.find(key);
        if (!question || question->type != QuestionType::ShortAnswer || question->id != key || answer == kept.answers.end())
            continue;
        for (const auto* bank : translations)
            if (const auto* there = inLanguage(*question, key, *bank))
                marking.fractions[i] = std::max(marking.fractions[i], fractionOf(*there, answer->second));
    }
}

int lapsedAt(const Record& record, const std::string& assessment) {
    const auto found = record.lapsed.find(assessment);
    return found == record.lapsed.end() ? 0 : found->second;
}

const std::set<Topic> TOPICS{Topic::Quizzes, Topic::Results};

} // namespace

const QuizBank* bankIn(Desk& desk, const Paper& paper, const std::string& version) {
    const auto& banks = desk.shelf.loaded(paper.key.course, version).banks;
    const auto found = banks.find(paper.bank);
    return found == banks.end() ? nullptr : &found->second;
}

const QuizBank& bankOf(Desk& desk, const Paper& paper) {
    if (const auto* bank = bankIn(desk, paper, paper.version)) return *bank;
    throw Refused(Rule::UnknownAssessment, {paper.key.assessment});
}

Marking markingOf(Desk& desk, const KeptPaper& kept) {
    const auto& asked = bankOf(desk, kept.paper);
    const auto* other = kept.regrade ? bankIn(desk, kept.paper, kept.regrade->version) : nullptr;
    auto marking = other ? regraded(kept.paper, asked, *other, kept.answers, kept.fractions())
                         : marked(kept.paper, asked, kept.answers, kept.fractions());
    countTyped(marking, kept, other ? *other : asked,
               translationsOf(desk, kept.paper, other ? kept.regrade->version : kept.paper.version));
    return marking;
}

store::Fact resultFact(Desk& desk, const KeptPaper& kept, const Marking& marking) {
    const auto& key = kept.paper.key;
    const auto* assessment = desk.shelf.course(key.course, kept.paper.version).assessment(key.assessment);
    if (!assessment) throw Refused(Rule::UnknownAssessment, {key.assessment});
    Attempt attempt{key.trainee,
                    key.course,
                    key.assessment,
                    key.attempt,
                    marking.percent(),
                    false,
                    desk.clock.dateOf(kept.handedIn->at),
                    ""};
    return store::AssessmentStore::fact(checked(std::move(attempt), *assessment, desk.today()));
}

std::string bankIn(Desk& desk, const Record& record, const Assessment& assessment,
                   const std::string& language) {
    return pathIn(desk.shelf.loaded(record.cohort.course, record.cohort.version), assessment, language);
}

const QuizBank* bankIn(Desk& desk, const Paper& paper, const std::string& version, const std::string& language) {
    const auto& loaded = desk.shelf.loaded(paper.key.course, version);
    const auto* quiz = loaded.course.assessment(paper.key.assessment);
    const auto found = quiz ? loaded.banks.find(pathIn(loaded, *quiz, language)) : loaded.banks.end();
    return found == loaded.banks.end() ? nullptr : &found->second;
}

std::map<int, BegunState> begunAt(const Record& record, const std::string& assessment, const std::vector<KeptPaper>& papers,
                                  const std::vector<store::KeptSheet>& sheets) {
    std::map<int, BegunState> begun;
    const auto attempts = record.attemptsAt(assessment);
    const int lapsed = lapsedAt(record, assessment);
    const auto mine = [&](const PaperKey& key) {
        return key.trainee == record.person.id && key.course == record.cohort.course && key.assessment == assessment;
    };
    for (const auto& kept : papers)
        if (const auto& key = kept.paper.key;
            mine(key) && std::none_of(attempts.begin(), attempts.end(),
                                      [&](const Attempt& one) { return one.number == key.attempt; }) &&
            key.attempt > lapsed)
            begun[key.attempt] = kept.underWay() ? BegunState::UnderWay : BegunState::ToMark;
    for (const auto& kept : sheets)
        if (const auto& sheet = kept.sheet; mine(sheet.key) && sheet.open())
            begun[sheet.key.attempt] = sheet.state == SheetState::HandedOn ? BegunState::ToConfirm : BegunState::BeingMarked;
    return begun;
}

Allowance allowanceOf(Desk& desk, const Record& record, const std::string& assessment) {
    Allowance allowance;
    allowance.granted = record.grantedAt(assessment);
    allowance.lapsed = lapsedAt(record, assessment);
    for (const auto& [attempt, state] : begunAt(record, assessment, QuizStore(desk.database, desk.asOf).papersOf({record.person.id}),
                                                store::PracticalStore(desk.database, desk.asOf).sheetsOf({record.person.id})))
        allowance.open.insert(attempt);
    return allowance;
}

bool takes(const Record& record, const std::string& assessment) {
    return examinedIn(record, assessment) || isPractice(*record.course, assessment);
}

ChangeNumber beginQuiz(Desk& desk, const std::string& assessment, const std::string& language) {
    requireMay(desk, Verb::TakeQuiz);
    handInOverdue(desk);
    return perform(desk, Verb::TakeQuiz, [&] {
        const Record record = examineeOf(desk, desk.actor.id);
        const auto& quiz = quizOf(record, assessment);
        if (!takes(record, assessment)) throw Refused(Rule::UnknownAssessment, {assessment});
        if (underWay(desk, assessment)) throw Refused(Rule::QuizUnderWay, {assessment});
        const auto before = record.attemptsAt(assessment);
        const auto allowance = allowanceOf(desk, record, assessment);
        Attempt attempt{desk.actor.id, record.cohort.course, assessment, nextNumber(before, allowance), 0,
                        false,         desk.today(),         ""};
        if (!isPractice(*record.course, assessment)) {
            // What it comes to decides whether another one is needed.
            if (!allowance.open.empty()) throw Refused(Rule::QuizWaits, {assessment});
            attempt = nextAttempt(attempt, quiz, before, desk.actor.card.name, desk.today(), allowance);
        }
        Paper paper;
        paper.key = {desk.actor.id, record.cohort.course, assessment, attempt.number};
        paper.version = record.cohort.version;
        paper.bank = bankIn(desk, record, quiz, language);
        constexpr int HEX = 16, DIGITS = 8;
        paper.seed = static_cast<std::uint32_t>(std::stoul(desk.newId().substr(0, DIGITS), nullptr, HEX));
        paper.begun = desk.clock.now();
        paper.minutes = quiz.minutes;
        paper.questions = drawn(bankOf(desk, paper), quiz, paper.seed);
        auto fact = QuizStore::fact(paper);
        fact.saw = 0; // two windows at once: one of them begins
        return Deed{"begin-quiz", {std::move(fact)}, TOPICS, "", 0, {}};
    });
}

ChangeNumber answerQuestion(Desk& desk, const std::string& assessment, const std::string& question,
                            const Response& shown) {
    requireMay(desk, Verb::TakeQuiz);
    const auto open = requireUnderWay(desk, assessment);
    if (open.paper.over(desk.clock.now())) {
        handInOverdue(desk);
        throw Refused(Rule::QuizTimeOver, {assessment});
    }
    return perform(desk, Verb::TakeQuiz, [&] {
        const auto kept = requireUnderWay(desk, assessment);
        if (kept.paper.over(desk.clock.now())) throw Refused(Rule::QuizTimeOver, {assessment});
        const auto response = checkedResponse(kept.paper, bankOf(desk, kept.paper), question, shown);
        const auto before = kept.answers.find(question);
        if (before == kept.answers.end() ? isBlank(response) : before->second == response) return Deed{};
        return Deed{"answer-quiz",
                    {QuizStore::fact(kept.paper.key, question, response)},
                    {Topic::Quizzes},
                    "",
                    0,
                    {}};
    });
}

ChangeNumber handIn(Desk& desk, const std::string& assessment) {
    return perform(desk, Verb::TakeQuiz, [&] {
        auto kept = requireUnderWay(desk, assessment);
        const bool over = kept.paper.over(desk.clock.now());
        return Deed{"hand-in-quiz", handInFacts(desk, std::move(kept), over), TOPICS, "", 0, {}};
    });
}

ChangeNumber handInOverdue(Desk& desk) {
    return perform(desk, Verb::TakeQuiz, [&] {
        return Deed{"hand-in-quiz", overdueFacts(desk, {desk.actor.id}), TOPICS, "", 0, {}};
    });
}

ChangeNumber closeOverdue(Desk& desk) {
    if (desk.past() || !may(desk.actor.roles, Verb::MarkAnswers)) return 0;
    const auto unfinished = QuizStore(desk.database).unfinished();
    if (overdueFacts(desk, unfinished).empty()) return 0;
    return perform(desk, Verb::MarkAnswers, [&] {
        return Deed{"close-overdue-quiz", overdueFacts(desk, unfinished), TOPICS, "", 0, {}};
    });
}

ChangeNumber grantAttempt(Desk& desk, const PersonId& trainee, const std::string& assessment,
                          const std::string& why) {
    return perform(desk, Verb::GrantAttempt, [&] {
        const std::string given = reason(why);
        requireOther(desk, trainee, Verb::GrantAttempt);
        const Record record = examineeOf(desk, trainee);
        const auto* quiz = record.course->assessment(assessment);
        if (!quiz) throw Refused(Rule::UnknownAssessment, {assessment});
        const auto before = record.attemptsAt(assessment);
        if (std::any_of(before.begin(), before.end(), [](const Attempt& one) { return one.passed; }))
            throw Refused(Rule::AlreadyPassed, {record.person.card.name, assessment});
        const auto allowance = allowanceOf(desk, record, assessment);
        const int allowed = quiz->attempts + allowance.granted;
        const int left = allowed - static_cast<int>(before.size() + allowance.open.size());
        if (left > 0) throw Refused(Rule::AttemptsLeft, {record.person.card.name, std::to_string(left)});
        auto fact = QuizStore::grantFact({trainee, record.cohort.course, assessment, allowed + 1}, given);
        fact.saw = 0;
        return Deed{"grant-attempt", {std::move(fact)}, TOPICS, given, 0, {}};
    });
}

ChangeNumber markAnswer(Desk& desk, const PaperKey& paper, const std::string& question, int percent,
                        const std::string& text) {
    return perform(desk, Verb::MarkAnswers, [&] {
        if (percent < 0 || percent > 100) throw Refused(Rule::MarkOutOfRange, {"0", "100"});
        auto kept = QuizStore(desk.database).paper(paper);
        const auto* asked =
            kept && kept->handedIn ? questionOf(bankOf(desk, kept->paper), question) : nullptr;
        const auto answer = asked ? kept->answers.find(question) : decltype(kept->answers.end()){};
        const bool open = asked && asked->type == QuestionType::Open && answer != kept->answers.end() &&
                          !isBlank(answer->second) && !kept->marks.contains(question);
        if (!open) throw Refused(Rule::NothingToMark, {question});
        const int fraction = percent * (FULL_MARK / 100);
        const std::string said = note(text, "note");
        kept->marks[question] = {fraction, said, desk.actor.id, 0};
        std::vector<store::Fact> facts{QuizStore::markFact(paper, question, fraction, said)};
        facts.front().saw = 0;
        if (const auto marking = markingOf(desk, *kept); marking.waiting() == 0)
            facts.push_back(resultFact(desk, *kept, marking));
        return Deed{"mark-answer", std::move(facts), TOPICS, "", 0, {}};
    });
}

} // namespace fledgling::app
