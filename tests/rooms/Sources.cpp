#include "rooms/Sources.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

namespace fledgling::rooms {

namespace fs = std::filesystem;

namespace {

std::vector<Line> readLines() {
    const fs::path root = FLEDGLING_SOURCE;
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(root / "src"))
        if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());

    std::vector<Line> lines;
    for (const auto& file : files) {
        std::ifstream in(file);
        int number = 0;
        for (std::string text; std::getline(in, text);)
            lines.push_back({fs::relative(file, root).generic_string(), ++number, text});
    }
    return lines;
}

// The C++ standard library's headers have neither folder nor extension; C's own spelling (<string.h>) is not
// among them.
bool isStandard(const std::string& name) { return name.find_first_of("/.") == std::string::npos; }

// What the operating system declares; allowed where one file keeps it away from the rest.
bool isSystem(const std::string& name) {
    static const std::set<std::string> posix{"unistd.h", "fcntl.h", "signal.h", "locale.h", "langinfo.h",
                                             "pwd.h",    "time.h",  "stdlib.h", "errno.h"};
    return posix.contains(name) || name.starts_with("sys/") || name.starts_with("linux/");
}

bool beginsWithAny(const std::string& name, const std::vector<std::string>& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const auto& beginning) { return name.starts_with(beginning); });
}

std::string objectionToLibrary(const Include& include, const Room& room) {
    if (isStandard(include.name)) return "";
    if (isSystem(include.name)) {
        if (room.name == "domain" || room.name == "app") return room.name + " knows no operating system";
        return include.line.ofHeader() ? "a header shows no operating system" : "";
    }
    if (include.name.starts_with("Poco/Data/") && room.name != "store")
        return "only the store speaks Poco::Data";
    if (!beginsWithAny(include.name, room.libraries))
        return room.name + " may not include <" + include.name + ">";
    if (include.name.starts_with("Poco/") && include.line.ofHeader() && room.name != "store")
        return "a header shows no Poco";
    return "";
}

} // namespace

std::string Line::room() const {
    const std::string prefix = "src/";
    if (!file.starts_with(prefix)) return "";
    const auto slash = file.find('/', prefix.size());
    return slash == std::string::npos ? "" : file.substr(prefix.size(), slash - prefix.size());
}

const std::vector<Room>& allRooms() {
    static const std::vector<Room> rooms{
        {"domain", {}, {}},
        // poll.h: libpq says which socket to wait for, and leaves the waiting to its caller.
        {"store", {"domain"}, {"Poco/", "sqlite3.h", "libpq-fe.h", "poll.h"}},
        {"format",
         {"domain"},
         {"libfyaml.h", "md4c", "pugixml.hpp", "xlsxwriter.h", "libical/", "unicode/", "Poco/", "pango/", "cairo-pdf.h"}},
        {"app", {"domain", "store", "format"}, {}},
        {"ui", {"domain", "app"}, {"wx/", "gtk/", "gdk/", "atk/"}},
        {"cli", {"domain", "app"}, {"Poco/", "libintl.h"}},
    };
    return rooms;
}

const std::vector<Line>& sourceLines() {
    static const std::vector<Line> lines = readLines();
    return lines;
}

std::vector<Include> includes(const std::vector<Line>& lines) {
    static const std::regex directive(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
    std::vector<Include> found;
    for (const auto& line : lines) {
        std::smatch match;
        if (std::regex_match(line.text, match, directive)) found.push_back({line, match[2], match[1] == "<"});
    }
    return found;
}

std::set<std::string> headersShowingPoco(const std::vector<Include>& all) {
    std::set<std::string> shown;
    for (std::size_t before = shown.size() + 1; before != shown.size();) {
        before = shown.size();
        for (const auto& include : all)
            if (include.line.ofHeader() &&
                (include.name.starts_with("Poco/") || shown.contains("src/" + include.name)))
                shown.insert(include.line.file);
    }
    return shown;
}

std::string objection(const Include& include) {
    const std::string inside = include.line.room();
    const auto room =
        std::find_if(allRooms().begin(), allRooms().end(), [&](const Room& r) { return r.name == inside; });
    if (room == allRooms().end()) return "src holds no room called '" + inside + "'";
    if (include.angled) return objectionToLibrary(include, *room);

    const auto slash = include.name.find('/');
    if (slash == std::string::npos)
        return "our own headers are named with their room, as \"domain/Course.h\"";
    const std::string from = include.name.substr(0, slash);
    const bool seen =
        from == inside || std::find(room->sees.begin(), room->sees.end(), from) != room->sees.end();
    return seen ? "" : inside + " may not look into " + from;
}

} // namespace fledgling::rooms
