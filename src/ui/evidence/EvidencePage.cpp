#include "ui/evidence/EvidencePage.h"

#include "app/evidence/EvidenceWords.h"
#include "domain/Text.h"
#include "ui/Language.h"
#include "ui/Named.h"
#include "ui/controls/CopyOnDisk.h"
#include "ui/controls/Folding.h"
#include "ui/controls/Form.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"
#include "ui/evidence/EvidenceFigure.h"
#include "ui/evidence/FilmPlayer.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using domain::ExerciseState;
using look::State;
using EvidenceKind = app::EvidenceView::Kind;

namespace {

/// How high what is chosen is at least where it stands below the list, in pixels of 96 dpi.
constexpr int LEAST_SHEET = 120;

wxString evidenceTitle(const app::EvidenceView::Line& line) {
    switch (line.kind) {
    case EvidenceKind::Sheet: return _("Shadowing sheet");
    case EvidenceKind::Film: return wxString::Format(_("Film: %s"), u8(line.title));
    case EvidenceKind::Exercise: return u8(line.title);
    }
    return {};
}

Cell evidenceState(const app::EvidenceView::Line& line) {
    if (line.kind == EvidenceKind::Film) {
        const int have = line.film.watched.percentOf(line.film.seconds);
        if (line.complete) return {.text = wxString::Format(_("%d %% watched"), have), .state = State::Met};
        // TRANSLATORS: how much of a film was watched and how much has to be
        const wxString words = wxString::Format(_("%d %% watched, %d %% needed"), have, line.filmNeed);
        return {.text = words, .state = have > 0 || line.attended ? State::Due : State::NotYet};
    }
    if (line.kind == EvidenceKind::Sheet) {
        if (line.complete) return {.text = _("written"), .state = State::Met};
        if (line.attended) return {.text = _("attended, not evidenced"), .state = State::Missing};
        if (line.over) return {.text = _("not attended, not evidenced"), .state = State::Missing};
        if (line.day && !line.early) return {.text = _("may be written now"), .state = State::NotYet};
        return {.text = _("not held yet"), .state = State::NotYet};
    }
    const auto words = u8(app::word(line.exercise, tongue));
    return {.text = words,
            .state = line.complete                             ? State::Met
                     : line.exercise == ExerciseState::Ticked  ? State::Due
                     : line.attended                           ? State::Missing
                                                               : State::NotYet};
}

} // namespace

EvidencePage::EvidencePage(wxWindow* parent, Session& of) : Page(parent, of, _("Evidence")), m_view(desk(), courseLanguage()) {
    m_act = addAction(_("Keep"), "Ctrl+Enter", [this] { act(); });
    onKey("Space", _("tick an exercise, confirm it, play or pause a film"), [this] {
        if (const auto* line = chosen()) line->kind == EvidenceKind::Film ? m_film->playOrPause() : turn(*line);
    });
    onKey("B", _("10 seconds back"), [this] {
        if (m_sheets->GetSelection() == FilmSheet) m_film->back();
    });
    onKey("O", _("Open in another program"), [this] {
        if (m_sheets->GetSelection() == FilmSheet) openOutside();
    });
    onKey("F8", _("between the list and what is chosen"), [this] {
        m_list->IsDescendant(FindFocus()) ? m_sheets->GetCurrentPage()->SetFocus() : m_list->takeFocus();
    });
    layOut();
    // A film nobody sees any more doesn't go on.
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        if (!event.IsShown()) m_film->stop();
    });
    listenTo({app::Topic::Evidence, app::Topic::Roll, app::Topic::Cohorts, app::Topic::Courses, app::Topic::Pairing, app::Topic::People});
}

EvidencePage::~EvidencePage() { m_film->onWatched = {}; }

