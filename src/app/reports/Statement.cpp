#include "app/reports/Statement.h"

#include "app/history/BookWords.h"

namespace fledgling::app {

using format::Report;
using format::ReportCell;
using format::ReportTable;

namespace {

constexpr std::size_t GROUP = 8;
/// Room for a signature, in points.
constexpr double TO_SIGN = 36;

ReportTable findings(Desk& desk, const store::Verification& found, const Tongue& tr) {
    ReportTable table{tr("What was found"), {{tr("checked"), 2}, {tr("finding"), 5}}, {}, {}, 0};
    const auto say = [&](const std::string& what, const std::string& value, bool bold = false) {
        table.rows.push_back({ReportCell{what}, ReportCell{value, {}, bold}});
    };
    const auto now = desk.clock.now();
    const auto total = store::Book(desk.database).last();
    say(tr("department"), desk.database.where());
    say(tr("changes in the book"), figure(total));
    say(tr("changes that stand as they were written"), figure(found.changes));
    say(found.good() ? tr("head of the chain") : tr("head of the part that stands"), grouped(found.head), true);
    say(tr("first bad line"),
        found.good() ? tr("none") : filled(tr("change {0}, in: {1}"), {figure(found.firstBad), wordForTable(found.table, tr)}),
        !found.good());
    if (const auto last = store::Book(desk.database).change(found.changes))
        say(tr("the last change that stands was written"),
            desk.clock.dateOf(last->head.at).iso() + " " + desk.clock.timeOf(last->head.at).text());
    say(tr("verified on"), desk.clock.dateOf(now).iso() + " " + desk.clock.timeOf(now).text() + " (" + desk.clock.zone + ")");
    say(tr("verified by"), desk.actor.card.name + " " + desk.actor.card.staffNumber);
    say(tr("program"), "Fledgling");
    return table;
}

ReportTable comparisons(const store::Verification& found, const Tongue& tr) {
    ReportTable table{tr("What the reader compares"), {{tr("step"), 1, true}, {tr("compare"), 12}}, {}, {}, 0};
    const auto say = [&](const std::string& text) {
        table.rows.push_back({ReportCell{std::to_string(table.rows.size() + 1)}, ReportCell{text}});
    };
    if (!found.good())
        say(tr("The line named above is not as it was written. Stop using the book, keep this page and the file as they "
               "are, and look for the last backup that verifies."));
    say(tr("An earlier statement, sign-in sheet or report names a number of changes and a head. The number here must not be "
           "smaller: else changes were cut off at the end."));
    say(tr("Open that number on the History page (or: fledgling-cli history show): the hash of that change must begin as the "
           "head on the earlier paper. If it doesn't, the book was written anew."));
    say(tr("Verify again after reading this page: with the same number of changes the head is the same, digit by digit."));
    return table;
}

ReportTable signatures(const Tongue& tr) {
    ReportTable table{tr("Signed"), {{tr("who"), 2}, {tr("day"), 1}, {tr("signature"), 3}}, {}, {}, TO_SIGN};
    for (const auto& who : {tr("who verified"), tr("who compared")})
        table.rows.push_back({ReportCell{who}, ReportCell{}, ReportCell{}});
    return table;
}

} // namespace

std::string grouped(const std::string& hash) {
    std::string text;
    for (std::size_t i = 0; i < hash.size(); i += GROUP)
        text += (i == 0 ? "" : " ") + hash.substr(i, GROUP);
    return text;
}

Report verificationStatement(Desk& desk, const store::Verification& found, const Tongue& tr) {
    Report report;
    report.title = tr("Statement of verification");
    report.lines.push_back(found.good()
                               ? filled(tr("The whole book was recomputed: {0} changes, and nothing was altered."),
                                        {figure(found.changes)})
                               : filled(tr("The book is not as it was written: change {0} is the first that doesn't fit. The "
                                           "{1} changes before it stand."),
                                        {figure(found.firstBad), figure(found.changes)}));
    report.tables = {findings(desk, found, tr), comparisons(found, tr), signatures(tr)};
    report.about = tr("About this report");
    report.foot = filled(tr("Fledgling · head {0}"), {grouped(found.head)});
    return report;
}

} // namespace fledgling::app
