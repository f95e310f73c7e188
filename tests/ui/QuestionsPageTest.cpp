#include "app/courses/Courses.h"
#include "app/quiz/QuestionBanks.h"
#include "app/sample/Sample.h"
#include "store/AssessmentStore.h"
#include "store/quiz/QuizStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/quiz/AnswerPane.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/listbox.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

class QuestionsInWindow : public InWindow {
protected:
    void SetUp() override {
        InWindow::SetUp();
        if (IsSkipped()) return;
        openSampleAs(app::SAMPLE_TRAINER, "questions");
        settle();
        table = tableNamed(frame().page(), "Questions");
        ASSERT_NE(table, nullptr);
        table->takeFocus();
    }
    app::Desk& desk() { return frame().session()->desk(); }
    Page* page() { return frame().page(); }
    wxString sheet() { return named<RichText>(page(), "As the trainee sees it")->plainText(); }
    wxTextCtrl* field(const wxString& name) { return named<wxTextCtrl>(page(), name); }
    Table* table = nullptr;
};

TEST_F(QuestionsInWindow, ShowHowEachWorksAndReadAsTheTraineeSeesThem) {
    ASSERT_GT(table->size(), 10u);
    EXPECT_FALSE(sheet().empty());
    const wxString before = sheet();
    press("Down");
    EXPECT_TRUE(until([&] { return sheet() != before; }));
    auto* bank = named<wxChoice>(page(), "Bank");
    EXPECT_TRUE(bank->GetStringSelection().Contains("English")) << "in the window's language: " << utf8(bank->GetStringSelection());
    const int practice = bank->FindString("Practice quiz");
    ASSERT_NE(practice, wxNOT_FOUND);
    bank->SetSelection(practice);
    wxCommandEvent event(wxEVT_CHOICE, bank->GetId());
    event.SetInt(practice);
    bank->GetEventHandler()->ProcessEvent(event);
    settle();
    table->takeFocus();
    bool judged = false;
    for (const auto& id : table->order())
        judged = judged || (table->textAt(id, 5) != wxString::FromUTF8("–") && !table->textAt(id, 5).Contains("too few"));
    EXPECT_TRUE(judged) << "ten papers of it say something";
    screenshot(&frame(), "questions");
}

TEST_F(QuestionsInWindow, AreAddedMovedAndKeptAsAVersionByKeyboard) {
    const auto count = table->size();
    const auto versions = app::coursesOf(desk()).size();
    EXPECT_TRUE(page()->primary()->GetName().Contains("Edit")) << "nothing is there to be kept";
    press("N");
    ASSERT_TRUE(until([&] { return field("Question text") != nullptr; }));
    settle();
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return allText(page()).Contains("Write what is asked."); }));
    field("Question text")->SetFocus();
    type("who answers");
    field("Answer A")->SetFocus();
    type("the agent");
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return allText(page()).Contains("a choice needs two options or more"); }));
    field("Answer B")->SetFocus();
    type("nobody");
    auto* right = named<wxCheckBox>(page(), "A is right");
    ASSERT_NE(right, nullptr);
    right->SetFocus();
    press("Space");
    EXPECT_TRUE(until([&] { return field("Percent A")->GetValue() == "100"; }));
    screenshot(&frame(), "questions-form");
    press("Ctrl+Enter");
    ASSERT_TRUE(until([&] { return table->size() == count + 1; })) << utf8(page()->complaint());
    settle();
    table->takeFocus();
    press("Alt+Up");
    EXPECT_TRUE(until([&] { return table->selected() == std::to_string(count - 1); }));
    EXPECT_TRUE(page()->primary()->GetName().Contains("Keep"));
    answerWith("Reason", "one more");
    press("F9");
    EXPECT_TRUE(until([&] { return app::coursesOf(desk()).size() == versions + 1; })) << utf8(page()->complaint());
    settle();
    EXPECT_TRUE(page()->figureText().Contains(wxString::Format("%zu questions", count + 1)));
    EXPECT_TRUE(page()->complaint().Contains("Kept as version")) << "said although the page was drawn anew: " << utf8(page()->complaint());
    EXPECT_TRUE(page()->complaint().Contains(wxString(L"another language, too (\u4e2d\u6587)"))) << utf8(page()->complaint());
}

