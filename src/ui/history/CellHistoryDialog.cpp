#include "ui/history/CellHistoryDialog.h"

#include "ui/Language.h"
#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <vector>
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {
namespace {

constexpr int DIALOG_WIDTH = 960;
constexpr int HEIGHT = 480;

/// What the dialog shows.
struct CellHistoryShown {
    wxString title; ///< what the lines are about
    std::vector<app::CellLine> lines;
    bool several = false; ///< lines of more than one key: each says which
    bool opens = false;   ///< Enter leads to the change on the History page
};

class CellHistoryDialog : public wxDialog {
public:
    CellHistoryDialog(wxWindow* parent, CellHistoryShown shown)
        : wxDialog(parent, wxID_ANY, _("History of this"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
          m_shown(std::move(shown)) {
        const int margin = look::gap(this, 2);
        auto* all = new wxBoxSizer(wxVERTICAL);
        auto* title = new wxStaticText(this, wxID_ANY, m_shown.title, wxDefaultPosition, wxDefaultSize,
                                       wxST_ELLIPSIZE_END);
        title->SetFont(look::font(look::Type::Section));
        title->SetToolTip(m_shown.title);
        all->Add(title, wxSizerFlags().Expand().Border(wxALL, margin));
        layOutList();
        all->Add(m_list, wxSizerFlags(3).Expand().Border(wxLEFT | wxRIGHT, margin));
        m_detail = new Paragraph(this);
        all->Add(m_detail, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, margin));
        all->Add(buttons(), wxSizerFlags().Expand().Border(wxALL, margin));
        SetSizer(all);
        SetSize(FromDIP(wxSize(DIALOG_WIDTH, HEIGHT)));
        SetMinSize(FromDIP(wxSize(DIALOG_WIDTH / 2, HEIGHT / 2)));
        CentreOnParent();
        fill();
        m_list->takeFocus();
    }

    [[nodiscard]] store::ChangeNumber chosen() const {
        const auto* line = current();
        return line ? line->change : 0;
    }

private:
    void layOutList() {
        std::vector<Column> columns{{.title = _("change"), .align = Column::Align::Right, .sortable = false, .matters = true},
                                    {.title = _("date and time"), .sortable = false, .matters = true},
                                    {.title = _("done by"), .sortable = false, .matters = true}};
        if (m_shown.several) columns.push_back({.title = _("what"), .sortable = false});
        columns.push_back({.title = _("was"), .sortable = false});
        columns.push_back({.title = _("became"), .sortable = false});
        columns.push_back({.title = _("why"), .sortable = false, .stretches = true});
        m_list = new Table(this, _("History of this"), std::move(columns));
        m_list->shareWidth();
        m_list->onSelect = [this](const std::string&) { drawDetail(); };
        m_list->onActivate = [this](const std::string&) { open(); };
    }

    wxSizer* buttons() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        const wxString how = m_shown.opens ? _("Enter opens the change on the History page.")
                                           : _("The History page is for trainers, supervisors and managers.");
        row->Add(look::label(this, how, look::Type::Small, true), wxSizerFlags(1).CentreVertical());
        auto* shut = keyed(new wxButton(this, wxID_CANCEL, _("Close")), _("Close"), "Esc");
        row->Add(shut, wxSizerFlags().Border(wxRIGHT, look::gap(this)));
        if (m_shown.opens) {
            auto* go = new wxButton(this, wxID_OK, _("Open the change"));
            go->SetDefault();
            go->Enable(!m_shown.lines.empty());
            row->Add(go);
        }
        return row;
    }

    void fill() {
        std::vector<Row> rows;
        for (const auto& line : m_shown.lines) {
            std::vector<Cell> cells{{.text = numberText(line.change), .muted = true},
                                    {.text = dayText(line.day) + " " + u8(line.time.text())},
                                    {.text = u8(line.who)}};
            if (m_shown.several) cells.push_back({.text = u8(line.apart), .muted = true});
            cells.push_back({.text = u8(line.from), .muted = true});
            cells.push_back({.text = u8(line.to), .bold = true});
            cells.push_back({.text = u8(line.why)});
            rows.push_back({std::to_string(rows.size()), std::move(cells)});
        }
        m_list->set(std::move(rows));
        if (!m_shown.lines.empty()) m_list->select("0");
        drawDetail();
    }

    [[nodiscard]] const app::CellLine* current() const {
        const auto id = m_list->selected();
        if (id.empty()) return nullptr;
        const auto at = std::stoul(id);
        return at < m_shown.lines.size() ? &m_shown.lines[at] : nullptr;
    }

    /// The chosen line in full: a cell may be too narrow for it.
    void drawDetail() {
        const auto* line = current();
        if (!line) return m_detail->set(_("Nothing was ever kept here."));
        wxString text = dotted({wxString::Format(_("Change %s"), numberText(line->change)), u8(line->who) + " " + u8(line->did),
                                u8(line->what)});
        // TRANSLATORS: what a value was and what it became
        text << "\n" << wxString::Format(_("From %1$s to %2$s"), u8(line->from), u8(line->to));
        if (!line->why.empty()) text << "\n" << wxString::Format(_("Why: %s"), u8(line->why));
        m_detail->set(text);
    }

    void open() {
        if (m_shown.opens && current()) EndModal(wxID_OK);
    }

    CellHistoryShown m_shown;
    Table* m_list = nullptr;
    Paragraph* m_detail = nullptr;
};

} // namespace

void showHistoryOf(Page& page, Session& session, std::function<void(store::ChangeNumber)> chosen) {
    const auto keys = page.focusedKeys();
    if (keys.empty())
        return page.inform(
            _("Nothing that was recorded is under the cursor. Choose a cell or row first: its history says who set it, when, from what to what and why."));
    page.attempt([&] {
        app::CellHistory history(session.desk(), courseLanguage(), tongue);
        CellHistoryShown shown{u8(history.title(keys)), history.load(keys), false,
                               domain::may(session.actor().roles, domain::Verb::SeeHistory)};
        shown.several = std::any_of(shown.lines.begin(), shown.lines.end(),
                                    [&](const auto& one) { return one.of != shown.lines.front().of; });
        auto* frame = wxGetTopLevelParent(&page);
        frame->CallAfter([frame, shown = std::move(shown), chosen] {
            CellHistoryDialog dialog(frame, shown);
            if (dialog.ShowModal() == wxID_OK && dialog.chosen() > 0) chosen(dialog.chosen());
        });
    });
}

} // namespace fledgling::ui
