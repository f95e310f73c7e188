#include "format/report/Chart.h"

#include "domain/Text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fledgling::format {

namespace {

// Points.
constexpr double TITLE = 11, SMALL = 8, GAP = 4, BAR = 13, BAR_GAP = 4, AXIS = 34, LEVEL_NAME = 90, ROW = 15;
/// A heat map's names take one part in so many of its width.
constexpr double NAMES_SHARE = 9;
/// A wide page is a low one: its charts leave room for the table below.
constexpr double WIDE = 600, PLOT = 150, PLOT_OF_WIDE = 105;
double plotHeight(double width) { return width < WIDE ? PLOT : PLOT_OF_WIDE; }

// Okabe and Ito's colours, told apart by colour-blind people too; each differs in lightness as well.
constexpr std::array COLOURS{Ink{0, 0.447, 0.698}, Ink{0.902, 0.624, 0}, Ink{0, 0.62, 0.451}, Ink{0.835, 0.369, 0}, Ink{0.6, 0.6, 0.6}};
constexpr Ink GREY{0.55, 0.55, 0.55}, PALE{0.88, 0.88, 0.88};

Ink colourOf(std::size_t series) { return COLOURS[series % COLOURS.size()]; }

struct Look {
    const char* sign;
    Ink ground;
};
Look lookOf(ChartState state) {
    switch (state) {
    case ChartState::Met: return {"✓", {0.80, 0.92, 0.88}};
    case ChartState::Due: return {"●", {0.99, 0.92, 0.75}};
    case ChartState::Missing: return {"✕", {0.97, 0.82, 0.74}};
    case ChartState::NotYet: return {"○", {0.95, 0.95, 0.95}};
    case ChartState::Waived: return {"◇", {0.87, 0.90, 0.97}};
    case ChartState::NotAsked: return {"", WHITE};
    }
    return {"", WHITE};
}

std::string numberText(double value) {
    const auto whole = std::llround(value);
    if (std::abs(value - static_cast<double>(whole)) < 0.05) return std::to_string(whole);
    const auto tenths = std::llround(std::abs(value) * 10);
    return (value < 0 ? "−" : "") + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

/// 1, 2 or 5 times a power of ten, with four to eight steps up to the top.
double stepFor(double top) {
    constexpr double STEPS = 5;
    const double rough = std::max(top, 1.0) / STEPS;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (rough <= factor * power) return std::max(1.0, factor * power);
    return 10 * power;
}

double topOf(const ReportChart& chart) {
    double top = chart.top.value_or(0);
    if (chart.kind == ReportChart::Kind::Stacked) {
        for (std::size_t i = 0; i < chart.labels.size(); ++i) {
            double sum = 0;
            for (const auto& one : chart.series)
                if (i < one.values.size()) sum += one.values[i].value_or(0);
            top = std::max(top, sum);
        }
    } else {
        for (const auto& one : chart.series)
            for (const auto& value : one.values)
                top = std::max(top, value.value_or(0));
    }
    for (const auto& level : chart.levels)
        top = std::max(top, level.at);
    // A scale whose end is known ends there: no month has more points than it began with.
    if (chart.top && *chart.top > 0 && top <= *chart.top) return *chart.top;
    const double step = stepFor(top);
    return std::max(step, std::ceil(top / step) * step);
}

Pen::Words small(std::string text, double width = 0, Pen::Align align = Pen::Align::Left) {
    return {std::move(text), SMALL, false, width, align, BLACK, width > 0};
}

/// The series' names with their colours, from left to right.
double legend(Pen& pen, const ReportChart& chart, double x, double y) {
    if (chart.series.size() < 2) return 0;
    constexpr double SQUARE = 7;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const auto words = small(chart.series[i].name);
        if (chart.kind == ReportChart::Kind::Across && i == 1)
            pen.frame(x, y + 2, SQUARE, SQUARE, GREY, 1);
        else
            pen.fill(x, y + 2, SQUARE, SQUARE, colourOf(i));
        pen.write(words, x + SQUARE + GAP, y);
        x += SQUARE + 4 * GAP + pen.widthOf(words);
    }
    return pen.heightOf(small("0")) + GAP;
}

struct Plot {
    double x, y, width, height, top;
    [[nodiscard]] double heightAt(double value) const { return y + height - height * std::clamp(value / top, 0.0, 1.0); }
};

void scale(Pen& pen, const ReportChart& chart, const Plot& plot) {
    const double step = stepFor(plot.top);
    const auto line = [&](double value) {
        const double y = plot.heightAt(value);
        pen.line(plot.x, y, plot.x + plot.width, y, PALE);
        pen.write(small(numberText(value), AXIS - GAP, Pen::Align::Right), plot.x - AXIS, y - SMALL / 2 - 2);
    };
    // The end is written, too, whether or not it is a whole number of steps; what is too near to it isn't.
    for (double value = 0; value < plot.top - step / 2; value += step)
        line(value);
    line(plot.top);
    for (const auto& level : chart.levels) {
        const double y = plot.heightAt(level.at);
        pen.line(plot.x, y, plot.x + plot.width, y, GREY, 0.8, true);
        pen.write(small(level.name, LEVEL_NAME - GAP), plot.x + plot.width + GAP, y - SMALL / 2 - 2);
    }
}

/// As many labels as fit.
void labels(Pen& pen, const ReportChart& chart, const Plot& plot) {
    double widest = 1;
    for (const auto& label : chart.labels)
        widest = std::max(widest, pen.widthOf(small(label)) + GAP);
    const double room = plot.width / static_cast<double>(chart.labels.size());
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(widest / room)));
    for (std::size_t i = 0; i < chart.labels.size(); i += every) {
        const double middle = plot.x + (static_cast<double>(i) + 0.5) * room;
        auto words = small(chart.labels[i], widest, Pen::Align::Centre);
        pen.write(words, middle - widest / 2, plot.y + plot.height + GAP / 2);
    }
}

