#include "app/sample/Sample.h"

#include "app/sample/SampleStory.h"

#include <filesystem>
#include <system_error>

namespace fledgling::app {

namespace {

/// A department of which only the founding stands would be taken for the sample the next time.
void removeFiles(const std::string& where) {
    std::error_code gone;
    for (const char* part : {"", "-wal", "-shm"})
        std::filesystem::remove(std::filesystem::u8path(where + part), gone);
}

} // namespace

std::unique_ptr<Department> createSample(const std::string& where, const SampleSources& sources, Clock clock, const SampleAt& at) {
    // The story is told on a clock that is set to each day in turn; the department is then handed over on the real one.
    constexpr int STORY_DAYS = 90; // earlier than anything in it
    auto told = std::make_shared<domain::Instant>(clock.at(clock.today().plusDays(-STORY_DAYS), domain::TimeOfDay(8, 0)));
    Clock turning = clock;
    turning.now = [told] { return domain::Instant{told->ms++}; };
    auto department = Department::create(where, {"周岚", SAMPLE_MANAGER}, sources.assets, turning);
    try {
        store::Book::Transaction whole(department->database()); // one sync for the lot, and all of it or nothing
        SampleStory(*department, clock, *told, sources).tell(at);
        whole.commit();
    } catch (...) {
        department.reset();
        removeFiles(where);
        throw;
    }
    department->setClock(std::move(clock));
    return department;
}

} // namespace fledgling::app
