#pragma once

#include <functional>

class wxKeyEvent;
class wxRect;
class wxWindow;

/// Who has the keyboard. wx and the toolkit below it don't always agree: every answer is given here.
namespace fledgling::ui::native {

/// Which control has the keyboard; what is hidden has it no more, whatever the toolkit remembers.
[[nodiscard]] wxWindow* whoHears();
/// The same for a key that is on its way: the toolkit forgets a choice's keyboard, but tells keys to it.
[[nodiscard]] wxWindow* whoHears(const wxKeyEvent& event);
/// Whether anything in that window has the keyboard, also what wx doesn't know: the button inside a drop-down list, or the
/// heading of a table.
[[nodiscard]] bool hasKeyboard(const wxWindow* topLevel);
/// Calls back with the place on the screen of whatever in `window`, at any depth, comes to have the keyboard; also of a drop-down
/// list, of which wx tells nobody.
void onKeyboardWithin(wxWindow* window, std::function<void(const wxRect&)> then);
/// Whether the control that has the keyboard needs this key for itself.
[[nodiscard]] bool belongsToControl(const wxKeyEvent& event);

} // namespace fledgling::ui::native