void columns(Pen& pen, const ReportChart& chart, const Plot& plot) {
    const double room = plot.width / static_cast<double>(chart.labels.size());
    const double width = std::min(room * 0.7, 40.0);
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        double sum = 0;
        for (std::size_t k = 0; k < chart.series.size(); ++k) {
            const double value = i < chart.series[k].values.size() ? chart.series[k].values[i].value_or(0) : 0;
            if (value <= 0) continue;
            const double from = plot.heightAt(sum), to = plot.heightAt(sum + value);
            const double x = plot.x + (static_cast<double>(i) + 0.5) * room - width / 2;
            pen.fill(x, to, width, from - to, colourOf(k));
            if (from - to > SMALL + 3 && width > 2 * SMALL)
                pen.write({numberText(value), SMALL, true, width, Pen::Align::Centre, WHITE, true}, x, (from + to) / 2 - SMALL / 2 - 2);
            sum += value;
        }
    }
}

void lines(Pen& pen, const ReportChart& chart, const Plot& plot) {
    const double room = plot.width / static_cast<double>(chart.labels.size());
    for (std::size_t k = 0; k < chart.series.size(); ++k) {
        const auto& values = chart.series[k].values;
        std::optional<std::pair<double, double>> last;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!values[i]) {
                last.reset();
                continue;
            }
            const double x = plot.x + (static_cast<double>(i) + 0.5) * room, y = plot.heightAt(*values[i]);
            if (last) pen.line(last->first, last->second, x, y, colourOf(k), 1.5, k % 2 == 1);
            pen.dot(x, y, 1.8, colourOf(k));
            last = {x, y};
        }
    }
}

void across(Pen& pen, const ReportChart& chart, double x, double y, double width) {
    double names = 40;
    for (const auto& label : chart.labels)
        names = std::max(names, pen.widthOf(small(label)) + GAP);
    names = std::min(names, width / 3);
    const double top = topOf(chart), room = width - names - AXIS;
    for (std::size_t i = 0; i < chart.labels.size(); ++i, y += BAR + BAR_GAP) {
        pen.write(small(chart.labels[i], names - GAP), x, y + 1);
        const double value = i < chart.series[0].values.size() ? chart.series[0].values[i].value_or(0) : 0;
        const double limit = chart.series.size() > 1 && i < chart.series[1].values.size() ? chart.series[1].values[i].value_or(0) : 0;
        const bool over = chart.series.size() > 1 && value > limit;
        pen.fill(x + names, y, room * value / top, BAR, over ? COLOURS[3] : COLOURS[0]);
        if (limit > 0) pen.frame(x + names, y, room * limit / top, BAR, GREY, 1);
        std::string words = numberText(value);
        if (chart.series.size() > 1) words += "/" + numberText(limit);
        pen.write(small(words), x + names + room * std::max(value, limit) / top + GAP, y + 1);
    }
}

double squareWidth(const ReportChart& chart, double width) {
    return (width - width / NAMES_SHARE) / static_cast<double>(std::max<std::size_t>(1, chart.labels.size()));
}

/// The headings of a heat map in one size: small enough for the longest word to stand whole. Chinese breaks anywhere.
double sizeOfHead(Pen& pen, const ReportChart& chart, double room) {
    constexpr double LEAST = 5, SAFE = 0.97;
    const auto isChinese = [](const std::string& word) {
        return std::any_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    };
    double widest = 1;
    for (const auto& label : chart.labels)
        for (const auto& word : domain::split(label, ' '))
            if (!isChinese(word)) widest = std::max(widest, pen.widthOf({word, SMALL, true}));
    return std::clamp(SMALL * SAFE * (room - 2) / widest, LEAST, SMALL);
}

Pen::Words headWords(const std::string& label, double size, double room) {
    return {label, size, true, room - 2, Pen::Align::Centre, BLACK, false};
}

double headOfHeat(Pen& pen, const ReportChart& chart, double width) {
    const double room = squareWidth(chart, width), size = sizeOfHead(pen, chart, room);
    double tallest = 0;
    for (const auto& label : chart.labels)
        tallest = std::max(tallest, pen.heightOf(headWords(label, size, room)));
    return tallest + 2;
}

