#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace fledgling::domain {

/// The posts a new hire is trained for.
enum class Post { Agent, Complaint, Order };
/// What an agent is best at; weighs in the choice of a mentor.
enum class Leaning { AllRound, Technical, Theory };

/// The words of files, database and command line: "agent", "complaint", "order".
[[nodiscard]] std::string_view keyOf(Post post);
[[nodiscard]] std::optional<Post> postOf(std::string_view key);
/// "all-round", "technical", "theory".
[[nodiscard]] std::string_view keyOf(Leaning leaning);
[[nodiscard]] std::optional<Leaning> leaningOf(std::string_view key);

} // namespace fledgling::domain