TEST_F(QuestionsInWindow, TheChosenOneStaysInSightUnderAMessage) {
    press("End");
    ASSERT_TRUE(until([&] { return table->selected() == table->order().back(); }));
    auto* view = table->control();
    const int height = view->GetSize().y;
    const auto bottom = [&] {
        auto* rows = dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel());
        return view->GetItemRect(rows->GetItem(static_cast<unsigned>(table->size() - 1))).GetBottom();
    };
    page()->inform("Something to read.");
    ASSERT_TRUE(until([&] { return view->GetSize().y < height; }));
    EXPECT_TRUE(until([&] { return bottom() <= view->GetSize().y; })) << bottom() << " in " << view->GetSize().y;
}

TEST_F(QuestionsInWindow, OneMoreAnswerIsAKeyAwayAndStandsBelowTheLast) {
    press("N");
    settle();
    ASSERT_NE(field("Answer D"), nullptr);
    ASSERT_EQ(field("Answer E"), nullptr);
    field("Answer A")->SetFocus();
    field("Answer A")->SetValue("sixty seconds");
    press("Ctrl+N");
    ASSERT_TRUE(until([&] { return field("Answer E") != nullptr; }));
    EXPECT_EQ(field("Answer A")->GetValue(), "sixty seconds");
    auto* more = findNamed(page(), "One more answer");
    ASSERT_NE(more, nullptr);
    EXPECT_TRUE(until([&] {
        const int below = more->GetScreenPosition().y - field("Answer E")->GetScreenPosition().y;
        return below > 0 && below < page()->FromDIP(100);
    }));
    click(more);
    EXPECT_TRUE(until([&] { return field("Answer F") != nullptr; }));
}

TEST_F(QuestionsInWindow, AFormBesideTheHelpIsScrolledToTheField) {
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    press("F2");
    ASSERT_TRUE(until([&] { return field("Explanation, shown afterwards") != nullptr; }));
    press("F1");
    settle();
    auto* last = field("Explanation, shown afterwards");
    last->SetFocus();
    const auto shown = [&] {
        const auto pane = last->GetParent()->GetParent()->GetScreenRect();
        return pane.Contains(last->GetScreenRect()) && page()->GetScreenRect().Contains(pane);
    };
    EXPECT_TRUE(until(shown));
    press("Escape");
}

TEST_F(QuestionsInWindow, ADraftOutlivesThePage) {
    const auto count = table->size();
    press("Delete");
    EXPECT_TRUE(until([&] { return table->size() == count - 1; }));
    frame().signIn(desk().actor.id);
    frame().session()->go("questions");
    settle();
    table = tableNamed(page(), "Questions");
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->size(), count - 1);
    EXPECT_TRUE(page()->figureText().Contains("not kept yet"));
    table->takeFocus();
    press("F8");
    EXPECT_TRUE(until([&] { return table->size() == count; }));
}

TEST_F(QuestionsInWindow, MarkingAgainShowsWhoChangesAndKeepsItWithAReason) {
    // The key of a question that somebody was asked, turned round in a new version.
    const auto& versions = app::coursesOf(desk());
    const app::BankAt at{versions.back().course, versions.back().version, "quizzes/final.gift"};
    auto bank = app::bankAt(desk(), at);
    store::QuizStore store(desk().database);
    std::set<std::string> asked;
    for (const auto& kept : store.papersOf(store.takers()))
        if (kept.paper.key.assessment == "final" && kept.handedIn)
            asked.insert(kept.paper.questions.begin(), kept.paper.questions.end());
    for (auto& question : bank.questions)
        if (question.type == domain::QuestionType::TrueFalse && asked.contains(question.id)) question.right = !question.right;
    ASSERT_GT(app::keepBank(desk(), at, bank, "2099.1", "turned").change, 0);
    frame().session()->go("questions", at.course + "/2099.1");
    settle();
    table->takeFocus();
    press("G");
    ASSERT_TRUE(until([&] { return tableNamed(page(), "Who changes") != nullptr; })) << utf8(page()->complaint());
    settle();
    screenshot(&frame(), "questions-regrade");
    const auto before = store::Book(desk().database).last();
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return allText(page()).Contains("Please give a reason"); }));
    EXPECT_EQ(store::Book(desk().database).last(), before);
    field("Reason")->SetFocus();
    type("the key was wrong");
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return page()->statusText().Contains("Kept") || store::Book(desk().database).last() > before; }));
    EXPECT_EQ(store::Book(desk().database).last(), before + 1);
    settle();
    EXPECT_TRUE(page()->complaint().Contains("marked again")) << utf8(page()->complaint());
}

