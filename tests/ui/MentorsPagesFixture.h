#pragma once

#include "app/mentoring/MyTrainees.h"
#include "store/MentoringStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"

#include <string>
#include <wx/textctrl.h>

namespace fledgling::ui::test {

/// The log as a mentor of the sample sees it.
class TheMentorsPages : public InWindow {
protected:
    void openAs(const std::string& who, const std::string& page) {
        openSampleAs(who, page);
        ASSERT_NE(frame().page(), nullptr);
        settle();
    }
    Page* page() { return frame().page(); }
    app::Desk& desk() { return frame().session()->desk(); }
    store::MentoringStore store() { return store::MentoringStore(desk().database); }
    app::MyTrainees mine() {
        app::MyTrainees view(desk(), "en");
        view.load();
        return view;
    }
    /// The trainee the page shows: by the name in its title.
    domain::PersonId shown() {
        const auto view = mine();
        for (const auto& row : view.rows())
            if (u8(row.name) == page()->title()) return row.trainee;
        return {};
    }
    Table* skills() { return tableNamed(page(), "Skills"); }
    wxTextCtrl* note(const wxString& label) { return named<wxTextCtrl>(page(), label); }
};

} // namespace fledgling::ui::test
