#include "ui/Look.h"

#include "app/Assets.h"
#include "ui/Native.h"
#include "ui/Text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <wx/intl.h>
#include <wx/settings.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui::look {
namespace {

wxColour system(wxSystemColour which) { return wxSystemSettings::GetColour(which); }

wxColour mixed(const wxColour& one, const wxColour& other, double share) {
    const auto mix = [share](int a, int b) {
        return static_cast<unsigned char>(std::lround(a * (1 - share) + b * share));
    };
    return {mix(one.Red(), other.Red()), mix(one.Green(), other.Green()), mix(one.Blue(), other.Blue())};
}

double luminance(const wxColour& colour) {
    const auto linear = [](int channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.Red()) + 0.7152 * linear(colour.Green()) + 0.0722 * linear(colour.Blue());
}

/// How much of the accent stands behind a selected row and the current cell: enough to see, little enough to keep every
/// colour readable.
constexpr double SELECTED = 0.22, CURSOR = 0.34;
/// Of the lines along a selected row against the table's ground: what WCAG asks of what isn't text.
constexpr double SEEN = 3.0;

/// The accent, led towards the text until it is seen on a table's ground: some themes choose one for large surfaces.
wxColour edge() {
    const wxColour ground = system(wxSYS_COLOUR_LISTBOX);
    wxColour seen = accent();
    for (double share = 0.05; share < 1 && contrast(seen, ground) < SEEN; share += 0.05)
        seen = mixed(accent(), text(), share);
    return seen;
}

std::string hex(const wxColour& colour) { return utf8(colour.GetAsString(wxC2S_HTML_SYNTAX)); }

std::string styleSheet() {
    const std::string chosen = hex(selected());
    const std::string over = hex(mixed(raised(), text(), 0.06));
    const std::string current = hex(mixed(raised(), accent(), 0.24));
    const std::string words = hex(text());
    const std::string along = hex(edge());
    return "treeview.view:selected, treeview.view:selected:focus { background-color: " + chosen +
           "; color: " + words + "; box-shadow: inset 0 1px " + along + ", inset 0 -1px " + along +
           "; }\n"
           "treeview.view { -GtkTreeView-vertical-separator: 0; }\n"
           "treeview.view:drop(active) { border-style: solid none; border-width: 2px; border-color: " +
           hex(accent()) +
           "; }\n"
           "treeview.view:drop(active).before { border-bottom-style: none; }\n"
           "treeview.view:drop(active).after { border-top-style: none; }\n"
           "treeview.view header button { padding: 4px 6px; font-weight: normal; color: " +
           hex(muted()) + "; }\ntreeview.view header button:hover { color: " + words +
           "; }\n"
           ".dense treeview.view header button { padding: 2px 6px; min-height: 0; }\n"
           ".small-headings treeview.view header button { padding: 4px 3px; font-size: smaller; }\n"
           ".rail { border: none; box-shadow: none; background: none; border-radius: 6px; min-height: 20px; padding: 1px 10px; "
           "color: " +
           words + "; }\n.rail:hover { background-color: " + over +
           "; }\n.rail:checked { background-color: " + current +
           "; font-weight: bold; }\n.rail:focus { outline: 2px solid " + hex(accent()) +
           "; outline-offset: -2px; }\n.rail-key { font-weight: normal; font-size: smaller; color: " +
           hex(muted()) +
           "; }\n.rail-count { font-weight: bold; font-size: smaller; border-radius: 9px; padding: 0 7px; "
           "background-color: " +
           hex(mixed(raised(), accent(), 0.3)) +
           "; }\n"
           "scrolledwindow.typing { background-color: " +
           hex(system(wxSYS_COLOUR_LISTBOX)) + "; border-color: " + hex(accent()) + "; box-shadow: inset 0 0 0 1px " + hex(accent()) +
           // The ring is drawn on the ground, which the text would cover with its own.
           "; }\nscrolledwindow.typing textview, scrolledwindow.typing textview text { background: none; }\n"
           ".choice { padding: 12px 16px; }\n.choice-title { font-weight: bold; }\n"
           // In a window that is shown the toolkit leads a size over to the new one, and it is measured on the way.
           ".rail, .quiet, .chip { transition: none; }\n"
           ".quiet { border-color: transparent; background: none; box-shadow: none; padding: 3px 8px; }\n"
           ".quiet:hover { background-color: " +
           over +
           "; }\n"
           ".chip { border-radius: 14px; padding: 1px 10px; }\n"
           ".chip:checked { background: " +
           current + "; color: " + words + "; font-weight: bold; }\n";
}

struct Palette {
    bool dark = false;
    wxColour background, text, accent;
};

Palette readTheme() {
    Palette read;
    read.background = system(wxSYS_COLOUR_BTNFACE);
    read.text = system(wxSYS_COLOUR_WINDOWTEXT);
    read.accent = system(wxSYS_COLOUR_HIGHLIGHT);
    read.dark = luminance(read.background) < luminance(read.text);
    return read;
}

Palette& palette() {
    static Palette known;
    if (!known.text.IsOk()) {
        known = readTheme();
        native::installStyleSheet(styleSheet());
        native::markTyping();
    }
    return known;
}

std::map<std::string, std::string>& drawings() {
    static std::map<std::string, std::string> known;
    return known;
}

const std::string& drawing(const std::string& name) {
    auto [at, added] = drawings().try_emplace(name);
    if (added) {
        std::ifstream file(assets() / "icons" / (name + ".svg"), std::ios::binary);
        std::ostringstream all;
        all << file.rdbuf();
        at->second = all.str();
    }
    return at->second;
}

/// A text of either script: Chinese letters stand higher than Latin ones.
std::array<wxString, 2> scripts() { return {wxString("Ag"), wxString(wxUniChar(0x56FD))}; }

} // namespace