class QuestionFilesInWindow : public QuestionsInWindow {
protected:
    /// Pasted rather than typed: a path is long.
    void read(const std::string& name, const std::string& text) {
        const auto file = std::filesystem::path(std::getenv("XDG_DATA_HOME")) / name;
        if (!text.empty()) std::ofstream(file) << text;
        auto* path = field("Question file (GIFT, Aiken, Moodle XML, .xlsx or .csv)");
        ASSERT_NE(path, nullptr);
        path->SetFocus();
        path->SetValue(u8(file.string()));
        settle();
        press("Enter");
        settle();
    }
    /// Everything said, wherever its lines break.
    wxString said() {
        wxString all = allText(page());
        all.Replace("\n", " ");
        return all;
    }
    Table* preview() { return tableNamed(page(), "Questions of the file"); }
    store::ChangeNumber last() { return store::Book(desk().database).last(); }
};

TEST_F(QuestionFilesInWindow, AFileIsPreviewedAndKeptAsAVersionByKeyboard) {
    const auto count = table->size();
    const auto before = last();
    press("Ctrl+O");
    ASSERT_TRUE(until([&] { return field("Question file (GIFT, Aiken, Moodle XML, .xlsx or .csv)") != nullptr; }));
    settle();
    EXPECT_TRUE(field("Question file (GIFT, Aiken, Moodle XML, .xlsx or .csv)")->HasFocus());
    read("more.gift", "Where do notebooks stand? {=in their one place ~anywhere}\n\nIs a badge worn? {T}\n\nbroken {=a\n");
    ASSERT_NE(preview(), nullptr) << utf8(page()->complaint());
    ASSERT_EQ(preview()->size(), 3u);
    EXPECT_EQ(preview()->textAt("problem 0", 0), "line 5");
    EXPECT_EQ(preview()->textAt("0", 1), look::signed_(look::State::Met, "new"));
    EXPECT_TRUE(preview()->textAt("0", 3).Contains("notebooks"));
    EXPECT_TRUE(said().Contains("1 single choice")) << utf8(said());
    EXPECT_EQ(last(), before) << "nothing is kept before it is said";
    screenshot(&frame(), "questions-import");
    press("Escape");
    ASSERT_TRUE(until([&] { return preview() == nullptr; }));
    EXPECT_EQ(last(), before);
    EXPECT_EQ(table->size(), count);
    EXPECT_FALSE(page()->figureText().Contains("not kept yet"));

    table->takeFocus();
    press("Ctrl+O");
    settle();
    read("more.gift", "");
    press("Ctrl+Enter");
    ASSERT_TRUE(until([&] { return table->size() == count + 2; })) << utf8(page()->complaint());
    EXPECT_EQ(last(), before + 1);
    settle();
    EXPECT_TRUE(page()->complaint().Contains("2 questions are added")) << utf8(page()->complaint());
    EXPECT_EQ(table->selected(), std::to_string(count));
    table->takeFocus();
    press("Ctrl+O");
    settle();
    read("more.gift", "");
    EXPECT_EQ(preview()->textAt("0", 1), look::signed_(look::State::NotYet, "in the bank already"));
    press("Ctrl+Enter");
    settle();
    EXPECT_EQ(last(), before + 1) << "a second run adds nothing";
}

