#include "ui/Page.h"

#include "ui/Named.h"
#include "ui/NativeKeyboard.h"
#include "ui/controls/Chips.h"
#include "ui/controls/EditPanel.h"
#include "ui/controls/FlowSizer.h"
#include "ui/controls/Paragraph.h"
#include "ui/frame/MessageBar.h"

#include <algorithm>
#include <utility>
#include <wx/accel.h>
#include <wx/app.h>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {
namespace {

/// A page as high as that has air for its rows and between its parts, at 100 %.
constexpr int ROOMY = 820;
/// And to say in two lines what has no room in one.
constexpr int TALL = 600;
/// One narrower than that hasn't been given its place yet.
constexpr int PLACED = 100;

int plainCode(int code) { return code == WXK_NUMPAD_ENTER ? static_cast<int>(WXK_RETURN) : code; }

} // namespace

/// Says what belongs here and offers the first step.
struct Page::Empty : wxPanel {
    explicit Empty(wxWindow* parent) : wxPanel(parent) {
        auto* all = new wxBoxSizer(wxVERTICAL);
        what = look::label(this, {}, look::Type::Figure, true);
        place = new wxWindow(this, wxID_ANY, wxDefaultPosition, wxSize(1, 1), wxWANTS_CHARS);
        step = new wxButton(this, wxID_ANY, "-");
        all->AddStretchSpacer(2);
        all->Add(what, wxSizerFlags().Centre());
        all->Add(step, wxSizerFlags().Centre().Border(wxTOP, look::gap(this, 2)));
        all->AddStretchSpacer(3);
        SetSizer(all);
        step->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
            if (const auto now = run) now(); // it may draw the page anew, with another step
        });
    }
    void takeFocus() { step->IsShown() ? step->SetFocus() : place->SetFocus(); }
    wxStaticText* what;
    wxButton* step;
    wxWindow* place; ///< where the keyboard stands without a step: no key is heard while nothing has it
    std::function<void()> run;
};

Page::Page(wxWindow* parent, Session& session, const wxString& title) : wxPanel(parent), m_session(session), m_titleText(title) {
    SetName(title);
    m_all = new wxBoxSizer(wxVERTICAL);
    layOutHeader();
    m_bar = new MessageBar(this);
    m_all->Add(m_bar, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, look::gap(this, 2)));
    layOutBody();
    SetSizer(m_all);
    Bind(wxEVT_CHAR_HOOK, &Page::onCharHook, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fitAir();
        fitTitle();
    });
}

Page::~Page() = default;

bool Page::Layout() { return GetClientSize().x >= FromDIP(PLACED) && wxPanel::Layout(); }

void Page::layOutHeader() {
    m_heading = new wxBoxSizer(wxHORIZONTAL);
    m_title = new wxStaticText(this, wxID_ANY, m_titleText, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    m_title->SetFont(look::font(look::Type::Title));
    native::sayWhenCut(m_title);
    m_figure = look::label(this, {}, look::Type::Figure, true);
    m_header = new FlowSizer(look::gap(this, 0.5), FlowSizer::Side::End);
    m_heading->Add(m_title, wxSizerFlags().CentreVertical());
    m_heading->Add(m_figure, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this, 2)));
    m_header->Add(m_heading, wxSizerFlags(1));
    m_header->SetMinSize(-1, look::gap(this, 5));
    m_all->Add(m_header, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, look::gap(this, 2)));
}

void Page::fitTitle() {
    // A long title gives way to the actions; where even a short one leaves no room for them, they fold below it, and the
    // primary one stays beside it.
    int actions = 0, primary = 0;
    for (std::size_t i = 1; i < m_header->GetItemCount(); ++i)
        if (auto* item = m_header->GetItem(i); item->IsShown()) actions += primary = item->CalcMin().x;
    const int all = GetClientSize().x - look::gap(this, 4) - look::gap(this, 3);
    const int wanted = m_title->GetTextExtent(m_titleText).x + 1;
    // Large letters in a window that is tall enough: the figure stands below a title that has no room beside it.
    const int figure = m_figure->GetBestSize().x;
    const bool below = figure > 0 && GetClientSize().y >= FromDIP(TALL) && all - figure - primary < wanted && all - primary >= wanted;
    m_heading->SetOrientation(below ? wxVERTICAL : wxHORIZONTAL);
    m_heading->GetItem(m_figure)->SetBorder(below ? 0 : look::gap(this, 2));
    const int room = below ? all : all - figure;
    const int least = std::min(wanted, FromDIP(160));
    int left = room - actions;
    if (left < least) left = room - primary;
    if (left < least) left = room; // all of them fold
    m_title->SetMinSize(wxSize(std::clamp(left, least, wanted), -1));
    Layout();
}

