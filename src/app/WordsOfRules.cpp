#include "app/Words.h"

#include "domain/Text.h"

namespace fledgling::app {

using namespace domain;

namespace {

/// The message of a rule, with {0}, {1} for the arguments its comment lists.
std::string messageOf(Rule rule, const Tongue& tr) {
    switch (rule) {
    case Rule::NotYourRight: return tr("Your role may not do this ({0}). Nothing was changed.");
    case Rule::ReasonNeeded: return tr("Please give a reason: it is kept with the change.");
    case Rule::NothingToUndo: return tr("There is nothing to undo.");
    case Rule::PastIsReadOnly: return tr("You are looking at a past day, which can't be changed. Go back to now first.");
    case Rule::Unknown: return tr("There is no such entry any more: {0}.");
    case Rule::TextTooLong: return tr("This text is too long ({0}): at most {1} characters.");
    case Rule::NameMissing: return tr("A person needs a name.");
    case Rule::StaffNumberTaken: return tr("Staff number {0} belongs to {1} already.");
    case Rule::StaffNumberUnreadable: return tr("{0} can't be a staff number: letters, digits, - and _ only.");
    case Rule::PhoneUnreadable: return tr("{0} can't be a phone number: at least three digits, blanks and + - / ( ).");
    case Rule::EmailUnreadable: return tr("{0} can't be an e-mail address: write name@example.org, or nothing.");
    case Rule::RoleMissing: return tr("{0} needs at least one role.");
    case Rule::PostMissing: return tr("{0} needs a post: what is he or she trained for, or able to lead for?");
    case Rule::CapacityOutOfRange: return tr("A mentor leads from {0} to {1} trainees at once.");
    case Rule::StillLeads: return tr("{0} still leads {1}: hand over first (page Pairing, H).");
    case Rule::NotRetired: return tr("{0} is not retired: only the card of somebody who has left can be erased.");
    case Rule::SettingUnfit: return tr("The setting {0} can't be \"{1}\". Nothing was changed.");
    case Rule::DayUnknown: return tr("The holidays of {0} are not known yet, so there are not enough working days to plan on.");
    case Rule::ReviewEarly: return tr("The review can't come before the last half day, {0}.");
    case Rule::ReviewNotWorking: return tr("Nobody works on {0}: hold the review on a working day, next on {1}.");
    case Rule::NoSuchSession: return tr("The course has no session {0}.");
    case Rule::Clash: return tr("{0} is taken twice at that time: {1} and {2}.");
    case Rule::SessionTaken: return tr("{0} has marks already, so it can't be moved.");
    case Rule::CohortLaid: return tr("{0} has its sessions already.");
    case Rule::CourseNotLoaded: return tr("Course {0}, version {1}, is not loaded.");
    case Rule::CourseVersionTaken:
        return tr("Course {0} is loaded as version {1} with other contents. Give the changed course a new version number.");
    case Rule::AlreadyMember: return tr("{0} is in {1} already.");
    case Rule::NotMember: return tr("{0} is not in {1}.");
    case Rule::DatesReversed: return tr("The last day ({1}) lies before the first ({0}).");
    case Rule::SessionClosed: return tr("{0} is closed. Reopen it with a reason to change a mark.");
    case Rule::SessionOpen: return tr("{0} is open already.");
    case Rule::Unmarked: return tr("Not marked yet: {0}. A session is closed once everybody has a mark.");
    case Rule::NotOnRoll: return tr("{0} is not on the roll of {1}.");
    case Rule::MinutesOutOfRange: return tr("Minutes go from {0} to {1} here.");
    case Rule::LeaveNotApproved: return tr("{0} has no approved leave on {1}. Ask the manager to approve it first.");
    case Rule::FutureSession: return tr("{0} is only held on {1}: it can't be marked yet.");
    case Rule::NothingOwed: return tr("{0} owes no make-up for {1}.");
    case Rule::SheetIncomplete: return tr("A shadowing sheet says whom you watched, which chats, what you learnt and one question you asked; something is still empty.");
    case Rule::NotShadowing: return tr("{0} is no shadowing half day: there is no sheet to write.");
    case Rule::UnknownFilm: return tr("The course shows no film {0}.");
    case Rule::UnknownExercise: return tr("The course has no exercise {0}.");
    case Rule::EvidenceTooEarly:
        return tr("{0} is only held on {1}: its sheet is written and its exercises are ticked from that day on.");
    case Rule::NotTicked: return tr("{0} is not ticked yet: the trainee says first that it is done.");
    case Rule::MentorFull: return tr("{0} leads {1} trainees already, as many as agreed.");
    case Rule::NotMentor: return tr("{0} is not a mentor.");
    case Rule::PostDiffers: return tr("{0} can't lead for this post ({1}).");
    case Rule::MentorAway: return tr("{0} is away from {1} to {2}, when the trainee needs a mentor most.");
    case Rule::OwnMentor: return tr("Nobody can be his or her own mentor ({0}).");
    case Rule::AlreadyPaired: return tr("{0} has a mentor already: {1}. Use hand over to change.");
    case Rule::NotPaired: return tr("{0} has no mentor yet.");
    case Rule::NotTheMentor: return tr("The mentor of {0} is {1}: only the mentor writes here.");
    case Rule::EvidenceNeeded: return tr("A level rises only with a log entry that shows it: practise {0} first and log it.");
    case Rule::LevelOutOfOrder: return tr("{0} stands at this level already.");
    case Rule::NothingWritten: return tr("Nothing is written yet: say it in a line or two.");
    case Rule::LogEmpty: return tr("Write what was practised and how, or what happened today.");
    case Rule::LogHowMissing: return tr("Say how the skills were practised: watched, helped or alone (1, 2, 3).");
    case Rule::LogInFuture: return tr("A log entry can't be for a day to come ({0}).");
    case Rule::AnswerIncomplete: return tr("Write the question and the answer everybody will give.");
    case Rule::ProblemInBase: return tr("This problem is in the base already, under \"{0}\". Open that answer to change it.");
    case Rule::UnknownSkill: return tr("The course has no skill {0}.");
    case Rule::AlreadyAcknowledged: return tr("{0} is acknowledged already.");
    case Rule::UnknownAssessment: return tr("The course has no quiz or practical check {0}.");
    case Rule::ResultOutOfRange: return tr("A result is a percentage from {0} to {1}; of a practical check it is pass or not yet.");
    case Rule::ResultInFuture: return tr("A result can't be for a day to come ({0}).");
    case Rule::AlreadyPassed: return tr("{0} has passed {1} already. Nothing was changed; correct the result with a reason if it is wrong.");
    case Rule::AttemptsUsedUp: return tr("{0} has used up the attempts at {1} ({2}). Nothing was changed.");
    case Rule::NoResult: return tr("{0} has no result of {1} yet.");
    case Rule::QuizUnderWay: return tr("{0} is under way: go on with it, or hand it in first.");
    case Rule::QuizNotUnderWay: return tr("{0} is not under way: it was handed in, or never begun.");
    case Rule::QuizTimeOver: return tr("The time for {0} is over. Everything answered in time is kept and was handed in.");
    case Rule::UnknownQuestion: return tr("This quiz has no question {0}.");
    case Rule::NothingToMark: return tr("There is no mark to give at {0}: it isn't an open answer, or has its mark already.");
    case Rule::MarkOutOfRange: return tr("A mark goes from {0} to {1}.");
    case Rule::AttemptsLeft: return tr("{0} has {1} attempts left: a further one is granted when they are used up.");
    case Rule::QuizWaits: return tr("Your last paper of {0} still waits for its mark. A further attempt can be begun once it has one.");
    case Rule::NothingToRegrade: return tr("With the questions of version {1} no paper of {0} would be marked otherwise. Nothing was changed.");
    case Rule::BankExists: return tr("{0} is there already. Nothing was written; choose another name, or say that it is to be replaced.");
    case Rule::ReportKindUnknown: return tr("{0} doesn't say what to write: end it with .pdf, .xlsx, .csv or .html.");
    case Rule::BankKindUnknown: return tr("{0} doesn't say what to write: end it with .gift, .xml, .csv or .xlsx.");
    case Rule::RatingOutOfRange: return tr("A rating is a number from {0} to {1}.");
    case Rule::NotAsked: return tr("You are not asked about this mentor now, or you have answered already.");
    case Rule::UnknownItem: return tr("This practical check has no item {0}.");
    case Rule::StepOutOfRange: return tr("The steps of this check are {0} to {1}.");
    case Rule::ItemsUnmarked: return tr("Not marked yet: {0}. A check is handed on once every item has its step.");
    case Rule::EvidenceMissing: return tr("Say what you saw at: {0}. An item below the best step needs a few words, so that the trainee can learn from it.");
    case Rule::NoSheet: return tr("No check of {0} is being marked here. Mark its first item.");
    case Rule::NotTheMarker: return tr("{0} is marking this check: it stays in one hand until it is handed on.");
    case Rule::NotHandedOn: return tr("This check of {0} has not been handed on, so there is nothing to confirm or send back.");
    case Rule::OwnMarking: return tr("{0} marked it: somebody else confirms it.");
    case Rule::SheetOpen: return tr("A check of {0} is being marked: confirm it, and its result is kept.");
    case Rule::SheetStands: return tr("Two people signed this result of {0}: send the check back with what is missing instead of correcting it.");
    case Rule::SheetHandedOn: return tr("This check of {0} waits for the second person: it is confirmed or sent back first.");
    case Rule::ChatOutOfRange: return tr("Chats of a day are numbered from {0} to {1}.");
    case Rule::ReviewInFuture: return tr("Chats of a day to come ({0}) can't be reviewed.");
    case Rule::OwnChats: return tr("{0} can't review his or her own chats: somebody else reads them.");
    case Rule::UnknownCriterion: return tr("The scorecard has no criterion {0}.");
    case Rule::QuoteNotAgents:
        return tr("That line is not the agent's ({0}): a fault is shown by what the agent wrote. Choose one of the agent's lines.");
    case Rule::FaultUnexplained: return tr("Say in a few words what was wrong ({0}): the person judged will read it.");
    case Rule::NotReviewed: return tr("Chat {2} of {0} on {1} has not been reviewed.");
    case Rule::OwnReading: return tr("{0} has read or judged this chat: somebody else reads it again or decides.");
    case Rule::ReadTwice: return tr("Chat {2} of {0} on {1} has its second reading already.");
    case Rule::NotFailed: return tr("{0} was not failed in this chat: there is nothing to appeal against.");
    case Rule::AppealTooLate: return tr("An appeal was possible until {0}.");
    case Rule::AppealStands: return tr("There is an appeal against {0} in this chat already.");
    case Rule::NoAppeal: return tr("No appeal against {0} is open in this chat.");
    case Rule::NotYourChats: return tr("Only {0}, whose chats they are, can appeal.");
    case Rule::NothingToSettle: return tr("There is nothing to decide: chat {2} of {0} on {1} was read once, or both readers judged it alike.");
    case Rule::ReadingSettled: return tr("Which reading of chat {2} of {0} on {1} stands is decided already.");
    case Rule::AppealFirst: return tr("An appeal against chat {2} of {0} on {1} is open: decide it first.");
    case Rule::ReadingsDiffer: return tr("Two readings differ in {1} chats of {0}, and a point hangs on it: decide which reading stands, then close the month.");
    case Rule::MonthClosed: return tr("The month {0} is closed: its points stand.");
    case Rule::ClosingStands: return tr("The month {0} was closed for good: a closing is not taken back. Nothing was changed.");
    case Rule::MonthNotOver: return tr("The month {0} is not over yet.");
    case Rule::AppealsOpen: return tr("{1} appeals of {0} are still open: decide them first, then close the month.");
    case Rule::ChatsLoaded: return tr("The chats of {0} on {1} are drawn already: a day is drawn once.");
    case Rule::ChatsRead:
        return tr("Every chat of {0} on {1} is read already: a file loaded now would put conversations under verdicts nobody gave them. Nothing was kept.");
    case Rule::ChatColumnsMissing:
        return tr("{0} is a table of chats, and lacks a column: {1}. Nothing was kept.");
    case Rule::NoConversation:
        return tr("{0} was read, and holds no conversation. Expected is a text in which each chat begins with === and its number, with its agent, its "
                  "day and a line per message such as \"09:00:05 customer: hello\"; a table with the columns chat, agent, day, time, speaker and text; or a list in "
                  "JSON. Nothing was kept.");
    case Rule::ChatFileEmpty: return tr("The chats of the file ({2}) are other people's or of other days, none of {0} on {1}. The file says: {3}. Nothing was kept.");
    case Rule::CriteriaUnmet: return tr("Not met yet: {0}. Give the day up to which the approval holds in spite of that.");
    case Rule::ExpiryNeeded: return tr("Please give a date: until when does this hold?");
    case Rule::ExtensionShortens: return tr("The review is on {0} anyway: an extension ends on a later day.");
    case Rule::DateInPast: return tr("{0} lies in the past.");
    case Rule::AlreadyDecided: return tr("This is decided already: {0}, {1}.");
    case Rule::MergeForeign: return tr("{0} has no change in common with this book: it is another department's, or no copy of this one. Nothing was taken.");
    case Rule::MergeBroken: return tr("{0} is not as it was written, from change {1} on. Nothing was taken; look for a sound copy.");
    case Rule::MergeOwnBroken: return tr("This book is not as it was written, from change {0} on. Nothing was taken; restore a backup before merging.");
    case Rule::MergeUndecided: return tr("{0} differences are not decided yet: choose this book's value or the copy's for each. Nothing was taken.");
    case Rule::MergeNeedsUntaken: return tr("It builds on change {0} of the copy, which was not taken.");
    case Rule::MergeRowRefused: return tr("The database refused it: {0}.");
    }
    return {};
}

std::string messageOf(store::Trouble trouble, const Tongue& tr) {
    using store::Trouble;
    switch (trouble) {
    case Trouble::CannotOpen: return tr("Can't open {0}. Check that the folder exists and that you may write there.");
    case Trouble::BadAddress: return tr("That is no address of a shared database. One looks like this: postgresql:host=localhost dbname=fledgling");
    case Trouble::NoServer:
        return tr("No shared database answers at {0}. Check the address and the network and try again, or ask whoever looks after the server.");
    case Trouble::NoClient:
        return tr("Shared databases can't be opened: {0} is missing or damaged. Install Fledgling anew; departments in files open as before.");
    case Trouble::ServerRefuses:
        return tr("The server doesn't open {0}. Check the names of database and user and the password; the details say what it objects to.");
    case Trouble::NotADatabase: return tr("{0} is not a Fledgling department. It was left as it is.");
    case Trouble::NewerProgram: return tr("{0} was written by a newer version of Fledgling. Please update this program.");
    case Trouble::InUse: return tr("The department is open elsewhere: {0}. Close it there, or share it through PostgreSQL.");
    case Trouble::NetworkShare:
        return tr("{0} is on a network share, where files can lose data. Keep it on this computer, or share it through PostgreSQL.");
    case Trouble::UnsafePath: return tr("{0} can't be used as a file name here. Choose one without ? and not beginning with file:.");
    case Trouble::AlreadyThere: return tr("{0} exists already. Choose another name, or open it.");
    case Trouble::DiskFull: return tr("The disk is full. Everything up to the last change is kept; this change is not.");
    case Trouble::ServerLost: return tr("The shared database doesn't answer. This change was not kept; try again in a moment.");
    case Trouble::Constraint: return tr("The database refused the change. Nothing was kept; reload and try again.");
    case Trouble::Damaged: return tr("{0} is damaged. Don't write into it; restore the latest backup.");
    case Trouble::Unexpected: return tr("The change was not kept, because the database reported an error.");
    }
    return {};
}

/// The full stop a sentence ends with, of either language; empty where there is none.
std::string stopOf(const std::string& sentence) {
    for (const char* stop : {".", "。"})
        if (sentence.ends_with(stop)) return stop;
    return {};
}

std::string withRemedy(const std::string& what, const std::string& instead, const Tongue& tr) {
    if (const auto stop = stopOf(what); !stop.empty() && !instead.empty()) return what + (stop == "." ? " " : "") + instead;
    // TRANSLATORS: {0} what is wrong, {1} what to do instead
    return instead.empty() ? what : filled(tr("{0}; {1}"), {what, instead});
}

std::string shown(const std::string& field, const store::Value& value, const SayField& say) {
    std::string plain;
    if (const auto* number = std::get_if<std::int64_t>(&value)) plain = std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value)) plain = *text;
    return plain.empty() || !say ? plain : say(field, plain);
}

