#include "app/Words.h"

#include "domain/Text.h"

namespace fledgling::app {

using namespace domain;

Tongue english() {
    return [](const char* message) { return std::string(message); };
}

std::string filled(const std::string& message, const std::vector<std::string>& arguments) {
    return format::filled(message, arguments);
}

std::string figure(std::int64_t count) {
    constexpr std::size_t THREE = 3;
    std::string digits = std::to_string(count);
    const std::size_t sign = count < 0 ? 1 : 0;
    for (std::size_t left = digits.size(); left > sign + THREE; left -= THREE)
        digits.insert(left - THREE, ",");
    return count < 0 ? "−" + digits.substr(1) : digits;
}

std::string enumerated(std::vector<std::string> parts, const std::string& separator) {
    std::erase(parts, std::string());
    for (std::size_t i = 0; i + 1 < parts.size(); ++i)
        for (const std::string_view stop : {"。", "."})
            if (parts[i].ends_with(stop) && !parts[i].ends_with("..")) {
                parts[i].erase(parts[i].rfind(stop));
                break;
            }
    return domain::joined(parts, separator);
}

std::string word(Role role, const Tongue& tr) {
    switch (role) {
    case Role::Trainee: return tr("trainee");
    case Role::Mentor: return tr("mentor");
    case Role::Trainer: return tr("trainer");
    case Role::Supervisor: return tr("supervisor");
    case Role::Manager: return tr("manager");
    }
    return {};
}

std::string word(Post post, const Tongue& tr) {
    switch (post) {
    case Post::Agent: return tr("agent");
    case Post::Complaint: return tr("complaint handler");
    case Post::Order: return tr("order handler");
    }
    return {};
}

std::string word(Leaning leaning, const Tongue& tr) {
    switch (leaning) {
    case Leaning::AllRound: return tr("all-round");
    case Leaning::Technical: return tr("technical");
    case Leaning::Theory: return tr("theory");
    }
    return {};
}

std::string word(MarkKind mark, const Tongue& tr) {
    switch (mark) {
    case MarkKind::Present: return tr("present");
    case MarkKind::Late: return tr("late");
    case MarkKind::LeftEarly: return tr("left early");
    case MarkKind::OnLeave: return tr("on leave");
    case MarkKind::Absent: return tr("absent");
    }
    return {};
}

std::string word(SessionState state, const Tongue& tr) {
    switch (state) {
    case SessionState::Ahead: return tr("ahead");
    case SessionState::Attended: return tr("attended");
    case SessionState::MadeUp: return tr("made up");
    case SessionState::Waived: return tr("waived");
    case SessionState::Owed: return tr("make-up owed");
    }
    return {};
}

std::string word(SessionKind kind, const Tongue& tr) {
    switch (kind) {
    case SessionKind::Classroom: return tr("classroom");
    case SessionKind::Shadowing: return tr("shadowing");
    case SessionKind::Demonstration: return tr("demonstration");
    case SessionKind::Assessment: return tr("assessment");
    }
    return {};
}

std::string word(HalfDay half, const Tongue& tr) {
    switch (half) {
    case HalfDay::Morning: return tr("morning");
    case HalfDay::Afternoon: return tr("afternoon");
    }
    return {};
}

std::string word(SkillLevel level, const Tongue& tr) {
    switch (level) {
    case SkillLevel::None: return tr("not yet shown");
    case SkillLevel::Shown: return tr("shown");
    case SkillLevel::Helped: return tr("helped");
    case SkillLevel::Alone: return tr("alone");
    }
    return {};
}

std::string word(LeaveState state, const Tongue& tr) {
    switch (state) {
    case LeaveState::Asked: return tr("asked for");
    case LeaveState::Approved: return tr("approved");
    case LeaveState::Refused: return tr("refused");
    }
    return {};
}

std::string word(Weekday day, const Tongue& tr) {
    switch (day) {
    case Weekday::Mon: return tr("Mon");
    case Weekday::Tue: return tr("Tue");
    case Weekday::Wed: return tr("Wed");
    case Weekday::Thu: return tr("Thu");
    case Weekday::Fri: return tr("Fri");
    case Weekday::Sat: return tr("Sat");
    case Weekday::Sun: return tr("Sun");
    }
    return {};
}

std::string word(CriterionState state, const Tongue& tr) {
    switch (state) {
    case CriterionState::Met: return tr("met");
    case CriterionState::Due: return tr("on the way");
    case CriterionState::Missing: return tr("missing");
    case CriterionState::NotYetAssessed: return tr("not yet assessed");
    case CriterionState::Waived: return tr("waived");
    }
    return {};
}

std::string word(Verdict verdict, const Tongue& tr) {
    switch (verdict) {
    case Verdict::Ready: return tr("ready");
    case Verdict::OnTheWay: return tr("on the way");
    case Verdict::Stuck: return tr("stuck");
    }
    return {};
}

std::string word(DecisionKind kind, const Tongue& tr) {
    switch (kind) {
    case DecisionKind::Approve: return tr("approved");
    case DecisionKind::Hold: return tr("on hold");
    case DecisionKind::Extend: return tr("training extended");
    }
    return {};
}

std::string word(Verb verb, const Tongue& tr) {
    switch (verb) {
    case Verb::ManagePeople: return tr("keep the list of people");
    case Verb::ErasePerson: return tr("erase a person's card");
    case Verb::ApproveLeave: return tr("approve leave");
    case Verb::AskLeave: return tr("ask for leave");
    case Verb::LoadCourse: return tr("load a course");
    case Verb::ImportCalendar: return tr("change the calendar");
    case Verb::LayCohort: return tr("plan a cohort");
    case Verb::EnrolTrainee: return tr("enrol a trainee");
    case Verb::GiveEvidence: return tr("fill a sheet, watch a film or tick an exercise");
    case Verb::ConfirmExercise: return tr("confirm an exercise");
    case Verb::MarkRoll: return tr("mark the roll");
    case Verb::CloseSession: return tr("close a session");
    case Verb::WaiveSession: return tr("waive a make-up");
    case Verb::ProposePairs: return tr("propose pairs");
    case Verb::AcceptPairs: return tr("pair a trainee with a mentor");
    case Verb::HandOver: return tr("hand a trainee over to another mentor");
    case Verb::WriteLog: return tr("write the progress log");
    case Verb::SignSkill: return tr("sign off a skill");
    case Verb::WriteProblem: return tr("write the problem log");
    case Verb::AnswerProblem: return tr("answer a problem");
    case Verb::AgreeAnswer: return tr("sum up problems");
    case Verb::EnterResult: return tr("record results");
    case Verb::TakeQuiz: return tr("take a quiz");
    case Verb::GrantAttempt: return tr("grant a further attempt");
    case Verb::MarkAnswers: return tr("mark open answers");
    case Verb::MarkPractical: return tr("mark a practical check");
    case Verb::ConfirmPractical: return tr("confirm a practical check");
    case Verb::SeeMentors: return tr("see the mentors' record");
    case Verb::EvaluateMentor: return tr("evaluate the mentor");
    case Verb::SeeEvaluations: return tr("see what trainees say of their mentors");
    case Verb::RegradeQuiz: return tr("mark papers again");
    case Verb::EditQuestions: return tr("change questions");
    case Verb::ReviewChats: return tr("review chats");
    case Verb::ImportChats: return tr("import chats");
    case Verb::AppealFault: return tr("appeal");
    case Verb::DecideAppeal: return tr("decide an appeal");
    case Verb::SettleReading: return tr("decide between two readings");
    case Verb::CloseMonth: return tr("close a month");
    case Verb::Acknowledge: return tr("acknowledge the conduct rules");
    case Verb::DecideGoLive: return tr("decide on go-live");
    case Verb::SeeReadiness: return tr("see readiness");
    case Verb::SeeHistory: return tr("see the history");
    case Verb::CopyBook: return tr("copy the book");
    case Verb::MergeBook: return tr("merge a copy of the book");
    case Verb::UndoOwn: return tr("undo this change");
    case Verb::SetDepartment: return tr("change the department's settings");
    }
    return {};
}

namespace {

/// What a date is written with: weekday, month as a number, day, the month's short name, year.
std::vector<std::string> datePartsOf(Date date, const Tongue& tr) {
    return {word(date.weekday(), tr), std::to_string(date.month()), std::to_string(date.day()),
            std::vector<std::string>{tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"), tr("Jul"), tr("Aug"),
                                     tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec")}[date.month() - 1],
            std::to_string(date.year())};
}

} // namespace

std::string shortDate(Date date, const Tongue& tr) {
    // TRANSLATORS: a short date; {0} the weekday, {1} the month as a number, {2} the day, {3} the month's short name
    return filled(tr("{0} {2} {3}"), datePartsOf(date, tr));
}

std::string longDate(Date date, const Tongue& tr) {
    // TRANSLATORS: a date in a sentence; {0} the weekday, {1} the month as a number, {2} the day, {3} the month's short name, {4} the year
    return filled(tr("{0} {2} {3} {4}"), datePartsOf(date, tr));
}

std::string plainDate(Date date, const Tongue& tr) {
    // TRANSLATORS: a date on a certificate; {1} the month as a number, {2} the day, {3} the month's short name, {4} the year
    return filled(tr("{2} {3} {4}"), datePartsOf(date, tr));
}

std::string shortDate(Date date, Date today, const Tongue& tr) {
    return date.year() == today.year() ? shortDate(date, tr) : longDate(date, tr);
}

namespace {

bool isNear(Date date, Date today) { return date == today || date == today.plusDays(1); }

} // namespace

std::string nearDate(Date date, Date today, const Tongue& tr) {
    if (!isNear(date, today)) return shortDate(date, today, tr);
    return date == today ? tr("today") : tr("tomorrow");
}

std::string onDate(Date date, Date today, const Tongue& tr) {
    const auto said = nearDate(date, today, tr);
    // TRANSLATORS: {0} a date, as it stands after a verb
    return isNear(date, today) ? said : filled(tr("on {0}"), {said});
}

} // namespace fledgling::app
