#pragma once

#include "app/Desk.h"
#include "app/courses/CourseShelf.h"
#include "app/courses/Courses.h"
#include "app/courses/VersionPreview.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// A course as it is taught: its days, sessions, texts and requirements; from the book, or from a package on disk that is
/// being written. Page: "course".
class CourseView {
public:
    enum class PartKind { Session, RuleText, Skills, Assessments, Criteria, Answers };
    /// A line of the tree on the left.
    struct Part {
        std::string id;    ///< "session d1-am", "rule rules/conduct.md", "skills", "assessments", "criteria",
                           ///< "answers"
        PartKind kind = PartKind::Session;
        std::string title; ///< empty for the lists and the answers: the page names them
        std::string day;   ///< title of the course day; empty for the rest
        std::optional<domain::HalfDay> half;
        std::optional<domain::SessionKind> teaching;
        std::optional<domain::Hours> hours;
        std::string lecturer;
        int minutes = 0;
        int questions = 0; ///< of the inline quiz
    };
    /// A line of one of the lists.
    struct ListRow {
        std::string id;
        std::string title;
        std::string about;
        std::set<domain::Post> posts;
        domain::SkillLevel need = domain::SkillLevel::None; ///< skills
        int atLeast = 0;                                    ///< criteria; pass mark of assessments
        bool percent = false;
        int count = 0;                                      ///< questions or items
    };

    CourseView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}
    std::function<void()> onChanged;

    /// Asks the book, or the disk, again.
    void load();
    [[nodiscard]] const std::vector<CourseEntry>& versions() const { return m_versions; }
    /// A version of the book; an empty one the newest.
    void showVersion(const std::string& course, const std::string& version);
    /// A folder or .course file on disk: checked and shown, not kept.
    void showPackage(const std::string& path);

    /// The path while a package on disk is shown; empty otherwise.
    [[nodiscard]] const std::string& package() const { return m_path; }
    /// True when a file of the shown package changed on disk since it was read; load() then reads it again.
    [[nodiscard]] bool changedOnDisk() const;
    [[nodiscard]] const format::Problems& problems() const { return m_problems; }
    /// A line of a file of the package, as it stands on disk.
    struct SourceLine {
        int number = 0;
        std::string text;
        bool bad = false; ///< where the problem is
    };
    /// The lines around a problem; empty for one about the package as a whole, or a picture.
    [[nodiscard]] std::vector<SourceLine> sourceAround(const format::Problem& problem) const;
    [[nodiscard]] bool broken() const { return format::hasErrors(m_problems); }

    /// Nothing to show: no course in the book and no package, or one that is broken.
    [[nodiscard]] const domain::Course* course() const { return m_course; }
    [[nodiscard]] std::string title() const;
    [[nodiscard]] const std::vector<Part>& parts() const { return m_parts; }
    /// HTML of a session's or rule's text, or of the department's common answers, which stand beside every course (empty
    /// while none is agreed on); `folder` is where its relative links begin.
    [[nodiscard]] std::string textOf(const Part& part) const;
    [[nodiscard]] std::vector<ListRow> listOf(PartKind kind) const;
    /// The bytes of a picture or hand-out.
    [[nodiscard]] std::optional<std::string> file(const std::string& path) const;
    /// Names of cohorts that take the shown version.
    [[nodiscard]] const std::vector<std::string>& cohorts() const { return m_cohorts; }
    /// What the shown package changes against the newest version in the book.
    [[nodiscard]] std::vector<CourseDifference> changes() const;

    /// Whose points keeping the shown package would change; nothing for a version of the book.
    [[nodiscard]] std::vector<PointsChange> pointsChanges() const;
    /// Cohorts in training that could take the version shown instead of theirs; a package is kept first.
    [[nodiscard]] std::vector<CohortMove> cohortMoves() const;
    /// The cohort takes the version shown, with a reason.
    store::ChangeNumber moveCohort(const domain::CohortId& cohort, const std::string& why);

    /// Keeps the shown package as a version of the course and shows that.
    CourseLoad keepPackage();
    [[nodiscard]] bool mayLoad() const;

private:
    [[nodiscard]] std::string newestOf(const std::string& course) const;
    void loadFromBook();
    void loadFromDisk();
    void listParts();
    [[nodiscard]] std::string text(const domain::LocalText& local) const;
    [[nodiscard]] std::string taught(const std::string& body) const;

    Desk& m_desk;
    std::string m_language;
    std::vector<CourseEntry> m_versions;
    std::string m_id, m_version; ///< of the book
    std::string m_path;          ///< on disk
    std::int64_t m_stamp = 0;    ///< newest change of the package's files when read
    format::Problems m_problems;
    std::unique_ptr<LoadedCourse> m_read; ///< of the package
    std::map<std::string, std::string> m_files; ///< of the package
    const LoadedCourse* m_shown = nullptr;
    const domain::Course* m_course = nullptr;
    std::vector<Part> m_parts;
    std::vector<std::string> m_cohorts;
};

} // namespace fledgling::app