/// The argument with every day in it as the pages write days; other words of it stay.
std::string withDaysSaid(const std::string& argument, const Tongue& tr) {
    auto words = split(argument, ' ');
    for (auto& word : words)
        if (const auto day = Date::parse(word)) word = longDate(*day, tr);
    return joined(words, " ");
}

} // namespace

std::string sentence(const Refused& refused, const Tongue& tr) {
    auto arguments = refused.arguments();
    // Names of unmarked people, or criteria, make one list; items are phrases that may hold a comma themselves.
    if (refused.rule() == Rule::Unmarked || refused.rule() == Rule::CriteriaUnmet) arguments = {joined(arguments, tr(", "))};
    if (refused.rule() == Rule::ItemsUnmarked || refused.rule() == Rule::EvidenceMissing) arguments = {joined(arguments, tr("; "))};
    if (refused.rule() == Rule::StillLeads && arguments.size() > 1)
        arguments = {arguments.front(), joined({arguments.begin() + 1, arguments.end()}, tr(", "))};
    if (refused.rule() == Rule::NotYourRight && !arguments.empty())
        for (const auto verb : allVerbs())
            if (keyOf(verb) == arguments.front()) arguments.front() = word(verb, tr);
    if (refused.rule() == Rule::PostDiffers && arguments.size() > 1)
        if (const auto post = postOf(arguments[1])) arguments[1] = word(*post, tr);
    for (auto& argument : arguments)
        argument = withDaysSaid(argument, tr);
    if (constexpr std::ptrdiff_t WHOSE = 3; refused.rule() == Rule::ChatFileEmpty && std::ssize(arguments) > WHOSE) {
        const auto whose = joined({arguments.begin() + WHOSE, arguments.end()}, tr("; "));
        arguments.resize(WHOSE);
        arguments.push_back(whose);
    }
    return filled(messageOf(refused.rule(), tr), arguments);
}

