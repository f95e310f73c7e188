#include "app/sample/Sample.h"

#include "app/sample/SampleStory.h"

namespace fledgling::app {

std::unique_ptr<Department> createSample(const std::string& where, const SampleSources& sources, Clock clock) {
    // The story is told on a clock that is set to each day in turn; the department is then handed over on the real one.
    constexpr int STORY_DAYS = 90; // earlier than anything in it
    auto told = std::make_shared<domain::Instant>(clock.at(clock.today().plusDays(-STORY_DAYS), domain::TimeOfDay(8, 0)));
    Clock turning = clock;
    turning.now = [told] { return domain::Instant{told->ms++}; };
    auto department = Department::create(where, {"周岚", SAMPLE_MANAGER}, sources.assets, turning);
    {
        store::Book::Transaction whole(department->database()); // one sync for the lot, and all of it or nothing
        SampleStory(*department, clock, *told, sources).tell();
        whole.commit();
    }
    department->setClock(std::move(clock));
    return department;
}

} // namespace fledgling::app
