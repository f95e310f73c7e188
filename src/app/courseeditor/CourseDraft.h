#pragma once

#include "format/FileTree.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// The files of a package being changed: what they were, what they are, and the way back step by step.
/// Only files that were changed are remembered, so pictures and films cost nothing.
class CourseDraft {
public:
    /// A file's bytes; nothing where there is no such file.
    using Bytes = std::optional<std::string>;

    CourseDraft() = default;
    explicit CourseDraft(format::FileTree files) : m_files(std::move(files)) {}

    [[nodiscard]] const format::FileTree& files() const { return m_files; }
    /// Begins a step; one with the key of the step before goes on with that (typing in one field). "" never does. A step
    /// in which nothing is put is none.
    void begin(const std::string& key);
    /// Changes a file within the step begun.
    void put(const std::string& path, Bytes bytes);
    /// What is typed from now on is a step of its own.
    void endStep() { m_open.clear(); }

    [[nodiscard]] bool canUndo() const { return m_done > 0; }
    [[nodiscard]] bool canRedo() const { return m_done < m_steps.size(); }
    void undo();
    void redo();

    /// Files that differ from what they were, with what they were.
    [[nodiscard]] std::map<std::string, Bytes> changed() const;
    /// As one file that outlives the program. `origin`: whose draft it is, kept with it.
    [[nodiscard]] std::string packed(const std::string& origin) const;
    /// Puts a packed draft's files over these. `moved` takes those that were something else when it was packed.
    /// False, and nothing changed, when the bytes are no draft of that origin.
    bool unpack(const std::string& bytes, const std::string& origin, std::vector<std::string>& moved);

private:
    struct Step {
        std::map<std::string, Bytes> before, after;
    };
    [[nodiscard]] Bytes now(const std::string& path) const;
    void lay(const std::string& path, const Bytes& bytes);

    format::FileTree m_files;
    std::map<std::string, Bytes> m_was; ///< of every file that was ever touched
    std::vector<Step> m_steps;
    std::size_t m_done = 0;
    std::string m_open;   ///< key of the step that may go on
    bool m_fresh = false; ///< the next change begins a step
};

} // namespace fledgling::app
