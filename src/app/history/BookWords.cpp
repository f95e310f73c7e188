#include "app/history/BookWords.h"

#include "app/chats/ChatWords.h"
#include "app/evidence/EvidenceWords.h"
#include "app/practical/PracticalWords.h"

#include "domain/Attendance.h"
#include "domain/Decision.h"
#include "domain/Text.h"
#include "domain/chats/SecondReading.h"
#include "domain/evidence/Evidence.h"
#include "store/quiz/ResponseText.h"

#include <charconv>
#include <map>
#include <set>
#include <variant>

namespace fledgling::app {

using namespace domain;

namespace {

using Words = std::map<std::string, std::string>;

std::string in(const Words& words, const std::string& key) {
    const auto known = words.find(key);
    return known == words.end() ? key : known->second;
}

template <class Value>
std::string known(const std::optional<Value>& value, const std::string& otherwise, const Tongue& tr) {
    return value ? word(*value, tr) : otherwise;
}

/// Each part of "a,b" in words, joined again.
template <class Read>
std::string each(const std::string& list, Read read, const Tongue& tr) {
    std::vector<std::string> words;
    for (const auto& part : split(list, ','))
        words.push_back(known(read(part), part, tr));
    return joined(words, tr(", "));
}

std::string clockTime(const std::string& minutes) {
    int count = -1;
    std::from_chars(minutes.data(), minutes.data() + minutes.size(), count);
    return count < 0 || count > 1439 ? minutes : TimeOfDay::ofMinutes(count).text();
}

int wholeNumber(const std::string& value) {
    int number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

/// Of a draw's lines of chat and reason: how many each reason left out. Which ones, the page of the chats says.
std::string leftOutInWords(const std::string& lines, const Tongue& tr) {
    std::map<std::string, int> counts;
    for (const auto& line : split(lines, '\n'))
        if (const auto tab = line.find('\t'); tab != std::string::npos) ++counts[line.substr(tab + 1)];
    std::vector<std::string> parts;
    for (const auto& [reason, count] : counts)
        parts.push_back(filled(tr("{0}: {1}"), {known(leftOutOf(reason), reason, tr), std::to_string(count)}));
    return joined(parts, tr("; "));
}

std::string dayInWords(const std::string& iso, const Tongue& tr) {
    const auto day = Date::parse(iso);
    return day ? longDate(*day, tr) : iso;
}

/// Steps are kept from 0 and said from 1.
std::string stepNumber(const std::string& value) { return std::to_string(wholeNumber(value) + 1); }

/// An answer to a question of a quiz as whoever gave it would say it; options and steps by the letters the bank's pages
/// give them.
struct AnswerInWords {
    const std::string& kept;
    const Tongue& tr;
    std::string operator()(std::monostate) const { return kept.empty() ? "–" : kept; }
    std::string operator()(bool truth) const { return truth ? tr("True") : tr("False"); }
    std::string operator()(const std::vector<std::size_t>& places) const {
        constexpr std::size_t LETTERS = 26;
        std::vector<std::string> all;
        for (const auto place : places)
            all.push_back(place < LETTERS ? std::string(1, static_cast<char>('A' + place)) : std::to_string(place + 1));
        return joined(all, tr(", "));
    }
    // TRANSLATORS: what was typed as the answer to a question, in quotation marks
    std::string operator()(const std::string& typed) const { return filled(tr("\"{0}\""), {typed}); }
    std::string operator()(std::vector<std::string> partners) const {
        std::replace(partners.begin(), partners.end(), std::string(), std::string("–"));
        return joined(partners, tr(", "));
    }
};

/// A film's length and what was seen of it: how long, not which stretches.
std::string filmValue(const std::string& field, const std::string& value, const Tongue& tr) {
    if (field == "seconds") return lasting(wholeNumber(value), tr);
    const auto watched = field == "watched" ? Watched::parse(value) : std::nullopt;
    return watched ? lasting(watched->seconds(), tr) : value;
}

} // namespace

std::string wordForTable(const std::string& table, const Tongue& tr) {
    return in({{"change", tr("the change as a whole")},
               {"entity", tr("the register of what there is")},
               {"person", tr("person")},
               {"person_card", tr("card")},
               {"leave", tr("leave")},
               {"setting", tr("setting")},
               {"calendar_day", tr("calendar day")},
               {"course", tr("course")},
               {"course_file", tr("file of the course")},
               {"cohort", tr("cohort")},
               {"session", tr("session")},
               {"member", tr("place in a cohort")},
               {"mark", tr("mark")},
               {"roll_closed", tr("roll")},
               {"guest", tr("planned make-up")},
               {"waiver", tr("waived make-up")},
               {"shadow_sheet", tr("shadowing sheet")},
               {"film_watch", tr("film watched")},
               {"exercise", tr("exercise")},
               {"common_answer", tr("answer of the base")},
               {"pairing", tr("pairing")},
               {"log_entry", tr("log entry")},
               {"skill", tr("skill sign-off")},
               {"problem", tr("problem")},
               {"acknowledgement", tr("acknowledgement")},
               {"result", tr("result")},
               {"quiz_paper", tr("quiz paper")},
               {"quiz_answer", tr("answer in a quiz")},
               {"quiz_handed_in", tr("quiz handed in")},
               {"quiz_mark", tr("mark of an open answer")},
               {"quiz_regraded", tr("papers marked again")},
               {"attempt_granted", tr("granted attempt")},
               {"mentor_evaluation", tr("evaluation of a mentor")},
               {"practical_sheet", tr("practical check")},
               {"practical_mark", tr("item of a practical check")},
               {"chat_record", tr("chat")},
               {"chat_sample", tr("drawn chats")},
               {"chat_review", tr("chat review")},
               {"chat_fault", tr("fault in a chat")},
               {"second_reading", tr("second reading")},
               {"second_fault", tr("fault in a second reading")},
               {"reading_settled", tr("which reading stands")},
               {"appeal", tr("appeal against a fault")},
               {"month_closed", tr("month of points")},
               {"decision", tr("go-live decision")}},
              table);
}

std::string wordForField(const std::string& table, const std::string& field, const Tongue& tr) {
    // One name, two meanings.
    if (table == "mark" && field == "kind") return tr("mark");
    if (table == "decision" && field == "kind") return tr("decision");
    if (table == "month_closed" && field == "closed") return tr("points closed");
    if (table == "calendar_day" && field == "working") return tr("working day");
    if (table == "cohort" && field == "name") return tr("name of the cohort");
    if (table == "shadow_sheet" && field == "question") return tr("question the trainee asked");
    return in({{"roles", tr("roles")},
               {"posts", tr("posts")},
               {"leaning", tr("leaning")},
               {"capacity", tr("trainees at once")},
               {"since", tr("since")},
               {"until", tr("until")},
               {"department", tr("department")},
               {"title", tr("title")},
               {"shift", tr("shift")},
               {"retired", tr("retired")},
               {"name", tr("name")},
               {"staff_number", tr("staff number")},
               {"phone", tr("phone")},
               {"email", tr("e-mail")},
               {"person", tr("person")},
               {"first", tr("first day")},
               {"last", tr("last day")},
               {"state", tr("state")},
               {"why", tr("reason")},
               {"value", tr("value")},
               {"source", tr("source")},
               {"digest", tr("check sum")},
               {"encoding", tr("encoding")},
               {"content", tr("content")},
               {"course", tr("course")},
               {"version", tr("version")},
               {"start", tr("first course day")},
               {"review", tr("go-live review")},
               {"cohort", tr("cohort")},
               {"course_session", tr("session")},
               {"day", tr("day")},
               {"begins", tr("begins")},
               {"ends", tr("ends")},
               {"room", tr("room")},
               {"trainer", tr("trainer")},
               {"joined", tr("joined")},
               {"departed", tr("left the cohort")},
               {"minutes", tr("minutes")},
               {"closed", tr("closed")},
               {"expected", tr("expected")},
               {"mentor", tr("mentor")},
               {"note", tr("note")},
               {"trainee", tr("trainee")},
               {"practised", tr("practised")},
               {"how", tr("how it was done")},
               {"went_well", tr("went well")},
               {"next", tr("next")},
               {"problems", tr("problems met")},
               {"level", tr("level")},
               {"evidence", tr("proved by")},
               {"problem_text", tr("problem")},
               {"answer", tr("answer")},
               {"answered_by", tr("answered by")},
               {"assessment", tr("assessment")},
               {"attempt", tr("attempt")},
               {"percent", tr("percent")},
               {"passed", tr("passed")},
               {"bank", tr("question bank")},
               {"questions", tr("questions asked")},
               {"begun_at", tr("begun at")},
               {"question", tr("question")},
               {"response", tr("answer")},
               {"handed_in_at", tr("handed in at")},
               {"timed_out", tr("time was over")},
               {"fraction", tr("mark in percent")},
               {"occasion", tr("occasion")},
               {"explains", tr("explains clearly")},
               {"is_there", tr("is there when needed")},
               {"helps", tr("says what to do better")},
               {"item", tr("item")},
               {"step", tr("step")},
               {"marker", tr("marked by")},
               {"decider", tr("second person")},
               {"agent", tr("whose chats")},
               {"chat", tr("chat number")},
               {"criterion", tr("criterion")},
               {"record", tr("text of the chat")},
               {"begun", tr("begun at second")},
               {"seed", tr("seed of the draw")},
               {"offered", tr("chats in the file")},
               {"left_out", tr("left out")},
               {"faults", tr("faults")},
               {"not_applicable", tr("not applicable")},
               {"reply_seconds", tr("first reply in seconds")},
               {"quote", tr("quoted line")},
               {"plea", tr("plea")},
               {"stands", tr("what stands")},
               {"decided_by", tr("decided by")},
               {"month", tr("month")},
               {"whom", tr("whom")},
               {"chats", tr("chats followed")},
               {"learnt", tr("learnt")},
               {"film", tr("film")},
               {"seconds", tr("length")},
               {"watched", tr("watched so far")},
               {"reason", tr("what was wrong")},
               {"exercise", tr("exercise")},
               {"confirmed_by", tr("confirmed by")},
               {"week", tr("week from")},
               {"unmet", tr("against unmet criteria")},
               {"basis", tr("rests on")},
               {"basis_change", tr("facts as of change")}},
              field);
}

bool isUnsaid(const std::string& field) {
    static const std::set<std::string> unsaid{"digest",   "basis_change", "seed",    "bank",  "questions", "begun_at",
                                              "handed_in_at", "content",  "record"};
    return unsaid.contains(field);
}

bool saysNothing(const std::string& table, const std::string& field, const std::string& value) {
    // No minutes late, and no limit of time for a paper.
    return value == "0" && (((table == "mark" || table == "quiz_paper") && field == "minutes") || field == "timed_out");
}

bool isUsual(const std::string& table, const std::string& field, const std::string& value) {
    // By which version somebody judged says nothing of what was found.
    if (table == "chat_review" || table == "second_reading") return field == "course" || field == "version";
    return table == "person" && value == "0" && (field == "capacity" || field == "retired");
}

bool isSaidInKey(const std::string& table, const std::string& column) { return column != "course" || table.starts_with("course"); }

std::string wordForValue(const std::string& table, const std::string& field, const std::string& value,
                         const Tongue& tr) {
    static const std::set<std::string> flags{"retired", "working", "closed", "expected", "passed", "timed_out"};
    static const std::set<std::string> days{"day", "first", "last", "start", "review", "joined", "departed", "since", "until"};
    if (value == "–") return value;
    if (field == "kind")
        return table == "decision" ? known(decisionKindOf(value), value, tr)
                                   : known(markKindOf(value), value, tr);
    if (field == "level" || field == "how") return known(skillLevelOf(value), value, tr);
    if (field == "step") return stepNumber(value);
    if (table == "exercise" && field == "state") return known(exerciseStateOf(value), value, tr);
    if (table == "practical_sheet" && field == "state") return known(sheetStateOf(value), value, tr);
    if (field == "state")
        return table == "appeal" ? known(appealStateOf(value), value, tr) : known(leaveStateOf(value), value, tr);
    if (field == "stands") return known(readingOf(value), value, tr);
    if (field == "leaning") return known(leaningOf(value), value, tr);
    if (field == "roles")
        return each(
            value, [](const std::string& key) { return roleOf(key); }, tr);
    if (field == "posts")
        return each(
            value, [](const std::string& key) { return postOf(key); }, tr);
    if (field == "begins" || field == "ends") return clockTime(value);
    if (days.contains(field)) return dayInWords(value, tr);
    if (flags.contains(field)) return value == "0" ? tr("no") : tr("yes");
    if (table == "quiz_answer" && field == "response") return std::visit(AnswerInWords{value, tr}, store::responseOf(value));
    if (table == "film_watch") return filmValue(field, value, tr);
    if (field == "left_out") return leftOutInWords(value, tr);
    if (field == "fraction") return value.size() > 3 ? value.substr(0, value.size() - 3) : std::string("0");
    if (field == "basis") return filled(tr("{0} criteria"), {std::to_string(split(value, ';').size())});
    return value;
}

} // namespace fledgling::app
