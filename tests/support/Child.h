#pragma once

#include <functional>
#include <optional>
#include <string>

#include <sys/types.h>

namespace fledgling::test {

/// Another process of this program, for what only a second process can show: locks, and sudden death.
class Child {
public:
    /// Runs the work in a copy of this process, which must have no database open; whatever the work says goes
    /// to the parent. The copy ends with the work.
    using Say = std::function<void(const std::string& line)>;
    explicit Child(const std::function<void(const Say&)>& work);
    /// Kills it, if it still lives.
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// The next line it says; nothing once it is gone and everything it said was read.
    [[nodiscard]] std::optional<std::string> line();
    /// SIGKILL: no destructor, no flush, nothing.
    void kill();
    [[nodiscard]] pid_t id() const { return m_id; }

private:
    pid_t m_id = 0;
    int m_pipe = -1;
    std::string m_read;
};

} // namespace fledgling::test
