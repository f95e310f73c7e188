#include "ui/people/ImportPanel.h"

#include "app/Words.h"
#include "domain/Text.h"
#include "ui/controls/Chips.h"
#include "ui/controls/FileField.h"
#include "ui/controls/Form.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"
#include "ui/people/PeopleWords.h"
#include "ui/training/TrainingWords.h"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dcclient.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using domain::RosterField;
using domain::RosterVerdict;
using look::State;

namespace {

constexpr RosterField FIELDS[] = {RosterField::StaffNumber, RosterField::Name,       RosterField::FamilyName,
                                  RosterField::MiddleName,  RosterField::GivenName,  RosterField::Phone,
                                  RosterField::Email,       RosterField::Department, RosterField::Title,
                                  RosterField::Post,        RosterField::Since,      RosterField::Roles,
                                  RosterField::Leaning,     RosterField::Capacity,   RosterField::Shift};

State rowStateOf(RosterVerdict verdict) {
    switch (verdict) {
    case RosterVerdict::New: return State::Met;
    case RosterVerdict::Same: return State::NotYet;
    case RosterVerdict::Differs: return State::Changed;
    case RosterVerdict::Refused: return State::Missing;
    }
    return State::None;
}

/// A stored value as people read it: keys of posts, roles and leanings in words.
wxString fieldText(RosterField field, const std::string& value) {
    if (value.empty()) return _("nothing");
    std::vector<wxString> words;
    for (const auto& part : domain::split(value, ',')) {
        const std::string key = domain::trimmed(part);
        if (const auto post = domain::postOf(key); post && field == RosterField::Post)
            words.push_back(u8(app::word(*post, tongue)));
        else if (const auto role = domain::roleOf(key); role && field == RosterField::Roles)
            words.push_back(u8(app::word(*role, tongue)));
        else if (const auto leaning = domain::leaningOf(key); leaning && field == RosterField::Leaning)
            words.push_back(u8(app::word(*leaning, tongue)));
        else
            return u8(value);
    }
    return listText(words);
}

/// "phone: 138... → 139..." or "phone, column 手机: not a phone number: abc"; warnings stand like problems.
wxString whatText(const domain::RosterDecision& decision) {
    const wxString arrow = wxString(" ") + wxUniChar(0x2192) + " ";
    std::vector<wxString> parts;
    for (const auto& change : decision.changes)
        parts.push_back(labelled(u8(app::word(change.field, tongue)),
                                 fieldText(change.field, change.was) + arrow + fieldText(change.field, change.becomes)));
    for (const auto* found : {&decision.problems, &decision.warnings})
        for (const auto& problem : *found) {
            const wxString where =
                problem.column.empty() ? wxString() : wxString::Format(_("column %s: "), u8(problem.column));
            parts.push_back(where + u8(app::sentence(problem, tongue)));
        }
    return dotted(parts);
}

/// Of somebody new or unchanged, what was read: a wrong column or a date read the other way round is seen before it is kept.
wxString readText(const domain::Person& person) {
    return dotted({people::rolesText(person.roles), postsText(person.posts),
                   person.since ? wxString::Format(_("from %s"), dateText(*person.since)) : wxString(), u8(person.card.phone),
                   u8(person.card.email)});
}

/// What a row would change, or why it isn't taken; of somebody new or unchanged what was read, and what to look at.
wxString rowText(const domain::RosterDecision& decision) {
    const bool read = decision.verdict == RosterVerdict::New || decision.verdict == RosterVerdict::Same;
    return dotted({whatText(decision), read ? readText(decision.person) : wxString()});
}

std::vector<Form::Option> roleOptions() {
    std::vector<Form::Option> options;
    for (const auto role : people::ROLES)
        options.push_back({std::string(domain::keyOf(role)), u8(app::word(role, tongue))});
    return options;
}

} // namespace

