#pragma once

#include "ui/Look.h"
#include "ui/Page.h"

#include <chrono>
#include <memory>
#include <optional>
#include <wx/panel.h>
#include <wx/scrolwin.h>

class wxGauge;
class wxStaticBitmap;

namespace fledgling::ui {

/// A sentence in place with the sign of its kind and its details folded, or the progress of long work. Hidden until it has something
/// to say.
class MessageBar : public wxPanel {
public:
    explicit MessageBar(wxWindow* parent);

    void say(look::Notice notice, const wxString& sentence, const wxString& details);
    [[nodiscard]] const wxString& sentence() const { return m_said; }

    /// Shown after a moment, so that short work doesn't flicker.
    static constexpr std::chrono::milliseconds A_MOMENT{500};
    [[nodiscard]] std::unique_ptr<Progress> progress(const wxString& what, std::chrono::milliseconds after = A_MOMENT);
    void endProgress();
    /// As the button that is shown beside the progress.
    void stop() { m_stopped = true; }

private:
    class Running;
    void showProgress(const wxString& what, std::optional<int> thousandths, const wxString& left);
    void relayOut();
    void wrapWords();

    wxString m_said;
    wxString m_behind; ///< its details
    int m_width = 0;   ///< of the page for which both are broken into lines
    wxStaticBitmap* m_sign;
    wxStaticText* m_sentence;
    wxButton* m_more;
    wxButton* m_close;
    wxButton* m_stop;
    wxGauge* m_gauge;
    wxScrolledWindow* m_fold; ///< the details, as high as the page can spare
    wxStaticText* m_details;
    bool m_stopped = false;
};

} // namespace fledgling::ui
