#pragma once

#include "app/Department.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace fledgling::app {

/// Where the sample's contents come from: assets (public calendars) and the folder of the course packages.
struct SampleSources {
    std::string assets;
    std::string courses;
};

/// Told how much of the story is told; what it throws ends the work.
using SampleAt = std::function<void(std::size_t done, std::size_t total)>;

/// Makes the sample department at `where` and gives it open, on `clock`. The same day and seed give the same department:
/// one cohort in its second day, one being mentored, one at its go-live review, one still to come; about 24 trainees,
/// 8 mentors, 2 trainers, a supervisor and a manager; marks, logs, owed make-ups and one case that looks impossible.
/// Everything is written through the verbs, by the people whose work it is, on the days it would have happened. One that was
/// not told to its end leaves no file.
[[nodiscard]] std::unique_ptr<Department> createSample(const std::string& where, const SampleSources& sources,
                                                       Clock clock = systemClock(), const SampleAt& at = {});

/// The person of the sample who is shown first in each role: staff numbers of manager, supervisor, trainer, mentor, trainee.
inline constexpr const char* SAMPLE_MANAGER = "00001";
inline constexpr const char* SAMPLE_SUPERVISOR = "00002";
inline constexpr const char* SAMPLE_TRAINER = "00003";
inline constexpr const char* SAMPLE_MENTOR = "00011";
inline constexpr const char* SAMPLE_TRAINEE = "01015";

} // namespace fledgling::app
