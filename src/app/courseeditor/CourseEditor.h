#pragma once

#include "app/Desk.h"
#include "app/courseeditor/CourseDraft.h"
#include "app/courseeditor/CourseForm.h"
#include "app/courses/Courses.h"
#include "app/courses/VersionPreview.h"
#include "format/CourseReader.h"
#include "format/TextFile.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// A course being changed part by part, without anybody writing YAML: a working copy of a version in the book or of a
/// package on disk. Each change is a step that can be taken back; check() reads the copy as a package is read and keeps
/// it on disk, so that it outlives the program. Only what was changed is written anew. Page: "courseeditor".
class CourseEditor {
public:
    struct Part {
        std::string id; ///< "facts", "days/0/sessions/1": follows the place, so it changes when a part moves
        EditorPartKind kind = EditorPartKind::Facts;
        std::string title; ///< empty for heads and what has no title yet: the page names them
        int level = 0;     ///< in the tree
        int number = 0;    ///< of an item in its list, from 1
        std::string when;  ///< of a session: a word of HalfDay; of what a mark costs: the mark
        std::string within; ///< the part in which it is looked for: shown while that is open; empty: always
        std::optional<format::Severity> worst; ///< of its problems
    };
    struct Option {
        std::string key;
        std::string words; ///< empty for words of a closed set: the page names them
    };
    struct Field {
        std::string id; ///< "title.en", "kind", "topics#" and a category
        EditorField field = EditorField::Title;
        std::string language; ///< empty where the field has none
        EditorInput input = EditorInput::Line;
        std::string value;
        std::vector<Option> options;
        bool locked = false; ///< an id the book knows, or a file that can't be read as text
        std::string of;      ///< what the label names: a category of the bank
    };
    /// The option of a quiz's bank for which a new one is made.
    static constexpr const char* NEW_BANK = "+";
    /// Where a part would stand that is let go over another one.
    enum class Landing { Nowhere, Before, Behind, Inside };
    /// What is wrong, and the field it is wrong in; part and field are empty for a place the editor has no field for.
    struct Finding {
        std::string part;
        std::string field;
        format::Problem problem;
        /// The reader lets a text pass that the course's own language lacks; who writes the course has to write it.
        [[nodiscard]] format::Severity severity() const {
            return problem.kind == format::ProblemKind::LanguageMissing ? format::Severity::Error : problem.severity();
        }
    };
    struct Preview {
        std::vector<CourseDifference> changes; ///< against the newest version in the book
        std::vector<PointsChange> points;
        std::vector<CohortMove> moves;
    };
    enum class Saved { Done, OtherCourseThere, ChangedOnDisk, NotAVersion };

    /// `drafts`: the folder of the user's drafts. One belongs to its department, its person and the version or package it
    /// was begun from, and shows up nowhere else.
    CourseEditor(Desk& desk, std::string language, std::string drafts);

