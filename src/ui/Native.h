#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <wx/image.h>
#include <wx/string.h>

class wxAnyButton;
class wxBitmapBundle;
class wxWindow;

/// What wx doesn't offer and the toolkit below does (GTK 3).
namespace fledgling::ui::native {

/// The name a screen reader says, and a description if there is one.
void setAccessible(wxWindow* window, const wxString& name, const wxString& description);
[[nodiscard]] wxString accessibleName(wxWindow* window);
/// What is said of it besides its name; empty: nothing more.
void describe(wxWindow* window, const wxString& description);
[[nodiscard]] wxString accessibleDescription(wxWindow* window);

/// Marks for the style sheet that Look installs: "rail", "card", "chip", "primary", "quiet".
void setStyle(wxWindow* window, const char* styleClass, bool on = true);
void installStyleSheet(const std::string& css);
/// Writes in the font the system has for that language ("en", "zh_CN"), and Chinese names in a Chinese one in either. Left
/// alone, the toolkit goes by the system's language: in another one it takes digits and Chinese characters, these as
/// Japanese writes them, from two fonts of different heights.
void writeIn(const std::string& language);
/// Marks what scrolls as "typing" for the style sheet while the text in it has the keyboard: the toolkit draws no focus
/// there, and its style sheets can't ask for it.
void markTyping();
/// Told when the look of the system may have changed, by whatever way; often told for nothing.
void onStyleChanged(wxWindow* window, std::function<void()> told);

/// Between the parts of a rail's button.
constexpr int RAIL_GAP = 8;
/// A wide button: icon, words left, count and key right (dim).
void layOutRailButton(wxAnyButton* button, const wxBitmapBundle& icon, const wxString& words,
                      const wxString& count, const wxString& keys);

/// A large button: icon, words, and a line of detail under them.
void layOutChoice(wxAnyButton* button, const wxBitmapBundle& icon, const wxString& words,
                  const wxString& detail);

/// A small button: icon and words with a gap that holds whenever it was made. (The toolkit's own layout loses it on a
/// button made while the window is shown.)
void layOutIconButton(wxAnyButton* button, const wxBitmapBundle& icon, const wxString& words);

/// PNG, JPEG, WebP or SVG bytes as a picture at most `width` pixels wide (SVG is drawn at that width); not
/// ok() if it is none.
[[nodiscard]] wxImage picture(std::string_view bytes, int width);
/// Gives everything below the window its place at once, also what the toolkit forgot: what asks for a layout before it ever
/// had a place, or while a layout is on its way, is marked as asking, and neither it nor anything in it is laid out again
/// until it has another size.
void layOutNow(wxWindow* topLevel);
/// Air around the text of a field of several lines.
void setTextAir(wxWindow* field, int across, int down);
/// A choice may be narrower than its widest option, which then ends in an ellipsis there and stands whole in the list that
/// opens.
void letShrink(wxWindow* choice);
/// Puts other options into a drop-down list, which keeps the keyboard: while it is empty the toolkit makes it grey, and what is
/// grey loses it.
void refill(wxWindow* choice, const std::function<void()>& fill);
/// A label that ends in an ellipsis is said whole where the mouse rests on it; one that is whole says nothing twice.
void sayWhenCut(wxWindow* label);
/// A note in a corner of the desktop; nothing where the desktop shows none.
void notify(const wxString& title, const wxString& words);
/// Gives a window its size before it is shown. Otherwise the toolkit lays it out at no size first and at its least one
/// next, and what is in it complains.
void sizeUnshown(wxWindow* topLevel);
/// No caret blinks and nothing glides any more: for pictures.
void holdStill();
/// What a window shows, its menus and children with it.
[[nodiscard]] wxImage portrait(wxWindow* window);

} // namespace fledgling::ui::native
