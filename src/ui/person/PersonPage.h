#pragma once

#include "app/person/PersonView.h"
#include "ui/Page.h"
#include "ui/frame/Visit.h"

#include <optional>

class wxChoice;

namespace fledgling::ui {

class RichText;
class Table;

/// One person: how he or she stands, and everything recorded, newest first; Enter opens the evidence.
class PersonPage : public Page {
public:
    PersonPage(wxWindow* parent, Session& session);

    /// A person's id, with the number of a change after a blank to stand on what it set.
    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    void drawHead();
    void drawKinds();
    void drawEntries();
    void drawEntry();
    void openEvidence();
    void openChange();
    void openRecord();
    void everything();
    [[nodiscard]] const app::PersonView::Entry* current() const;
    /// Set by somebody else since the reader's last visit to this person.
    [[nodiscard]] bool isNew(const app::PersonView::Entry& entry) const;

    app::PersonView m_view;
    Visit m_visit;
    store::ChangeNumber m_wanted = 0; ///< the entry to stand on once they are read; 0: none
    bool m_readable = false; ///< somebody is shown whom the reader may see
    std::optional<app::EntryKind> m_kind;
    wxChoice* m_kinds = nullptr;
    RichText* m_head = nullptr;
    Table* m_table = nullptr;
    RichText* m_entry = nullptr;
    wxButton* m_open = nullptr;
    wxButton* m_change = nullptr;
    wxButton* m_record = nullptr;
};

} // namespace fledgling::ui