void Page::layOutBody() {
    const int margin = look::gap(this, 2);
    m_body = new wxPanel(this);
    m_content = new wxBoxSizer(wxVERTICAL);
    m_body->SetSizer(m_content);
    m_all->Add(m_body, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, margin));
    m_empty = new Empty(this);
    m_empty->Hide();
    m_all->Add(m_empty, wxSizerFlags(1).Expand().Border(wxALL, margin));
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    m_status = look::line(this, look::Type::Small, true);
    foot->Add(m_status, wxSizerFlags(1).CentreVertical());
    m_hints = look::label(this, {}, look::Type::Small, true);
    foot->Add(m_hints, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this, 2)));
    setWayBack({});
    m_all->Add(foot, wxSizerFlags().Expand().Border(wxALL, margin));
}

void Page::show(const std::string&) {}

std::optional<std::string> Page::whereabouts() { return std::nullopt; }

wxString Page::unkept() {
    const auto* form = EditPanel::openIn(m_body);
    return form && form->holdsInput() ? _("Keep or leave the open form first.") : wxString();
}

std::vector<app::BookKey> Page::focusedKeys() { return {}; }

void Page::takeKeyboard() { m_empty->IsShown() ? m_empty->takeFocus() : focusFirst(); }

void Page::focusFirst() {
    for (auto* child : m_body->GetChildren())
        if (child->IsShown() && child->AcceptsFocusRecursively()) return child->SetFocus();
    SetFocus();
}

void Page::setWayBack(const wxString& page) {
    m_wayBack = page.empty() ? wxString() : wxString::Format(_("Esc back to %s"), page);
    holdWayBack(EditPanel::openIn(this) != nullptr);
}

void Page::holdWayBack(bool held) {
    m_hints->SetLabel(dotted({held ? wxString() : m_wayBack, wxString("F1 ") + _("help and keys")}));
    Layout();
}

std::vector<KeyHint> Page::keys() const {
    std::vector<KeyHint> hints;
    for (const auto& bound : m_bound)
        if (!bound.hint.does.empty()) hints.push_back(bound.hint); // a range is shown once, its keys are bound one by one
    return hints;
}

std::vector<PaletteEntry> Page::actions() {
    std::vector<PaletteEntry> entries;
    for (const auto& bound : m_bound)
        if (bound.button && bound.button->IsEnabled())
            entries.push_back({bound.hint.does, dotted({m_titleText, keyText(bound.hint.keys)}), "action", bound.run});
    return entries;
}

wxString Page::figureText() const { return m_figure->GetLabel(); }

void Page::setDense() {
    m_dense = true;
    fitAir();
}

void Page::fitAir() {
    const bool close = m_dense && GetClientSize().y < FromDIP(ROOMY);
    if (close == std::exchange(m_close, close)) return;
    for (auto* item : m_all->GetChildren())
        item->SetFlag(close ? item->GetFlag() & ~wxTOP : item->GetFlag() | wxTOP);
}

void Page::setTitle(const wxString& title) {
    m_titleText = title;
    SetName(title);
    m_title->SetLabel(title);
    fitTitle();
}

void Page::setFigure(const wxString& figure, look::State state) {
    const wxString shown = look::signed_(state, figure);
    if (m_figure->GetLabel() == shown) return;
    m_figure->SetLabel(shown);
    m_figure->SetForegroundColour(state == look::State::None ? look::muted() : look::colour(state));
    fitTitle();
}

wxButton* Page::addAction(const wxString& does, const std::string& key, std::function<void()> run) {
    auto* button = new wxButton(this, wxID_ANY, does);
    keyed(button, does, u8(key));
    if (m_header->GetItemCount() == 1) setPrimary(button);
    // The primary action stands last, at the window's edge.
    m_header->Insert(1, button, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this)));
    button->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) {
        if (!m_session.busy) run();
    });
    onKey(key, does, run);
    m_bound.back().button = button;
    return button;
}

void Page::foldWithNext(const wxButton* action) { m_header->keepWithPrevious(action, true); }

