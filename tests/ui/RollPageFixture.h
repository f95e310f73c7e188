#pragma once

#include "app/sample/Sample.h"
#include "store/AttendanceStore.h"
#include "store/CohortStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <string>
#include <vector>

namespace fledgling::ui::test {

/// The sample's cohort of nine in its second day: today's morning, nobody marked. On a weekend the sample's
/// second day was the last working day; the roll still opens there.
class RollPages : public InWindow {
protected:
    static Table* firstTable(wxWindow* below) {
        if (auto* found = dynamic_cast<Table*>(below)) return found;
        for (auto* child : below->GetChildren())
            if (auto* found = firstTable(child)) return found;
        return nullptr;
    }
    void openRoll(const std::string& who = app::SAMPLE_TRAINER) {
        openSampleAs(who, "roll");
        ASSERT_NE(frame().page(), nullptr);
        table = firstTable(frame().page());
        ASSERT_NE(table, nullptr);
        ASSERT_EQ(table->size(), 9U);
        column = table->column();
        rows = table->order();
    }
    app::Desk& desk() { return frame().session()->desk(); }
    /// The session of the column the cursor began in.
    domain::SessionId session() {
        store::CohortStore cohorts(desk().database);
        const auto member = cohorts.membershipsOf(domain::PersonId(rows.front())).back();
        return cohorts.sessionsOf(member.cohort).at(static_cast<std::size_t>(column - 2)).id;
    }
    /// As the book has it: "P L12 - A".
    std::string marks() {
        std::string all;
        for (const auto& id : rows) {
            const auto kept = store::AttendanceStore(desk().database).mark(session(), domain::PersonId(id));
            if (!all.empty()) all += ' ';
            if (!kept)
                all += '-';
            else
                all += domain::letterOf(kept->mark.kind) +
                       (kept->mark.minutes.count() ? std::to_string(kept->mark.minutes.count()) : "");
        }
        return all;
    }
    std::string at(std::size_t row) { return utf8(table->textAt(rows.at(row), column)); }
    store::ChangeNumber last() { return store::Book(desk().database).last(); }
    bool says(const wxString& words) { return allText(frame().page()).Contains(words); }

    Table* table = nullptr;
    int column = 0;
    std::vector<std::string> rows;
};

} // namespace fledgling::ui::test
