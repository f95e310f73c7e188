#include "app/chats/ChatFiles.h"
#include "ui/Text.h"
#include "ui/chats/ChatsPage.h"
#include "ui/chats/Conversation.h"
#include "ui/chats/DaySheet.h"

#include <utility>
#include <wx/filedlg.h>
#include <wx/intl.h>

/// What is done on the day sheet: chats are judged, passed and kept, and loaded from a file.
namespace fledgling::ui {

using Judgement = app::ReviewSheetView::Judgement;

void ChatsPage::judge(std::size_t criterion) {
    if (const auto why = whyNot(); !why.empty()) return inform(why);
    if (criterion >= m_view.criteria().size()) return;
    const auto& id = m_view.criteria()[criterion].id;
    if (m_view.judgement(id) == Judgement::Fault) {
        m_view.judge(id, Judgement::Good);
        m_sheet->stopAsking();
        keptDraft();
        return m_sheet->drawCard();
    }
    if (doubts(criterion)) return;
    m_waits = 0;
    m_refused = static_cast<int>(criterion) + 1;
    if (!attempt([&] { m_view.failBy(id, m_conversation->line()); })) return;
    m_refused = 0;
    m_sheet->askWhy(criterion);
    keptDraft();
}

bool ChatsPage::doubts(std::size_t criterion) {
    const auto& seconds = m_view.draft().replySeconds;
    const auto limit = m_view.rules().firstReplySeconds;
    if (m_view.criteria()[criterion].id != domain::FIRST_REPLY || !m_view.conversation()) return false;
    if (!seconds || *seconds > limit || m_doubted == m_view.number()) return false;
    m_doubted = m_view.number();
    m_waits = static_cast<int>(criterion) + 1;
    inform(wxString::Format(_("The first reply was measured after %d s, %d are allowed: press %d again to fail it all the same."),
                            *seconds, limit, static_cast<int>(criterion) + 1));
    return true;
}

void ChatsPage::onAnother() {
    m_warned = 0;
    m_doubted = 0;
    m_waits = 0;
    m_dropping = 0;
    m_refused = 0;
}

void ChatsPage::notApplicable(std::size_t criterion) {
    if (const auto why = whyNot(); !why.empty()) return inform(why);
    if (criterion >= m_view.criteria().size()) return;
    const auto& id = m_view.criteria()[criterion].id;
    const bool off = m_view.judgement(id) == Judgement::NotApplicable;
    m_view.judge(id, off ? Judgement::Good : Judgement::NotApplicable);
    keptDraft();
    m_sheet->drawCard();
}

void ChatsPage::acceptReason() {
    if (!m_sheet->asking()) return;
    if (!m_sheet->acceptReason())
        return inform(_("Say in a few words what was wrong: the person judged will read it."));
    keptDraft();
    takeKeyboard();
}

void ChatsPage::dropReason() {
    m_sheet->dropReason();
    keptDraft();
    takeKeyboard();
}

/// What is half judged outlives a crash: it is noted at every key. What was said of the card before holds no more.
void ChatsPage::keptDraft() {
    m_dropping = 0;
    m_sheet->noteReason();
    session().remember(DRAFT, m_view.draftText());
}

/// A late first reply was measured: pointed out once, in the words of the key pressed.
bool ChatsPage::overlooksReply(const wxString& sentence) {
    const auto& seconds = m_view.draft().replySeconds;
    const auto limit = m_view.rules().firstReplySeconds;
    if (!m_view.conversation() || !seconds || *seconds <= limit || m_warned == m_view.number()) return false;
    m_warned = m_view.number();
    inform(wxString::Format(sentence, *seconds, limit, static_cast<int>(m_view.criteria().size())));
    return true;
}

bool ChatsPage::dropsJudged() {
    if (m_dropping == m_view.number()) return false;
    const auto* chat = m_view.chat();
    std::vector<wxString> judged;
    for (std::size_t i = 0; i < m_view.criteria().size(); ++i) {
        const auto& id = m_view.criteria()[i].id;
        const bool kept = chat && chat->kept &&
                          (chat->kept->review.fault(id) || chat->kept->review.notApplicable.contains(id));
        if (kept || m_view.judgement(id) != Judgement::Good) judged.push_back(m_sheet->titleOf(i));
    }
    if (judged.empty()) return false;
    m_dropping = m_view.number();
    inform(wxString::Format(_("Space would drop what is judged here: %s. Space again passes the chat all the same, Enter "
                              "keeps the card as it is."),
                            listText(judged)));
    return true;
}

bool ChatsPage::forgetsRefused() {
    if (const int waits = std::exchange(m_waits, 0); waits != 0) {
        inform(wxString::Format(_("%d failed nothing yet: press %d again to fail it. Pressed once more, this key keeps the chat "
                                  "without it."),
                                waits, waits));
        return true;
    }
    const int digit = std::exchange(m_refused, 0);
    if (digit == 0) return false;
    inform(wxString::Format(_("%d failed nothing: choose one of the agent's lines and press %d again. Pressed once more, this "
                              "key keeps the chat without it."),
                            digit, digit));
    return true;
}

bool ChatsPage::closesWhatAFileLacked() {
    const wxString lacked = std::exchange(m_lacked, {});
    if (lacked.empty() || complaint() != lacked) return false;
    hush();
    return true;
}

/// The sample is what one wanted to read: who taps on with Space mustn't judge chats unread without a word.
bool ChatsPage::leavesTheFile() {
    if (m_beyond || !m_view.sample() || m_view.conversation()) return false;
    m_beyond = true;
    const int held = static_cast<int>(m_view.loaded());
    inform(wxString::Format(wxPLURAL("The day's file held %d chat, and chat %d is another: once you have read it where chats are kept, "
                                     "Space again passes it.",
                                     "The day's file held %d chats, and chat %d is none of them: once you have read it where chats are "
                                     "kept, Space again passes it.",
                                     held),
                            held, m_view.number()));
    return true;
}

bool ChatsPage::takeBackCard() {
    onAnother();
    if (!m_view.changed()) return false;
    hush();
    m_sheet->stopAsking();
    m_view.go(m_view.number());
    keptDraft();
    draw();
    return true;
}

void ChatsPage::pass() {
    if (const auto why = whyNot(); !why.empty()) return inform(why);
    if (closesWhatAFileLacked() || forgetsRefused() || dropsJudged() || leavesTheFile()) return;
    if (overlooksReply(_("The first reply took %d s, %d are allowed: press %d to fail it, or "
                         "Space again to let it pass.")))
        return;
    m_sheet->stopAsking();
    onAnother();
    attempt([&] { m_view.pass(); });
    keptDraft();
    draw();
    takeKeyboard();
}

void ChatsPage::keep() {
    if (const auto why = whyNot(); !why.empty()) return inform(why);
    if (m_sheet->asking()) return acceptReason();
    if (closesWhatAFileLacked() || forgetsRefused()) return;
    if (m_view.judgement(domain::FIRST_REPLY) == Judgement::Good &&
        overlooksReply(_("The first reply took %d s, %d are allowed: press %d to fail it, or "
                         "Enter again to keep the chat as it is.")))
        return;
    if (!m_view.draft().fails() && m_view.draft().notApplicable.empty() &&
        !(m_view.chat() && m_view.chat()->kept))
        return pass();
    onAnother();
    attempt([&] { m_view.keep(); });
    keptDraft();
    draw();
    takeKeyboard();
}

void ChatsPage::loadChats() {
    CallAfter([this] {
        wxFileDialog ask(this, _("Load the day's chats"), {}, {},
                         _("Chats (*.txt, *.csv, *.xlsx, *.json)") + "|*.txt;*.csv;*.xlsx;*.json|" +
                             _("All files") + "|*",
                         wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (ask.ShowModal() != wxID_OK) return;
        loadFrom(utf8(ask.GetPath()));
    });
}

/// What was read without a text keeps its verdict, so none of the file stands under it.
wxString ChatsPage::readBefore(int chats) {
    if (chats == 0) return {};
    return wxString::Format(wxPLURAL("%d chat was read before the file came: it keeps its number and its verdict, and has no text. "
                                     "Those drawn are the day's other chats.",
                                     "%d chats were read before the file came: they keep their numbers and verdicts, and have no "
                                     "text. Those drawn are the day's other chats.",
                                     chats),
                            chats);
}

void ChatsPage::loadFrom(const std::string& path) {
    std::vector<format::ChatProblem> problems;
    const int before = m_view.second() ? 0 : m_view.read();
    const bool kept = attempt([&] {
        const auto read = app::readChats(desk(), path, m_view.person(), m_view.day());
        problems = read.problems;
        app::importChats(desk(), read);
    });
    wxString details;
    for (const auto& problem : problems)
        details << u8(app::sentence(problem, tongue)) << "\n";
    if (!kept) {
        // What was wrong line by line says why there was nothing.
        if (!details.empty()) complain(complaint(), details);
        m_lacked = complaint();
        return;
    }
    openDay(m_view.person(), m_view.day(), m_view.second());
    const auto own = readBefore(before);
    if (problems.empty() && !own.empty()) inform(own);
    if (problems.empty()) return;
    if (!own.empty()) details << own;
    complain(wxString::Format(wxPLURAL("%d line of the file was left out; the rest is loaded.",
                                       "%d lines of the file were left out; the rest is loaded.",
                                       problems.size()),
                              static_cast<int>(problems.size())),
             details);
    m_lacked = complaint();
}

} // namespace fledgling::ui
