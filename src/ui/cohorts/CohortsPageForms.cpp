#include "ui/cohorts/CohortsPage.h"

#include "ui/cohorts/CohortEdits.h"
#include "ui/cohorts/CohortForm.h"
#include "ui/cohorts/PlanWords.h"
#include "ui/cohorts/ReplanPanel.h"
#include "ui/controls/Chips.h"
#include "ui/controls/ReasonDialog.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"
#include "ui/exports/ExportFile.h"
#include "ui/exports/HomePageForm.h"

#include <initializer_list>
#include <string_view>
#include <utility>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

namespace {

/// Height in DIP from which on half days and a form stand below each other.
constexpr int ROOM_FOR_BOTH = 480;
/// Behind a cohort's id: its form for enrolling is wanted.
constexpr std::string_view TO_ENROL = " enrol";

} // namespace

/// Where both would be cut, an open form has the whole page: its heading says what it is about.
void CohortsPage::yieldToForm() {
    auto* details = m_halves->GetParent();
    const bool shown = !m_lower->isOpen() || details->GetSize().y >= FromDIP(ROOM_FOR_BOTH);
    if (chips().Show(shown && !m_whole->isOpen())) Layout();
    if (m_halves->IsShown() == shown) return;
    for (auto* one : std::initializer_list<wxWindow*>{m_list, m_halvesBar, m_about, m_halves})
        one->Show(shown);
    m_main->Layout();
    details->Layout();
}

void CohortsPage::show(const std::string& subject) {
    m_toEnrol = subject.ends_with(TO_ENROL);
    const std::string cohort = subject.substr(0, subject.size() - (m_toEnrol ? TO_ENROL.size() : 0));
    const std::string wanted = cohort.empty() ? session().remembered("cohort") : cohort;
    if (!cohort.empty() || !m_view.current())
        m_view.show(wanted.empty() ? domain::CohortId() : domain::CohortId(wanted));
}

std::optional<std::string> CohortsPage::whereabouts() {
    const auto* shown = m_view.current();
    return shown ? std::optional(shown->cohort.id.text()) : std::nullopt;
}

void CohortsPage::refresh() {
    m_view.load();
    draw();
    if (std::exchange(m_toEnrol, false)) enrol();
}

void CohortsPage::editing(EditSlot& slot, EditPanel* editor) {
    slot.open(editor, [this](bool) {
        yieldToForm();
        refresh();
        takeKeyboard();
    });
    m_notice->Hide();
    yieldToForm();
    Layout();
    enable();
    body()->Layout();
}

void CohortsPage::openRoll() {
    if (idle() && m_view.half(m_halves->selected())) session().go("roll", m_halves->selected());
}

void CohortsPage::newCohort() {
    if (!m_new->IsEnabled()) return;
    showContent();
    attempt([this] { editing(*m_whole, new CohortForm(body(), *this, m_view)); });
}

void CohortsPage::moveHalf() {
    const auto* half = m_view.half(m_halves->selected());
    if (!half || !m_move->IsEnabled()) return;
    attempt([&] { editing(*m_lower, new MoveSessionForm(m_people->GetParent(), *this, m_view, *half)); });
}

void CohortsPage::enrol() {
    if (!m_enrol->IsEnabled()) return;
    attempt([this] { editing(*m_lower, new EnrolForm(m_people->GetParent(), *this, m_view)); });
}

const app::CohortsView::Trainee* CohortsPage::trainee() const {
    for (const auto& one : m_view.trainees())
        if (one.id.text() == m_trainees->selected() && !one.departed) return &one;
    return nullptr;
}

const app::CohortsView::Owed* CohortsPage::owed() const {
    for (const auto& one : m_view.owed())
        if (one.trainee.text() + " " + one.courseSession == m_owed->selected()) return &one;
    return nullptr;
}

void CohortsPage::takeOut() {
    const auto* one = trainee();
    if (!one || !m_takeOut->IsEnabled()) return;
    askReason(this,
              {.title = wxString::Format(_("Take %s out of the cohort"), u8(one->name)),
               .explanation =
                   _("Marks already earned stay in the record and count in another cohort of the course."),
               .action = _("Take out"),
               .withDate = true,
               .dateLabel = _("First day no longer in it"),
               .date = desk().today()},
              [this, id = one->id](const ReasonAnswer& given) {
                  attempt([&] { m_view.takeOut(id, given.date.value_or(desk().today()), given.reason); });
                  drawDetails();
              });
}

void CohortsPage::changeCohort() {
    const auto* one = trainee();
    if (!one || !m_change->IsEnabled()) return;
    attempt([&] { editing(*m_lower, new ChangeCohortForm(m_people->GetParent(), *this, m_view, *one)); });
}

void CohortsPage::planReview() {
    if (!m_review->IsEnabled()) return;
    attempt([this] { editing(*m_lower, new ReviewForm(m_people->GetParent(), *this, m_view)); });
}

void CohortsPage::planMakeUp() {
    const auto* one = owed();
    if (!one || !m_plan->IsEnabled()) return;
    attempt([&] { editing(*m_lower, new MakeUpForm(m_people->GetParent(), *this, m_view, *one)); });
}

void CohortsPage::waive() {
    const auto* one = owed();
    if (!one || !m_waive->IsEnabled()) return;
    askReason(this,
              {.title = wxString::Format(_("Waive %1$s for %2$s"), u8(one->title), u8(one->name)),
               .explanation =
                   _("It then counts as done without having been attended. The mark stays in the history."),
               .action = _("Waive")},
              [this, owing = *one](const ReasonAnswer& given) {
                  attempt([&] { m_view.waive(owing, given.reason); });
                  drawDetails();
              });
}

void CohortsPage::exportCohort() {
    const auto* shown = m_view.current();
    if (!shown || !m_export->IsEnabled()) return;
    std::vector<app::ExportKind> kinds;
    for (const auto kind : app::exportKinds())
        if (app::mayExport(desk(), kind)) kinds.push_back(kind);
    app::ExportChoice choice;
    choice.cohort = shown->cohort.id;
    askExport(*this, session(), kinds, choice, shown->cohort.name);
}

void CohortsPage::setHomePage() {
    if (!m_account->IsEnabled()) return;
    showContent();
    attempt([this] { editing(*m_whole, new HomePageForm(body(), *this, desk())); });
}

void CohortsPage::replan() {
    if (m_view.moves().empty() || !m_replan->IsEnabled()) return;
    editing(*m_whole, new ReplanPanel(body(), *this, m_view.moves(), [this] { m_view.replan(); }));
}

} // namespace fledgling::ui
