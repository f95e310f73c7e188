#include "support/Child.h"

#include <array>
#include <stdexcept>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace fledgling::test {

Child::Child(const std::function<void(const Say&)>& work) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    m_id = ::fork();
    if (m_id < 0) throw std::runtime_error("no process");
    if (m_id == 0) {
        ::close(ends[0]);
        try {
            work([&](const std::string& text) {
                const std::string all = text + "\n";
                if (::write(ends[1], all.data(), all.size()) < 0) ::_exit(3); // the parent is gone
            });
        } catch (const std::exception& trouble) {
            const std::string all = std::string("died: ") + trouble.what() + "\n";
            ::_exit(::write(ends[1], all.data(), all.size()) < 0 ? 3 : 2);
        }
        ::_exit(0); // past the tests' own endings
    }
    ::close(ends[1]);
    m_pipe = ends[0];
}

Child::~Child() {
    kill();
    ::close(m_pipe);
}

std::optional<std::string> Child::line() {
    for (;;) {
        if (const auto end = m_read.find('\n'); end != std::string::npos) {
            auto text = m_read.substr(0, end);
            m_read.erase(0, end + 1);
            return text;
        }
        std::array<char, 4096> bytes{};
        const auto count = ::read(m_pipe, bytes.data(), bytes.size());
        if (count <= 0) return std::nullopt;
        m_read.append(bytes.data(), static_cast<std::size_t>(count));
    }
}

void Child::kill() {
    if (m_id == 0) return;
    ::kill(m_id, SIGKILL);
    ::waitpid(m_id, nullptr, 0);
    m_id = 0;
}

} // namespace fledgling::test
