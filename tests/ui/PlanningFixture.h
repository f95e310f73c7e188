#pragma once

#include "app/cohorts/Cohorts.h"
#include "app/people/People.h"
#include "ui/Harness.h"
#include "ui/Page.h"

#include <string>
#include <vector>

namespace fledgling::ui::test {

/// The pages a course is planned on, with the sample.
class PlanningPages : public InWindow {
protected:
    app::Desk& desk() { return frame().session()->desk(); }
    Page& page() { return *frame().page(); }
    Table* table(const wxString& name) { return tableNamed(&page(), name); }
    bool shown(const char* name) { return findNamed(&page(), name) != nullptr; }
    domain::PersonId addTrainee(const std::string& name, const std::string& number) {
        domain::Person person;
        person.card = {name, number, "", ""};
        person.roles = {domain::Role::Trainee};
        person.posts = {domain::Post::Agent};
        return app::addPerson(desk(), person);
    }
    std::vector<domain::Cohort> cohorts() { return app::cohortsOf(desk()); }
    /// The smallest window in which every page has to be of use.
    void makeSmall() {
        frame().SetSize(frame().FromDIP(wxSize(960, 560)));
        settle();
    }
    void openSmall(const std::string& who, const std::string& page) {
        openSampleAs(who, page);
        makeSmall();
    }
};

} // namespace fledgling::ui::test
