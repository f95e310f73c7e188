#include "app/quiz/QuestionBanks.h"

#include "../DeskFixture.h"
#include "app/courses/Courses.h"
#include "app/quiz/BankFiles.h"
#include "app/quiz/QuestionsView.h"
#include "format/FormatError.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace fledgling::app::test {
namespace {

using namespace domain;
using format::ProblemKind;

const char* PATH = "quizzes/final.gift";

std::map<std::string, std::string> package() {
    auto files = coursePackage("2026.2");
    auto& course = files.at("course.yaml");
    course = "# what the department says\n" + course;
    course.insert(course.find("  - {id: desk,"),
                  "  - {id: final, kind: quiz, title: Final quiz, bank: quizzes/final.gift, pass: 75%, draw: 2}\n");
    files[PATH] = "// [id:q1]\n::first::Who comes first? {=the customer ~the agent}\n\n// [id:q2]\nIs late free? {F}\n";
    return files;
}

class Questions : public DeskFixture {
protected:
    Questions() { loadPackage(package(), "2026.2"); }
    QuestionsView viewOf(const PersonId& who) {
        QuestionsView view(at(who), "en");
        view.load();
        view.show("small", "2026.2", PATH);
        return view;
    }
    static Question choice(const std::vector<int>& fractions) {
        Question question;
        question.type = QuestionType::Single;
        question.text.text = "What?";
        for (const int fraction : fractions)
            question.answers.push_back({{"option " + std::to_string(question.answers.size())}, fraction, "", {}});
        return question;
    }
    static std::optional<ProblemKind> firstError(const Question& question) {
        for (const auto& one : checkQuestion(question))
            if (one.problem.severity() == format::Severity::Error) return one.problem.kind;
        return std::nullopt;
    }
};

TEST_F(Questions, AQuestionIsCheckedByTheReaderOfBanks) {
    EXPECT_EQ(firstError(choice({FULL_MARK, 0})), std::nullopt);
    EXPECT_EQ(firstError(choice({0, 0})), ProblemKind::QuizNoRight);
    EXPECT_EQ(firstError(choice({FULL_MARK, FULL_MARK})), ProblemKind::QuizTwoRight);
    EXPECT_EQ(firstError(choice({FULL_MARK})), ProblemKind::QuizTooFewOptions);
    auto silent = choice({FULL_MARK, 0});
    silent.text.text = " ";
    EXPECT_EQ(firstError(silent), ProblemKind::NoValue);
    Question number;
    number.type = QuestionType::Numerical;
    number.text.text = "How many?";
    number.answers = {{{"sixty"}, FULL_MARK, "0", {}}};
    EXPECT_EQ(firstError(number), ProblemKind::GiftNumber);
    EXPECT_EQ(checkQuestion(number).front().field, QuestionField::Answers);
}

TEST_F(Questions, AChangedBankIsANewVersionAndACohortKeepsItsOwn) {
    const auto cohort = addCohort("Mar", today, {}, "2026.2");
    auto view = viewOf(trainer);
    ASSERT_EQ(view.rows().size(), 2u);
    auto first = view.question(0);
    first.answers[0].fraction = 0;
    first.answers[1].fraction = FULL_MARK;
    view.put(0, first);
    view.put(9, choice({FULL_MARK, 0}));
    EXPECT_EQ(view.move(2, -1), 1u);
    EXPECT_TRUE(view.changed());
    EXPECT_EQ(view.question(1).id, "q3") << "one that no other has";
    EXPECT_EQ(refusedBy([&] { view.keep("2026.3", " "); }), Rule::ReasonNeeded);
    const auto load = view.keep(view.proposedVersion(), "the key was wrong");
    EXPECT_GT(load.change, 0) << (load.problems.empty() ? "" : load.problems.front().text());
    EXPECT_EQ(load.entry.version, "2026.3");
    EXPECT_EQ(view.shown().version, "2026.3");
    EXPECT_FALSE(view.changed());
    const auto& bank = bankAt(at(trainer), {"small", "2026.3", PATH});
    ASSERT_EQ(bank.questions.size(), 3u);
    EXPECT_EQ(bank.questions[0].answers[1].fraction, FULL_MARK);
    EXPECT_EQ(bankAt(at(trainer), {"small", "2026.2", PATH}).questions.size(), 2u) << "that version never changes";
    EXPECT_EQ(store::CohortStore(m_database).cohort(cohort)->version, "2026.2");
    EXPECT_TRUE(store::CohortStore(m_database).files("small", "2026.3").at("course.yaml").starts_with("# what the department says\n"));
    EXPECT_EQ(keepBank(at(trainer), {"small", "2026.3", PATH}, bank, "2026.4", "nothing").change, 0);
}

TEST_F(Questions, WhatIsNotedInTheFileOutlivesEditing) {
    auto files = package();
    auto& course = files.at("course.yaml");
    course.replace(course.find("2026.2"), 6, "2026.7");
    files[PATH] = "// of the department\n\n// [id:q1] asked often\n::first::Who comes first? {\n// the only one\n"
                  "=the customer ~the agent}\n\n// [id:q2]\nIs late free? {F}\n\n// one more to write\n";
    loadPackage(files, "2026.7");
    auto view = viewOf(trainer);
    view.show("small", "2026.7", PATH);
    auto first = view.question(0);
    first.text.text = "Who is served first?";
    view.put(0, first);
    view.put(9, choice({FULL_MARK, 0}));
    ASSERT_GT(view.keep("2026.8", "clearer").change, 0);
    const auto written = store::CohortStore(m_database).files("small", "2026.8").at(PATH);
    for (const char* note : {"// of the department\n\n", "// asked often\n::first::", "\t// the only one\n\t=the customer",
                             "\n\n// one more to write\n"})
        EXPECT_NE(written.find(note), std::string::npos) << written;
}

TEST_F(Questions, AVersionTakenBackIsNotShownAnyMore) {
    auto view = viewOf(trainer);
    view.put(9, choice({FULL_MARK, 0}));
    ASSERT_GT(view.keep("2026.3", "one more").change, 0);
    undo(at(trainer));
    view.load();
    EXPECT_EQ(view.shown().version, "2026.2");
    EXPECT_EQ(view.rows().size(), 2u);
}

TEST_F(Questions, TheBankInTheReadersLanguageIsShownFirst) {
    auto files = package();
    auto& course = files.at("course.yaml");
    course.replace(course.find("2026.2"), 6, "2026.7");
    const std::string de = "quizzes/final.de.gift";
    files[de] = files.at(PATH);
    loadPackage(files, "2026.7");
    const auto shownTo = [&](const char* language) {
        QuestionsView view(at(trainer), language);
        view.show("small", "2026.7");
        return view.shown().path;
    };
    EXPECT_EQ(shownTo("de"), de);
    EXPECT_EQ(shownTo("fr"), PATH) << "the course's own where there is none";
    QuestionsView view(at(trainer), "de");
    view.show("small", "2026.7", PATH);
    EXPECT_EQ(view.shown().path, PATH) << "what is asked for goes before";
}

TEST_F(Questions, ARightAnswerAloneGoesAlongIntoTheOtherLanguage) {
    auto files = package();
    auto& course = files.at("course.yaml");
    course.replace(course.find("2026.2"), 6, "2026.7");
    const std::string de = "quizzes/final.de.gift";
    files[de] = "// [id:q1]\n::zuerst::Wer zuerst? {=der Kunde#ja ~der Kollege}\n\n// [id:q2]\nIst zu spät frei? {F}\n";
    loadPackage(files, "2026.7");
    auto view = viewOf(trainer);
    view.show("small", "2026.7", de);
    auto first = view.question(0);
    std::swap(first.answers[0].fraction, first.answers[1].fraction);
    view.put(0, first);
    EXPECT_EQ(view.following().questions, 1);
    EXPECT_TRUE(view.following().everything);
    auto second = view.question(1);
    second.text.text = "Kostet zu spät etwas?";
    second.right = true;
    view.put(1, second);
    EXPECT_EQ(view.following().questions, 1) << "other words may ask for the opposite";
    EXPECT_FALSE(view.following().everything);
    ASSERT_GT(view.keep("2026.8", "the key was wrong").change, 0);
    const auto& there = bankAt(at(trainer), {"small", "2026.8", PATH});
    EXPECT_EQ(there.questions[0].answers[0].fraction, 0);
    EXPECT_EQ(there.questions[0].answers[1].fraction, FULL_MARK);
    EXPECT_EQ(there.questions[0].answers[1].text.text, "the agent");
    EXPECT_FALSE(there.questions[1].right);
}

/// A file of questions that is gone after the test.
class QuestionFile {
public:
    QuestionFile(const std::string& name, const std::string& text)
        : m_path(std::filesystem::temp_directory_path() / ("fledgling-questions-" + std::to_string(::getpid()) + "-" + name)) {
        if (!text.empty()) std::ofstream(m_path) << text;
    }
    ~QuestionFile() { std::filesystem::remove(m_path); }
    QuestionFile(const QuestionFile&) = delete;
    QuestionFile& operator=(const QuestionFile&) = delete;
    [[nodiscard]] std::string path() const { return m_path.string(); }

private:
    std::filesystem::path m_path;
};

TEST_F(Questions, AFileIsSeenBesideTheBankAndWhatIsNewInItBecomesAVersion) {
    auto view = viewOf(trainer);
    const QuestionFile file("more.gift", "// [id:q1]\n::one::Where do logs stand? {=here ~there}\n\nWho comes first? {=the customer ~the agent}\n\n"
                                         "Is late free? {T}\n\nWhere do logs stand? {=here ~there}\n\nbroken {=a\n");
    const auto before = last();
    const auto import = view.readImport(file.path());
    EXPECT_EQ(last(), before) << "looking keeps nothing";
    using Verdict = BankImport::Verdict;
    ASSERT_EQ(import.lines.size(), 4u);
    EXPECT_EQ(import.lines[0].verdict, Verdict::New);
    EXPECT_EQ(import.lines[1].verdict, Verdict::There) << "whatever it is called";
    EXPECT_EQ(import.lines[2].verdict, Verdict::Otherwise);
    EXPECT_EQ(import.lines[3].verdict, Verdict::There) << "twice in the file";
    EXPECT_EQ(import.types(), (std::vector<std::pair<QuestionType, int>>{{QuestionType::TrueFalse, 1}, {QuestionType::Single, 3}}));
    EXPECT_TRUE(format::hasErrors(import.problems));
    EXPECT_EQ(import.problems.front().line, 10);

    EXPECT_EQ(refusedBy([&] { view.keepImport(import, "2026.3", " "); }), Rule::ReasonNeeded);
    EXPECT_FALSE(view.changed()) << "nothing of it stays";
    EXPECT_EQ(last(), before);
    EXPECT_GT(view.keepImport(import, view.proposedVersion(), "more of them").change, 0);
    EXPECT_EQ(view.shown().version, "2026.3");
    EXPECT_FALSE(view.changed());
    const auto& bank = bankAt(at(trainer), {"small", "2026.3", PATH});
    ASSERT_EQ(bank.questions.size(), 3u);
    EXPECT_EQ(bank.questions[2].text.text, "Where do logs stand?");
    EXPECT_EQ(bank.questions[2].id, "q3") << "q1 is another question here";
    EXPECT_FALSE(bank.questions[1].right) << "what the bank had stays";
    EXPECT_EQ(view.readImport(file.path()).count(Verdict::New), 0) << "a second run adds nothing";
}

TEST_F(Questions, WhatIsNoBankHoldsNoQuestion) {
    const QuestionFile file("prose.txt", "Dear all,\n\nthe meeting is on Friday.\n");
    auto view = viewOf(trainer);
    EXPECT_EQ(view.readImport(file.path()).bank.drawable(), 0u);
    EXPECT_THROW((void)view.readImport("/nowhere/at/all.gift"), format::FormatError);
    EXPECT_FALSE(view.changed());
}

TEST_F(Questions, TheBankShownIsWrittenAsItStandsAndComesBack) {
    auto view = viewOf(trainer);
    view.put(9, choice({FULL_MARK, 0}));
    for (const char* name : {"out.gift", "out.xml"}) {
        const QuestionFile file(name, "old");
        EXPECT_EQ(view.exportTo(file.path()).questions, 3u);
        const auto read = readBankFile(file.path());
        EXPECT_FALSE(format::hasErrors(read.problems)) << name;
        EXPECT_EQ(read.bank.questions.size(), 3u) << name;
        EXPECT_FALSE(std::filesystem::exists(file.path() + ".part")) << "written beside, then put in its place";
    }
}

TEST_F(Questions, WhatTheCourseCannotBearIsNotKept) {
    auto view = viewOf(trainer);
    view.remove(1);
    const auto before = last();
    const auto load = view.keep("2026.3", "fewer");
    EXPECT_TRUE(load.refused()) << "the quiz draws two";
    EXPECT_EQ(load.problems.front().kind, ProblemKind::DrawTooMany);
    EXPECT_EQ(last(), before);
    view.forget();
    EXPECT_FALSE(view.changed());
}

TEST_F(Questions, OnlyWhoTeachesChangesThem) {
    const auto mentor = addMentor("Chen Bo");
    EXPECT_EQ(refusedBy([&] { (void)viewOf(mentor); }), Rule::NotYourRight);
    const QuizBank empty;
    EXPECT_EQ(refusedBy([&] { keepBank(at(mentor), {"small", "2026.2", PATH}, empty, "3", "why"); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { keepBank(at(trainer), {"small", "2026.2", "none.gift"}, empty, "3", "why"); }), Rule::Unknown);
}

TEST_F(Questions, ADraftComesBackFromItsText) {
    auto view = viewOf(trainer);
    view.put(9, choice({FULL_MARK, 0}));
    const auto text = view.draft();
    auto again = viewOf(trainer);
    again.restore(text);
    EXPECT_EQ(again.rows().size(), 3u);
    EXPECT_TRUE(again.changed());
}

TEST_F(Questions, TheNextVersionIsOneThatIsFree) {
    EXPECT_EQ(nextVersion(at(trainer), "small", "2026.2"), "2026.3");
    EXPECT_EQ(nextVersion(at(trainer), "small", "1"), "2");
    EXPECT_EQ(nextVersion(at(trainer), "small", "spring"), "spring.2");
    loadPackage(coursePackage("2026.3"), "2026.3");
    EXPECT_EQ(nextVersion(at(trainer), "small", "2026.2"), "2026.4");
}

TEST(ImportedBank, GoesIntoACourseFolderAndNothingElse) {
    const auto folder = std::filesystem::temp_directory_path() / "fledgling-import-test";
    std::filesystem::remove_all(folder);
    for (const auto& [path, text] : package()) {
        std::filesystem::create_directories((folder / path).parent_path());
        std::ofstream(folder / path) << text;
    }
    const auto aiken = (folder / "new.txt").string(), target = (folder / PATH).string();
    std::ofstream(aiken) << "Which?\nA. this\nB. that\nANSWER: B\n";
    EXPECT_EQ(refusedBy([&] { (void)importBank(aiken, target, Onto::New); }), Rule::BankExists);
    EXPECT_EQ(refusedBy([&] { (void)importBank(aiken, target + ".xml", Onto::New); }), Rule::BankKindUnknown);
    EXPECT_TRUE(format::hasErrors(importBank(aiken, "/nowhere/x.gift", Onto::New).problems));
    const auto done = importBank(aiken, target, Onto::Append);
    EXPECT_FALSE(format::hasErrors(done.problems));
    EXPECT_EQ(checkBank(target).questions, 3u);
    const auto broken = importBank(aiken, target, Onto::Replace);
    EXPECT_TRUE(format::hasErrors(broken.problems)) << "the course is checked with it: its quiz draws two";
    std::filesystem::remove_all(folder);
}

} // namespace
} // namespace fledgling::app::test