void Page::setPrimary(wxButton* action) {
    if (!action || action == m_primary) return;
    if (m_primary) native::setStyle(m_primary, "suggested-action", false);
    m_primary = action;
    native::setStyle(m_primary, "suggested-action");
}

void Page::enableAction(wxButton* action, bool enabled, const wxString& whyNot) {
    action->Enable(enabled);
    action->SetToolTip(enabled ? wxString() : whyNot);
}

void Page::onKey(const std::string& key, const wxString& does, std::function<void()> run) {
    wxAcceleratorEntry entry;
    // "0-9": shown, not bound; "Ctrl+-" is a key.
    const auto between = key.size() > 1 ? key.find_first_of(" -") : std::string::npos;
    const bool range = between != std::string::npos && between + 1 < key.size();
    const bool known = !key.empty() && !range && entry.FromString(u8(key));
    m_bound.push_back({known ? entry.GetFlags() : 0, known ? plainCode(entry.GetKeyCode()) : 0, {u8(key), does}, std::move(run), nullptr});
}

bool Page::pressed(wxKeyEvent& event) {
    if (m_session.busy || native::belongsToControl(event)) return false;
    const int flags = (event.ControlDown() ? wxACCEL_CTRL : 0) | (event.AltDown() ? wxACCEL_ALT : 0) |
                      (event.ShiftDown() ? wxACCEL_SHIFT : 0);
    for (const auto& bound : m_bound) {
        if (bound.code == 0 || bound.code != plainCode(event.GetKeyCode()) || bound.modifiers != flags)
            continue;
        forgetWhyNot();
        sayWhyNot(bound);
        if (bound.button && !bound.button->IsEnabled()) return false;
        const auto run = bound.run; // it may rebuild the page
        run();
        return true;
    }
    return false;
}

bool Page::doneBy(const wxString& keys) {
    const auto found = std::find_if(m_bound.begin(), m_bound.end(), [&](const Bound& bound) { return bound.hint.keys == keys; });
    if (found == m_bound.end()) return false;
    sayWhyNot(*found);
    if (found->button && !found->button->IsEnabled()) return false;
    const auto run = found->run; // it may rebuild the page
    run();
    return true;
}

void Page::onCharHook(wxKeyEvent& event) {
    if (pressed(event)) return;
    // What the page itself has no use for closes what is said here, before it leads away.
    if (event.GetKeyCode() == WXK_ESCAPE && !event.HasAnyModifiers() && !m_session.busy && m_bar->IsShown())
        hush();
    else
        event.Skip();
}

Chips& Page::chips() {
    if (!m_chips) {
        m_chips = new Chips(this);
        m_chips->MoveBeforeInTabOrder(m_body);
        m_all->Insert(1, m_chips, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, look::gap(this, 2)));
    }
    return *m_chips;
}

void Page::showEmpty(const wxString& what, const wxString& step, std::function<void()> firstStep) {
    sayWrapped(m_empty->what, what, FromDIP(520));
    m_empty->step->SetLabel(step);
    m_empty->step->Show(!step.empty());
    m_empty->place->Show(step.empty()); // or Tab would stop where nothing is seen
    m_empty->run = std::move(firstStep);
    named(m_empty->place, what);
    const bool hadKeyboard = m_body->IsShown() && m_body->IsDescendant(FindFocus());
    m_body->Hide();
    m_empty->Show();
    Layout();
    m_empty->Layout();
    if (hadKeyboard) m_empty->takeFocus();
}

void Page::showContent() {
    if (m_body->IsShown()) return;
    const bool hadKeyboard = m_empty->IsDescendant(FindFocus());
    m_empty->Hide();
    m_body->Show();
    Layout();
    // Once its rows are drawn.
    if (hadKeyboard) CallAfter([this] { takeKeyboard(); });
}

void Page::listenTo(std::set<app::Topic> topics) {
    m_subscription = desk().events.listen([this, topics = std::move(topics)](const std::set<app::Topic>& told) {
        const bool ours = std::any_of(told.begin(), told.end(), [&](app::Topic t) { return topics.contains(t); });
        if (!ours || m_refreshing) return;
        m_refreshing = true;
        // After the event that wrote: a page never redraws under the hands of its own handler.
        CallAfter([this] {
            m_refreshing = false;
            m_redrawing = true;
            attempt([this] { refresh(); });
            m_redrawing = false;
        });
    });
}

} // namespace fledgling::ui
