#include "app/quiz/BankImport.h"

#include "app/quiz/BankFiles.h"
#include "app/quiz/QuizTexts.h"
#include "domain/Text.h"
#include "format/quiz/BankFile.h"

#include <algorithm>
#include <map>

namespace fledgling::app {

using namespace domain;

namespace {

/// A question is known by what it asks: ids of another bank mean nothing in this one.
std::pair<QuestionType, std::string> askedBy(const Question& question) {
    return {question.type, trimmed(plainOf(question.text))};
}

/// Where it stands in a bank, and how it is called there, is no part of what it asks and takes for right.
Question bare(const Question& question) {
    Question one = format::settled(question);
    one.name.clear();
    one.id.clear();
    one.category.clear();
    one.tags.clear();
    one.text = one.explanation = {};
    one.feedbackTrue = one.feedbackFalse = {};
    for (auto& answer : one.answers) {
        answer.text = {trimmed(plainOf(answer.text))};
        answer.feedback = {};
    }
    for (auto& pair : one.pairs)
        pair.left = {trimmed(plainOf(pair.left))};
    return one;
}

} // namespace

int BankImport::count(Verdict verdict) const {
    return static_cast<int>(
        std::count_if(lines.begin(), lines.end(), [&](const Line& one) { return one.verdict == verdict; }));
}

std::vector<std::pair<QuestionType, int>> BankImport::types() const {
    std::map<QuestionType, int> counted;
    for (const auto& one : bank.questions)
        ++counted[one.type];
    return {counted.begin(), counted.end()};
}

QuizBank BankImport::fresh() const {
    QuizBank found;
    found.categories = bank.categories;
    for (const auto& line : lines)
        if (line.verdict == Verdict::New) found.questions.push_back(bank.questions[line.at]);
    return found;
}

BankImport readImport(const QuizBank& into, const std::string& path) {
    auto read = readBankFile(path);
    BankImport found{path, std::move(read.bank), std::move(read.problems), {}};
    std::map<std::pair<QuestionType, std::string>, Question> there;
    for (const auto& one : into.questions)
        there.emplace(askedBy(one), bare(one));
    for (std::size_t at = 0; at < found.bank.questions.size(); ++at) {
        const auto& question = found.bank.questions[at];
        const auto [same, added] = there.emplace(askedBy(question), bare(question));
        using enum BankImport::Verdict;
        const auto verdict = added ? New : same->second == bare(question) ? There : Otherwise;
        found.lines.push_back({at, verdict, plainOf(question.text)});
    }
    return found;
}

} // namespace fledgling::app
