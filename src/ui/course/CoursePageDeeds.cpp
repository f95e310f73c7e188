#include "ui/course/CoursePage.h"

#include "ui/controls/ReasonDialog.h"
#include "ui/course/VersionEffects.h"
#include "ui/courseeditor/EditorWords.h"

#include <wx/button.h>
#include <wx/dirdlg.h>

/// What is done on the page of the course, and what can't be done and why.
namespace fledgling::ui {

void CoursePage::enableDeeds() {
    const bool package = !m_view.package().empty();
    enableAction(m_keep, package && !m_view.broken() && m_view.mayLoad(),
                 !package          ? _("Open a course folder first.")
                 : m_view.broken() ? _("Mend its errors first.")
                                   : _("Your role may not load a course."));
    enableAction(m_move, !package && m_view.mayLoad() && m_effects->anyMoves(),
                 package             ? _("Keep this version first.")
                 : !m_view.mayLoad() ? _("Your role may not load a course.")
                                     : _("No cohort can take the version shown."));
    // One of them can't be meant: nothing is kept of what is in the book, and no cohort takes what isn't.
    m_keep->Show(package);
    m_move->Show(!package);
    Layout();
    enableAction(m_edit, m_view.mayLoad() && (package || m_view.course()),
                 m_view.mayLoad() ? _("Open a course folder first.") : _("Your role may not load a course."));
}

void CoursePage::edit() {
    const auto* course = m_view.course();
    session().go("courseeditor", !m_view.package().empty() ? m_view.package() : course ? course->id + "/" + course->version : "");
}

void CoursePage::moveCohort() {
    if (!m_view.package().empty() || !m_move->IsEnabled()) return;
    const auto* move = m_effects->chosen();
    if (!move) {
        if (m_effects->leadToMove()) inform(_("Choose the cohort here; Enter moves it to the version shown."));
        return;
    }
    const int count = static_cast<int>(move->changes.size());
    askReason(this,
              {.title = _("Move a cohort"),
               .explanation = wxString::Format(_("%s takes version %s from now on instead of %s: %d of its trainees are judged "
                                                 "otherwise. What was earned stays."),
                                               u8(move->cohort.name), u8(m_view.course()->version), u8(move->cohort.version), count),
               .action = _("Move")},
              [this, cohort = move->cohort.id, name = u8(move->cohort.name),
               version = u8(m_view.course()->version)](const ReasonAnswer& answer) {
                  if (!attempt([&] { m_view.moveCohort(cohort, answer.reason); })) return;
                  refresh();
                  inform(look::Notice::Success, wxString::Format(_("%s takes version %s from now on."), name, version));
              });
}

void CoursePage::choosePackage() {
    // A modal inside an assistive action hangs both.
    CallAfter([this] {
        wxDirDialog dialog(this, _("Open a course folder"), u8(session().remembered("course.folder")),
                           wxDD_DIR_MUST_EXIST);
        if (dialog.ShowModal() != wxID_OK) return;
        openPackage(utf8(dialog.GetPath()));
        takeKeyboard();
    });
}

void CoursePage::openPackage(const std::string& path) {
    session().remember("course.folder", path);
    attempt([&] { m_view.showPackage(path); });
    refresh();
}

void CoursePage::keep() {
    app::CourseLoad load;
    const bool kept = attempt([&] { load = m_view.keepPackage(); }) && !load.refused();
    refresh();
    if (kept && m_view.course()) inform(look::Notice::Success, editor::keptWords(m_view.course()->version));
}

} // namespace fledgling::ui
