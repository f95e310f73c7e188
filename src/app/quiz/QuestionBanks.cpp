#include "app/quiz/QuestionBanks.h"

#include "app/Keep.h"
#include "domain/QuizLanguage.h"
#include "domain/QuizPaper.h"
#include "domain/Refused.h"
#include "domain/Text.h"
#include "format/CourseReader.h"
#include "format/CourseWriter.h"
#include "format/PackageName.h"
#include "format/quiz/BankFile.h"
#include "store/CohortStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using format::ProblemKind;

namespace {

constexpr std::string_view GIFT_ENDING = ".gift";

/// The course file with another version, its comments as they are.
std::string withVersion(const std::string& yaml, const std::string& version) {
    const std::string key = "version:";
    std::size_t at = yaml.starts_with(key) ? 0 : yaml.find("\n" + key);
    if (at == std::string::npos) return yaml;
    if (yaml[at] == '\n') ++at;
    const std::size_t end = std::min(yaml.find('\n', at), yaml.size());
    return yaml.substr(0, at) + key + " \"" + version + "\"" + yaml.substr(end);
}

QuestionField fieldOf(ProblemKind kind) {
    switch (kind) {
    case ProblemKind::GiftNameOpen: return QuestionField::Name;
    case ProblemKind::GiftBraces:
    case ProblemKind::GiftFullWidth:
    case ProblemKind::GiftLatexNewline:
    case ProblemKind::GiftSecondBraces:
    case ProblemKind::NoValue:
    case ProblemKind::ControlCharacter: return QuestionField::Text;
    default: return QuestionField::Answers;
    }
}

/// What the form says and a bank can't: the reader would take it for something else.
std::optional<ProblemKind> unsaid(const Question& question) {
    const auto rights = std::count_if(question.answers.begin(), question.answers.end(),
                                      [](const QuizAnswer& one) { return one.fraction == FULL_MARK; });
    if (question.type == QuestionType::Single && question.answers.size() >= 2) {
        if (rights == 0) return ProblemKind::QuizNoRight;
        if (rights > 1) return ProblemKind::QuizTwoRight;
    }
    const bool choice = question.type == QuestionType::Single || question.type == QuestionType::Multiple;
    if (choice && question.answers.size() < 2) return ProblemKind::QuizTooFewOptions;
    if (question.type == QuestionType::Multiple &&
        std::none_of(question.answers.begin(), question.answers.end(), [](const auto& one) { return one.fraction > 0; }))
        return ProblemKind::QuizNoRight;
    return std::nullopt;
}

} // namespace

const QuizBank& bankAt(Desk& desk, const BankAt& at) {
    const auto& banks = desk.shelf.loaded(at.course, at.version).banks;
    const auto found = banks.find(at.path);
    if (found == banks.end()) throw Refused(Rule::Unknown, {at.path});
    return found->second;
}

BankPath bankPathOf(const std::string& path, const std::map<std::string, QuizBank>& banks) {
    const auto stem = path.substr(0, path.size() - std::min(path.size(), GIFT_ENDING.size()));
    const auto dot = stem.rfind('.');
    if (dot == std::string::npos || !banks.contains(stem.substr(0, dot) + std::string(GIFT_ENDING))) return {path, ""};
    return {stem.substr(0, dot) + std::string(GIFT_ENDING), stem.substr(dot + 1)};
}

std::vector<BankFollowing> followingBanks(Desk& desk, const BankAt& at, const QuizBank& bank) {
    const auto& loaded = desk.shelf.loaded(at.course, at.version);
    const auto& was = bankAt(desk, at);
    const auto own = bankPathOf(at.path, loaded.banks).own;
    const auto keys = questionKeys(bank);
    std::vector<BankFollowing> all;
    for (const auto& [path, there] : loaded.banks) {
        const auto parts = bankPathOf(path, loaded.banks);
        if (path == at.path || parts.own != own) continue;
        BankFollowing one{path, parts.language.empty() ? loaded.course.language : parts.language, there, 0};
        const auto thereKeys = questionKeys(there);
        for (std::size_t i = 0; i < bank.questions.size(); ++i) {
            const auto& is = bank.questions[i];
            const auto* before = is.id == keys[i] ? questionOf(was, keys[i]) : nullptr; // a place says nothing
            const auto place = std::find(thereKeys.begin(), thereKeys.end(), keys[i]);
            if (!before || place == thereKeys.end()) continue;
            auto& question = one.bank.questions[static_cast<std::size_t>(place - thereKeys.begin())];
            if (auto then = followed(*before, is, question)) {
                question = std::move(*then);
                ++one.questions;
            }
        }
        if (one.questions > 0) all.push_back(std::move(one));
    }
    return all;
}