void EvidencePage::layOut() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const bool own = session().may(domain::Verb::GiveEvidence);
    std::vector<Column> columns{{.title = _("what"), .stretches = true, .wraps = own}, {.title = _("half day"), .matters = true}, {.title = _("state"), .matters = true}};
    if (!own) columns.insert(columns.begin(), {.title = _("trainee"), .matters = true});
    m_list = new Table(body(), _("Evidence"), std::move(columns));
    m_list->shareWidth();
    m_list->onSelect = [this](const std::string&) {
        if (m_drawing) return;
        hush(); // what was said was said of another line
        drawChosen();
    };
    m_list->onActivate = [this](const std::string&) {
        const auto* line = chosen();
        if (line && line->kind == EvidenceKind::Exercise) return turn(*line);
        m_sheets->GetCurrentPage()->SetFocus();
    };
    m_sheets = new wxSimplebook(body());
    m_text = new Paragraph(m_sheets);
    layOutForm();
    m_film = new FilmPlayer(m_sheets);
    m_film->onWatched = [this](int seconds, const domain::Watched& seen) {
        const auto* line = m_view.line(m_line);
        if (!line || !line->mine) return;
        const Line watched = *line; // the view is read anew while it is kept
        attempt([&] { m_view.watch(watched, seconds, seen); });
        drawLines();
    };
    m_film->onOutside = [this] { openOutside(); };
    m_sheets->AddPage(m_text, {});
    m_sheets->AddPage(m_form, {});
    m_sheets->AddPage(m_film, {});
    // The largest of the sheets takes no room from the list.
    m_sheets->SetMinSize(FromDIP(wxSize(own ? 250 : 200, LEAST_SHEET)));
    // Who confirms reads a line beside the list; who writes a sheet has its fields there.
    row->Add(m_list, wxSizerFlags(own ? 5 : 6).Expand().Border(wxRIGHT, look::gap(this, 2)));
    row->Add(m_sheets, wxSizerFlags(3).Expand());
    content()->Add(row, wxSizerFlags(1).Expand());
    if (!own) foldBelow(body(), row);
}

void EvidencePage::layOutForm() {
    m_form = new Form(m_sheets);
    m_whom = m_form->addChoice(_("Whom did you watch?"), {});
    m_chats = m_form->addNote(_("Which chats?"), {}, 2);
    m_learnt = m_form->addNote(_("What did you learn?"), {}, 4);
    m_question = m_form->addNote(_("One question you asked, and the answer"), {}, 3);
}

void EvidencePage::show(const std::string& subject) { m_wanted = subject; }

std::optional<std::string> EvidencePage::whereabouts() {
    return m_list->selected();
}

wxString EvidencePage::unkept() {
    const bool aside = std::any_of(m_begun.begin(), m_begun.end(), [&](const auto& one) { return m_view.line(one.first); });
    return aside || formChanged() ? _("Keep the sheet you began, or empty it, first.") : wxString();
}

void EvidencePage::refresh() {
    if (!attempt([&] { m_view.load(); })) return;
    if (m_view.lines().empty()) {
        setFigure({});
        m_film->stop();
        return showEmpty(m_view.own() ? _("Sheets of the shadowing half days, films and exercises stand here once you are in a cohort.")
                                      : _("Sheets of the shadowing half days, films and exercises of those in training stand here."));
    }
    showContent();
    const int waiting = m_view.waiting();
    const bool own = m_view.own();
    const auto figure = !own && waiting > 0 ? evidenceFigure(0, waiting, false)
                        : own               ? evidenceFigure(m_view.missing(), m_view.toConfirm(), m_view.complete())
                                            : evidenceFigure(m_view.missing(), 0, true);
    setFigure(figure.text, figure.state);
    drawLines();
    drawChosen();
}

void EvidencePage::drawLines() {
    m_drawing = true;
    std::vector<Row> rows;
    for (const auto& line : m_view.lines()) {
        const wxString half = line.day ? dayText(*line.day) : u8(line.sessionTitle);
        Row row{line.id, {{.text = evidenceTitle(line)}, {.text = half, .muted = true}, evidenceState(line)}};
        if (!m_view.own()) row.cells.insert(row.cells.begin(), {.text = u8(line.name), .bold = true});
        rows.push_back(std::move(row));
    }
    m_list->set(std::move(rows));
    if (!m_wanted.empty()) {
        const auto wanted = std::exchange(m_wanted, {});
        // The first that is still open of what was asked for.
        const Line* best = nullptr;
        for (const auto& line : m_view.lines())
            if ((line.session == wanted || line.id.starts_with(wanted)) && (!best || (best->complete && !line.complete))) best = &line;
        if (best) m_list->select(best->id);
    }
    if (m_list->selected().empty()) {
        // What is to be confirmed, then what is wanted of a half day attended, of one missed, and what may be done already.
        const auto rank = [](const Line& one) {
            const bool open = !one.complete && !one.early && one.exercise == ExerciseState::Open;
            return one.toConfirm ? 0 : !open ? 4 : one.attended ? 1 : one.over ? 2 : 3;
        };
        m_list->select(std::min_element(m_view.lines().begin(), m_view.lines().end(),
                                        [&](const Line& a, const Line& b) { return rank(a) < rank(b); })->id);
    }
    m_drawing = false;
}

