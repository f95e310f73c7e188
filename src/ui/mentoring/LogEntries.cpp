#include "ui/mentoring/LogEntries.h"

#include "ui/Look.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using Entry = app::LogView::Entry;

namespace {

wxString practisedText(const Entry& entry) {
    std::vector<wxString> practised;
    for (const auto& title : entry.practised)
        practised.push_back(u8(title));
    return listText(practised);
}

} // namespace

LogEntries::LogEntries(wxWindow* parent) : wxPanel(parent) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(look::label(this, _("Entries so far"), look::Type::Section));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_list = new Table(this, _("Entries so far"),
                       {{.title = _("day"), .sortable = false},
                        {.title = _("how"), .sortable = false},
                        {.title = _("practised"), .sortable = false, .stretches = true},
                        {.title = _("by"), .sortable = false}});
    m_list->shareWidth();
    m_list->onSelect = [this](const std::string& id) { drawOne(id); };
    m_list->onActivate = [this](const std::string& id) {
        if (const auto* one = entry(id); one && onCorrect) onCorrect(Entry(*one));
    };
    m_one = new RichText(this, _("The chosen entry"));
    m_one->SetBorders(look::gap(this));
    m_one->SetMinSize(FromDIP(wxSize(160, 96)));
    m_list->SetMinSize(FromDIP(wxSize(160, 96))); // some entries are seen in any window: the page scrolls
    row->Add(m_list, wxSizerFlags(3).Expand().Border(wxRIGHT, look::gap(this)));
    row->Add(m_one, wxSizerFlags(2).Expand());
    all->Add(row, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this, 0.5)));
    SetSizer(all);
}

void LogEntries::set(const std::vector<Entry>& entries, bool mayCorrect) {
    m_all = entries;
    m_mayCorrect = mayCorrect;
    std::vector<Row> rows;
    for (const auto& one : m_all) {
        wxString what = practisedText(one);
        if (what.empty()) what = u8(one.entry.wentWell.empty() ? one.entry.problems : one.entry.wentWell);
        rows.push_back({one.entry.id.text(),
                        {{.text = dayText(one.entry.day)},
                         {.text = howText(one.entry.how)},
                         {.text = what},
                         {.text = u8(one.by), .muted = true}}});
    }
    m_list->set(std::move(rows));
    if (m_list->selected().empty() && !m_all.empty()) m_list->select(m_all.front().entry.id.text());
    drawOne(m_list->selected());
}

void LogEntries::chooseNewest() {
    if (!m_all.empty()) m_list->select(m_all.front().entry.id.text());
}

const Entry* LogEntries::entry(const std::string& id) const {
    const auto at =
        std::find_if(m_all.begin(), m_all.end(), [&](const Entry& one) { return one.entry.id.text() == id; });
    return at == m_all.end() ? nullptr : &*at;
}

void LogEntries::drawOne(const std::string& id) {
    const auto* one = entry(id);
    if (!one)
        return m_one->setText("<p>" + escapedHtml(_("No entry yet. The first one stands here.")) + "</p>");
    std::string html;
    const auto add = [&](const wxString& label, const std::string& text) {
        if (!text.empty()) html += "<p><b>" + escapedHtml(label) + "</b> " + escapedHtml(text) + "</p>";
    };
    add(_("Practised"), utf8(practisedText(*one)));
    add(_("What went well"), one->entry.wentWell);
    add(_("Next"), one->entry.next);
    add(_("Problems met"), one->entry.problems);
    const wxString foot = one->mine && m_mayCorrect ? _("Enter corrects this entry.")
                                                    : wxString::Format(_("Written by %s."), u8(one->by));
    m_one->setText(html + "<p><i>" + escapedHtml(foot) + "</i></p>");
}

std::string LogEntries::chosenEntry() const { return m_list->selected(); }

} // namespace fledgling::ui
