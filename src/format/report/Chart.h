#pragma once

#include "format/report/Pen.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::format {

/// How something stands, for the squares of a heat map: sign, word and colour together.
enum class ChartState { Met, Due, Missing, NotYet, Waived, NotAsked };

struct ChartSeries {
    std::string name;
    std::vector<std::optional<double>> values; ///< one for each label; nothing: not there
};

/// A line across, with its name at its end: a tier, a capacity.
struct ChartLevel {
    std::string name;
    double at = 0;
};

/// One square of a heat map.
struct ChartSquare {
    ChartState state = ChartState::NotYet;
    std::string text;
};

/// A chart as a value; the same drawing goes to paper, screen and web page.
struct ReportChart {
    enum class Kind {
        Stacked, ///< a column for each label, series upon each other
        Lines,   ///< a line for each series over the labels
        Across,  ///< a bar from left to right for each label; a second series is a frame around it (its limit)
        Heat     ///< rows by columns of squares
    };
    Kind kind = Kind::Lines;
    std::string title;
    std::vector<std::string> labels; ///< of the columns, days or bars; of a heat map's columns
    std::vector<ChartSeries> series;
    std::vector<ChartLevel> levels;
    std::vector<std::string> rows;                 ///< of a heat map
    std::vector<std::vector<ChartSquare>> squares; ///< [row][column]
    std::optional<double> top = {};                ///< of the scale; nothing: as high as the values
};

/// True when there is nothing to draw.
[[nodiscard]] bool isEmpty(const ReportChart& chart);
/// The room it takes at that width, its title with it.
[[nodiscard]] double heightOf(Pen& pen, const ReportChart& chart, double width);
/// The chart in as many parts as it takes for none to be higher than that: rows of a heat map and bars are shared out evenly,
/// on the same scale. Columns and lines stay whole.
[[nodiscard]] std::vector<ReportChart> chartParts(Pen& pen, const ReportChart& chart, double width, double height);
/// Draws it with its upper left corner there.
void draw(Pen& pen, const ReportChart& chart, double x, double y, double width);

} // namespace fledgling::format