    /// A version of the book; empty: the newest. Refused(NotYourRight, CourseNotLoaded).
    void open(const std::string& course, const std::string& version);
    /// A folder or .course file. Refused(NotYourRight); FormatError when there is nothing to be read.
    void openPackage(const std::string& path);
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] const std::string& course() const { return m_course; }
    [[nodiscard]] const std::string& version() const { return m_version; }
    [[nodiscard]] const std::string& package() const { return m_path; } ///< empty for a version of the book
    [[nodiscard]] std::string title() const;
    /// False when course.yaml can't be read as YAML: its problems are told and nothing can be changed.
    [[nodiscard]] bool editable() const { return m_yaml.readable(); }
    [[nodiscard]] bool mayEdit() const;

    /// A draft of an earlier time was found and goes on here.
    [[nodiscard]] bool resumed() const { return m_resumed; }
    /// Files of the resumed draft that became something else meanwhile where they come from.
    [[nodiscard]] const std::vector<std::string>& movedOn() const { return m_movedOn; }
    [[nodiscard]] bool changed() const { return !m_draft.changed().empty(); }
    /// Back to what was opened; the draft on disk goes.
    void discard();

    [[nodiscard]] const std::vector<Part>& parts() const { return m_parts; }
    [[nodiscard]] const Part* part(const std::string& id) const;
    /// The course's own language first.
    [[nodiscard]] const std::vector<std::string>& languages() const { return m_languages; }
    /// The same, beginning with the reader's where the course has it.
    [[nodiscard]] std::vector<std::string> reading() const;
    [[nodiscard]] std::vector<Field> fields(const std::string& part) const;
    /// A session's or rule's text as it is shown; its paths begin at the package's root.
    [[nodiscard]] std::string shown(const std::string& part, const std::string& language) const;
    [[nodiscard]] std::optional<std::string> file(const std::string& path) const;

    void set(const std::string& part, const std::string& field, const std::string& value);
    /// What is typed from now on is taken back by itself.
    void endStep() { m_draft.endStep(); }
    [[nodiscard]] bool mayAdd(const std::string& part) const;
    /// A new item behind this one, or at the end of this head's list; gives its id.
    std::string add(const std::string& part);
    [[nodiscard]] bool mayRemove(const std::string& part) const;
    /// Gives the part that stands there then.
    std::string remove(const std::string& part);
    /// One place up (-1) or down (1); a session goes through half days and days, changing places with the session
    /// that holds the place. Gives where it stands then, the same where it can't go further.
    std::string move(const std::string& part, int by);
    /// What moveTo would do. Over another part of its list: there, those between move one place on; a session takes the
    /// place of any other one. Over a day: a session goes into it, in the half day that is free.
    [[nodiscard]] Landing landing(const std::string& part, const std::string& onto) const;
    /// One step however far. Gives where the part stands then.
    std::string moveTo(const std::string& part, const std::string& onto);
    /// Takes a file of the disk into the package's media and gives its path there. FormatError when it can't be read.
    std::string bring(const std::string& file);
    /// How a part's text shows or links a file of the package.
    [[nodiscard]] std::string markdownFor(const std::string& part, const std::string& path) const;
    /// Names it among a session's films or hand-outs; gives the field.
    std::string addFile(const std::string& session, const std::string& path);

    [[nodiscard]] bool canUndo() const { return m_draft.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_draft.canRedo(); }
    void undo();
    void redo();

    /// Reads the copy as any package is read, and keeps the draft on disk. FormatError when the disk refuses.
    void check();
    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }
    [[nodiscard]] bool broken() const {
        // Errors stand first.
        return !m_reading.course || (!m_findings.empty() && m_findings.front().severity() == format::Severity::Error);
    }

    [[nodiscard]] std::string proposedVersion() const;
    /// Nothing while an error stands.
    [[nodiscard]] std::optional<Preview> preview(const std::string& version) const;
    /// Keeps the copy as that version of the book and opens it; with errors nothing is kept. Refused(
    /// CourseVersionTaken). 0 when nothing was changed.
    CourseLoad keep(const std::string& version, const std::string& why);
    /// Writes it into a folder, or one file where the path ends in ".course", and opens that. Into the folder it came
    /// from only what was changed is written.
    Saved save(const std::string& path, const std::string& version);

    /// The copy as a package.
    [[nodiscard]] const format::FileTree& files() const { return m_draft.files(); }

