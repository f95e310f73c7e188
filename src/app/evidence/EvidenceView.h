#pragma once

#include "app/evidence/Evidences.h"
#include "app/Words.h"
#include "app/history/BookKey.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fledgling::app {

/// What the half days want beyond the roll, line by line: the actor's own, those of the trainees he or she leads, or
/// of everybody in training. Page: "evidence".
class EvidenceView {
public:
    enum class Kind { Sheet, Film, Exercise };
    /// One sheet, film or exercise of one trainee.
    struct Line {
        std::string id; ///< trainee, course session and subject, with blanks between
        Kind kind = Kind::Sheet;
        domain::PersonId trainee;
        std::string name;
        std::string session; ///< course session
        std::string sessionTitle;
        std::optional<domain::Date> day; ///< the own cohort holds it; nothing while it isn't laid
        bool attended = false;
        bool over = false;  ///< its day is past
        bool early = false; ///< nothing of it can be written or ticked yet
        std::string subject; ///< package path of a film, id of an exercise; empty for a sheet
        std::string title;
        bool complete = false;
        domain::ExerciseState exercise = domain::ExerciseState::Open;
        domain::FilmWatch film;
        int filmNeed = 0; ///< percent
        std::optional<domain::ShadowSheet> sheet;
        std::string whom; ///< of the sheet, by name
        bool mine = false;       ///< the actor may fill it
        bool toConfirm = false;  ///< the actor may confirm it now
    };

    EvidenceView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}
    std::function<void()> onChanged;

    void load();
    [[nodiscard]] bool own() const { return m_own; }
    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }
    [[nodiscard]] const Line* line(const std::string& id) const;
    /// Whom one can have watched: everybody at work, by name.
    [[nodiscard]] std::vector<std::pair<domain::PersonId, std::string>> agents() const;
    /// The bytes of a film of that line's course; nothing when it is not there.
    [[nodiscard]] std::optional<std::string> filmBytes(const Line& line) const;
    /// Where the book keeps that line's sheet, film or exercise.
    [[nodiscard]] BookKey keyOf(const Line& line) const;
    [[nodiscard]] int missing() const; ///< lines of sessions attended or past that want something of the trainee
    [[nodiscard]] int toConfirm() const; ///< of these, lines that wait for somebody to confirm them
    [[nodiscard]] bool complete() const; ///< nothing is lacking, of half days ahead neither
    [[nodiscard]] int waiting() const; ///< lines the actor may confirm

    store::ChangeNumber keepSheet(const Line& line, const domain::ShadowSheet& sheet);
    store::ChangeNumber watch(const Line& line, int seconds, const domain::Watched& seen);
    store::ChangeNumber tick(const Line& line, bool done);
    store::ChangeNumber confirm(const Line& line);

private:
    void add(const Record& record);
    [[nodiscard]] Line lineOf(const Record& record, const domain::CourseSession& session, Kind kind,
                              const std::string& subject) const;

    Desk& m_desk;
    std::string m_language;
    bool m_own = false;
    std::vector<Line> m_lines;
    std::map<std::string, std::pair<std::string, std::string>> m_courses; ///< course and version by line
};

} // namespace fledgling::app
