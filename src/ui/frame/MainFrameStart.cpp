#include "app/Department.h"
#include "ui/Net.h"
#include "ui/Page.h"
#include "ui/frame/Doors.h"
#include "ui/frame/MainFrame.h"
#include "ui/frame/Reminders.h"
#include "ui/frame/StartPage.h"

/// How a department comes to be open: as the command line asks, or from the start page.
namespace fledgling::ui {
namespace {

constexpr int POLL_MS = 2000;

} // namespace

void MainFrame::startFrom(const StartOptions& options) {
    if (!options.sample && options.where.empty()) return showStart();
    if (options.sample && !doors::sampleStands()) {
        // Making it takes a while: in the window, which says so.
        showStart();
        return CallAfter([this, options] {
            if (m_start && m_start->makeSample()) startFrom(options);
        });
    }
    if (!options.sample && doors::shared(options.where)) {
        // A server may not answer: in the window, where the waiting can be stopped.
        showStart();
        return CallAfter([this, options] {
            if (!m_start) return;
            if (auto department = m_start->connected(options.where))
                attempt([&] { begin(std::move(department), options.where, options); });
        });
    }
    const std::string where = options.sample ? doors::samplePath() : options.where;
    std::unique_ptr<app::Department> department;
    if (const auto failed =
            tried([&] { department = options.sample ? doors::openSample() : doors::open(where); })) {
        showStart();
        return m_start->complain(*failed);
    }
    begin(std::move(department), where, options);
}

void MainFrame::begin(std::unique_ptr<app::Department> department, const std::string& where, const StartOptions& options) {
    doors::remember(where);
    // Who is known by now needs no page to be asked on.
    const auto found = options.who.empty() ? std::vector<domain::Person>() : department->find(options.who);
    if (found.size() != 1) return openDepartment(std::move(department), where);
    adopt(std::move(department), where);
    m_pageId = options.page;
    signIn(found.front().id);
}

void MainFrame::adopt(std::unique_ptr<app::Department> department, const std::string& where) {
    m_reminders.reset();
    m_session.reset();
    m_department = std::move(department);
    m_where = where;
    m_pageId.clear();
    m_subject.clear();
    m_timer.Start(POLL_MS);
}

void MainFrame::openDepartment(std::unique_ptr<app::Department> department, const std::string& where) {
    adopt(std::move(department), where);
    const auto people = m_department->people();
    if (people.size() == 1)
        signIn(people.front().id);
    else
        showWho();
}

} // namespace fledgling::ui
