#pragma once

#include "domain/Course.h"
#include "format/FileTree.h"

namespace fledgling::format {

/// The package that reads back as this course. Pictures, films and quiz banks come from `rest`, which also
/// may hold the course's former texts: they are replaced. The same course and rest give the same bytes.
/// Titles, lecturers, minutes, films and materials stand in the front matter of the session's own file.
[[nodiscard]] FileTree writeCourse(const domain::Course& course, const FileTree& rest = {});

} // namespace fledgling::format