const EvidencePage::Line* EvidencePage::chosen() const { return m_view.line(m_list->selected()); }

void EvidencePage::drawChosen() {
    const auto* line = chosen();
    const bool other = !line || line->id != m_line;
    if (other) {
        m_film->stop();
        layFormAside();
    }
    if (!line) return enableDeeds();
    const bool wasForm = m_sheets->GetSelection() == FormSheet;
    // What is being typed stays when the list is read again.
    if (line->kind == EvidenceKind::Sheet && line->mine) {
        if (other || !wasForm || !formChanged()) drawForm(*line);
    } else if (line->kind == EvidenceKind::Film) {
        m_line = line->id;
        drawFilm(*line);
    } else {
        const wxString whose = m_view.own() ? wxString() : u8(line->name);
        std::vector<wxString> text{dotted({whose, u8(line->sessionTitle)}), dotted({evidenceTitle(*line), evidenceState(*line).text})};
        if (line->sheet) {
            const auto& sheet = *line->sheet;
            text.insert(text.end(), {wxString::Format(_("Watched %s on %s."), u8(line->whom), dayText(sheet.day)),
                                     wxString::Format(_("Chats: %s"), u8(sheet.chats)), wxString::Format(_("Learnt: %s"), u8(sheet.learnt)),
                                     wxString::Format(_("Asked: %s"), u8(sheet.question))});
        } else if (const auto early = whyEarly(*line); !early.empty()) {
            text.push_back(early);
        } else if (line->mine && line->kind == EvidenceKind::Exercise) {
            text.push_back(_("Space ticks it when you have done it; your mentor or trainer then confirms it."));
        } else if (line->toConfirm) {
            text.push_back(_("Space confirms it."));
        }
        wxString all;
        for (const auto& one : text)
            all += (all.empty() ? "" : "\n\n") + one;
        m_text->set(all);
        m_sheets->SetSelection(TextSheet);
    }
    m_line = line->id;
    enableDeeds();
}

void EvidencePage::drawForm(const Line& line) {
    std::vector<Form::Option> people{{"", _("choose")}};
    for (const auto& [id, name] : m_view.agents())
        people.push_back({id.text(), u8(name)});
    const auto begun = m_begun.extract(line.id);
    const auto sheet = begun ? begun.mapped() : line.sheet.value_or(domain::ShadowSheet());
    Form::setOptions(m_whom, people, sheet.whom.text());
    m_chats->ChangeValue(u8(sheet.chats));
    m_learnt->ChangeValue(u8(sheet.learnt));
    m_question->ChangeValue(u8(sheet.question));
    m_sheets->SetSelection(FormSheet);
}

/// What was begun comes back when its line is chosen again.
void EvidencePage::layFormAside() {
    if (formChanged()) m_begun[m_line] = written();
}

bool EvidencePage::formChanged() const {
    const auto* line = m_view.line(m_line);
    if (!line || m_sheets->GetSelection() != FormSheet) return false;
    const auto sheet = line->sheet.value_or(domain::ShadowSheet()), now = written();
    return now.whom != sheet.whom || now.chats != sheet.chats || now.learnt != sheet.learnt || now.question != sheet.question;
}

/// The sheet as the fields say.
domain::ShadowSheet EvidencePage::written() const {
    domain::ShadowSheet sheet;
    // Nobody chosen is no id at all: the verb then names what is missing.
    if (const auto whom = Form::chosen(m_whom); !whom.empty()) sheet.whom = domain::PersonId(whom);
    sheet.chats = utf8(m_chats->GetValue());
    sheet.learnt = utf8(m_learnt->GetValue());
    sheet.question = utf8(m_question->GetValue());
    return sheet;
}