ImportPanel::ImportPanel(wxWindow* parent, Page& of, app::Desk& desk)
    : EditPanel(parent, of, _("Import people"), _("Keep")), m_view(desk) {
    m_file = new FileField(this, _("Roster file (.csv or .xlsx)"),
                           _("Rosters") + " (*.csv;*.xlsx;*.txt)|*.csv;*.xlsx;*.txt;*.CSV;*.XLSX");
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(layOutLeft(), wxSizerFlags(3).Expand().Border(wxRIGHT, look::gap(this, 2)));
    row->Add(layOutRight(), wxSizerFlags(7).Expand());
    content()->Add(m_file, wxSizerFlags().Expand());
    content()->Add(row, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
    m_file->onFile = [this](const std::string& path) { read(path); };
    draw();
}

wxSizer* ImportPanel::layOutLeft() {
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_columnsBar = new SectionBar(this, _("What the columns hold"));
    m_columns =
        new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    m_columns->SetScrollRate(0, look::gap(this, 2));
    m_columns->SetSizer(new wxFlexGridSizer(2, look::gap(this, 0.5), look::gap(this)));
    m_columns->SetMinSize(wxSize(FromDIP(270), FromDIP(120)));
    m_dropped = look::label(this, {}, look::Type::Small);
    m_dropped->SetForegroundColour(look::colour(State::Waived));
    column->Add(m_columnsBar, wxSizerFlags().Expand());
    column->Add(m_columns, wxSizerFlags(1).Expand());
    column->Add(m_dropped, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    addDefaults(column);
    return column;
}

void ImportPanel::addDefaults(wxSizer* column) {
    auto* form = new Form(this, 2);
    std::vector<Form::Option> posts;
    for (const auto post : people::POSTS)
        posts.push_back({std::string(domain::keyOf(post)), u8(app::word(post, tongue))});
    m_role = form->addChoice(_("New people without a role are"), roleOptions(), "trainee");
    m_post = form->addChoice(_("and without a post"), posts, "agent");
    form->onChanged = [this] { defaultsChanged(); };
    column->Add(form, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
}

wxSizer* ImportPanel::layOutRight() {
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_counts = new Chips(this);
    m_update = named(new wxCheckBox(this, wxID_ANY, {}), _("Correct the stored people that differ"));
    m_update->SetLabel(_("Correct the stored people that differ"));
    m_update->SetValue(m_view.updateDiffering);
    m_update->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
        m_view.updateDiffering = m_update->GetValue();
        drawCounts();
    });
    m_rows = new Table(this, _("Rows of the file"),
                       {{.title = _("row"), .align = Column::Align::Right},
                        {.title = _("verdict"), .matters = true},
                        {.title = _("number")},
                        {.title = _("name")},
                        {.title = _("what"), .stretches = true}});
    m_rows->shareWidth();
    m_said = new Paragraph(this);
    m_rows->onSelect = [this](const std::string&) { drawSelected(); };
    column->Add(m_counts, wxSizerFlags().Expand());
    column->Add(m_rows, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
    column->Add(m_said, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    column->Add(m_update, wxSizerFlags().Border(wxTOP, look::gap(this)));
    return column;
}

void ImportPanel::focusFirst() { m_view.empty() ? m_file->takeFocus() : m_rows->takeFocus(); }

void ImportPanel::read(const std::string& path) {
    m_file->setPath(path);
    if (!page().attempt([&] { m_view.read(path); })) return;
    m_only.reset();
    draw();
    m_rows->takeFocus();
}

void ImportPanel::draw() {
    drawColumns();
    drawCounts();
    drawRows();
    Layout();
}

void ImportPanel::drawColumns() {
    m_columns->DestroyChildren();
    auto* grid = dynamic_cast<wxFlexGridSizer*>(m_columns->GetSizer());
    grid->Clear();
    if (!m_view.empty()) {
        for (const auto& title : {_("column of the file"), _("is read as")}) {
            auto* heading = look::label(m_columns, title, look::Type::Small);
            heading->SetForegroundColour(look::muted());
            grid->Add(heading);
        }
        for (const auto& column : m_view.sheet().columns) {
            if (column.use == format::ColumnUse::Dropped) continue;
            wxString heading = u8(column.heading);
            if (!column.sample.empty()) heading += " (" + u8(column.sample) + ")";
            auto* words = look::label(m_columns, wxControl::Ellipsize(heading, wxClientDC(m_columns),
                                                                      wxELLIPSIZE_END, FromDIP(150)));
            words->SetToolTip(heading);
            auto* choice = named(new wxChoice(m_columns, wxID_ANY), u8(column.heading));
            choice->Append(_("not read"));
            for (const auto field : FIELDS)
                choice->Append(u8(app::word(field, tongue)));
            const auto* at =
                column.field ? std::find(std::begin(FIELDS), std::end(FIELDS), *column.field) : nullptr;
            choice->SetSelection(at ? static_cast<int>(at - std::begin(FIELDS)) + 1 : 0);
            choice->Bind(wxEVT_CHOICE,
                         [this, choice, index = column.index](wxCommandEvent&) { assigned(index, choice); });
            grid->Add(words, wxSizerFlags().CentreVertical());
            grid->Add(choice, wxSizerFlags().Expand());
        }
    }
    m_columns->FitInside();
    m_columnsBar->setTitle(m_view.empty() ? _("Its columns stand here") : _("What the columns hold"));
    m_columnsBar->setDetail(
        m_view.empty() ? wxString() : wxString::Format(_("headings in row %d"), m_view.sheet().headingLine));
    std::vector<wxString> dropped;
    if (!m_view.empty())
        for (const auto& heading : m_view.dropped())
            dropped.push_back(u8(heading));
    sayWrapped(m_dropped,
               dropped.empty() ? wxString()
                               : look::signed_(State::Waived, wxString::Format(_("Private, never read: %s"), listText(dropped))),
               std::max(FromDIP(260), m_columns->GetSize().x));
}

void ImportPanel::drawCounts() {
    // Made anew: the figures stand in the chips themselves.
    auto* fresh = new Chips(this);
    GetSizer()->Layout();
    if (m_counts->GetContainingSizer()) m_counts->GetContainingSizer()->Replace(m_counts, fresh);
    fresh->MoveBeforeInTabOrder(m_rows);
    m_counts->Destroy();
    m_counts = fresh;
    if (!m_view.empty()) {
        const auto& totals = m_view.totals();
        const auto option = [](RosterVerdict verdict, int count) {
            return Chips::Option{
                std::string(domain::keyOf(verdict)),
                look::signed_(rowStateOf(verdict), numberText(count) + " " + u8(app::word(verdict, tongue)))};
        };
        m_counts->addOneOf(
            _("Rows"),
            {{"", wxString::Format(_("all %s"),
                                   numberText(static_cast<std::int64_t>(m_view.decisions().size())))},
             option(RosterVerdict::New, totals.added),
             option(RosterVerdict::Differs, totals.differing),
             option(RosterVerdict::Refused, totals.refused),
             option(RosterVerdict::Same, totals.same)},
            m_only ? std::string(domain::keyOf(*m_only)) : std::string(), [this](const std::string& id) {
                m_only.reset();
                for (const auto verdict : {RosterVerdict::New, RosterVerdict::Differs, RosterVerdict::Refused,
                                           RosterVerdict::Same})
                    if (domain::keyOf(verdict) == id) m_only = verdict;
                drawRows();
            });
    }
    const int keeps = m_view.toKeep();
    m_update->Show(!m_view.empty() && m_view.totals().differing > 0);
    setKeepWords(keeps == 0 ? _("Keep")
                            : wxString::Format(wxPLURAL("Keep %s person", "Keep %s people", keeps), numberText(keeps)));
    enableKeep(keeps > 0, m_view.empty() ? _("Nothing is read yet.") : _("There is nothing new to keep."));
    Layout();
}

void ImportPanel::drawRows() {
    std::vector<Row> rows;
    if (!m_view.empty())
        for (const auto& line : m_view.lines(m_only)) {
            const auto& decision = m_view.decisions()[line.decision];
            const auto& person = decision.person;
            const auto state = decision.warnings.empty() ? rowStateOf(line.verdict) : State::Due;
            rows.push_back({std::to_string(line.decision),
                            {{.text = wxString::Format("%d", line.number), .muted = true},
                             {.text = u8(app::word(line.verdict, tongue)), .state = state},
                             {.text = u8(person.card.staffNumber)},
                             {.text = u8(person.card.name)},
                             {.text = rowText(decision), .muted = whatText(decision).empty()}}});
        }
    const std::string first = rows.empty() ? std::string() : rows.front().id;
    m_rows->set(std::move(rows));
    m_rows->select(first);
    drawSelected();
}

void ImportPanel::drawSelected() {
    // Long sentences don't fit a line of the table: the selected row's stands below it, whole.
    const std::string id = m_rows->selected();
    wxString said;
    m_rows->Show(!m_view.empty());
    if (m_view.empty()) said = _("The rows of the file stand here once it is read: who is new, who differs, and what is refused and why. Nothing is kept before you say so.");
    if (!id.empty() && !m_view.empty()) {
        const auto& decision = m_view.decisions()[std::stoul(id)];
        said = rowText(decision);
    }
    m_said->set(said);
    Layout();
}

void ImportPanel::assigned(std::size_t column, const wxChoice* choice) {
    const int at = choice->GetSelection();
    const auto field = at <= 0 ? std::optional<RosterField>() : FIELDS[at - 1];
    if (!page().attempt([&] { m_view.assign(column, field); })) return;
    // Another column may have lost the field; the drop-downs are made anew after this event.
    CallAfter([this] { draw(); });
}

void ImportPanel::defaultsChanged() {
    auto defaults = m_view.defaults();
    defaults.roles = {domain::roleOf(Form::chosen(m_role)).value_or(domain::Role::Trainee)};
    defaults.posts = {domain::postOf(Form::chosen(m_post)).value_or(domain::Post::Agent)};
    page().attempt([&] { m_view.setDefaults(defaults); });
    drawCounts();
    drawRows();
}

bool ImportPanel::keep() {
    m_kept = m_view.toKeep();
    return page().attempt([this] { m_view.keep(); });
}

} // namespace fledgling::ui
