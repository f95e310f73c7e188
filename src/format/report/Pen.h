#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace fledgling::format {

/// Red, green and blue from 0 to 1.
struct Ink {
    double red = 0, green = 0, blue = 0;
};
inline constexpr Ink BLACK{}, WHITE{1, 1, 1};

/// A drawn page as rows of red, green, blue bytes.
struct Picture {
    int width = 0;
    int height = 0;
    std::string rgb;
};

/// Draws on pages measured in points (72 to the inch): into a PDF, into pictures, or nowhere, to learn how much room
/// something takes. Texts are UTF-8; Chinese is embedded and can be copied out of the PDF again.
class Pen {
public:
    /// Nowhere.
    Pen(double width, double height);
    /// A PDF, whole once finish() was called.
    Pen(double width, double height, std::string& pdf, const std::string& title);
    /// A picture a page, so many pixels to the point.
    Pen(double width, double height, std::vector<Picture>& pictures, double scale);
    ~Pen();
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;

    enum class Align { Left, Right, Centre };
    struct Words {
        std::string text;
        double size = 9;
        bool bold = false;
        double width = 0; ///< wrapped at it; 0: one line as wide as it is
        Align align = Align::Left;
        Ink ink = BLACK;
        bool shortened = false; ///< one line, cut off with "…"
    };
    [[nodiscard]] double heightOf(const Words& words);
    [[nodiscard]] double widthOf(const Words& words);
    /// How many bytes of the text stand in the lines that fit into that height; the first line is counted at any rate.
    [[nodiscard]] std::size_t fitting(const Words& words, double height);
    /// False nowhere: what only lays out needn't draw.
    [[nodiscard]] bool draws() const;
    /// The upper left corner; gives the height.
    double write(const Words& words, double x, double y);

    void fill(double x, double y, double width, double height, Ink ink);
    void frame(double x, double y, double width, double height, Ink ink, double line = 0.5);
    void line(double x1, double y1, double x2, double y2, Ink ink, double width = 0.5, bool dashed = false);
    /// A dot of a line chart.
    void dot(double x, double y, double radius, Ink ink);
    void nextPage();
    /// Throws FormatError(FileNotWritten, name) when the drawing failed.
    void finish(const std::string& name);

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

/// What `draw` draws on a page of that size.
template <class Draw>
[[nodiscard]] Picture pictureOf(double width, double height, double scale, Draw draw) {
    std::vector<Picture> pages;
    Pen pen(width, height, pages, scale);
    draw(pen);
    pen.nextPage();
    pen.finish("picture");
    return pages.empty() ? Picture() : std::move(pages.front());
}
/// The picture as a PNG file.
[[nodiscard]] std::string pngOf(const Picture& picture);

} // namespace fledgling::format
