#pragma once

#include <filesystem>
#include <string>
#include <wx/bmpbndl.h>
#include <wx/colour.h>
#include <wx/font.h>
#include <wx/string.h>

class wxStaticText;
class wxTextCtrl;
class wxWindow;

/// The one home of looks: grid, type scale, colours, states, icons. Everything follows the system's theme.
namespace fledgling::ui::look {

/// Units of the 8-pixel grid in this window's pixels (halves allowed): gap(this, 2) is 16 px at 100 %.
[[nodiscard]] int gap(const wxWindow* window, double units = 1);

enum class Type { Title, Figure, Section, Body, Small };
[[nodiscard]] wxFont font(Type type);
/// A label in that type; `muted` for what is said beside the point. The text may wrap if the caller wraps it.
wxStaticText* label(wxWindow* parent, const wxString& text, Type type = Type::Body, bool muted = false);
/// A line that is said anew: it ends in an ellipsis where its row has no room, rather than push that wider than the page, and is
/// as high as either language writes.
[[nodiscard]] wxStaticText* line(wxWindow* parent, Type type = Type::Body, bool dim = false, long alignment = wxALIGN_LEFT);

/// How high a line of this window's text stands, Chinese or not, however large the system's letters are.
[[nodiscard]] int lineHeight(const wxWindow* window);
/// As high as with Chinese in it, whatever is: fields beside each other are of one height.
void levelField(wxTextCtrl* field);
/// A field is never lower than its text: where the system's letters are large the toolkit asks for less than they take.
void holdText(wxWindow* field);

[[nodiscard]] bool dark();
[[nodiscard]] wxColour background(); ///< of the page
[[nodiscard]] wxColour text();
[[nodiscard]] wxColour muted();    ///< secondary text, still at least 4.5 : 1
[[nodiscard]] wxColour accent();   ///< the system's selection colour
[[nodiscard]] wxColour line();     ///< hairlines
[[nodiscard]] wxColour raised();   ///< cards, rail, chips: a shade off the background
[[nodiscard]] wxColour selected(); ///< behind a selected row
[[nodiscard]] wxColour cursor();   ///< behind the current cell of a matrix
/// WCAG 2 contrast, 1..21.
[[nodiscard]] double contrast(const wxColour& one, const wxColour& other);

/// A state is always sign + word + colour, from a set colour-blind people can tell apart (Okabe-Ito).
enum class State { None, Met, Due, Missing, NotYet, Waived, Changed };
[[nodiscard]] wxString
sign(State state); ///< met, due, missing, not yet, waived, changed: tick, dot, cross, ring, diamond, arrow
[[nodiscard]] wxString word(State state); ///< translated
/// At least 4.5 : 1 on background(), raised() and a selected row, in light and dark themes.
[[nodiscard]] wxColour colour(State state);
/// A ground with a breath of that colour, on which colour(state) is still read.
[[nodiscard]] wxColour tint(State state);
/// Sign and text with a no-break space; the sign alone when there is no text.
[[nodiscard]] wxString signed_(State state, const wxString& text);

/// What a sentence in place tells: each kind with a sign, a word and a colour of its own.
enum class Notice { Advice, Success, Warning, Changed };
[[nodiscard]] std::string iconOf(Notice notice); ///< a name in assets/icons
[[nodiscard]] wxString word(Notice notice);      ///< translated, for who hears it
[[nodiscard]] wxColour colour(Notice notice);

/// assets/icons/NAME.svg in that colour (the text's when none is given); an empty bundle when there is no
/// such icon.
[[nodiscard]] wxBitmapBundle icon(const std::string& name, int size = 20, const wxColour& colour = {});
/// The icon of the program itself.
[[nodiscard]] wxBitmapBundle programIcon();

/// Where icons/, locale/ and courses/ stand (app::assetsFolder). Throws std::runtime_error when there is none.
[[nodiscard]] std::filesystem::path assets();

/// Whether the theme's colours are others than those in use.
[[nodiscard]] bool themeDiffers();
/// Reads the theme anew, when native::onStyleChanged tells; true when its colours are others than before.
bool themeChanged();

} // namespace fledgling::ui::look
