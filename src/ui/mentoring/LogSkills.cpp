#include "ui/mentoring/LogSkills.h"

#include "app/Words.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/FlowSizer.h"
#include "ui/controls/Table.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using look::State;
using Skill = app::LogView::Skill;

namespace {

/// A ticked and an empty box.
constexpr wxUint32 TICKED = 0x2611;
constexpr wxUint32 UNTICKED = 0x2610;

Cell nextCell(const Skill& skill) {
    if (skill.signable())
        // TRANSLATORS: an entry proves this level, the mentor may sign it now: "sign: alone"
        return {.text = wxString::Format(_("sign: %s"), u8(app::word(skill.proven, tongue))),
                .state = State::Due};
    if (skill.signedOn) return {.text = dayText(*skill.signedOn), .muted = true};
    return {};
}

wxString signText(domain::SkillLevel level) {
    return wxString::Format(_("Sign off: %s"), u8(app::word(level, tongue)));
}

/// What to watch for, and how the level in force came about.
wxString aboutText(const Skill& skill) {
    wxString state = wxString::Format(_("needs: %s"), u8(app::word(skill.need, tongue)));
    if (skill.signedOn && skill.reason.empty())
        state = wxString::Format(_("signed by %s on %s"), u8(skill.signedBy), dayText(*skill.signedOn));
    else if (skill.signedOn)
        state = wxString::Format(_("taken back by %s on %s: %s"), u8(skill.signedBy),
                                 dayText(*skill.signedOn), u8(skill.reason));
    return dotted({state, u8(skill.about)});
}

} // namespace

LogSkills::LogSkills(wxWindow* parent) : wxPanel(parent) { layOut(); }

void LogSkills::layOut() {
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(look::label(this, _("Practised: type a part of the name, then Space; or a digit"),
                         look::Type::Small, true),
             wxSizerFlags().Border(wxBOTTOM, look::gap(this, 0.5)));
    m_filter = named(new wxTextCtrl(this, wxID_ANY),
                     _("Practised: type a part of the name, then Space; or a digit"));
    m_filter->SetHint(_("find a skill"));
    m_filter->SetMinSize(wxSize(FromDIP(90), -1));
    m_filter->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { draw(); });
    m_filter->Bind(wxEVT_CHAR_HOOK, &LogSkills::onFilterKey, this);
    m_table = new Table(this, _("Skills"),
                        {{.title = wxString(wxUniChar(TICKED)), .width = 4, .sortable = false},
                         {.title = _("skill"), .width = 16, .sortable = false, .stretches = true, .wraps = true},
                         {.title = _("level"), .width = 13, .sortable = false, .matters = true},
                         {.title = _("signature"), .width = 12, .sortable = false}});
    m_table->shareWidth();
    m_table->SetMinSize(FromDIP(wxSize(280, 180)));
    m_table->onSelect = [this](const std::string&) { chosen(); };
    m_table->onActivate = [this](const std::string& id) { toggle(id); };
    m_table->onKey = [this](const wxKeyEvent& event, const std::string&) { return onTableKey(event); };
    m_table->control()->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        event.Skip();
        wxDataViewItem item;
        wxDataViewColumn* column = nullptr;
        m_table->control()->HitTest(event.GetPosition(), item, column);
        if (item.IsOk() && column && column->GetModelColumn() == 0)
            CallAfter([this] { toggle(m_table->selected()); });
    });
    auto* row = new FlowSizer(look::gap(this, 0.5));
    m_sign = new wxButton(this, wxID_ANY, _("Sign off"));
    m_back = new wxButton(this, wxID_ANY, _("Take back"));
    m_sign->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { sign(); });
    m_back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { takeBack(); });
    row->Add(m_filter, wxSizerFlags(1).CentreVertical());
    row->Add(m_sign, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this)));
    row->Add(m_back, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this, 0.5)));
    m_about = look::line(this, look::Type::Small, true);
    all->Add(row, wxSizerFlags().Expand());
    all->Add(m_table, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this, 0.5)));
    all->Add(m_about, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.25)));
    SetSizer(all);
}

void LogSkills::set(const std::vector<Skill>& skills, bool mayTick, bool maySign, const wxString& whyNot) {
    m_skills = skills;
    m_mayTick = mayTick;
    m_maySign = maySign;
    m_whyNot = whyNot;
    m_filter->Enable(mayTick);
    reserveSign();
    draw();
}

/// As wide as its longest words: how the page stands must not hang on the skill that is chosen.
void LogSkills::reserveSign() {
    m_sign->SetMinSize(wxDefaultSize);
    int most = 0;
    for (const auto level : {domain::SkillLevel::Shown, domain::SkillLevel::Helped, domain::SkillLevel::Alone}) {
        keyed(m_sign, signText(level), "Ctrl+S");
        most = std::max(most, m_sign->GetBestSize().x);
    }
    m_sign->SetMinSize(wxSize(most, -1));
}

Row LogSkills::rowOf(const Skill& from, int number) const {
    const bool on = m_ticked.contains(from.id);
    wxString box = wxString(wxUniChar(on ? TICKED : UNTICKED));
    if (number <= 9) box << ' ' << number;
    const State state = from.done() ? State::Met : State::None;
    const wxString spoken = on ? _("practised") : _("not practised");
    return {from.id,
            {{.text = box, .bold = on, .spoken = spoken},
             {.text = u8(from.title), .bold = on},
             {.text = levelText(from.level), .state = state},
             nextCell(from)}};
}

