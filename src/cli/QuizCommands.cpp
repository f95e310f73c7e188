#include "app/quiz/QuizFigures.h"
#include "app/quiz/QuizMarkingView.h"
#include "app/quiz/QuizView.h"
#include "app/quiz/Regrading.h"
#include "cli/Command.h"
#include "domain/Refused.h"
#include "domain/Text.h"

#include <algorithm>
#include <cmath>

namespace fledgling::cli {

namespace quiz_commands {
namespace {

using namespace domain;

constexpr std::size_t LETTERS = 26;

std::string letter(std::size_t at) {
    return at < LETTERS ? std::string(1, static_cast<char>('A' + at)) : std::to_string(at + 1);
}

std::string keyOf(app::QuizState state) {
    switch (state) {
    case app::QuizState::ToTake: return "to-take";
    case app::QuizState::UnderWay: return "under-way";
    case app::QuizState::Waiting: return "waiting";
    case app::QuizState::Passed: return "passed";
    case app::QuizState::Failed: return "failed";
    case app::QuizState::UsedUp: return "used-up";
    }
    return {};
}

std::size_t optionOf(const std::string& text) {
    if (text.size() == 1) {
        const char c = text[0];
        if (c >= 'a' && c <= 'z') return static_cast<std::size_t>(c - 'a');
        if (c >= 'A' && c <= 'Z') return static_cast<std::size_t>(c - 'A');
    }
    const int number = numberOf(text);
    if (number < 1) throw Usage{"options are letters or numbers from 1: " + text};
    return static_cast<std::size_t>(number - 1);
}

/// As it is shown: options by their letters or numbers, "true" or "false", words, or partners by their
/// letters.
Response responseOf(const app::QuizView::Asked& asked, const std::vector<std::string>& words) {
    if (words.empty()) return {};
    std::vector<std::size_t> places;
    switch (asked.type) {
    case QuestionType::Description: return {};
    case QuestionType::TrueFalse:
        if (words[0] != "true" && words[0] != "false") throw Usage{"true or false: " + words[0]};
        return words[0] == "true";
    case QuestionType::Open:
    case QuestionType::ShortAnswer:
    case QuestionType::Numerical: return joined(words, " ");
    case QuestionType::Single:
    case QuestionType::Multiple:
    case QuestionType::Ordering:
        for (const auto& word : words)
            places.push_back(optionOf(word));
        return places;
    case QuestionType::Matching: break;
    }
    std::vector<std::string> names;
    for (const auto& word : words) {
        const auto at = optionOf(word);
        if (at >= asked.options.size()) throw Refused(Rule::UnknownQuestion, {word});
        names.push_back(asked.options[at]);
    }
    return names;
}

struct Given {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(const std::string& typed) const { return typed; }
    std::string operator()(const std::vector<std::string>& names) const { return joined(names, "; "); }
    std::string operator()(const std::vector<std::size_t>& places) const {
        std::vector<std::string> letters;
        for (const auto at : places)
            letters.push_back(letter(at));
        return joined(letters, " ");
    }
};

/// What was asked without its tags: the terminal shows words.
std::string wordsOf(const std::string& html) { return app::plainOf({html, QuizFormat::Html}); }

std::string textOf(const app::Said& said) {
    return said.truth ? Given{}(*said.truth) : joined(said.parts, "; ");
}

void list(Call& call) {
    app::QuizView view(*call.desk, call.language);
    view.load();
    for (const auto& row : view.rows())
        call.output.row({row.assessment, row.title, std::int64_t{row.questions}, std::int64_t{row.minutes},
                         std::int64_t{row.passPercent}, std::int64_t{row.used}, std::int64_t{row.allowed},
                         row.practice, keyOf(row.state),
                         row.result ? Item(std::int64_t{row.result->percent}) : Item()});
}

void begin(Call& call) { call.kept(app::beginQuiz(*call.desk, call.word(0), call.language)); }

void showAsked(Call& call, const app::QuizView& view) {
    call.output.table({"number", "type", "question", "options", "answer"});
    int number = 0;
    for (const auto& one : view.asked()) {
        std::vector<std::string> options = one.lefts;
        for (std::size_t at = 0; at < one.options.size(); ++at)
            options.push_back(letter(at) + " " + one.options[at]);
        call.output.row({std::int64_t{++number}, std::string(domain::keyOf(one.type)), wordsOf(one.html),
                         options, std::visit(Given{}, one.response)});
    }
    if (const auto left = view.secondsLeft()) call.output.say("seconds_left", std::int64_t{*left});
    call.output.say("open", static_cast<std::int64_t>(view.open().size()));
}

void showReviewed(Call& call, const app::QuizView& view) {
    call.output.table({"number", "question", "answer", "right", "percent", "explanation", "read_again"});
    int number = 0;
    for (const auto& one : view.reviewed())
        call.output.row({std::int64_t{++number}, wordsOf(one.html), textOf(one.yours), textOf(one.right),
                         one.fraction ? Item(std::int64_t{*one.fraction / (FULL_MARK / 100)}) : Item(),
                         wordsOf(one.explanation), one.session});
}

void show(Call& call) {
    app::QuizView view(*call.desk, call.language);
    view.open(call.word(0));
    call.output.say("state", keyOf(view.shown()->state));
    if (!view.asked().empty())
        showAsked(call, view);
    else
        showReviewed(call, view);
}

void answer(Call& call) {
    app::QuizView view(*call.desk, call.language);
    view.open(call.word(0));
    if (view.asked().empty()) throw Refused(Rule::QuizNotUnderWay, {call.word(0)});
    const int number = numberOf(call.word(1));
    if (number < 1 || number > static_cast<int>(view.asked().size()))
        throw Refused(Rule::UnknownQuestion, {call.word(1)});
    const auto at = static_cast<std::size_t>(number - 1);
    call.kept(view.answer(at, responseOf(view.asked()[at], {call.words.begin() + 2, call.words.end()})));
}

void handIn(Call& call) { call.kept(app::handIn(*call.desk, call.word(0))); }

void grant(Call& call) {
    call.kept(app::grantAttempt(*call.desk, call.person(call.word(0)).id, call.word(1), call.value("why")));
}

void waiting(Call& call) {
    app::QuizMarkingView view(*call.desk, call.language);
    view.load();
    int number = 0;
    for (const auto& one : view.waiting())
        call.output.row({std::int64_t{++number}, one.name, one.paper.assessment,
                         std::int64_t{one.paper.attempt}, one.day.iso(), one.question, one.answer});
}

void mark(Call& call) {
    const PaperKey key{call.person(call.word(0)).id, "", call.word(1), numberOf(call.word(2))};
    app::QuizMarkingView view(*call.desk, call.language);
    view.load();
    const auto& all = view.waiting();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) {
        return one.paper.trainee == key.trainee && one.paper.assessment == key.assessment &&
               one.paper.attempt == key.attempt && one.question == call.word(3);
    });
    if (found == all.end()) throw Refused(Rule::NothingToMark, {call.word(3)});
    call.kept(app::markAnswer(*call.desk, found->paper, found->question, numberOf(call.word(4)),
                              call.value("note")));
}

/// In hundredths, so that JSON has whole numbers; nothing where it can't be said.
Item hundredths(const std::optional<double>& value) {
    return value ? Item(static_cast<std::int64_t>(std::lround(*value * 100))) : Item();
}

std::string keyOf(ItemFinding finding) {
    switch (finding) {
    case ItemFinding::FewPapers: return "few-papers";
    case ItemFinding::TooEasy: return "too-easy";
    case ItemFinding::TooHard: return "too-hard";
    case ItemFinding::Misleads: return "misleads";
    case ItemFinding::SeparatesLittle: return "separates-little";
    case ItemFinding::IdleDistractor: return "idle-option";
    case ItemFinding::Good: return "good";
    }
    return {};
}

void figures(Call& call) {
    const auto questions = app::quizFigures(*call.desk, call.word(0));
    if (questions.empty()) call.output.sentence(app::filled(call.tr("Nobody has handed in a paper of {0} yet."), {call.word(0)}));
    for (const auto& one : questions) {
        std::vector<std::string> chosen;
        for (std::size_t at = 0; at < one.figures.chosen.size(); ++at)
            chosen.push_back(std::to_string(one.figures.chosen[at]) + " " + one.options[at]);
        const auto percent = one.figures.difficultyPercent();
        std::vector<std::string> meaning;
        for (const auto finding : one.findings)
            meaning.push_back(keyOf(finding));
        call.output.row({one.version, one.question, one.text, std::int64_t{one.figures.papers},
                         std::int64_t{one.figures.blank}, percent ? Item(std::int64_t{*percent}) : Item(),
                         hundredths(one.figures.discrimination), meaning, chosen});
    }
}

std::string keyOf(app::RegradeLine::What what) {
    switch (what) {
    case app::RegradeLine::What::Result: return "changes";
    case app::RegradeLine::What::Waits: return "waits-for-a-mark";
    case app::RegradeLine::What::ByHand: return "corrected-by-hand";
    }
    return {};
}

void regrade(Call& call) {
    const std::string quiz = call.word(0), version = call.value("version"), course = call.value("course");
    if (version.empty()) throw Usage{"--version is needed: whose questions count"};
    const auto preview = app::regradePreview(*call.desk, quiz, version, course);
    for (const auto& one : preview.lines) {
        const bool waits = one.what == app::RegradeLine::What::Waits;
        call.output.row({one.name, std::int64_t{one.paper.attempt}, one.day.iso(), std::int64_t{one.questions},
                         waits ? Item() : Item(std::int64_t{one.before}), waits ? Item() : Item(one.passedBefore),
                         waits ? Item() : Item(std::int64_t{one.after}), waits ? Item() : Item(one.passedAfter),
                         keyOf(one.what)});
    }
    call.output.say("same", std::int64_t{preview.same});
    call.output.say("raised", std::int64_t{preview.raised()});
    call.output.say("lowered", std::int64_t{preview.lowered()});
    call.output.say("kept", call.has("keep"));
    if (!call.has("keep")) {
        call.output.sentence(app::filled(
            call.tr("{0} papers would be marked otherwise; nothing was kept. Add --keep --why to keep it."),
            {std::to_string(preview.written())}));
        return;
    }
    call.kept(app::regradeQuiz(*call.desk, quiz, version, call.value("why"), course));
}

} // namespace
} // namespace quiz_commands

