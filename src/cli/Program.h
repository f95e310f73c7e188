#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace fledgling::cli {

/// How a call ended.
enum Exit { Kept = 0, RefusedByRule = 1, WrongUsage = 2, InConflict = 3, StorageFailed = 4, BadInput = 5 };

/// Carries out one call: arguments without the program's name. Answers go to `out`, errors to `err` (with --json to `out`).
/// Gives the exit code.
int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err);

} // namespace fledgling::cli
