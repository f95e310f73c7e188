#include "ui/frame/Session.h"

#include "app/Department.h"
#include "app/history/History.h"
#include "ui/Text.h"

#include <wx/config.h>
#include <wx/log.h>

namespace fledgling::ui {
namespace {

/// The role whose rail is shown first when a person has several.
domain::Role firstRole(const std::set<domain::Role>& roles) {
    using enum domain::Role;
    for (const auto role : {Manager, Supervisor, Trainer, Mentor, Trainee})
        if (roles.contains(role)) return role;
    return Trainee;
}

std::string path(const app::Desk& desk, const std::string& key) {
    return "/people/" + desk.actor.id.text() + "/" + key;
}

} // namespace

Session::Session(app::Department& department, const domain::PersonId& who)
    : m_department(department), m_desk(department.deskFor(who)), m_role(firstRole(m_desk.actor.roles)) {
    if (const auto kept = domain::roleOf(remembered("role")); kept && m_desk.actor.is(*kept)) m_role = *kept;
}

void Session::setRole(domain::Role role) {
    m_role = role;
    remember("role", std::string(domain::keyOf(role)));
}

void Session::setAsOf(std::optional<domain::Instant> moment) {
    if (mayTurn && !mayTurn()) return;
    m_asOf = moment;
    app::lookAt(m_desk, moment);
    if (onMomentChanged) onMomentChanged();
}

void Session::setDay(domain::Date day) {
    if (mayTurn && !mayTurn()) return;
    m_asOf.reset();
    app::lookAtDay(m_desk, day);
    if (onMomentChanged) onMomentChanged();
}

void Session::go(const std::string& page, const std::string& subject) const {
    if (onGo && !busy) onGo(page, subject);
}

std::string Session::remembered(const std::string& key) const {
    return utf8(wxConfigBase::Get()->Read(u8(path(m_desk, key)), wxString()));
}

void Session::remember(const std::string& key, const std::string& value) const {
    if (remembered(key) == value) return;
    auto* config = wxConfigBase::Get();
    config->Write(u8(path(m_desk, key)), u8(value));
    // What is half written outlives a crash. Where the home can't be written to, nobody is told so at every key.
    const wxLogNull quiet;
    config->Flush();
}

} // namespace fledgling::ui
