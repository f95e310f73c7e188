#include "app/courseeditor/CourseDraft.h"

#include "domain/Text.h"

namespace fledgling::app {

namespace {

constexpr const char* INDEX = "draft.txt";
const std::string NOW = "now/", WAS = "was/";

} // namespace

CourseDraft::Bytes CourseDraft::now(const std::string& path) const {
    const auto* bytes = m_files.find(path);
    return bytes ? Bytes(*bytes) : std::nullopt;
}

void CourseDraft::lay(const std::string& path, const Bytes& bytes) {
    m_was.try_emplace(path, now(path));
    if (bytes)
        m_files.put(path, *bytes);
    else
        m_files.remove(path);
}

void CourseDraft::begin(const std::string& key) {
    if (!key.empty() && key == m_open) return;
    m_fresh = true;
    m_open = key;
}

void CourseDraft::put(const std::string& path, Bytes bytes) {
    if (m_fresh) {
        m_steps.resize(m_done);
        m_steps.emplace_back();
        m_done = m_steps.size();
        m_fresh = false;
    }
    auto& step = m_steps.at(m_done - 1);
    step.before.try_emplace(path, now(path));
    lay(path, bytes);
    step.after[path] = std::move(bytes);
}

void CourseDraft::undo() {
    if (m_done == 0) return;
    for (const auto& [path, bytes] : m_steps[--m_done].before)
        lay(path, bytes);
    m_open.clear();
}

void CourseDraft::redo() {
    if (m_done == m_steps.size()) return;
    for (const auto& [path, bytes] : m_steps[m_done++].after)
        lay(path, bytes);
    m_open.clear();
}

std::map<std::string, CourseDraft::Bytes> CourseDraft::changed() const {
    std::map<std::string, Bytes> files;
    for (const auto& [path, was] : m_was)
        if (was != now(path)) files[path] = was;
    return files;
}

std::string CourseDraft::packed(const std::string& origin) const {
    format::FileTree tree;
    std::string index = origin + "\n";
    for (const auto& [path, was] : changed()) {
        index += path + "\n";
        if (was) tree.put(WAS + path, *was);
        if (const auto bytes = now(path)) tree.put(NOW + path, *bytes);
    }
    tree.put(INDEX, index);
    return format::zipOf(tree);
}

bool CourseDraft::unpack(const std::string& bytes, const std::string& origin, std::vector<std::string>& moved) {
    const auto package = format::readZip(bytes);
    const auto* index = package.files ? package.files->find(INDEX) : nullptr;
    if (!index) return false;
    auto lines = domain::split(*index, '\n');
    if (lines.front() != origin) return false;
    lines.erase(lines.begin());
    const auto stored = [&](const std::string& path) {
        const auto* found = package.files->find(path);
        return found ? Bytes(*found) : std::nullopt;
    };
    begin("");
    for (const auto& path : lines) {
        if (path.empty()) continue;
        if (now(path) != stored(WAS + path)) moved.push_back(path);
        put(path, stored(NOW + path));
    }
    // What was resumed is where the way back ends.
    m_steps.clear();
    m_done = 0;
    endStep();
    return true;
}

} // namespace fledgling::app