void heat(Pen& pen, const ReportChart& chart, double x, double y, double width) {
    const double names = width / NAMES_SHARE, room = squareWidth(chart, width), size = sizeOfHead(pen, chart, room);
    for (std::size_t i = 0; i < chart.labels.size(); ++i)
        pen.write(headWords(chart.labels[i], size, room), x + names + static_cast<double>(i) * room + 1, y);
    y += headOfHeat(pen, chart, width);
    for (std::size_t row = 0; row < chart.rows.size(); ++row, y += ROW) {
        pen.write(small(chart.rows[row], names - GAP), x, y + 2);
        for (std::size_t i = 0; i < chart.squares[row].size() && i < chart.labels.size(); ++i) {
            const auto& square = chart.squares[row][i];
            const auto look = lookOf(square.state);
            const double left = x + names + static_cast<double>(i) * room;
            pen.fill(left, y, room, ROW, look.ground);
            pen.frame(left, y, room, ROW, WHITE, 1);
            pen.write({std::string(look.sign) + " " + square.text, SMALL, false, room - 2, Pen::Align::Centre, BLACK, true}, left + 1, y + 2);
        }
    }
}

} // namespace

bool isEmpty(const ReportChart& chart) {
    if (chart.kind == ReportChart::Kind::Heat) return chart.rows.empty() || chart.labels.empty();
    return chart.labels.empty() || chart.series.empty();
}

double heightOf(Pen& pen, const ReportChart& chart, double width) {
    if (isEmpty(chart)) return 0;
    const double title = TITLE + 2 * GAP;
    const double names = chart.series.size() < 2 ? 0 : pen.heightOf(small("0")) + GAP;
    switch (chart.kind) {
    case ReportChart::Kind::Heat:
        return title + headOfHeat(pen, chart, width) + ROW * static_cast<double>(chart.rows.size()) + GAP;
    case ReportChart::Kind::Across: return title + names + (BAR + BAR_GAP) * static_cast<double>(chart.labels.size()) + GAP;
    case ReportChart::Kind::Stacked:
    case ReportChart::Kind::Lines: break;
    }
    return title + names + plotHeight(width) + SMALL + 3 * GAP;
}

namespace {

/// Keeps those from `from` up to `to`, where there are so many.
template <class T>
void keepRange(std::vector<T>& all, std::size_t from, std::size_t to) {
    const auto at = [&](std::size_t place) { return all.begin() + static_cast<std::ptrdiff_t>(std::min(place, all.size())); };
    all = std::vector<T>(at(from), at(to));
}

} // namespace

std::vector<ReportChart> chartParts(Pen& pen, const ReportChart& chart, double width, double height) {
    const bool isHeat = chart.kind == ReportChart::Kind::Heat, isAcross = chart.kind == ReportChart::Kind::Across;
    const double whole = heightOf(pen, chart, width);
    if (whole <= height || !(isHeat || isAcross)) return {chart};
    const double row = isHeat ? ROW : BAR + BAR_GAP;
    const auto count = isHeat ? chart.rows.size() : chart.labels.size();
    const double around = whole - row * static_cast<double>(count);
    const auto most = static_cast<std::size_t>(std::max(1.0, std::floor((height - around) / row)));
    const auto parts = (count + most - 1) / most, each = (count + parts - 1) / parts;
    std::vector<ReportChart> found;
    for (std::size_t from = 0; from < count; from += each) {
        auto& part = found.emplace_back(chart);
        if (isHeat) {
            keepRange(part.rows, from, from + each);
            keepRange(part.squares, from, from + each);
            continue;
        }
        part.top = topOf(chart);
        keepRange(part.labels, from, from + each);
        for (auto& series : part.series)
            keepRange(series.values, from, from + each);
    }
    return found;
}

void draw(Pen& pen, const ReportChart& chart, double x, double y, double width) {
    if (isEmpty(chart)) return;
    pen.write({chart.title, TITLE, true, width, Pen::Align::Left, BLACK, true}, x, y);
    y += TITLE + 2 * GAP;
    y += legend(pen, chart, x, y);
    if (chart.kind == ReportChart::Kind::Heat) return heat(pen, chart, x, y, width);
    if (chart.kind == ReportChart::Kind::Across) return across(pen, chart, x, y, width);
    const double right = chart.levels.empty() ? 0 : LEVEL_NAME;
    const Plot plot{x + AXIS, y + GAP, width - AXIS - right, plotHeight(width) - GAP, topOf(chart)};
    scale(pen, chart, plot);
    chart.kind == ReportChart::Kind::Stacked ? columns(pen, chart, plot) : lines(pen, chart, plot);
    pen.line(plot.x, plot.y + plot.height, plot.x + plot.width, plot.y + plot.height, GREY);
    labels(pen, chart, plot);
}

} // namespace fledgling::format
