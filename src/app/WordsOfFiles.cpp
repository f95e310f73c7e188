#include "app/Words.h"

namespace fledgling::app {

using namespace domain;

std::string sentence(const RosterProblem& problem, const Tongue& tr) {
    const auto with = [&](const std::string& message) { return filled(message, problem.arguments); };
    switch (problem.reason) {
    case RosterReason::NameMissing: return tr("no name");
    case RosterReason::IdentityMissing: return tr("neither staff number nor phone nor e-mail: nobody could be recognised next time");
    case RosterReason::NumberTwice: return with(tr("staff number {0} stands in line {1} too"));
    case RosterReason::PersonTwice: return with(tr("the same phone or e-mail stands in line {0}"));
    case RosterReason::NumberDestroyed: return with(tr("the spreadsheet destroyed this number ({0}): format the column as text"));
    case RosterReason::PhoneDestroyed: return with(tr("the spreadsheet destroyed this phone number ({0}): format the column as text"));
    case RosterReason::NumberShort:
        return with(tr("staff number {0} is shorter than the usual {1} digits: if a spreadsheet took its zeros off, write {2} as text"));
    case RosterReason::ZerosLost: return with(tr("{0} has lost its leading zeros: it is stored as {1}"));
    case RosterReason::NumberChanged: return with(tr("{1} is stored under staff number {0}"));
    case RosterReason::MatchesTwo: return with(tr("phone and e-mail belong to different people: {0} and {1}"));
    case RosterReason::RetiredPerson: return with(tr("{0} has left: bring the person back first"));
    case RosterReason::NumberUnreadable: return with(tr("not a staff number: {0}"));
    case RosterReason::PhoneUnreadable: return with(tr("not a phone number: {0}"));
    case RosterReason::EmailUnreadable: return with(tr("not an e-mail address: {0}"));
    case RosterReason::DateUnreadable: return with(tr("not a date: {0}"));
    case RosterReason::DateAmbiguous: return with(tr("day and month can't be told apart ({0}): write year-month-day"));
    case RosterReason::PostUnknown: return with(tr("no such post: {0}"));
    case RosterReason::RoleUnknown: return with(tr("no such role: {0}"));
    case RosterReason::LeaningUnknown: return with(tr("no such leaning: {0}"));
    case RosterReason::CapacityUnreadable: return with(tr("{0} is not a capacity from {1} to {2}"));
    case RosterReason::TextTooLong: return with(tr("too long ({0}...): at most {1} characters"));
    case RosterReason::TooManyCells: return with(tr("{0} cells under {1} headings: a separator inside a cell has shifted the row"));
    }
    return {};
}

std::string word(RosterVerdict verdict, const Tongue& tr) {
    switch (verdict) {
    case RosterVerdict::New: return tr("new");
    case RosterVerdict::Same: return tr("same");
    case RosterVerdict::Differs: return tr("differs");
    case RosterVerdict::Refused: return tr("left out");
    }
    return {};
}

std::string word(RosterField field, const Tongue& tr) {
    switch (field) {
    case RosterField::StaffNumber: return tr("staff number");
    case RosterField::Name: return tr("name");
    case RosterField::FamilyName: return tr("family name");
    case RosterField::MiddleName: return tr("middle name");
    case RosterField::GivenName: return tr("given name");
    case RosterField::Phone: return tr("phone");
    case RosterField::Email: return tr("e-mail");
    case RosterField::Department: return tr("department");
    case RosterField::Title: return tr("job title");
    case RosterField::Post: return tr("post");
    case RosterField::Since: return tr("start date");
    case RosterField::Roles: return tr("roles");
    case RosterField::Leaning: return tr("leaning");
    case RosterField::Capacity: return tr("places");
    case RosterField::Shift: return tr("shift");
    }
    return {};
}

std::string sentence(format::EventFault fault, const Tongue& tr) {
    using format::EventFault;
    switch (fault) {
    case EventFault::DateMissing: return tr("no date");
    case EventFault::DateUnreadable: return tr("the date can't be read");
    case EventFault::EndBeforeStart: return tr("ends before it begins");
    case EventFault::NotAllDay: return tr("a meeting, not a whole day");
    case EventFault::TooLong: return tr("longer than a year");
    case EventFault::RecurrenceUnreadable: return tr("the repetition can't be read");
    case EventFault::NeverClosed: return tr("the entry is never closed");
    case EventFault::Cancelled: return tr("cancelled");
    case EventFault::Contradiction: return tr("the day stands in the file with the opposite meaning");
    case EventFault::EntryIncomplete: return tr("the entry is incomplete");
    }
    return {};
}

} // namespace fledgling::app
