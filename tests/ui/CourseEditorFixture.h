#pragma once

#include "app/sample/Sample.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <string>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/textctrl.h>
#include <wx/uiaction.h>

namespace fledgling::ui::test {

/// The editor as a trainer opens it from the course, with the keyboard in the list of parts.
class CourseEditorInWindow : public InWindow {
protected:
    void SetUp() override {
        InWindow::SetUp();
        if (IsSkipped()) return;
        openSampleAs(app::SAMPLE_TRAINER, "course");
        settle();
        press("F2");
        ASSERT_TRUE(until([&] { return tableNamed(page(), "Parts of the course") != nullptr; }));
        settle();
        parts = tableNamed(page(), "Parts of the course");
        parts->takeFocus();
    }
    app::Desk& desk() { return frame().session()->desk(); }
    Page* page() { return frame().page(); }
    wxTextCtrl* field(const wxString& name) { return named<wxTextCtrl>(page(), name); }
    void choose(const std::string& part) {
        parts->select(part);
        parts->onSelect(part);
        parts->takeFocus();
        settle();
    }
    wxString allParts() {
        wxString all;
        for (const auto& id : parts->order()) all += parts->textAt(id, 0).Strip(wxString::both) + "|";
        return all;
    }
    bool isListed(const std::string& part) {
        const auto ids = parts->order();
        return std::find(ids.begin(), ids.end(), part) != ids.end();
    }
    /// Where a row is drawn, on the screen.
    wxPoint middleOf(const std::string& part) {
        const auto ids = parts->order();
        const auto row = static_cast<unsigned>(std::find(ids.begin(), ids.end(), part) - ids.begin());
        auto* view = parts->control();
        const auto rect = view->GetItemRect(dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel())->GetItem(row));
        return view->ClientToScreen(wxPoint(60, rect.y + rect.height / 2));
    }
    /// Takes hold of a row and holds it over another one.
    void drag(const std::string& part, const std::string& onto) {
        mouse.MouseMove(middleOf(part));
        settle();
        mouse.MouseDown();
        settle();
        mouse.MouseMove(middleOf(part) + wxPoint(20, 12));
        settle();
        mouse.MouseMove(middleOf(onto));
        settle();
    }
    void pick(const wxString& name, int at) {
        auto* choice = named<wxChoice>(page(), name);
        ASSERT_NE(choice, nullptr);
        choice->SetSelection(at);
        wxCommandEvent event(wxEVT_CHOICE, choice->GetId());
        event.SetEventObject(choice);
        choice->ProcessWindowEvent(event);
        settle();
    }
    /// Without the breaks of lines that were too long for their field.
    static wxString flat(wxString text) {
        text.Replace("\n", " ");
        text.Replace("  ", " ");
        return text;
    }
    Table* parts = nullptr;
    wxUIActionSimulator mouse;
};

} // namespace fledgling::ui::test
