#include "ui/frame/HelpPage.h"

#include "app/history/History.h"
#include "ui/Pages.h"
#include "ui/controls/Table.h"
#include "ui/frame/HelpPane.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

HelpPage::HelpPage(wxWindow* parent, Session& ofSession) : Page(parent, ofSession, _("Keys and about")) {
    const std::vector<Column> columns{
        {.title = _("key"), .width = 18, .sortable = false},
        {.title = _("what it does"), .width = 40, .sortable = false, .stretches = true}};
    const std::vector<Column> pairs{{.title = _("item"), .width = 18, .sortable = false},
                                    {.title = _("value"), .width = 40, .sortable = false, .stretches = true}};
    m_keys = new Table(body(), _("Keys"), columns);
    m_facts = new Table(body(), _("About the program"), pairs);
    content()->Add(m_keys, wxSizerFlags(3).Expand());
    content()->Add(m_facts, wxSizerFlags(2).Expand().Border(wxTOP, look::gap(this, 2)));
}

void HelpPage::refresh() {
    std::vector<Row> rows;
    for (const auto& hint : commonKeys())
        rows.push_back({utf8(hint.keys), {{.text = keyText(hint.keys), .bold = true}, {hint.does}}});
    std::size_t place = 0;
    for (const auto* entry : railOf(session().role())) {
        const wxString key = railKey(place++);
        rows.push_back({utf8(key), {{.text = key, .bold = true}, {wxGetTranslation(entry->title)}}});
    }
    m_keys->set(std::move(rows));
    const auto book = app::bookState(desk());
    m_facts->set({{"program", {{_("program")}, {wxString("Fledgling " FLEDGLING_VERSION)}}},
                  {"where", {{_("kept in")}, {u8(desk().database.where())}}},
                  {"changes", {{_("changes in the book")}, {numberText(book.changes)}}},
                  {"head", {{_("head of the chain")}, {u8(book.head)}}}});
}

wxString HelpPage::help() const {
    return _("Every key that works on all pages; a page's own keys stand in its help. The head of the chain "
             "changes with "
             "every entry in the book: two printouts with the same head show the same book.");
}

} // namespace fledgling::ui
