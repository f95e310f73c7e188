#include "Places.h"
#include "domain/Text.h"
#include "store/Conflict.h"
#include "store/Opening.h"
#include "store/Postgres.h"
#include "store/Schema.h"
#include "store/Sql.h"
#include "support/SilentServer.h"

#include <chrono>
#include <clocale>
#include <cstdlib>
#include <future>
#include <thread>

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;

/// What only a shared database can get wrong.
class Server : public testing::Test {
protected:
    void SetUp() override {
        FLEDGLING_NEED_POSTGRES();
        m_server = std::make_unique<FreshPostgres>();
    }
    [[nodiscard]] const FreshPostgres& server() const { return *m_server; }
    [[nodiscard]] const std::string& keywords() const { return m_server->keywords(); }
    void create() { const Database made(m_server->where(), Database::Mode::Create); }
    [[nodiscard]] std::unique_ptr<Database> desktop() {
        return std::make_unique<Database>(m_server->where(), Database::Mode::OpenExisting);
    }
    static ChangeNumber set(Database& database, const std::string& name, const std::string& value,
                            std::optional<ChangeNumber> saw = {}) {
        auto fact = PeopleStore::setting(name, value);
        fact.saw = saw;
        return Book(database).append(headOf("set"), {fact});
    }

private:
    std::unique_ptr<FreshPostgres> m_server;
};

TEST_F(Server, OpeningAnEmptyDatabaseIsRefused) {
    EXPECT_EQ(troubleOf([&] { (void)desktop(); }), Trouble::NotADatabase);
}

TEST_F(Server, CreatingTwiceIsRefused) {
    create();
    EXPECT_EQ(troubleOf([&] { create(); }), Trouble::AlreadyThere);
    EXPECT_TRUE(Book(*desktop()).verify().good());
}

TEST_F(Server, ANewerProgramsDepartmentIsRefused) {
    create();
    server().run("UPDATE fledgling_schema SET version = version + 1");
    EXPECT_EQ(troubleOf([&] { (void)desktop(); }), Trouble::NewerProgram);
}

TEST_F(Server, AnOlderProgramsDepartmentIsBroughtUpOnce) {
    create();
    for (const auto& one : tables()) {
        if (one.since == 1) continue;
        server().run("DROP TABLE " + one.name);
        // Its guards' functions stay behind, which no older program would have made.
        server().run("DO $$ DECLARE f regprocedure; BEGIN FOR f IN SELECT oid::regprocedure FROM pg_proc WHERE proname LIKE '" +
                     one.name + "\\_%' LOOP EXECUTE 'DROP FUNCTION ' || f; END LOOP; END $$");
    }
    server().run("UPDATE fledgling_schema SET version = 1");
    const auto one = desktop(), other = desktop();
    EXPECT_EQ(server().run("SELECT version FROM fledgling_schema"), std::to_string(SCHEMA_VERSION));
    const BookSample sample;
    sample.keepIn(Book(*one));
    EXPECT_EQ(AssessmentStore(*other).attemptsOf({sample.trainee.id}).size(), 1U);
    EXPECT_TRUE(Book(*other).verify().good());
}

TEST_F(Server, ACreationThatFailsLeavesNothing) {
    server().run("CREATE TABLE decision (mine TEXT)"); // somebody else's table is in the way
    EXPECT_EQ(troubleOf([&] { create(); }), Trouble::Unexpected);
    EXPECT_EQ(server().run("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"), "1");
}

TEST_F(Server, KeywordsAndAddressesReachTheSamePlace) {
    create();
    std::string host, user, name;
    for (const auto& part : domain::split(keywords(), ' ')) {
        if (part.starts_with("host=")) host = part.substr(5);
        if (part.starts_with("user=")) user = part.substr(5);
        if (part.starts_with("dbname=")) name = part.substr(7);
    }
    std::string folder;
    for (const char c : host)
        folder += c == '/' ? "%2F" : std::string(1, c);
    for (const char* scheme : {"postgresql://", "postgres://"}) {
        Database database(scheme + user + ":geheim@" + folder + "/" + name, Database::Mode::OpenExisting);
        EXPECT_EQ(Book(database).last(), 0);
        EXPECT_EQ(database.where().find("geheim"), std::string::npos) << database.where();
        EXPECT_NE(database.where().find("dbname=" + name), std::string::npos) << database.where();
    }
    Database padded("postgresql:  " + keywords() + "   password='it\\'s' ", Database::Mode::OpenExisting);
    EXPECT_EQ(padded.where().find("password"), std::string::npos) << padded.where();
}