void LogSkills::draw() {
    const wxString wanted = m_filter->GetValue().Strip(wxString::both).Lower();
    std::vector<Row> rows;
    for (const auto& one : m_skills)
        if (wanted.empty() || u8(one.title).Lower().Contains(wanted))
            rows.push_back(rowOf(one, static_cast<int>(rows.size()) + 1));
    m_table->set(std::move(rows));
    if (m_table->selected().empty() && m_table->size() > 0) m_table->select(m_table->order().front());
    chosen();
}

void LogSkills::chosen() {
    const auto* one = skill(m_table->selected());
    const bool signable = one && m_maySign && one->signable();
    const bool level = one && m_maySign && one->level != domain::SkillLevel::None;
    const wxString what = one && one->signable() ? signText(one->proven) : _("Sign off");
    keyed(m_sign, what, "Ctrl+S");
    keyed(m_back, _("Take back"), "Ctrl+B");
    m_sign->Enable(signable);
    m_back->Enable(level);
    const wxString noEvidence =
        _("No entry proves a higher level yet: tick the skill, say how, and keep the entry first.");
    m_sign->SetToolTip(signable ? wxString() : m_maySign ? noEvidence : m_whyNot);
    m_back->SetToolTip(level ? wxString() : m_maySign ? _("Nothing is signed here.") : m_whyNot);
    const bool found = one || m_filter->GetValue().empty();
    const wxString about = one ? aboutText(*one) : found ? wxString() : _("No skill has that in its name: Esc shows all of them again.");
    m_about->SetLabel(about);
    m_about->SetToolTip(about);
    native::setAccessible(m_table->control(), _("Skills"), about);
    Layout();
}

const Skill* LogSkills::skill(const std::string& id) const {
    const auto at =
        std::find_if(m_skills.begin(), m_skills.end(), [&](const Skill& one) { return one.id == id; });
    return at == m_skills.end() ? nullptr : &*at;
}

std::vector<std::string> LogSkills::ticked() const {
    std::vector<std::string> ids;
    for (const auto& one : m_skills)
        if (m_ticked.contains(one.id)) ids.push_back(one.id);
    return ids;
}

void LogSkills::tick(const std::vector<std::string>& skills) {
    m_ticked = {skills.begin(), skills.end()};
    m_filter->ChangeValue({});
    draw();
}

void LogSkills::toggle(const std::string& id) {
    if (!m_mayTick || !skill(id)) return;
    if (!m_ticked.erase(id)) m_ticked.insert(id);
    const bool filtered = !m_filter->GetValue().empty();
    m_filter->ChangeValue({});
    draw();
    if (filtered) m_table->select(id);
    if (onEdited) onEdited();
}

void LogSkills::toggleNumber(int number) {
    const auto order = m_table->order();
    if (number < 1 || number > static_cast<int>(order.size())) return;
    const std::string id = order[static_cast<std::size_t>(number - 1)];
    toggle(id);
    m_table->select(id);
}

void LogSkills::onFilterKey(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    if (onOtherKey && onOtherKey(event)) return;
    if (event.HasAnyModifiers() || event.ShiftDown()) return event.Skip();
    if (code == WXK_TAB && onNext)
        onNext();
    else if (code >= '1' && code <= '9')
        toggleNumber(code - '0');
    else if (code >= WXK_NUMPAD1 && code <= WXK_NUMPAD9)
        toggleNumber(code - WXK_NUMPAD0);
    else if (code == WXK_SPACE || code == WXK_RETURN || code == WXK_NUMPAD_ENTER)
        toggle(m_table->selected());
    else if (code == WXK_DOWN || code == WXK_UP)
        m_table->moveBy(code == WXK_DOWN ? 1 : -1, 0);
    else if (code == WXK_ESCAPE && !m_filter->GetValue().empty())
        m_filter->Clear();
    else
        event.Skip();
}

bool LogSkills::onTableKey(const wxKeyEvent& event) {
    if (event.HasAnyModifiers()) return false;
    const int code = event.GetKeyCode();
    if (code >= '1' && code <= '9')
        toggleNumber(code - '0');
    else if (code == WXK_SPACE)
        toggle(m_table->selected());
    else
        return false;
    return true;
}

void LogSkills::sign() {
    const auto* one = skill(m_table->selected());
    if (one && !m_sign->IsEnabled() && onRefused) return onRefused(m_sign->GetToolTipText());
    if (one && m_sign->IsEnabled() && onSign) onSign(Skill(*one));
}

void LogSkills::takeBack() {
    const auto* one = skill(m_table->selected());
    if (one && !m_back->IsEnabled() && onRefused) return onRefused(m_back->GetToolTipText());
    if (one && m_back->IsEnabled() && onTakeBack) onTakeBack(Skill(*one));
}

void LogSkills::chooseSignable(const std::vector<std::string>& among) {
    const auto at = std::find_if(m_skills.begin(), m_skills.end(), [&](const Skill& one) {
        return one.signable() && std::find(among.begin(), among.end(), one.id) != among.end();
    });
    if (at == m_skills.end()) return;
    m_table->select(at->id);
    chosen();
}

void LogSkills::takeFocus() { m_filter->IsEnabled() ? m_filter->SetFocus() : m_table->takeFocus(); }

std::string LogSkills::chosenSkill() const { return m_table->selected(); }

} // namespace fledgling::ui