std::vector<QuestionProblem> checkQuestion(const Question& question) {
    std::vector<QuestionProblem> found;
    const auto add = [&](QuestionField field, format::Problem problem) {
        problem.file.clear();
        problem.line = problem.column = 0;
        found.push_back({field, std::move(problem)});
    };
    if (trimmed(question.text.text).empty()) {
        // A bank has no empty question: the reader would take the next text for it.
        add(QuestionField::Text, {ProblemKind::NoValue, "", 0, 0, {"text"}});
        return found;
    }
    if (const auto kind = unsaid(question)) {
        add(QuestionField::Answers, {*kind, "", 0, 0, {}});
        return found;
    }
    const QuizBank one{{question}, {}};
    auto written = format::writeBank(one, format::BankKind::Gift, "");
    // What the reader says is nearer to the point than that it reads otherwise.
    format::Problems said;
    try {
        said = format::readGift(format::writeGift(one), "").problems;
    } catch (const std::invalid_argument&) {
        // writeBank has told that this can't be written.
    }
    const bool told = format::hasErrors(said);
    for (auto& problem : said)
        add(fieldOf(problem.kind), std::move(problem));
    for (auto& problem : written.problems)
        if (!told) add(QuestionField::Answers, std::move(problem));
    return found;
}

std::string nextVersion(Desk& desk, const std::string& course, const std::string& version) {
    std::set<std::string> taken;
    for (const auto& one : coursesOf(desk))
        if (one.course == course) taken.insert(one.version);
    constexpr std::size_t MOST_DIGITS = 9;
    std::size_t digits = version.size();
    while (digits > 0 && version.size() - digits < MOST_DIGITS && version[digits - 1] >= '0' && version[digits - 1] <= '9')
        --digits;
    const std::string stem = version.substr(0, digits) + (digits == version.size() ? "." : "");
    int number = digits == version.size() ? 1 : std::stoi(version.substr(digits));
    std::string next;
    do
        next = stem + std::to_string(++number);
    while (taken.contains(next));
    return next;
}

CourseLoad keepBank(Desk& desk, const BankAt& at, const QuizBank& bank, const std::string& version,
                    const std::string& why) {
    requireMay(desk, Verb::EditQuestions);
    const std::string given = reason(why);
    CourseLoad load;
    if (bank == bankAt(desk, at)) return load;
    auto written = format::writeBank(bank, format::BankKind::Gift, at.path);
    load.problems = std::move(written.problems);
    if (load.refused()) return load;
    auto files = store::CohortStore(desk.database).files(at.course, at.version);
    files[at.path] = std::move(written.bytes);
    for (const auto& one : followingBanks(desk, at, bank)) {
        auto there = format::writeBank(one.bank, format::BankKind::Gift, one.path);
        load.problems = std::move(there.problems);
        if (load.refused()) return load;
        files[one.path] = std::move(there.bytes);
    }
    files[format::COURSE_FILE] = withVersion(files[format::COURSE_FILE], version);
    auto reading = format::readCourse(format::FileTree(files));
    load.problems = std::move(reading.problems);
    if (!reading.course) return load;
    load.problems.clear(); // warnings were told when the course was loaded
    if (reading.course->version != version) {
        reading.course->version = version;
        files = format::writeCourse(*reading.course, format::FileTree(std::move(files))).files();
    }
    load.entry = {reading.course->id, version, reading.course->title.in(reading.course->language)};
    load.change = keepCourse(desk, Verb::EditQuestions, "edit-questions", *reading.course, files, given);
    return load;
}

} // namespace fledgling::app
