#pragma once

#include "app/Department.h"
#include "domain/Time.h"
#include "ui/frame/MainFrame.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <wx/string.h>
#include <wx/timer.h>

class wxWindow;

namespace fledgling::ui {
class Table;
}

namespace fledgling::ui::test {

/// False where neither a display nor Xvfb is there; tests of windows then skip.
[[nodiscard]] bool windowSystem();

/// Runs the event loop until the condition holds, at most a minute (a busy machine is slow); the condition's last value.
bool until(const std::function<bool()>& condition);
/// Runs the event loop until nothing is left to do.
void settle();

/// A key as a person presses it: "Ctrl+K", "Enter", "F1", "L". Goes to whatever has the keyboard.
void press(const std::string& key);
/// ASCII text, key by key.
void type(const std::string& text);
/// The frame as .build/pictures/tests/NAME.png, for eyes.
void screenshot(wxWindow* window, const std::string& name);

/// The first shown window below that has this accessible name (and passes `wanted`); null when there is none.
[[nodiscard]] wxWindow* findNamed(wxWindow* below, const wxString& name,
                                  const std::function<bool(wxWindow*)>& wanted = {});
/// The same of one kind of control: a field's label answers to the same name.
template <class Window>
Window* named(wxWindow* below, const wxString& name) {
    return dynamic_cast<Window*>(
        findNamed(below, name, [](wxWindow* one) { return dynamic_cast<Window*>(one) != nullptr; }));
}
/// The table with that accessible name; null when there is none.
[[nodiscard]] Table* tableNamed(wxWindow* below, const wxString& name);
/// What its first `count` columns take together, in pixels.
[[nodiscard]] int widthOfColumns(Table& table, int count);
/// That all its columns come to stand within it, so that nothing has to be scrolled to sidewise.
[[nodiscard]] testing::AssertionResult standsAcross(Table& table);
/// Presses a button as a click does.
void click(wxWindow* button);
/// Every label, title and button text below, each on a line.
[[nodiscard]] wxString allText(wxWindow* below);
/// The second at which a film shown below stands, -1 where none is shown. It may leave seconds out: ask for "at least".
[[nodiscard]] int filmSecond(wxWindow* below);

/// The toolkit's dark theme in place of the light one, or the other way round, as long as it lives.
class OtherTheme {
public:
    OtherTheme();
    ~OtherTheme();
    OtherTheme(const OtherTheme&) = delete;
    OtherTheme& operator=(const OtherTheme&) = delete;

private:
    std::string m_was;
};

/// Letters twice as large as usual, as somebody sets them who sees badly, for what is made as long as it lives.
class LargeText {
public:
    LargeText();
    ~LargeText();
    LargeText(const LargeText&) = delete;
    LargeText& operator=(const LargeText&) = delete;
};

/// The day the window tests stand on, but for those that say another: a Thursday in the middle of a course's month. What they ask
/// of the sample department would not hold on every day. `FLEDGLING_TEST_DAY=2027-01-04` tries another.
[[nodiscard]] domain::Date usualDay();
/// From ten in the morning of that day the window's clock runs on.
void standOn(domain::Date day);

/// A frame on the screen with an empty home: own config, own data folder. Closed at the end.
class InWindow : public testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;
    /// The frame as the command line would open it.
    MainFrame& open(const StartOptions& options = {});
    /// The sample department (one copy for all tests of the program, in memory of the disk), signed in by
    /// staff number.
    MainFrame& openSampleAs(const std::string& staffNumber, const std::string& page = {});
    [[nodiscard]] MainFrame& frame() { return *m_frame; }
    /// Answers the dialogs to come, which run their own loop, from inside it: the text in the field of that label.
    void answerWith(const wxString& label, const wxString& text);

private:
    MainFrame* m_frame = nullptr;
    wxTimer m_answer;
    std::filesystem::path m_home;
};

} // namespace fledgling::ui::test
