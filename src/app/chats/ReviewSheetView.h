#pragma once

#include "app/Desk.h"
#include "app/chats/ChatReviews.h"
#include "domain/chats/Conversation.h"
#include "domain/chats/Points.h"
#include "store/chats/ChatStore.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// The day sheet: one person's chats of one day, read one after the other. Page: "chats". In a second reading
/// the first one's judgement is not shown.
class ReviewSheetView {
public:
    struct Choice {
        domain::PersonId person;
        std::string name;
        bool mine = false; ///< the actor leads him or her
        int read = 0;      ///< of the shown day
    };
    struct Criterion {
        std::string id;
        std::string title; ///< empty for the first reply: the page names it
        std::string about;
    };
    /// One of the day's chats.
    struct Chat {
        int number = 1;
        std::optional<store::KeptReview>
            kept;              ///< the reading that counts here: the second one when read blind
        std::string by;        ///< name of its reader
        domain::ChatId record; ///< its text; empty when none was loaded
        bool mine = true;      ///< may be judged by the actor
    };

    ReviewSheetView(Desk& desk, std::string language);
    std::function<void()> onChanged;

    /// Shows a person's day; an empty id the first choice, no day the shown one or today. `second`: the blind
    /// reading of chats somebody else has read. Goes to the first chat that isn't read.
    void show(const domain::PersonId& person, std::optional<domain::Date> day = {}, bool second = false);
    /// Asks the store again; chat and draft stay. Where nothing is half judged, a chat whose own reading was taken
    /// back meanwhile comes up again.
    void load();

    [[nodiscard]] const std::vector<Choice>& choices() const { return m_choices; }
    [[nodiscard]] const domain::PersonId& person() const { return m_person; }
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] domain::Date day() const { return m_day; }
    [[nodiscard]] bool second() const { return m_second; }
    [[nodiscard]] bool practice() const { return m_practice; }
    [[nodiscard]] bool closed() const { return m_closed; } ///< the month's points stand
    [[nodiscard]] const domain::PointRules& rules() const { return m_rules; }
    [[nodiscard]] const std::vector<Criterion>& criteria() const { return m_criteria; }
    [[nodiscard]] const std::vector<Chat>& chats() const { return m_chats; }
    [[nodiscard]] int read() const;
    [[nodiscard]] int failed() const;
    /// So many more failing chats cost the point; 0 once it is lost.
    [[nodiscard]] int failsLeft() const;
    /// Every chat of the day is read.
    [[nodiscard]] bool complete() const;
    /// The first person after the shown one, and round, whose chats of the day aren't all read; only those the actor
    /// leads where there are any. Null when nobody's wait.
    [[nodiscard]] const Choice* nextPerson() const;
    /// True while chats can be judged here: the right, now, an open month.
    [[nodiscard]] bool canJudge() const;

    [[nodiscard]] int number() const { return m_number; }
    void go(int number);
    /// To the next chat that isn't read, from the shown one on and round; false when all are.
    bool nextOpen();
    [[nodiscard]] const Chat* chat() const;
    /// The shown chat's text; nothing when none was loaded.
    [[nodiscard]] const std::optional<domain::Conversation>& conversation() const { return m_conversation; }
    /// How many of the day's chats have their text here.
    [[nodiscard]] std::size_t loaded() const;
    /// What was drawn for the day; nothing when no file was loaded.
    [[nodiscard]] const std::optional<store::KeptSample>& sample() const { return m_sample; }

    /// The judgement being made.
    [[nodiscard]] const domain::ChatReview& draft() const { return m_draft; }
    /// True when it differs from what is kept.
    [[nodiscard]] bool changed() const;
    enum class Judgement { Good, Fault, NotApplicable };
    [[nodiscard]] Judgement judgement(const std::string& criterion) const;
    void judge(const std::string& criterion, Judgement judgement);
    /// Fails a criterion by that line of the chat, whose reason is still to come. What domain::quoteRefusal says is
    /// refused, and nothing is judged.
    void failBy(const std::string& criterion, const std::string& quote);
    void explain(const std::string& criterion, const std::string& reason, const std::string& quote);
    /// The draft as text and back: what a page keeps for a crash between two chats.
    [[nodiscard]] std::string draftText() const;
    void restoreDraft(const std::string& text);

    /// Keeps the draft and goes to the next chat that isn't read.
    store::ChangeNumber keep();
    /// Nothing wrong with the shown chat: kept so, whatever the draft says, and on to the next.
    store::ChangeNumber pass();

private:
    void loadChoices();
    void loadDay();
    void beginDraft();
    /// The first chat whose reading by the actor is not the one it was.
    [[nodiscard]] std::optional<int> takenBack(const std::vector<Chat>& before) const;
    [[nodiscard]] domain::Fault* fault(const std::string& criterion);

    Desk& m_desk;
    std::string m_language;
    std::vector<Choice> m_choices;
    domain::PersonId m_person;
    std::string m_name;
    domain::Date m_day;
    bool m_second = false, m_practice = false, m_closed = false;
    domain::PointRules m_rules;
    std::vector<Criterion> m_criteria;
    std::vector<Chat> m_chats;
    int m_number = 1;
    domain::ChatReview m_draft;
    std::optional<domain::Conversation> m_conversation;
    std::optional<store::KeptSample> m_sample;
};

} // namespace fledgling::app
