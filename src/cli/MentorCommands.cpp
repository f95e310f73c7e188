#include "app/mentors/Mentors.h"
#include "app/Record.h"
#include "cli/Command.h"
#include "domain/Refused.h"

namespace fledgling::cli {

namespace mentor_commands {
namespace {

using namespace domain;

Item percent(const std::optional<int>& value) { return value ? Item(std::int64_t{*value}) : Item(); }

void list(Call& call) {
    app::MentorsView view(*call.desk, call.language);
    view.load();
    const auto today = app::shownDay(*call.desk);
    for (const auto& row : view.rows()) {
        std::vector<std::string> due;
        for (const auto& exam : row.exams)
            if (exam.isDue(today)) due.push_back(exam.assessment);
        std::vector<Evaluation> evaluations;
        for (const auto& kept : row.evaluations)
            evaluations.push_back(kept.evaluation);
        call.output.row({row.name, std::int64_t{row.leads}, std::int64_t{row.capacity}, std::int64_t{row.led.trainees},
                         std::int64_t{row.led.traineeDays}, percent(row.led.punctuality()), due, std::int64_t{row.wentLive},
                         std::int64_t{row.chatsRead}, percent(row.failedPercent()), percent(meanRating(evaluations))});
    }
}

void asked(Call& call) {
    for (const auto& one : app::askedEvaluations(*call.desk))
        call.output.row({one.name, one.since.iso(), std::string(keyOf(one.occasion))});
}

int ratingOf(const std::string& text) { return numberOf(text, "a rating is a number from 1 to 5"); }

void evaluate(Call& call) {
    const auto mentor = call.person(call.word(0)).id;
    Evaluation one{{}, mentor, Occasion::FirstShift, {ratingOf(call.word(1)), ratingOf(call.word(2)), ratingOf(call.word(3))},
                   call.value("note")};
    // What is asked now decides the occasion.
    for (const auto& question : app::askedEvaluations(*call.desk))
        if (question.mentor == mentor) one.occasion = question.occasion;
    call.kept(app::evaluateMentor(*call.desk, one));
}

void evaluations(Call& call) {
    app::MentorsView view(*call.desk, call.language);
    view.load();
    if (!view.seesEvaluations()) throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::SeeEvaluations))});
    for (const auto& row : view.rows())
        for (const auto& kept : row.evaluations) {
            const auto& one = kept.evaluation;
            call.output.row({row.name, view.nameOf(one.trainee), std::string(keyOf(one.occasion)), kept.day.iso(),
                             std::int64_t{one.ratings[0]}, std::int64_t{one.ratings[1]}, std::int64_t{one.ratings[2]}, one.note});
        }
}

} // namespace
} // namespace mentor_commands

std::vector<Command> mentorCommands() {
    using namespace mentor_commands;
    return {
        {"mentor list", "", 0, 0, Needs::Actor, "mentors: load, own exams, punctuality of logs, what became of those they led", {}, list,
         {"mentor", "leads", "capacity", "trainees", "trainee_days", "logs_on_time_percent", "exams_due",
          "went_live", "chats_read", "chats_failed_percent", "rating_tenths"}},
        {"mentor asked", "", 0, 0, Needs::Actor, "which of one's mentors one is asked about", {}, asked,
         {"mentor", "since", "occasion"}},
        {"mentor evaluate", "MENTOR EXPLAINS IS_THERE HELPS", 4, 4, Needs::Actor, "one's word on a mentor, each from 1 to 5; only the manager reads it",
         {{"note", "TEXT", "a remark"}}, evaluate},
        {"mentor evaluations", "", 0, 0, Needs::Actor, "what trainees say of their mentors", {}, evaluations,
         {"mentor", "trainee", "occasion", "day", "explains", "is_there", "helps", "note"}},
    };
}

} // namespace fledgling::cli
