#include "support/BookSample.h"

#include "store/Hash.h"

namespace fledgling::test {

using namespace domain;
using namespace store;

template <class IdType>
IdType newId() {
    return IdType(randomUuid());
}
template PersonId newId<PersonId>();
template CohortId newId<CohortId>();
template SessionId newId<SessionId>();
template LeaveId newId<LeaveId>();
template LogId newId<LogId>();
template ProblemId newId<ProblemId>();
template CommandId newId<CommandId>();
template ChatId newId<ChatId>();

ChangeHead headOf(const std::string& verb, const PersonId& who) {
    ChangeHead head;
    head.command = newId<CommandId>();
    head.who = who;
    head.at = {1'795'000'000'123};
    head.localDate = Date(2026, 11, 24);
    head.zone = "Asia/Shanghai";
    head.verb = verb;
    return head;
}

Person personOf(const std::string& name, Role role, int capacity) {
    Person person;
    person.id = newId<PersonId>();
    person.card = {name, "00" + std::to_string(name.size()), "139-" + name, name + "@example.org"};
    person.roles = {role};
    person.posts = {Post::Agent};
    person.capacity = capacity;
    return person;
}

BookSample::BookSample()
    : trainee(personOf("吴敏", Role::Trainee)), other(personOf("李雷", Role::Trainee)),
      mentor(personOf("陈晓华", Role::Mentor, 2)), trainer(personOf("O'Neill", Role::Trainer)) {
    mentor.roles = {Role::Mentor, Role::Trainer};
    mentor.posts = {Post::Agent, Post::Complaint, Post::Order};
    mentor.leaning = Leaning::Theory;
    mentor.since = Date(2019, 2, 28);
    mentor.department = "客服部";
    mentor.title = "高级客服";
    mentor.shift = "早班";
    trainer.retired = true;
    leave = {newId<LeaveId>(),   trainee.id,           Date(2026, 11, 24),
             Date(2026, 11, 25), LeaveState::Approved, "婚假"};
    holiday = {Date(2026, 10, 10), true, "国庆调休"};
    course = {"customer-service", "2026.1", "三天培训", std::string(64, 'a')};
    files = {{"course.yaml", "id: customer-service\n# '引号' \"$1\" %\n"},
             {"media/flow.png", std::string("\x89PNG\r\n\x1a\n\0\xff\xfe binary", 18)},
             {"media/empty.svg", ""}};
    cohort = {newId<CohortId>(), "十一月班",         course.course,
              course.version,    Date(2026, 11, 23), Date(2026, 12, 23)};
    session = {newId<SessionId>(),
               cohort.id,
               "d1-am",
               Date(2026, 11, 23),
               Hours(TimeOfDay(7, 0), TimeOfDay(11, 30)),
               "301",
               trainer.id};
    later = {newId<SessionId>(),
             cohort.id,
             "d1-pm",
             Date(2026, 11, 23),
             Hours(TimeOfDay(13, 0), TimeOfDay(16, 0)),
             "",
             PersonId()};
    member = {cohort.id, trainee.id, Date(2026, 11, 23), Date(2026, 11, 30), "调到下一班"};
    mark = {MarkKind::Late, Minutes(12)};
    guest = {later.id, other.id};
    waiver = {trainee.id, course.course, "d2-am", "上一家公司学过"};
    pair = {trainee.id, mentor.id, Date(2026, 11, 26), std::nullopt, "打字慢，先练话术"};
    entry = {newId<LogId>(),
             trainee.id,
             mentor.id,
             Date(2026, 11, 27),
             {"greeting", "closing"},
             SkillLevel::Helped,
             "态度好",
             "多练",
             "无"};
    skill = {trainee.id, "greeting", SkillLevel::Helped, entry.id, mentor.id, ""};
    problem = {newId<ProblemId>(),       trainee.id,   Date(2026, 11, 27),
               "客户要求退款，怎么答？", "转投诉专员", mentor.id};
    acknowledgement = {
        trainee.id, course.course, "conduct.md", course.version, std::string(64, 'b'), Date(2026, 11, 24), 0};
    attempt = {trainee.id, course.course, "final", 1, 85, true, Date(2026, 11, 26), "笔试"};
    paper = {{trainee.id, course.course, "final", 2}, course.version, "quizzes/final.gift", {"f02", "#7"},
             4'000'000'000U, {1'795'000'000'123}, 30};
    sheet = {{trainee.id, course.course, "desk", 1}, course.version, Date(2026, 11, 26), SheetState::SentBack,
             mentor.id, trainer.id, "缺第二项的依据", {{"greet", {1, ""}}, {"route", {0, "转错部门"}}}};
    evaluation = {trainee.id, mentor.id, Occasion::FirstShift, {5, 4, 3}, "耐心"};
    shadowSheet = {mentor.id, Date(2026, 11, 23), "充值未到账两例", "先复述再回答", "催得急怎么办？"};
    film.seconds = 50;
    film.watched.add(0, 20);
    film.watched.add(30, 50);
    answer = {newId<ChatId>().text(), Date(2026, 11, 23), "没到账先查什么？", "先看订单状态", {problem.id}};
    record = newId<ChatId>();
    conversation = {"会话-17", "", Date(2026, 11, 26), {{32400, Speaker::Customer, "在吗？"}, {32475, Speaker::Agent, "您好"}}};
    drawn = {trainee.id, conversation.day, 42, 31, "chats.csv", {{"会话-18", "not-drawn"}, {"会话-19", "twice"}}};
    review = {{trainee.id, conversation.day, 1}, course.course, course.version,
              {{"greeting", "没有问候语", "您好"}, {FIRST_REPLY, "75 秒", ""}}, {"closing"}, 75, record};
    second = review;
    second.faults = {{"greeting", "声音太小", "您好"}};
    second.notApplicable.clear();
    settled = {review.chat, Reading::First, "两份都对过记录，第一次属实"};
    appeal = {review.chat, "greeting", AppealState::Upheld, "问候语在前一句", "属实", mentor.id};
    decision = {trainee.id,
                DecisionKind::Approve,
                "缺人手，先上岗",
                Date(2026, 12, 31),
                {"attended", "quiz"},
                {{"attended", CriterionState::Missing, 5, 6}, {"skills", CriterionState::Met, 8, 8}},
                7};
}

void BookSample::keepIn(Book book) const {
    const auto by = [&](const char* verb) { return headOf(verb, mentor.id); };
    std::vector<Fact> people;
    for (const auto* one : {&trainee, &other, &mentor, &trainer})
        for (auto& fact : PeopleStore::facts(*one))
            people.push_back(std::move(fact));
    book.append(headOf("set-up"), people);
    book.append(by("leave"), {PeopleStore::fact(leave)});
    book.append(by("set"), {PeopleStore::setting("zone", "Asia/Shanghai")});
    book.append(by("holiday"), {PeopleStore::fact(holiday, "国务院办公厅")});
    book.append(by("load-course"), CohortStore::facts(course, files));
    book.append(by("lay"), {CohortStore::fact(cohort), CohortStore::fact(session), CohortStore::fact(later)});
    book.append(by("join"), {CohortStore::fact(member)});
    book.append(by("mark"), {AttendanceStore::fact(session.id, trainee.id, mark)});
    book.append(by("mark"), {AttendanceStore::fact(session.id, other.id, Mark{})});
    book.append(by("unmark"), {AttendanceStore::fact(session.id, other.id, std::nullopt)});
    book.append(by("close"), {AttendanceStore::closedFact(session.id, true)});
    book.append(by("guest"), {AttendanceStore::fact(guest, true)});
    book.append(by("waive"), {AttendanceStore::fact(waiver)});
    book.append(by("pair"), {MentoringStore::fact(pair)});
    book.append(by("log"), {MentoringStore::fact(entry)});
    book.append(by("sign"), {MentoringStore::fact(skill)});
    book.append(by("problem"), {MentoringStore::fact(problem)});
    book.append(by("acknowledge"), {MentoringStore::fact(acknowledgement)});
    book.append(by("enter-result"), {AssessmentStore::fact(attempt)});
    book.append(headOf("begin-quiz", trainee.id), {QuizStore::fact(paper)});
    book.append(headOf("answer-quiz", trainee.id), {QuizStore::fact(paper.key, "#7", std::string("三分钟内答复"))});
    book.append(headOf("hand-in-quiz", trainee.id), {QuizStore::fact(paper.key, HandedIn{{1'795'000'600'000}, true})});
    book.append(by("mark-answer"), {QuizStore::markFact(paper.key, "#7", 80'000, "少了致歉")});
    book.append(by("regrade-quiz"), {QuizStore::regradeFact(paper.key, "2026.2", "答案有误")});
    auto third = paper.key;
    third.attempt = 3;
    book.append(by("grant-attempt"), {QuizStore::grantFact(third, "请假补考")});
    book.append(by("mark-practical"), {PracticalStore::fact(sheet), PracticalStore::fact(sheet.key, "greet", sheet.marks.at("greet")),
                                       PracticalStore::fact(sheet.key, "route", sheet.marks.at("route"))});
    book.append(headOf("evaluate-mentor", trainee.id), {MentorStore::fact(evaluation)});
    const EvidenceKey own{trainee.id, course.course};
    book.append(headOf("keep-sheet", trainee.id), {EvidenceStore::fact(own, "d1-pm", shadowSheet)});
    book.append(headOf("watch-film", trainee.id), {EvidenceStore::fact(own, "media/tour.webm", film)});
    book.append(headOf("tick-exercise", trainee.id), {EvidenceStore::fact(own, "d3-am", "note", ExerciseState::Ticked)});
    book.append(by("confirm-exercise"), {EvidenceStore::fact(own, "d3-am", "note", ExerciseState::Confirmed, mentor.id)});
    book.append(by("agree-answer"), {EvidenceStore::fact(answer)});
    book.append(by("import-chats"), {ChatStore::fact(record, trainee.id, conversation, conversation.id), ChatStore::fact(drawn)});
    book.append(by("review-chat"), ChatStore::facts(review));
    book.append(headOf("read-again", trainer.id), ChatStore::secondFacts(second));
    book.append(headOf("settle-reading", other.id), {ChatStore::fact(settled)});
    auto plea = appeal;
    plea.state = AppealState::Open;
    plea.answer.clear();
    plea.decidedBy = {};
    book.append(headOf("appeal", trainee.id), {ChatStore::fact(plea)});
    book.append(by("decide-appeal"), {ChatStore::fact(appeal)});
    book.append(by("close-month"), {ChatStore::closedFact(Month(Date(2026, 10, 1)))});
    book.append(by("decide"), {MentoringStore::fact(decision)});
}

} // namespace fledgling::test