int gap(const wxWindow* window, double units) {
    return window->FromDIP(static_cast<int>(std::lround(8 * units)));
}

wxFont font(Type type) {
    const wxFont body = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
    switch (type) {
    case Type::Title: return body.Scaled(1.6f).Bold();
    case Type::Figure: return body.Scaled(1.2f);
    case Type::Section: return body.Scaled(1.1f).Bold();
    case Type::Body: return body;
    case Type::Small: return body.Scaled(0.9f);
    }
    return body;
}

wxStaticText* label(wxWindow* parent, const wxString& text, Type type, bool dim) {
    auto* made = new wxStaticText(parent, wxID_ANY, text);
    made->SetFont(font(type));
    if (dim) made->SetForegroundColour(muted());
    return made;
}

wxStaticText* line(wxWindow* parent, Type type, bool dim, long alignment) {
    auto* made = new wxStaticText(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
                                  wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE | alignment);
    made->SetFont(font(type));
    if (dim) made->SetForegroundColour(muted());
    made->SetMinSize(wxSize(0, lineHeight(made)));
    return made;
}

int lineHeight(const wxWindow* window) {
    int height = 0;
    for (const auto& script : scripts())
        height = std::max(height, window->GetTextExtent(script).y);
    return height;
}

void holdText(wxWindow* field) {
    constexpr int EDGES = 6; // less than the toolkit's own
    const wxSize least = field->GetEffectiveMinSize();
    field->SetMinSize(wxSize(field->GetMinSize().x, std::max(least.y, lineHeight(field) + field->FromDIP(EDGES))));
}

void levelField(wxTextCtrl* field) {
    const wxString value = field->GetValue();
    int height = 0;
    for (const auto& script : scripts()) {
        field->ChangeValue(script);
        field->InvalidateBestSize();
        height = std::max(height, field->GetBestSize().y);
    }
    field->ChangeValue(value);
    field->InvalidateBestSize();
    field->SetMinSize(wxSize(field->GetMinSize().x, height));
    holdText(field);
}

bool dark() { return palette().dark; }
wxColour background() { return palette().background; }
wxColour text() { return palette().text; }
wxColour muted() { return mixed(text(), background(), dark() ? 0.28 : 0.30); }
wxColour accent() { return palette().accent; }
wxColour line() { return mixed(background(), text(), 0.16); }
wxColour raised() { return mixed(background(), text(), dark() ? 0.06 : 0.035); }
wxColour selected() { return mixed(system(wxSYS_COLOUR_LISTBOX), edge(), SELECTED); }
wxColour cursor() { return mixed(system(wxSYS_COLOUR_LISTBOX), edge(), CURSOR); }

