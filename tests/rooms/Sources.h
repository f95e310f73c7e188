#pragma once

#include <set>
#include <string>
#include <vector>

namespace fledgling::rooms {

/// One line of a source file; `file` is relative to the checkout, with forward slashes.
struct Line {
    std::string file;
    int number = 0;
    std::string text;

    [[nodiscard]] std::string where() const { return file + ":" + std::to_string(number) + ": " + text; }
    /// "store" of src/store/Book.cpp; "" outside a room.
    [[nodiscard]] std::string room() const;
    [[nodiscard]] bool ofHeader() const { return file.ends_with(".h"); }
};

/// What stands between the quotes or angle brackets of an #include.
struct Include {
    Line line;
    std::string name;
    bool angled = false;
};

/// The rooms, each seeing only those named with it (and itself).
struct Room {
    std::string name;
    std::vector<std::string> sees;
    std::vector<std::string> libraries; ///< beginnings of <...> names beside the standard library's
};
[[nodiscard]] const std::vector<Room>& allRooms();

/// Every line of every .h and .cpp under src.
[[nodiscard]] const std::vector<Line>& sourceLines();
[[nodiscard]] std::vector<Include> includes(const std::vector<Line>& lines);

/// Why this include is a wrong way, or "" when it is right.
[[nodiscard]] std::string objection(const Include& include);

/// The headers that bring in Poco's, themselves or through others: internal to the store.
[[nodiscard]] std::set<std::string> headersShowingPoco(const std::vector<Include>& all);

} // namespace fledgling::rooms