/// A copy on disk for the player; empty when the course has no such file.
std::string EvidencePage::filmFile(const Line& line) {
    const auto bytes = m_view.filmBytes(line);
    return bytes && !bytes->empty() ? copyOnDisk(*bytes, line.subject.substr(line.subject.rfind('/') + 1)) : std::string();
}

void EvidencePage::drawFilm(const Line& line) {
    m_sheets->SetSelection(FilmSheet);
    std::string file;
    attempt([&] { file = filmFile(line); });
    m_film->open(file, u8(line.title));
}

void EvidencePage::openOutside() {
    const auto* line = chosen();
    if (!line) return;
    if (const auto sorry = openedOutside(filmFile(*line)); !sorry.empty()) inform(look::Notice::Warning, sorry);
}

/// Why nothing is written or ticked on that line yet; empty where it can be.
wxString EvidencePage::whyEarly(const Line& line) {
    const bool mine = line.mine && line.exercise == ExerciseState::Open && line.kind != EvidenceKind::Film;
    if (!mine || !line.early) return {};
    return wxString::Format(_("This half day is held on %s: what belongs to it is written and ticked from that day on."),
                            dayText(*line.day));
}

void EvidencePage::enableDeeds() {
    const auto* line = chosen();
    const wxString early = line ? whyEarly(*line) : wxString();
    const bool sheet = line && line->mine && line->kind == EvidenceKind::Sheet;
    const bool tick = line && line->mine && line->kind == EvidenceKind::Exercise && line->exercise != ExerciseState::Confirmed;
    const bool confirms = line && line->toConfirm;
    const wxString does = confirms                                   ? _("Confirm")
                          : !tick                                    ? _("Keep")
                          : line->exercise == ExerciseState::Open ? _("I have done it")
                                                                     : _("Not done after all");
    // The key that what is said beside the list names; Ctrl+Enter does it, too.
    const wxString key = tick || confirms ? "Space" : "Ctrl+Enter";
    keyed(m_act, does, key);
    enableAction(m_act, early.empty() && (sheet || tick || confirms),
                 !early.empty()   ? early
                 : session().past() ? _("The past is read-only.") : _("There is nothing to keep or confirm on this line."));
    Layout();
}

void EvidencePage::act() {
    const auto* line = chosen();
    if (!line) return;
    if (line->kind == EvidenceKind::Sheet) return keepSheet(*line);
    turn(*line);
}

void EvidencePage::keepSheet(const Line& line) {
    const Line copy = line;
    const auto sheet = written();
    if (!attempt([&] { m_view.keepSheet(copy, sheet); })) return focusEmpty(sheet);
    m_line.clear();
    refresh();
}

void EvidencePage::focusEmpty(const domain::ShadowSheet& sheet) {
    const auto empty = [](const std::string& text) { return domain::trimmed(text).empty(); };
    if (sheet.whom.empty())
        m_whom->SetFocus();
    else if (empty(sheet.chats))
        m_chats->SetFocus();
    else if (empty(sheet.learnt))
        m_learnt->SetFocus();
    else if (empty(sheet.question))
        m_question->SetFocus();
}

void EvidencePage::turn(const Line& line) {
    if (line.kind != EvidenceKind::Exercise) return;
    const Line copy = line;
    const bool kept = attempt([&] {
        if (copy.toConfirm)
            m_view.confirm(copy);
        else if (copy.mine)
            m_view.tick(copy, copy.exercise == ExerciseState::Open);
    });
    if (kept) refresh();
}

void EvidencePage::focusFirst() { m_list->takeFocus(); }

std::vector<app::BookKey> EvidencePage::focusedKeys() {
    const auto* line = chosen();
    if (!line) return {};
    return {m_view.keyOf(*line)};
}

wxString EvidencePage::help() const {
    return _("What the half days want beyond being there: a sheet for each shadowing half day (whom you watched, which chats, what you "
             "learnt, one question), films watched to the percentage the course asks for, and exercises. Space ticks an exercise, or "
             "confirms what a trainee ticked; it also plays and pauses a film. Jumping ahead in a film doesn't count. Ctrl+Enter keeps "
             "a sheet.");
}

} // namespace fledgling::ui
