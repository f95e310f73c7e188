#pragma once

#include "app/sample/Sample.h"
#include "store/MentoringStore.h"
#include "store/chats/ChatStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"

#include <string>
#include <utility>

namespace fledgling::ui::test {

/// The chats of a day as their reader has them.
class TheDaySheet : public InWindow {
protected:
    /// Opens it at a person's day.
    void openAt(const std::string& staffNumber, const std::string& subject) {
        openSampleAs(staffNumber);
        frame().openPage("chats", subject);
        settle();
        page = frame().page();
    }
    app::Desk& desk() { return frame().session()->desk(); }
    store::ChatStore store() { return store::ChatStore(desk().database); }
    domain::PersonId personOf(const std::string& number) {
        return frame().session()->department().find(number).front().id;
    }
    /// Opens the chats of today of the first trainee who is led: whose they are, and the day.
    std::pair<domain::PersonId, domain::Date> openToday() {
        openSampleAs(app::SAMPLE_MENTOR);
        const auto trainee = store::MentoringStore(desk().database).currentPairs().front().trainee;
        const auto today = desk().today();
        frame().openPage("chats", trainee.text() + " " + today.iso());
        settle();
        return {trainee, today};
    }
    /// The trainee of the sample's mentor whose chats of that day are loaded.
    std::pair<domain::PersonId, domain::Date> loadedDay() {
        for (const auto& pair : store::MentoringStore(desk().database).currentPairs())
            for (int before = 1; before < 15; ++before)
                if (const auto day = desk().today().plusDays(-before); store().sample(pair.trainee, day))
                    return {pair.trainee, day};
        return {};
    }
    std::size_t readOf(const domain::PersonId& person, domain::Date day) {
        return store().reviewsOf(person, day, day).size();
    }
    Page* page = nullptr;
};

} // namespace fledgling::ui::test
