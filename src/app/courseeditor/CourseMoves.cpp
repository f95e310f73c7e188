#include "app/courseeditor/CourseEditor.h"

#include "domain/Text.h"

#include <algorithm>
#include <optional>
#include <tuple>

/// Moving the editor's parts.
namespace fledgling::app {

using namespace domain;
using format::YamlNode;
using format::YamlPath;
using Kind = EditorPartKind;

namespace {

/// Where a session is held: its day, half day, and the hours it has there by itself.
struct Held {
    std::size_t day = 0, at = 0;
    bool afternoon = false;
    std::string hours;
    [[nodiscard]] YamlPath path() const { return {"days", std::to_string(day), "sessions", std::to_string(at)}; }
    [[nodiscard]] std::pair<std::size_t, bool> half() const { return {day, afternoon}; }
};

std::string textAt(const YamlNode& node, const char* key) {
    const auto* found = format::yamlAt(node, {key});
    return found ? trimmed(found->text) : std::string();
}

std::vector<Held> heldSessions(const format::YamlEdit& yaml) {
    std::vector<Held> all;
    const auto* days = yaml.find({"days"});
    for (std::size_t day = 0; days && day < days->items.size(); ++day) {
        const auto* sessions = format::yamlAt(days->items[day], {"sessions"});
        for (std::size_t at = 0; sessions && at < sessions->items.size(); ++at)
            all.push_back({day, at, textAt(sessions->items[at], "when") == "afternoon", textAt(sessions->items[at], "hours")});
    }
    std::stable_sort(all.begin(), all.end(), [](const Held& a, const Held& b) {
        return std::tie(a.day, a.afternoon, a.hours) < std::tie(b.day, b.afternoon, b.hours);
    });
    return all;
}

void hold(format::YamlEdit& yaml, const YamlPath& session, bool afternoon, const std::string& hours) {
    auto when = session, own = session;
    when.emplace_back("when");
    own.emplace_back("hours");
    yaml.set(when, format::yamlText(afternoon ? "afternoon" : "morning"));
    if (hours.empty())
        yaml.remove(own);
    else
        yaml.set(own, format::yamlText(hours));
}

using AllHeld = std::vector<Held>;

AllHeld::const_iterator heldAt(const AllHeld& all, const std::string& id) {
    return std::find_if(all.begin(), all.end(), [&](const Held& one) { return textOf(one.path()) == id; });
}

std::ptrdiff_t heldIn(const AllHeld& all, std::size_t day) {
    return std::count_if(all.begin(), all.end(), [&](const Held& one) { return one.day == day; });
}

/// The session of each place goes to the other: half days and hours belong to the places.
void exchangeHeld(format::YamlEdit& yaml, const Held& one, const Held& other) {
    yaml.exchange(one.path(), other.path());
    hold(yaml, other.path(), other.afternoon, other.hours);
    hold(yaml, one.path(), one.afternoon, one.hours);
}

/// As far as that place; the sessions between move one place on.
void throughPlaces(format::YamlEdit& yaml, const std::string& id, const std::string& onto) {
    const auto all = heldSessions(yaml);
    const auto to = heldAt(all, onto);
    for (auto at = heldAt(all, id); at != to;) {
        const auto next = at < to ? at + 1 : at - 1;
        exchangeHeld(yaml, *at, *next);
        at = next;
    }
}

/// The half day of that day which takes the session in: a free one, its own first. Nothing where it would leave a day
/// without any session, or its own day has no other place.
std::optional<HalfDay> halfIn(const AllHeld& all, const std::string& id, std::size_t day) {
    const auto me = heldAt(all, id);
    if (me == all.end() || (me->day != day && heldIn(all, me->day) == 1)) return std::nullopt;
    const auto isFree = [&](bool afternoon) {
        return std::none_of(all.begin(), all.end(), [&](const Held& one) { return one.half() == std::pair(day, afternoon); });
    };
    const auto half = [](bool afternoon) { return afternoon ? HalfDay::Afternoon : HalfDay::Morning; };
    for (const bool afternoon : {me->afternoon, !me->afternoon})
        if (isFree(afternoon)) return half(afternoon);
    return me->day == day ? std::nullopt : std::optional(half(me->afternoon));
}

} // namespace

std::string CourseEditor::move(const std::string& id, int by) {
    const auto* found = part(id);
    if (!found || !editable() || !mayEdit() || isSingle(found->kind) || itemOf(found->kind)) return id;
    const Part moved = *found;
    m_draft.begin("");
    makePlaces(id);
    auto stands = step(moved, by);
    m_draft.endStep();
    refresh();
    return stands;
}

/// A session may go into any day.
void CourseEditor::makePlaces(const std::string& id) {
    makeLists(id);
    if (!id.starts_with("days/")) return;
    for (std::size_t day = 0, count = countOf("days"); day < count; ++day)
        makeLists(PlaceInList{PlaceInList{"days", day}.id() + "/sessions", 0}.id());
}

std::string CourseEditor::step(const Part& moved, int by) {
    if (moved.kind == Kind::Session) return stepSession(moved.id, by);
    const auto place = placeOf(moved.id);
    const auto last = countOf(place.list) - 1;
    if (by < 0 ? place.at == 0 : place.at >= last) return moved.id;
    return stepItem(place, by < 0 ? place.at - 1 : place.at + 1);
}

/// Through the places between, each of whose items moves one on.
std::string CourseEditor::stepItem(const PlaceInList& item, std::size_t to) {
    edit(item.list, [&](auto& yaml, const YamlPath& list) {
        const auto path = [&](std::size_t at) {
            auto one = list;
            one.push_back(std::to_string(at));
            return one;
        };
        for (auto at = item.at; at != to; at = at < to ? at + 1 : at - 1)
            yaml.exchange(path(at), path(at < to ? at + 1 : at - 1));
    });
    return PlaceInList{item.list, to}.id();
}

std::string CourseEditor::stepSession(const std::string& id, int by) {
    const auto all = heldSessions(m_yaml);
    const auto me = heldAt(all, id);
    if (me == all.end()) return id;
    const auto next = by < 0 ? (me == all.begin() ? all.end() : me - 1) : me + 1;
    // The half day before or behind.
    const bool sameDay = me->afternoon == (by < 0);
    const auto day = static_cast<std::ptrdiff_t>(me->day) + (sameDay ? 0 : by);
    if (next != all.end() && (next->half() == me->half() ||
                              next->half() == std::pair(static_cast<std::size_t>(day), !me->afternoon))) {
        exchangeHeld(m_yaml, *me, *next);
        putYaml();
        return textOf(next->path());
    }
    // The place is free. A day keeps at least one session.
    if (day < 0 || day >= static_cast<std::ptrdiff_t>(countOf("days")) || (!sameDay && heldIn(all, me->day) == 1)) return id;
    return putSession(id, static_cast<std::size_t>(day), !me->afternoon);
}

/// Into a half day, before or behind what is held there by the order of the list.
std::string CourseEditor::putSession(const std::string& id, std::size_t day, bool afternoon) {
    const auto from = placeOf(id);
    PlaceInList to{PlaceInList{"days", day}.id() + "/sessions", from.at};
    if (to.list != from.list) {
        const YamlNode session = *nodeAt(id);
        m_yaml.remove(pathOf(id));
        to.at = 0;
        const auto count = countOf(to.list);
        while (to.at < count && (afternoon || valueAt(to.id() + "/when") != "afternoon"))
            ++to.at;
        m_yaml.insert(pathOf(to.list), to.at, session);
    }
    hold(m_yaml, pathOf(to.id()), afternoon, {});
    putYaml();
    return to.id();
}

CourseEditor::Landing CourseEditor::landing(const std::string& id, const std::string& onto) const {
    const auto *moved = part(id), *over = part(onto);
    if (!moved || !over || id == onto || !editable() || !mayEdit()) return Landing::Nowhere;
    if (isSingle(moved->kind) || itemOf(moved->kind)) return Landing::Nowhere;
    if (moved->kind == Kind::Session && over->kind == Kind::Day)
        return halfIn(heldSessions(m_yaml), id, placeOf(onto).at) ? Landing::Inside : Landing::Nowhere;
    const bool sessions = moved->kind == Kind::Session && over->kind == Kind::Session;
    if (!sessions && (moved->kind != over->kind || placeOf(id).list != placeOf(onto).list)) return Landing::Nowhere;
    if (!sessions) return placeOf(onto).at < placeOf(id).at ? Landing::Before : Landing::Behind;
    const auto all = heldSessions(m_yaml);
    return heldAt(all, onto) < heldAt(all, id) ? Landing::Before : Landing::Behind;
}

std::string CourseEditor::moveTo(const std::string& id, const std::string& onto) {
    const auto where = landing(id, onto);
    if (where == Landing::Nowhere) return id;
    const Part moved = *part(id);
    m_draft.begin("");
    makePlaces(id);
    auto stands = onto;
    if (where == Landing::Inside) {
        const auto day = placeOf(onto).at;
        stands = putSession(id, day, *halfIn(heldSessions(m_yaml), id, day) == HalfDay::Afternoon);
    } else if (moved.kind == Kind::Session) {
        throughPlaces(m_yaml, id, onto);
        putYaml();
    } else {
        stands = stepItem(placeOf(id), placeOf(onto).at);
    }
    m_draft.endStep();
    refresh();
    return stands;
}

} // namespace fledgling::app
