#pragma once

#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace fledgling::test {

/// A place where a server could be: whoever connects is taken on and hears nothing.
class SilentServer {
public:
    SilentServer() : m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof here;
        auto* address = reinterpret_cast<sockaddr*>(&here);
        m_listens = ::bind(m_socket, address, size) == 0 && ::listen(m_socket, 4) == 0 && ::getsockname(m_socket, address, &size) == 0;
        m_port = ntohs(here.sin_port);
    }
    ~SilentServer() { ::close(m_socket); }
    SilentServer(const SilentServer&) = delete;
    SilentServer& operator=(const SilentServer&) = delete;
    [[nodiscard]] bool listens() const { return m_listens; }
    [[nodiscard]] std::string where() const {
        return "postgresql:host=127.0.0.1 port=" + std::to_string(m_port) + " user=u dbname=d password=geheim";
    }
    /// Whether the first who connected has gone again, waiting a moment for it.
    [[nodiscard]] bool isLeft() const {
        const int guest = ::accept(m_socket, nullptr, nullptr);
        if (guest < 0) return false;
        const timeval patience{5, 0};
        ::setsockopt(guest, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        char said[512];
        ssize_t length = 0;
        do length = ::recv(guest, said, sizeof said, 0);
        while (length > 0);
        ::close(guest);
        return length == 0;
    }

private:
    int m_socket;
    bool m_listens = false;
    int m_port = 0;
};

} // namespace fledgling::test
