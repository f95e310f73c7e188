#pragma once

#include "app/Words.h"
#include "app/history/BookNames.h"
#include "app/merge/Merge.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// A copy of the book brought back: what both sides changed differently, side by side, for somebody to choose from.
/// Page: "merge".
class MergeView {
public:
    /// Who wrote a value, and when by the department's clock.
    struct Writer {
        std::string name;
        domain::Date day;
        domain::TimeOfDay time;
    };
    /// One field, everything in words; "–" for nothing.
    struct Field {
        std::string of; ///< "mark · Shadowing 1 · Wu Min"
        std::string field;
        std::string before; ///< at the common beginning
        std::string ours;
        std::string theirs;
    };
    struct Row {
        std::string id; ///< of the difference
        std::string what;
        std::string before, ours, theirs; ///< the fields that differ, in short
        Writer oursBy, theirsBy;
        std::optional<store::Side> choice;
        std::vector<Field> fields; ///< only those that differ somewhere
    };
    /// A change of the copy that was, or would be, left out.
    struct NotTaken {
        store::ChangeNumber number = 0; ///< in the copy
        Writer by;
        std::string did;
        std::string why; ///< one sentence
    };

    MergeView(Desk& desk, std::string language, Tongue tongue);
    std::function<void()> onChanged;

    /// Verifies and reads a copy; choices made before are forgotten. As readCopy.
    void read(const std::string& where, const MergeAt& at = {});
    /// Compares anew with what the book says now; choices stay where the same still differs.
    void refresh();

    [[nodiscard]] bool hasCopy() const { return m_copy.has_value(); }
    /// Where the copy is.
    [[nodiscard]] const std::string& where() const { return m_copy->where; }
    /// The last change both books have in common, and when it was written.
    [[nodiscard]] store::ChangeNumber beginning() const { return m_copy->beginning; }
    [[nodiscard]] Writer beginningBy();
    /// How many changes of the copy would be taken now.
    [[nodiscard]] std::size_t news() const { return m_news; }

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row* row(const std::string& id) const;
    [[nodiscard]] const std::vector<NotTaken>& notTaken() const { return m_notTaken; }

    /// An id that is none of the rows' is Refused(Unknown).
    void choose(const std::string& id, store::Side side);
    void chooseAll(store::Side side);
    [[nodiscard]] std::size_t undecided() const;

    /// As mergeCopy; what could not be taken is in notTaken() afterwards.
    store::MergeResult merge(const MergeAt& at = {});

private:
    void draw(const store::MergePlan& plan);
    void readNewNames();
    [[nodiscard]] Row rowOf(const store::Difference& difference);
    void addFields(Row& row, const store::DifferentLine& line);
    [[nodiscard]] NotTaken notTakenOf(const store::Untaken& untaken);
    [[nodiscard]] Writer writerOf(const store::ChangeHead& head);
    [[nodiscard]] std::string nameOf(const std::string& text);
    [[nodiscard]] std::string shown(const store::Fact& fact, std::size_t index, const std::string& column);

    Desk& m_desk;
    Tongue m_tr;
    BookNames m_names;
    std::map<std::string, std::string> m_newNames; ///< of what exists only in the copy, by id
    std::optional<store::OtherBook> m_copy;
    store::Choices m_choices;
    std::vector<store::Untaken> m_refused; ///< by the database, at the last try
    std::size_t m_news = 0;
    std::vector<Row> m_rows;
    std::vector<NotTaken> m_notTaken;
};

} // namespace fledgling::app