TEST(TheClientsLibrary, ThatIsMissingOrForeignIsToldByItsName) {
    for (const std::string library : {"/no/such/folder/fledgling-postgres.so", "/proc/self/exe"}) {
        try {
            postgresClientIn(library);
            ADD_FAILURE() << library;
        } catch (const StoreError& error) {
            EXPECT_EQ(error.trouble(), Trouble::NoClient);
            EXPECT_EQ(error.subject(), library);
        }
    }
}

TEST(TheClientsLibrary, SaysItsErrorsInEnglishWhateverTheLanguage) {
    const std::string before = std::setlocale(LC_MESSAGES, nullptr);
    const char* language = std::getenv("LANGUAGE");
    const std::string spoken = language ? language : "";
    ::setenv("LANGUAGE", "zh_CN", 1);
    ASSERT_NE(std::setlocale(LC_MESSAGES, "C.UTF-8"), nullptr);
    std::string said;
    try {
        const Database database("postgresql:host=/no/such/folder", Database::Mode::OpenExisting);
    } catch (const StoreError& error) {
        said = error.details();
    }
    std::setlocale(LC_MESSAGES, before.c_str());
    language ? ::setenv("LANGUAGE", spoken.c_str(), 1) : ::unsetenv("LANGUAGE");
    EXPECT_NE(said.find("connection to server on socket"), std::string::npos) << said;
}

TEST(AServerThatIsSilent, IsLeftAsSoonAsNobodyWaitsForIt) {
    const SilentServer server;
    ASSERT_TRUE(server.listens());
    struct NobodyWaits {};
    const auto start = std::chrono::steady_clock::now();
    int asked = 0;
    EXPECT_THROW(Database(server.where(), Database::Mode::OpenExisting,
                          [&] {
                              if (++asked == 3) throw NobodyWaits{};
                          }),
                 NobodyWaits);
    EXPECT_EQ(asked, 3);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2)) << "not at the end of its timeout";
    EXPECT_TRUE(server.isLeft());
}

TEST_F(Server, OneThatAnswersIsOpenedWhileSomebodyWaits) {
    create();
    int asked = 0;
    const Database opened(server().where(), Database::Mode::OpenExisting, [&] { ++asked; });
    EXPECT_GT(asked, 0);
    EXPECT_EQ(troubleOf([&] { (void)Database("postgresql:host=/no/such/folder", Database::Mode::OpenExisting, [&] { ++asked; }); }),
              Trouble::NoServer)
        << "what isn't there is said as ever";
}

TEST_F(Server, WhatCannotBeReachedIsToldWithoutThePassword) {
    const auto triedAt = [&](const std::string& where) {
        try {
            const Database database(where, Database::Mode::OpenExisting);
        } catch (const StoreError& error) {
            EXPECT_EQ((error.subject() + error.details()).find("geheim"), std::string::npos)
                << error.subject() << error.details();
            return error.trouble();
        }
        return Trouble::Unexpected;
    };
    EXPECT_EQ(triedAt("postgresql:host=/no/such/folder password=geheim"), Trouble::NoServer);
    EXPECT_EQ(triedAt(server().where() + "_gone password=geheim"), Trouble::ServerRefuses) << "no such database";
    EXPECT_EQ(triedAt("postgresql:password=geheim nonsense"), Trouble::BadAddress);
    EXPECT_EQ(triedAt("postgresql:password='with geheim blank'"), Trouble::BadAddress);
    EXPECT_EQ(triedAt("postgresql://u:geheim@[::1/x"), Trouble::BadAddress);
}

TEST(AnAddress, IsShownWithoutItsPassword) {
    for (const char* where : {"postgresql:host=db.example.org user=u password=geheim dbname=d", "postgresql://u:geheim@db.example.org/d",
                              "postgres://db.example.org/d?user=u&password=geheim"}) {
        const auto address = addressOf(where);
        EXPECT_TRUE(address.shared && address.secret) << where;
        EXPECT_EQ(address.server, "db.example.org") << where;
        EXPECT_NE(address.shown.find("dbname=d"), std::string::npos) << address.shown;
        EXPECT_EQ(address.shown.find("geheim"), std::string::npos) << address.shown;
    }
    const auto broken = addressOf("postgresql:password=geheim nonsense");
    EXPECT_TRUE(broken.shared && broken.secret);
    EXPECT_EQ(broken.shown, "postgresql:");
    EXPECT_FALSE(addressOf("postgresql:dbname=d").secret);
}