double contrast(const wxColour& one, const wxColour& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

wxString sign(State state) {
    switch (state) {
    case State::None: return {};
    case State::Met: return wxUniChar(0x2713);
    case State::Due: return wxUniChar(0x25CF);
    case State::Missing: return wxUniChar(0x2715);
    case State::NotYet: return wxUniChar(0x25CB);
    case State::Waived: return wxUniChar(0x25C7);
    case State::Changed: return wxUniChar(0x21BB);
    }
    return {};
}

wxString word(State state) {
    switch (state) {
    case State::None: return {};
    // TRANSLATORS: the six states of a requirement, each shown with its own sign
    case State::Met: return _("met");
    case State::Due: return _("due");
    case State::Missing: return _("missing");
    case State::NotYet: return _("not yet");
    case State::Waived: return _("waived");
    case State::Changed: return _("changed since");
    }
    return {};
}

wxColour colour(State state) {
    // Okabe-Ito's hues, darkened or lightened until they read as text on every ground they stand on.
    switch (state) {
    case State::None: return text();
    case State::Met: return dark() ? wxColour(0x4C, 0xD6, 0xAE) : wxColour(0x00, 0x5E, 0x45);
    case State::Due: return dark() ? wxColour(0xF2, 0xBC, 0x4E) : wxColour(0x74, 0x4B, 0x00);
    case State::Missing: return dark() ? wxColour(0xFF, 0xA0, 0x6E) : wxColour(0x9C, 0x32, 0x00);
    case State::NotYet: return dark() ? wxColour(0xC4, 0xC4, 0xC4) : wxColour(0x50, 0x50, 0x50);
    case State::Waived: return dark() ? wxColour(0xEA, 0xB0, 0xD2) : wxColour(0x7E, 0x2F, 0x62);
    case State::Changed: return dark() ? wxColour(0x8A, 0xCB, 0xF5) : wxColour(0x00, 0x4F, 0x7E);
    }
    return text();
}

wxColour tint(State state) {
    const wxColour ground = system(wxSYS_COLOUR_LISTBOX);
    return state == State::None ? ground : mixed(ground, colour(state), dark() ? 0.14 : 0.10);
}

wxString signed_(State state, const wxString& words) {
    if (state == State::None) return words;
    return words.empty() ? sign(state) : sign(state) + wxUniChar(0xA0) + words;
}

std::string iconOf(Notice notice) {
    switch (notice) {
    case Notice::Advice: return "advice";
    case Notice::Success: return "done";
    case Notice::Warning: return "warning";
    case Notice::Changed: return "changed";
    }
    return {};
}

wxString word(Notice notice) {
    switch (notice) {
    // TRANSLATORS: the four kinds of message above a page, as a screen reader says them
    case Notice::Advice: return _("Advice");
    case Notice::Success: return _("Done");
    case Notice::Warning: return _("Warning");
    case Notice::Changed: return _("Changed");
    }
    return {};
}

wxColour colour(Notice notice) {
    switch (notice) {
    case Notice::Advice: return text();
    case Notice::Success: return colour(State::Met);
    case Notice::Warning: return colour(State::Missing);
    case Notice::Changed: return colour(State::Changed);
    }
    return text();
}

wxBitmapBundle icon(const std::string& name, int size, const wxColour& colour) {
    std::string svg = drawing(name);
    if (svg.empty()) return {};
    const std::string ink = hex(colour.IsOk() ? colour : text());
    for (std::size_t at = 0; (at = svg.find("currentColor", at)) != std::string::npos; at += ink.size())
        svg.replace(at, 12, ink);
    return wxBitmapBundle::FromSVG(svg.c_str(), wxSize(size, size));
}

wxBitmapBundle programIcon() { return wxBitmapBundle::FromSVG(drawing("fledgling").c_str(), wxSize(48, 48)); }

std::filesystem::path assets() {
    namespace fs = std::filesystem;
    static const fs::path found = [] {
        const fs::path place = app::assetsFolder();
        if (!fs::is_directory(place / "icons"))
            throw std::runtime_error("no assets: set FLEDGLING_ASSETS to the folder that holds icons/, calendars/ and locale/");
        return place;
    }();
    return found;
}

bool themeDiffers() {
    const Palette before = palette();
    const Palette now = readTheme();
    return before.background != now.background || before.text != now.text || before.accent != now.accent;
}

bool themeChanged() {
    if (!themeDiffers()) return false;
    // Only now: a new sheet is itself a change of style, and would call for the next one.
    palette() = {};
    palette();
    return true;
}

} // namespace fledgling::ui::look