std::vector<Command> quizCommands() {
    using namespace quiz_commands;
    return {
        {"quiz list", "", 0, 0, Needs::Actor, "one's own quizzes and where one stands with them", {}, list,
         {"quiz", "title", "questions", "minutes", "to_pass", "used", "allowed", "practice", "state", "percent"}},
        {"quiz begin", "QUIZ", 1, 1, Needs::Actor, "draw the next paper and start its time", {}, begin},
        {"quiz show",
         "QUIZ",
         1,
         1,
         Needs::Actor,
         "the paper under way, or what became of the last one",
         {},
         show},
        {"quiz answer",
         "QUIZ NUMBER [ANSWER...]",
         2,
         60,
         Needs::Actor,
         "answer a question: letters of options, true or false, or words; none takes the answer back",
         {},
         answer},
        {"quiz hand-in", "QUIZ", 1, 1, Needs::Actor, "hand the paper in", {}, handIn},
        {"quiz grant",
         "TRAINEE QUIZ",
         2,
         2,
         Needs::Actor,
         "grant a further attempt",
         {{"why", "TEXT", "the reason"}},
         grant},
        {"quiz waiting", "", 0, 0, Needs::Actor, "open answers that wait for a mark", {}, waiting,
         {"number", "trainee", "quiz", "attempt", "handed_in", "question", "answer"}},
        {"quiz figures", "QUIZ", 1, 1, Needs::Actor,
         "how its questions work: difficulty, discrimination, and how often each option was chosen", {}, figures,
         {"version", "question", "text", "papers", "blank", "difficulty_percent", "discrimination_hundredths",
          "meaning", "chosen"}},
        {"quiz mark",
         "TRAINEE QUIZ ATTEMPT QUESTION PERCENT",
         5,
         5,
         Needs::Actor,
         "mark an open answer",
         {{"note", "TEXT", "what the trainee reads with it"}},
         mark},
        {"quiz regrade",
         "QUIZ",
         1,
         1,
         Needs::Actor,
         "who would change if the kept papers were marked with another version's questions; --keep keeps it",
         {{"version", "VERSION", "whose questions count"},
          {"course", "COURSE", "where several courses have that quiz"},
          {"keep", "", "keep it; former results stay in the history"},
          {"why", "TEXT", "the reason"}},
         regrade,
         {"trainee", "attempt", "handed_in", "questions", "before", "passed_before", "after", "passed_after", "what"}},
    };
}

} // namespace fledgling::cli
