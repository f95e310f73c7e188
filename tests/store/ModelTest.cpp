#include "Places.h"
#include "store/Conflict.h"

#include <map>
#include <rapidcheck.h>

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;

using Settings = std::map<std::string, std::string>;

/// What the book should answer, kept beside it: the settings after every change.
class Model {
public:
    explicit Model(Database& database) : m_book(database) {
        m_after[m_book.last()] = PeopleStore(database).settings();
        m_first = m_book.last();
    }

    /// Writes some keys; an empty value takes the key away.
    void write(const Settings& values) {
        std::vector<Fact> facts;
        Settings now = m_after.rbegin()->second;
        for (const auto& [name, value] : values) {
            facts.push_back(value.empty() ? Fact{"setting", {name}, {}, true, {}}
                                          : PeopleStore::setting(name, value));
            if (value.empty())
                now.erase(name);
            else
                now[name] = value;
        }
        const auto number = m_book.append(headOf("set"), facts);
        for (const auto& [name, value] : values)
            m_writtenIn[number].insert(name);
        m_after[number] = now;
    }

    /// Takes a change back when nobody has built on it; the book must refuse exactly where the model knows
    /// that somebody has.
    void undo(ChangeNumber number) {
        const auto& keys = m_writtenIn[number];
        bool builtOn = false;
        for (auto later = m_writtenIn.upper_bound(number); later != m_writtenIn.end(); ++later)
            for (const auto& key : keys)
                builtOn = builtOn || later->second.contains(key);
        std::vector<Fact> back;
        try {
            back = m_book.reversal(number);
        } catch (const Conflict&) {
            RC_ASSERT(builtOn);
            return;
        }
        RC_ASSERT(!builtOn);
        const auto undone = m_book.append(headOf("undo"), back);
        Settings now = m_after.rbegin()->second;
        const auto& before = std::prev(m_after.find(number))->second;
        for (const auto& key : keys) {
            now.erase(key);
            if (const auto former = before.find(key); former != before.end()) now.insert(*former);
        }
        m_writtenIn[undone] = keys;
        m_after[undone] = now;
    }

    [[nodiscard]] const std::map<ChangeNumber, Settings>& after() const { return m_after; }
    [[nodiscard]] ChangeNumber first() const { return m_first; }
    [[nodiscard]] ChangeNumber last() const { return m_after.rbegin()->first; }

private:
    Book m_book;
    ChangeNumber m_first = 0;
    std::map<ChangeNumber, Settings> m_after;
    std::map<ChangeNumber, std::set<std::string>> m_writtenIn;
};

Settings anySettings() {
    Settings values;
    const int count = *rc::gen::inRange(1, 4);
    for (int i = 0; i < count; ++i)
        values["key" + std::to_string(*rc::gen::inRange(0, 5))] =
            *rc::gen::element<std::string>("", "a", "b", "值", "it's", "$1", "%_", "\n");
    return values;
}

class ModelTest : public InEveryPlace {};
FLEDGLING_EVERY_PLACE(ModelTest);

TEST_P(ModelTest, EveryPastMomentEqualsAReplay) {
    EXPECT_TRUE(rc::check("settings as of every change equal those replayed", [&] {
        Model model(database());
        const int steps = *rc::gen::inRange(1, 12);
        for (int i = 0; i < steps; ++i) {
            if (model.last() == model.first() || *rc::gen::inRange(0, 3) > 0)
                model.write(anySettings());
            else
                model.undo(*rc::gen::inRange(model.first() + 1, model.last() + 1));
        }
        for (const auto& [number, settings] : model.after())
            RC_ASSERT(PeopleStore(database(), number).settings() == settings);
        RC_ASSERT(PeopleStore(database()).settings() == model.after().rbegin()->second);
    }));
    EXPECT_TRUE(book().verify().good());
}

} // namespace