std::string sentence(const store::StoreError& error, const Tongue& tr) {
    return filled(messageOf(error.trouble(), tr), {error.subject()});
}

std::string sentence(const store::Conflict& conflict, const std::string& who, const Tongue& tr, const SayField& say) {
    std::vector<std::string> ours, theirs;
    const auto& mine = conflict.ours();
    const auto& other = conflict.theirs();
    for (std::size_t i = 0; i < mine.size() && i < other.size(); ++i) {
        if (mine[i].second == other[i].second) continue;
        for (const auto& [all, value] : {std::pair(&ours, &mine[i]), std::pair(&theirs, &other[i])})
            if (auto words = shown(value->first, value->second, say); !words.empty()) all->push_back(std::move(words));
    }
    const auto list = [&](const std::vector<std::string>& all) { return all.empty() ? "–" : joined(all, tr(", ")); };
    if (ours.empty() && theirs.empty())
        return filled(tr("{0} wrote here meanwhile. Yours was not kept. Look again, then decide."), {who});
    return filled(tr("{0} wrote here meanwhile: {1}. Yours ({2}) was not kept. Look again, then decide."),
                  {who, list(theirs), list(ours)});
}

std::string sentence(const format::FormatError& error, const Tongue& tr) {
    std::string place = error.file();
    if (error.line() > 0) place += ":" + std::to_string(error.line());
    if (error.column() > 0) place += ":" + std::to_string(error.column());
    std::string text = tr(error.problem().c_str());
    if (const auto stop = stopOf(text); !error.subject().empty())
        text = text.substr(0, text.size() - stop.size()) + " (" + error.subject() + ")" + stop;
    return (place.empty() ? "" : place + ": ") + withRemedy(text, error.instead().empty() ? "" : tr(error.instead().c_str()), tr);
}

