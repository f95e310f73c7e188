#include "ui/merge/MergePage.h"

#include "ui/Language.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using store::Side;

namespace {

wxString writtenText(const app::MergeView::Writer& writer) {
    return dotted({u8(writer.name), dayText(writer.day) + " " + u8(writer.time.text())});
}

/// What was chosen stands out, the other one steps back.
Cell valueCell(const std::string& value, bool chosen, bool decided) {
    return {.text = u8(value), .bold = chosen, .muted = decided && !chosen};
}

Row lineOf(const app::MergeView::Row& row) {
    const bool ours = row.choice == Side::Ours, theirs = row.choice == Side::Theirs;
    Cell choice{.text = _("undecided"), .state = look::State::Due};
    if (ours) choice = {.text = _("this book"), .state = look::State::Met};
    if (theirs) choice = {.text = _("the copy"), .state = look::State::Changed};
    return {row.id,
            {choice,
             {.text = u8(row.what)},
             {.text = u8(row.before), .muted = true},
             valueCell(row.ours, ours, row.choice.has_value()),
             valueCell(row.theirs, theirs, row.choice.has_value())}};
}

} // namespace

MergePage::MergePage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Merge a copy")), m_view(desk(), courseLanguage(), tongue) {
    addActions();
    layOut();
    listenTo(app::allTopics());
}

void MergePage::addActions() {
    m_merge = addAction(_("Merge"), "F9", [this] { merge(); });
    m_theirs = addAction(_("The copy's value"), "T", [this] { choose(Side::Theirs); });
    m_ours = addAction(_("This book's value"), "O", [this] { choose(Side::Ours); });
    onKey("Shift+O", _("this book's value wherever nothing is chosen yet"), [this] { chooseRest(Side::Ours); });
    onKey("Shift+T", _("the copy's value wherever nothing is chosen yet"), [this] { chooseRest(Side::Theirs); });
    onKey("Ctrl+O", _("choose another copy"), [this] { browse(); });
}

