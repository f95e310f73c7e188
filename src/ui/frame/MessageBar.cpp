#include "ui/frame/MessageBar.h"

#include "ui/Net.h"
#include "ui/controls/Paragraph.h"

#include <algorithm>
#include <chrono>
#include <wx/app.h>
#include <wx/button.h>
#include <wx/evtloop.h>
#include <wx/gauge.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

namespace fledgling::ui {

namespace {

constexpr int MOST_DETAILS = 80; ///< their height where the page is low

} // namespace

class MessageBar::Running : public Progress {
public:
    Running(MessageBar& bar, wxString what, std::chrono::milliseconds after) : m_bar(bar), m_what(std::move(what)), m_after(after) {}

    void at(std::size_t done, std::size_t total) override {
        const auto now = Clock::now();
        if (now - m_shown < std::chrono::milliseconds(100) || now - m_start < m_after) return;
        m_shown = now;
        if (total == 0) {
            m_bar.showProgress(m_what, std::nullopt, {});
        } else {
            const double share = static_cast<double>(done) / static_cast<double>(total);
            m_bar.showProgress(m_what, static_cast<int>(share * 1000), left(share, now));
        }
        if (auto* loop = wxEventLoopBase::GetActive())
            loop->YieldFor(wxEVT_CATEGORY_UI | wxEVT_CATEGORY_USER_INPUT);
        if (m_bar.m_stopped) throw Stopped{};
    }

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] wxString left(double share, Clock::time_point now) const {
        if (share <= 0.05) return {};
        const double passed = std::chrono::duration<double>(now - m_start).count();
        // TRANSLATORS: time that long work still takes
        return wxString::Format(_("about %d s left"), static_cast<int>(passed * (1 - share) / share) + 1);
    }

    MessageBar& m_bar;
    wxString m_what;
    std::chrono::milliseconds m_after;
    Clock::time_point m_start = Clock::now();
    Clock::time_point m_shown;
};

MessageBar::MessageBar(wxWindow* parent)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE) {
    SetBackgroundColour(look::raised());
    m_sign = new wxStaticBitmap(this, wxID_ANY, look::icon(look::iconOf(look::Notice::Advice), 16));
    m_sentence = look::label(this, {});
    m_gauge =
        named(new wxGauge(this, wxID_ANY, 1000, wxDefaultPosition, wxSize(FromDIP(120), -1)), _("Progress"));
    m_stop = named(new wxButton(this, wxID_ANY, _("Stop")), _("Stop"));
    m_more =
        named(new wxButton(this, wxID_ANY, _("Details"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT),
              _("Details"));
    m_close = named(new wxButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT),
                    _("Dismiss"));
    m_close->SetBitmap(look::icon("close", 16));
    for (auto* button : {m_more, m_close})
        native::setStyle(button, "quiet");
    m_fold = named(new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE),
                   _("Details"));
    m_fold->SetScrollRate(0, look::gap(this));
    m_details = look::label(m_fold, {}, look::Type::Small, true);
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(m_details, wxSizerFlags().Expand());
    m_fold->SetSizer(inside);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_sign, wxSizerFlags().CentreVertical().Border(wxRIGHT, look::gap(this)));
    row->Add(m_sentence, wxSizerFlags(1).CentreVertical());
    for (wxWindow* one : {static_cast<wxWindow*>(m_gauge), static_cast<wxWindow*>(m_stop),
                          static_cast<wxWindow*>(m_more), static_cast<wxWindow*>(m_close)})
        row->Add(one, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(row, wxSizerFlags().Expand().Border(wxALL, look::gap(this)));
    all->Add(m_fold, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, look::gap(this)));
    SetSizer(all);
    m_more->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        m_fold->Show(!m_fold->IsShown());
        relayOut();
    });
    m_close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        Hide();
        relayOut();
    });
    m_stop->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { stop(); });
    // A page may say something before it has its place.
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] {
            if (!IsShown() || m_gauge->IsShown() || GetParent()->GetSize().x == m_width) return;
            wrapWords();
            relayOut();
        });
    });
    Hide();
}

void MessageBar::relayOut() {
    Layout();
    GetParent()->Layout();
}

void MessageBar::wrapWords() {
    m_width = GetParent()->GetSize().x;
    // The toolkit's own wrapping finds no place in a Chinese sentence.
    const auto room = [this](int beside) { return std::max(FromDIP(300), m_width - FromDIP(beside)); };
    m_sentence->SetLabel(wrapped(m_sentence, m_said, room(220)));
    m_details->SetLabel(wrapped(m_details, m_behind, room(80)));
    // However many lines a file had wrong: the page below keeps its place.
    const int most = std::max(FromDIP(MOST_DETAILS), GetParent()->GetSize().y / 4);
    m_fold->SetMinSize(wxSize(-1, std::min(m_details->GetBestSize().y, most)));
    m_fold->FitInside();
}

void MessageBar::say(look::Notice notice, const wxString& sentence, const wxString& details) {
    m_said = sentence;
    m_sign->SetBitmap(look::icon(look::iconOf(notice), 16, look::colour(notice)));
    named(m_sign, look::word(notice));
    m_sign->Show();
    m_behind = details;
    wrapWords();
    m_sentence->SetForegroundColour(look::colour(notice));
    m_fold->Hide();
    m_more->Show(!details.empty());
    m_close->Show();
    m_gauge->Hide();
    m_stop->Hide();
    Show();
    // TRANSLATORS: a message as a screen reader says it: its kind ("Advice", "Warning"), then its sentence
    native::setAccessible(this, wxString::Format(_("%1$s: %2$s"), look::word(notice), sentence), details);
    relayOut();
}

std::unique_ptr<Progress> MessageBar::progress(const wxString& what, std::chrono::milliseconds after) {
    m_stopped = false;
    return std::make_unique<Running>(*this, what, after);
}

void MessageBar::showProgress(const wxString& what, std::optional<int> thousandths, const wxString& left) {
    m_said = what;
    m_sentence->SetLabel(dotted({what, left}));
    m_sentence->SetForegroundColour(look::text());
    thousandths ? m_gauge->SetValue(*thousandths) : m_gauge->Pulse();
    // The time left takes another width than what stood there before.
    if (IsShown() && m_gauge->IsShown()) return void(Layout());
    for (wxWindow* one : {static_cast<wxWindow*>(m_sign), static_cast<wxWindow*>(m_more), static_cast<wxWindow*>(m_close),
                          static_cast<wxWindow*>(m_fold)})
        one->Hide();
    m_gauge->Show();
    m_stop->Show();
    Show();
    relayOut();
    m_stop->SetFocus();
}

void MessageBar::endProgress() {
    if (!m_gauge->IsShown()) return;
    m_gauge->Hide();
    m_stop->Hide();
    Hide();
    relayOut();
}

} // namespace fledgling::ui