TEST_F(QuestionFilesInWindow, ATableIsReadAndAFileWithoutQuestionsSaysWhatToDo) {
    press("Ctrl+O");
    settle();
    read("table.csv", "题型,题干,选项A,选项B,选项C,选项D,答案,解析\n单选,工牌戴在哪里？,胸前,口袋,,,A,\n判断,工位可以吃东西。,,,,,错,\n怪题,什么？,,,,,A,\n");
    ASSERT_NE(preview(), nullptr) << utf8(page()->complaint());
    ASSERT_EQ(preview()->size(), 3u);
    EXPECT_EQ(preview()->textAt("problem 0", 0), "line 4");
    EXPECT_EQ(preview()->textAt("1", 3), u8("工位可以吃东西。"));
    const auto before = last();
    read("prose.txt", "Dear all,\n\nthe meeting is on Friday.\n");
    EXPECT_TRUE(said().Contains("holds no question")) << utf8(said());
    press("Ctrl+Enter");
    settle();
    EXPECT_EQ(last(), before);
    read("none.gift", "");
    EXPECT_TRUE(page()->complaint().Contains("doesn't exist")) << utf8(page()->complaint());
    EXPECT_TRUE(said().Contains("nothing is kept")) << utf8(said());
    press("Ctrl+Enter");
    settle();
    EXPECT_EQ(last(), before);
}

TEST_F(QuestionFilesInWindow, AreNotReadWhileChangesWaitToBeKept) {
    auto* import = named<wxButton>(page(), "Import questions");
    ASSERT_NE(import, nullptr);
    EXPECT_TRUE(import->IsEnabled());
    EXPECT_TRUE(named<wxButton>(page(), "Export questions")->IsEnabled());
    press("Delete");
    EXPECT_TRUE(until([&] { return !import->IsEnabled(); }));
    press("F8");
    EXPECT_TRUE(until([&] { return import->IsEnabled(); }));
}

/// Where a question is answered, alone in a window: banks of the sample hold no ordering.
class Answering : public InWindow {
protected:
    AnswerPane* make(const app::QuizView::Asked& asked) {
        m_window = new wxFrame(nullptr, wxID_ANY, "answer", wxDefaultPosition, wxSize(640, 480));
        auto* pane = new AnswerPane(m_window);
        pane->onAnswered = [this](const domain::Response& response) { given = response; };
        m_window->Bind(wxEVT_CHAR_HOOK, [pane](wxKeyEvent& event) {
            if (!pane->key(event)) event.Skip();
        });
        pane->show(asked);
        m_window->Show();
        until([this] { return m_window->IsActive(); });
        pane->focusFirst();
        settle();
        return pane;
    }
    void TearDown() override {
        if (m_window) m_window->Destroy();
        InWindow::TearDown();
    }
    wxFrame* m_window = nullptr;
    domain::Response given;
};

TEST_F(Answering, AltAndArrowsPutStepsInOrder) {
    make({"q", domain::QuestionType::Ordering, "", {"solve", "greet", "close"}, {}, {}, {}});
    press("Alt+Down");
    EXPECT_TRUE(until([&] { return given == domain::Response(std::vector<std::size_t>{1, 0, 2}); }));
    press("Alt+Down");
    EXPECT_TRUE(until([&] { return given == domain::Response(std::vector<std::size_t>{1, 2, 0}); }));
    press("Alt+Up");
    EXPECT_TRUE(until([&] { return given == domain::Response(std::vector<std::size_t>{1, 0, 2}); }));
}

TEST_F(Answering, ArrowsChooseAPartnerForEach) {
    make({"q", domain::QuestionType::Matching, "", {"one", "two"}, {"first", "second"}, {}, {}});
    press("Down");
    EXPECT_TRUE(until([&] { return given == domain::Response(std::vector<std::string>{"one", ""}); }));
    named<wxChoice>(m_window, "second")->SetFocus();
    settle();
    press("Down");
    press("Down");
    EXPECT_TRUE(until([&] { return given == domain::Response(std::vector<std::string>{"one", "two"}); }));
}

} // namespace
} // namespace fledgling::ui::test