namespace {

/// How the reader calls the part of a course a key stands in, which it tells among the arguments; anything else as it is.
std::string courseWord(const std::string& said, const Tongue& tr) {
    for (const auto& [part, word] : {
             std::pair("the course", tr("the course")),
             std::pair("a day", tr("a day")),
             std::pair("a session", tr("a session")),
             std::pair("an exercise", tr("an exercise")),
             std::pair("a topic", tr("a topic")),
             std::pair("an item", tr("an item")),
             std::pair("a consequence", tr("a consequence")),
             std::pair("a skill", tr("a skill")),
             std::pair("an assessment", tr("an assessment")),
             std::pair("a readiness criterion", tr("a readiness criterion")),
             std::pair("a tier", tr("a tier")),
             std::pair("a chat criterion", tr("a chat criterion")),
             std::pair("the front matter", tr("the front matter")),
         })
        if (said == part) return word;
    return said;
}

} // namespace

std::string sentence(const format::Problem& problem, const Tongue& tr) {
    const auto& words = format::wordsOf(problem.kind);
    auto arguments = problem.arguments;
    for (auto& one : arguments)
        one = courseWord(one, tr);
    const std::string what = filled(tr(std::string(words.what).c_str()), arguments);
    const std::string instead = filled(tr(std::string(words.instead).c_str()), arguments);
    return withRemedy(what, instead, tr);
}

} // namespace fledgling::app