void MergePage::layOut() {
    m_head = new Paragraph(body());
    layOutTables();
    content()->Add(m_head, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    content()->Add(m_rows, wxSizerFlags(5).Expand());
    content()->Add(m_fields, wxSizerFlags(3).Expand().Border(wxTOP, look::gap(this)));
    content()->Add(m_notTaken, wxSizerFlags(2).Expand().Border(wxTOP, look::gap(this)));
}

void MergePage::layOutTables() {
    m_rows = new Table(body(), _("Differences"),
                       {{.title = _("chosen"), .sortable = false, .matters = true},
                        {.title = _("what"), .sortable = false},
                        {.title = _("at the beginning"), .sortable = false},
                        {.title = _("this book"), .sortable = false},
                        {.title = _("the copy"), .sortable = false, .stretches = true}});
    m_rows->shareWidth();
    m_rows->onSelect = [this](const std::string&) { drawFields(); };
    m_rows->onActivate = [this](const std::string&) { m_fields->takeFocus(); };
    m_fields = new Table(body(), _("Side by side"),
                         {{.title = _("line of the book"), .sortable = false},
                          {.title = _("field"), .sortable = false},
                          {.title = _("at the beginning"), .sortable = false},
                          {.title = _("this book"), .sortable = false},
                          {.title = _("the copy"), .sortable = false, .stretches = true}});
    m_fields->shareWidth();
    m_notTaken = new Table(body(), _("Not taken"),
                           {{.title = _("change of the copy"), .width = 14, .sortable = false},
                            {.title = _("by"), .width = 26, .sortable = false},
                            {.title = _("what"), .width = 22, .sortable = false},
                            {.title = _("why it can't be taken"), .width = 60, .sortable = false, .stretches = true}});
    m_fields->SetMinSize(wxSize(-1, FromDIP(100)));
    m_notTaken->SetMinSize(wxSize(-1, FromDIP(90)));
}

void MergePage::show(const std::string& subject) {
    if (!subject.empty()) m_wanted = subject;
}

void MergePage::refresh() {
    if (!m_wanted.empty()) return CallAfter([this] { read(); });
    m_view.refresh();
    draw();
}

void MergePage::browse() {
    CallAfter([this] {
        wxFileDialog ask(this, _("The copy to bring back"), {}, {},
                         _("Departments") + " (*.fledgling)|*.fledgling|" + _("All files") + "|*",
                         wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (ask.ShowModal() != wxID_OK) return;
        m_wanted = utf8(ask.GetPath());
        read();
    });
}

void MergePage::read() {
    const auto where = std::exchange(m_wanted, {});
    if (where.empty() || session().busy) return;
    attemptLong(_("Verifying both books"), [&](Progress& progress) {
        m_view.read(where, [&](std::size_t done, std::size_t total) { progress.at(done, total); });
    });
    draw();
    takeKeyboard();
}

void MergePage::choose(Side side) {
    const auto id = m_rows->selected();
    if (id.empty()) return;
    attempt([&] {
        m_view.choose(id, side);
        draw();
        goToUndecided();
    });
}

void MergePage::chooseRest(Side side) {
    attempt([&] {
        for (const auto& row : std::vector(m_view.rows()))
            if (!row.choice) m_view.choose(row.id, side);
        draw();
    });
}

/// On to the next difference that is still open, below first.
void MergePage::goToUndecided() {
    const auto& rows = m_view.rows();
    const auto current = m_rows->selected();
    std::size_t at = 0;
    while (at < rows.size() && rows[at].id != current)
        ++at;
    for (std::size_t step = 1; step <= rows.size(); ++step) {
        const auto& next = rows[(at + step) % rows.size()];
        if (next.choice) continue;
        m_rows->select(next.id);
        return drawFields();
    }
}

void MergePage::merge() {
    store::MergeResult result;
    const bool done = attemptLong(_("Merging"), [&](Progress& progress) {
        result = m_view.merge([&](std::size_t at, std::size_t total) { progress.at(at, total); });
    });
    draw();
    // After the page has read the book anew: what it said before goes with that.
    if (done) CallAfter([this, result] { say(result); });
}

void MergePage::say(const store::MergeResult& result) {
    const auto taken = static_cast<int>(result.carried.size());
    const wxString kept =
        result.kept ? wxString::Format(wxPLURAL("%s change of the copy was taken.", "%s changes of the copy were taken.", taken),
                                       numberText(taken))
                    : _("The copy has nothing new. Nothing was changed.");
    if (result.untaken.empty()) return inform(result.kept ? look::Notice::Success : look::Notice::Advice, kept);
    const auto left = static_cast<int>(result.untaken.size());
    inform(look::Notice::Warning,
           followed(kept, wxString::Format(wxPLURAL("%s could not be taken: put right what stands in the way, then merge again.",
                                                    "%s could not be taken: put right what stands in the way, then merge again.", left),
                                           numberText(left))));
}

void MergePage::draw() {
    drawActions();
    if (!m_view.hasCopy()) {
        setFigure({});
        return showEmpty(_("Bring back a copy of this book that was changed elsewhere. What both sides changed "
                           "differently is shown side by side before anything is written."),
                         _("Choose the copy"), [this] { browse(); });
    }
    drawHead();
    if (m_view.rows().empty() && m_view.notTaken().empty() && m_view.news() == 0)
        return showEmpty(_("Nothing to bring back: what the copy did is all in this book.") + "\n\n" + m_head->text(),
                         _("Choose the copy"), [this] { browse(); });
    showContent();
    drawRows();
    drawNotTaken();
    body()->Layout();
}

void MergePage::drawHead() {
    const auto open = static_cast<int>(m_view.undecided());
    const auto all = static_cast<int>(m_view.rows().size());
    setFigure(dotted({wxString::Format(wxPLURAL("%s difference", "%s differences", all), numberText(all)),
                      open == 0 ? wxString() : wxString::Format(_("%s to decide"), numberText(open))}));
    const auto news = static_cast<int>(m_view.news());
    const wxString brings =
        news == 0 ? _("It brings nothing new.")
                  : wxString::Format(wxPLURAL("It brings %s change.", "It brings %s changes.", news), numberText(news));
    m_head->set(wxString::Format(_("%s is one with this book up to change %s (%s)."), u8(m_view.where()),
                                 numberText(m_view.beginning()), writtenText(m_view.beginningBy())) +
                " " + brings);
}

void MergePage::drawRows() {
    std::vector<Row> lines;
    for (const auto& row : m_view.rows())
        lines.push_back(lineOf(row));
    m_rows->set(std::move(lines));
    m_rows->Show(!m_view.rows().empty());
    m_fields->Show(!m_view.rows().empty());
    if (m_rows->selected().empty() && !m_view.rows().empty()) m_rows->select(m_view.rows().front().id);
    drawFields();
}

/// What differs field by field, and first of all who wrote either.
void MergePage::drawFields() {
    std::vector<Row> lines;
    if (const auto* row = m_view.row(m_rows->selected())) {
        lines.push_back({"by", {{}, {.text = _("by")}, {}, {.text = writtenText(row->oursBy)}, {.text = writtenText(row->theirsBy)}}});
        for (const auto& field : row->fields)
            lines.push_back({std::to_string(lines.size()),
                             {{.text = u8(field.of), .muted = true},
                              {.text = u8(field.field)},
                              {.text = u8(field.before), .muted = true},
                              valueCell(field.ours, row->choice == Side::Ours, row->choice.has_value()),
                              valueCell(field.theirs, row->choice == Side::Theirs, row->choice.has_value())}});
    }
    m_fields->set(std::move(lines));
}

void MergePage::drawNotTaken() {
    std::vector<Row> lines;
    for (const auto& one : m_view.notTaken())
        lines.push_back({std::to_string(one.number),
                         {{.text = numberText(one.number), .muted = true},
                          {.text = writtenText(one.by)},
                          {.text = u8(one.did)},
                          {.text = u8(one.why), .state = look::State::Missing}}});
    m_notTaken->Show(!lines.empty());
    m_notTaken->set(std::move(lines));
}

void MergePage::drawActions() {
    const bool rows = m_view.hasCopy() && !m_view.rows().empty();
    enableAction(m_ours, rows, _("Nothing differs."));
    enableAction(m_theirs, rows, _("Nothing differs."));
    const bool something = m_view.hasCopy() && (m_view.news() > 0 || !m_view.notTaken().empty());
    const bool decided = m_view.hasCopy() && m_view.undecided() == 0;
    const bool may = session().may(domain::Verb::MergeBook);
    enableAction(m_merge, may && something && decided,
                 !may            ? _("Only the manager or a supervisor merges, and not while a past moment is shown.")
                 : !decided      ? _("Choose for every difference first.")
                                 : _("The copy brings nothing new."));
}

void MergePage::focusFirst() {
    m_view.rows().empty() ? Page::focusFirst() : m_rows->takeFocus();
}

wxString MergePage::help() const {
    return _("Somebody took a copy of the book away (History, \"Copy the book\") and worked in it while others worked here. "
             "Everything the copy did since then is taken over under the name of who did it; merging the same copy "
             "again adds nothing.\n\n"
             "Where both sides changed the same to something else, the values stand side by side: O keeps this "
             "book's, T takes the copy's, and the other one stays in the history. Nothing is written before F9. What "
             "can't stand beside what was done here is listed with its reason and can be tried again.");
}

} // namespace fledgling::ui