TEST(AnAddress, WithoutAPasswordIsKnownAlsoWhereTheClientsLibraryIsMissing) {
    for (const std::string where : {"postgresql:host=db.example.org user=u dbname=d", "postgresql://u@db.example.org/d",
                                    "postgres://db.example.org/d?user=u", "postgresql:hostaddr=10.0.0.1 host=db.example.org dbname=d"}) {
        const auto address = plainAddress(where);
        EXPECT_TRUE(address.shared) << where;
        EXPECT_FALSE(address.secret) << where;
        EXPECT_EQ(address.server, "db.example.org") << where;
        EXPECT_EQ(address.shown, "postgresql:" + where.substr(where.find(':') + 1));
    }
    for (const std::string where : {"postgresql:host=h password=geheim", "postgresql://u:geheim@h/d", "postgres://h/d?password=geheim",
                                    "postgres://h/d?pass%77ord=geheim", "postgresql:geheim", "postgresql:user='u' dbname=d", "postgresql:"}) {
        const auto address = plainAddress(where);
        EXPECT_TRUE(address.shared && address.secret) << where;
        EXPECT_EQ(address.shown, "postgresql:") << where;
    }
}

TEST(AnAddress, OfAFileIsItsPath) {
    const auto address = addressOf("/home/u/password.fledgling");
    EXPECT_EQ(address.shown, "/home/u/password.fledgling");
    EXPECT_FALSE(address.shared || address.secret);
}

