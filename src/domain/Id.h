#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace fledgling::domain {

/// Characters of an id written out.
inline constexpr std::size_t ID_LENGTH = 36;

/// Refuses anything but the 36 characters of a UUID (lower case hex); throws std::invalid_argument.
void requireUuid(std::string_view text);

/// A random id. The tag keeps a session's id from being passed for a trainee's.
template <class Tag>
class Id {
public:
    /// The empty id: "nobody", "none". Never stored as a key.
    Id() = default;
    explicit Id(std::string uuid) : m_text(std::move(uuid)) { requireUuid(m_text); }

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    explicit operator bool() const { return !m_text.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;
    friend bool operator==(const Id&, const Id&) = default;

private:
    std::string m_text;
};

using PersonId = Id<struct PersonTag>;
using CohortId = Id<struct CohortTag>;
using SessionId = Id<struct SessionTag>;
using LeaveId = Id<struct LeaveTag>;
using LogId = Id<struct LogTag>;
using ProblemId = Id<struct ProblemTag>;
using CommandId = Id<struct CommandTag>;

} // namespace fledgling::domain