private:
    void start(format::FileTree files);
    void refresh();
    void listParts();
    void listList(const std::string& list, EditorPartKind head, int level);
    void listItems(const std::string& list, EditorPartKind item, int level);
    void listBelow(const std::string& id, EditorPartKind kind, int level);
    void addPart(const std::string& id, EditorPartKind kind, int level, int number = 0);
    void findLanguages();
    void findKnownIds();
    [[nodiscard]] std::string titleOf(const std::string& id, EditorPartKind kind) const;
    [[nodiscard]] std::string draftFile() const;
    [[nodiscard]] std::string origin() const;
    void keepDraft();

    /// Where the value of a path is written: course.yaml, or the front matter of a session's file.
    struct Home {
        std::string file;
        format::YamlPath path;
    };
    [[nodiscard]] Home homeOf(const std::string& path) const;
    /// As the reader takes it: a single value counts as a list of one.
    [[nodiscard]] const format::YamlNode* nodeAt(const std::string& path) const;
    [[nodiscard]] std::string valueAt(const std::string& path, const std::string& usual = {}) const;
    [[nodiscard]] std::size_t countOf(const std::string& list) const;
    void edit(const std::string& path, const std::function<void(format::YamlEdit&, const format::YamlPath&)>& how);
    /// Single values that stand for lists on the way to a part become lists.
    void makeLists(const std::string& part);

    [[nodiscard]] std::string filePath(const std::string& part) const;
    [[nodiscard]] std::string variantOf(const std::string& file, const std::string& language) const;
    [[nodiscard]] const format::TextFile& textFile(const std::string& path) const;
    [[nodiscard]] const format::YamlNode* nodeOf(const std::string& part, const FieldSpec& spec) const;
    [[nodiscard]] std::string read(const std::string& part, const FieldSpec& spec, const std::string& language) const;
    [[nodiscard]] std::string readLines(const std::string& list, const std::string& language) const;
    [[nodiscard]] std::string readText(const std::string& part, const FieldSpec& spec, const std::string& language) const;
    [[nodiscard]] std::vector<Option> optionsOf(const Part& part, const FieldSpec& spec) const;
    [[nodiscard]] Field fieldOf(const Part& part, const FieldSpec& spec, const std::string& language) const;
    [[nodiscard]] std::vector<Field> categoryFields(const Part& quiz) const;
    [[nodiscard]] std::vector<FieldSpec> specs(const Part& part) const;
    [[nodiscard]] std::vector<std::string> languagesOf(const Part& part) const;
    [[nodiscard]] std::string bookName(EditorPartKind kind, const std::string& part, const std::string& id) const;
    [[nodiscard]] bool isKnown(const Part& part, const std::string& id) const;
    void write(const Part& part, const FieldSpec& spec, const std::string& language, const std::string& value);
    void writeLines(const std::string& list, const std::string& language, const std::string& value);
    void writeCategory(const Part& quiz, const std::string& category, const std::string& value);
    void writeText(const Part& part, const FieldSpec& spec, const std::string& language, const std::string& value);
    void writeBody(const Part& part, const std::string& language, const std::string& value);
    void putText(const std::string& path, const format::TextFile& file);
    void settle(const Part& part, const FieldSpec& spec, const std::string& was);
    void settleMeasure(const Part& part);
    void settleAssessment(const Part& part);
    [[nodiscard]] std::vector<std::string> namesOf(const Part& part) const;
    void renameEverywhere(const Part& part, const std::string& was, const std::string& is);
    void putYaml();

    [[nodiscard]] std::vector<std::string> banks() const;
    std::string freshBank(const std::string& assessment);
    void dropBank(const std::string& path);
    [[nodiscard]] format::YamlNode freshScale() const;
    [[nodiscard]] format::YamlNode freshItems() const;
    [[nodiscard]] std::vector<std::string> idsIn(const std::string& list) const;
    [[nodiscard]] std::string freshId(const std::string& stem, const std::string& list) const;
    [[nodiscard]] bool isFree(const std::string& file) const;
    [[nodiscard]] std::string freshFile(const std::string& stem, const std::string& ending) const;
    format::YamlNode freshItem(EditorPartKind kind, const std::string& list, const std::string& like);
    format::YamlNode freshSession(std::size_t day);
    format::YamlNode freshAssessment(const std::string& list, const std::string& like);
    format::YamlNode freshRule();
    void removeTexts(const std::string& part);
    void forget(const Part& item);
    void makePlaces(const std::string& part);
    std::string step(const Part& part, int by);
    std::string stepItem(const PlaceInList& item, std::size_t to);
    std::string stepSession(const std::string& part, int by);
    std::string putSession(const std::string& part, std::size_t day, bool afternoon);

    void mapProblems();
    [[nodiscard]] std::string sessionTitle(const std::string& id) const;
    [[nodiscard]] Finding placed(const format::Problem& problem) const;
    [[nodiscard]] Finding placedInYaml(const format::Problem& problem) const;
    [[nodiscard]] Finding placedInText(const format::Problem& problem) const;
    [[nodiscard]] Finding placedInBank(const format::Problem& problem) const;
    [[nodiscard]] Finding fieldAt(const std::string& path, const format::Problem& problem, const std::string& language) const;
    [[nodiscard]] format::FileTree withVersion(const std::string& version) const;

    Desk& m_desk;
    std::string m_language;
    std::string m_drafts;
    bool m_open = false;
    std::string m_course, m_version, m_path;
    bool m_resumed = false;
    std::vector<std::string> m_movedOn;
    CourseDraft m_draft;
    /// Each text as it was read last, by path: a keystroke doesn't read all of them.
    mutable std::map<std::string, std::pair<std::string, format::TextFile>> m_texts;
    format::YamlEdit m_yaml{""};
    std::string m_own = "zh-CN"; ///< the course's language
    std::vector<std::string> m_languages;
    std::vector<Part> m_parts;
    std::set<std::string> m_known; ///< "session d1-am" ... in the newest version of the book
    format::CourseReading m_reading;
    std::vector<Finding> m_findings;
};

/// True while a draft of the actor's waits for that version of the book, or where `package` is said for that one.
[[nodiscard]] bool draftWaits(Desk& desk, const std::string& drafts, const std::string& course, const std::string& version,
                              const std::string& package = {});

} // namespace fledgling::app