TEST_F(Server, ADatabaseThatIsNotUtf8IsRefused) {
    server().run("CREATE DATABASE " + ("latin_" + keywords().substr(keywords().rfind('_') + 1)) +
                 " TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
    const auto name = "latin_" + keywords().substr(keywords().rfind('_') + 1);
    const auto where = "postgresql:" + keywords().substr(0, keywords().find("dbname=")) + "dbname=" + name;
    EXPECT_EQ(troubleOf([&] { const Database database(where, Database::Mode::Create); }), Trouble::ServerRefuses);
    server().run("DROP DATABASE " + name + " WITH (FORCE)");
}

TEST_F(Server, OfTwoDesktopsOnTheSameFactOneGetsTheConflict) {
    create();
    const auto one = desktop(), two = desktop();
    const auto seen = set(*one, "a", "0");
    EXPECT_EQ(Book(*two).last(), seen) << "the other sees it";
    EXPECT_EQ(set(*one, "a", "one", seen), seen + 1);
    EXPECT_THROW(set(*two, "a", "two", seen), Conflict);
    EXPECT_EQ(set(*two, "a", "two", seen + 1), seen + 2);
    EXPECT_EQ(PeopleStore(*one).settings().at("a"), "two");
    EXPECT_TRUE(Book(*one).verify().good());
}

TEST_F(Server, ManyDesktopsAtOnceLoseAndDoubleNothing) {
    create();
    constexpr int DESKTOPS = 4, ROUNDS = 15;
    const auto counts = [&] {
        // Each counts up the same number, reading and writing in one transaction.
        const auto database = desktop();
        int conflicts = 0;
        for (int kept = 0; kept < ROUNDS;) {
            const auto current = Book(*database).current("setting", {"count"});
            const int was = current ? std::stoi(std::get<std::string>(current->fact.values[0])) : 0;
            try {
                set(*database, "count", std::to_string(was + 1), current ? current->change : 0);
                ++kept;
            } catch (const Conflict&) {
                ++conflicts;
            }
        }
        return conflicts;
    };
    std::vector<std::future<int>> desks;
    for (int i = 0; i < DESKTOPS; ++i)
        desks.push_back(std::async(std::launch::async, counts));
    for (auto& one : desks)
        one.get();
    const auto database = desktop();
    EXPECT_EQ(PeopleStore(*database).settings().at("count"), std::to_string(DESKTOPS * ROUNDS));
    EXPECT_EQ(Book(*database).last(), DESKTOPS * ROUNDS);
    EXPECT_TRUE(Book(*database).verify().good());
}

TEST_F(Server, TwoFactsOnTheSameOldOneAreStoppedByTheTableItself) {
    // Writers who don't take turns: each sees the same latest fact, and the unique key stops the second.
    create();
    const auto one = desktop(), two = desktop();
    const auto seen = set(*one, "a", "0");
    set(*one, "other", "1");
    set(*one, "other", "2");
    const auto insert = [&](Database& database, ChangeNumber change) {
        sql::execute(
            database,
            "INSERT INTO setting (change, line, saw, absent, name, value) VALUES ($1, 9, $2, 0, 'a', 'x')",
            {change, seen});
    };
    sql::execute(*one, "BEGIN");
    insert(*one, seen + 1);
    auto second = std::async(std::launch::async, [&] { return troubleOf([&] { insert(*two, seen + 2); }); });
    EXPECT_EQ(second.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout)
        << "it waits for the first";
    sql::execute(*one, "COMMIT");
    EXPECT_EQ(second.get(), Trouble::Constraint);
}

TEST_F(Server, ASecondWriterWaitsForTheFirst) {
    create();
    const auto one = desktop(), two = desktop();
    auto transaction = std::make_unique<Book::Transaction>(*one);
    set(*one, "a", "1");
    auto second = std::async(std::launch::async, [&] { return set(*two, "a", "2"); });
    EXPECT_EQ(second.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
    transaction->commit();
    transaction.reset();
    EXPECT_EQ(second.get(), 2);
    EXPECT_TRUE(Book(*one).verify().good());
}

TEST_F(Server, ReadersWaitForNobody) {
    create();
    const auto one = desktop(), two = desktop();
    set(*one, "a", "1");
    Book::Transaction transaction(*one);
    set(*one, "a", "2");
    EXPECT_EQ(PeopleStore(*two).settings().at("a"), "1");
}

TEST_F(Server, AWriterThatHoldsOnTooLongIsNotWaitedForForEver) {
    create();
    const auto one = desktop(), two = desktop();
    EXPECT_EQ(sql::one<std::string>(*two, "SHOW lock_timeout"), "15s");
    EXPECT_EQ(sql::one<std::string>(*two, "SHOW idle_in_transaction_session_timeout"), "1min");
    sql::execute(*two, "SET lock_timeout TO '50ms'");
    const Book::Transaction transaction(*one);
    EXPECT_EQ(troubleOf([&] { set(*two, "a", "1"); }), Trouble::InUse);
    EXPECT_EQ(Book(*two).last(), 0) << "and it may go on";
}

TEST_F(Server, WhateverTheServersDefaultsAreWritersReadWhatStands) {
    create();
    const std::string name = keywords().substr(keywords().find("dbname=") + 7);
    for (const char* setting : {"default_transaction_isolation = 'serializable'", "synchronous_commit = off",
                                "standard_conforming_strings = on", "datestyle = 'German, DMY'",
                                "client_encoding = 'LATIN1'", "default_transaction_read_only = on"})
        server().run("ALTER DATABASE " + name + " SET " + setting);
    const auto one = desktop(), two = desktop();
    EXPECT_EQ(sql::one<std::string>(*one, "SHOW synchronous_commit"), "on");
    // Two's transaction waits for one's: it must see what one wrote meanwhile.
    auto transaction = std::make_unique<Book::Transaction>(*one);
    set(*one, "名", "一");
    auto second = std::async(std::launch::async, [&] { return set(*two, "名", "二"); });
    EXPECT_EQ(second.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
    transaction->commit();
    transaction.reset();
    EXPECT_EQ(second.get(), 2);
    EXPECT_EQ(PeopleStore(*one).settings().at("名"), "二");
    BookSample().keepIn(Book(*one));
    EXPECT_TRUE(Book(*two).verify().good());
}

TEST_F(Server, ALostServerIsToldAndTheNextTryReachesIt) {
    create();
    const auto one = desktop(), two = desktop();
    set(*one, "a", "1");
    const auto cutOff = [&] {
        server().run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                     "current_database() AND pid <> "
                     "pg_backend_pid()");
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    };
    cutOff();
    EXPECT_EQ(troubleOf([&] { (void)Book(*one).last(); }), Trouble::ServerLost);
    EXPECT_EQ(Book(*one).last(), 1) << "connected again";
    EXPECT_EQ(sql::one<std::string>(*one, "SHOW lock_timeout"), "15s") << "as it was";
    cutOff();
    EXPECT_EQ(troubleOf([&] { set(*one, "b", "1"); }), Trouble::ServerLost);
    EXPECT_EQ(set(*one, "b", "1"), 2);
    {
        Book::Transaction transaction(*one);
        set(*one, "c", "1");
        cutOff();
        EXPECT_EQ(troubleOf([&] { set(*one, "d", "1"); }), Trouble::ServerLost);
        EXPECT_EQ(troubleOf([&] { set(*one, "e", "1"); }), Trouble::Unexpected)
            << "no half of a transaction in a new connection";
        EXPECT_EQ(troubleOf([&] { transaction.commit(); }), Trouble::Unexpected);
    }
    EXPECT_EQ(Book(*one).last(), 2);
    EXPECT_EQ(set(*one, "f", "1"), 3);
    EXPECT_EQ(troubleOf([&] { (void)Book(*two).last(); }), Trouble::ServerLost);
    EXPECT_TRUE(Book(*two).verify().good());
}

TEST_F(Server, ABackupIsTheServersBusiness) {
    create();
    EXPECT_EQ(troubleOf([&] { desktop()->backUpTo("/tmp/x"); }), Trouble::Unexpected);
}

TEST_F(Server, WhatAUserWroteIsNotTakenForAnErrorsKind) {
    create();
    const auto one = desktop();
    // The text stands in the server's message; "53100" would be a full disk.
    const auto trouble =
        troubleOf([&] { sql::execute(*one, "SELECT CAST($1 AS BIGINT)", {":  53100: disk full"}); });
    EXPECT_EQ(trouble, Trouble::Constraint);
}

} // namespace
