#pragma once

#include <exception>
#include <string>

namespace fledgling::store {

/// What kind of trouble disk or server gave; app/Words has a sentence for each.
enum class Trouble {
    CannotOpen,    ///< {path} no such folder, no permission
    BadAddress,    ///< {} of a shared database: not as libpq reads one
    NoServer,      ///< {address} nobody answers there
    NoClient,      ///< {path} the library that speaks with servers can't be loaded
    ServerRefuses, ///< {address} no such database, user or password
    NotADatabase,  ///< {path} another program's file
    NewerProgram,  ///< {path} written by a newer Fledgling
    InUse,         ///< {path, and who} another program has it open
    NetworkShare,  ///< {path} files on network shares lose data: use the shared database
    UnsafePath,    ///< {path} "file:" or "?" in the name
    AlreadyThere,  ///< {path} creating would overwrite
    DiskFull,      ///< {path}
    ServerLost,    ///< {} the connection is gone
    Constraint,    ///< {name} the database itself refused the row
    Damaged,       ///< {} the file failed its own check
    Unexpected     ///< {details}
};

/// Disk or server failed; the change in hand was rolled back, everything kept before stands.
class StoreError : public std::exception {
public:
    StoreError(Trouble trouble, std::string subject, std::string details)
        : m_trouble(trouble), m_subject(std::move(subject)), m_details(std::move(details)) {}

    [[nodiscard]] Trouble trouble() const { return m_trouble; }
    [[nodiscard]] const std::string& subject() const { return m_subject; }
    /// The library's own words, for the folded details.
    [[nodiscard]] const std::string& details() const { return m_details; }
    [[nodiscard]] const char* what() const noexcept override { return m_details.c_str(); }

private:
    Trouble m_trouble;
    std::string m_subject;
    std::string m_details;
};

} // namespace fledgling::store
