#include "format/FileTree.h"

#include "format/FormatError.h"
#include "format/PackageName.h"
#include "format/Packages.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>

namespace fledgling::test {
namespace {

using namespace format;
namespace fs = std::filesystem;

/// A folder of its own for each test, with a Chinese name, gone afterwards.
class Package : public ::testing::Test {
protected:
    Package() {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        m_folder =
            fs::temp_directory_path() /
            fs::path(u8"fledgling-课程-" + std::u8string(reinterpret_cast<const char8_t*>(test->name())));
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }
    ~Package() override { fs::remove_all(m_folder); }

    void put(const fs::path& name, const std::string& bytes) {
        fs::create_directories((m_folder / name).parent_path());
        std::ofstream(m_folder / name, std::ios::binary) << bytes;
    }

    fs::path m_folder;
};

std::vector<ProblemKind> kinds(const PackageReading& reading) {
    EXPECT_EQ(reading.files.has_value(), reading.problems.empty());
    std::vector<ProblemKind> all;
    for (const auto& problem : reading.problems)
        all.push_back(problem.kind);
    return all;
}

using Kinds = std::vector<ProblemKind>;

std::string patched(std::string bytes, std::size_t at, const std::string& now) {
    bytes.replace(at, now.size(), now);
    return bytes;
}

/// Where the n-th entry of the directory begins.
std::size_t entryOf(const std::string& zip, int index) {
    std::size_t at = zip.find("PK\x01\x02");
    for (; index > 0; --index)
        at = zip.find("PK\x01\x02", at + 1);
    return at;
}

TEST_F(Package, AFolderIsReadWithItsSubfoldersButWithoutHiddenFiles) {
    put("course.yaml", "id: x");
    put(u8"media/流程.png", "png");
    put(".git/config", "no");
    put("media/.DS_Store", "no");
    const auto reading = readPackage(m_folder);
    ASSERT_TRUE(reading.files);
    EXPECT_EQ(reading.files->files(), (FileTree::Files{{"course.yaml", "id: x"}, {"media/流程.png", "png"}}));
}

TEST_F(Package, WhatIsWrittenIsReadBack) {
    const auto tree = goodPackage();
    writeFolder(tree, m_folder);
    EXPECT_EQ(readPackage(m_folder).files, tree);
    std::ofstream(m_folder / "x.course", std::ios::binary) << zipOf(tree);
    EXPECT_EQ(readPackage(m_folder / "x.course").files, tree);
}

TEST_F(Package, NothingIsWrittenOutsideTheFolder) {
    EXPECT_THROW(writeFolder(FileTree(FileTree::Files{{"a.md", "a"}, {"../b.md", "b"}}), m_folder),
                 FormatError);
    EXPECT_FALSE(fs::exists(m_folder / "a.md"));
    EXPECT_FALSE(fs::exists(m_folder.parent_path() / "b.md"));
}

TEST_F(Package, ALinkIsRefused) {
    put("course.yaml", "id: x");
    fs::create_symlink("/etc/hostname", m_folder / "secret.md");
    EXPECT_EQ(kinds(readFolder(m_folder)), Kinds{ProblemKind::LinkInPackage});
    fs::remove(m_folder / "secret.md");
    fs::create_directory_symlink("/etc", m_folder / "etc");
    EXPECT_EQ(kinds(readFolder(m_folder)), Kinds{ProblemKind::LinkInPackage});
}

TEST_F(Package, TooManyOrTooLargeIsRefused) {
    put("a", "1234");
    put("b", "1234");
    put("c", "1234");
    PackageLimits few;
    few.files = 2;
    EXPECT_EQ(kinds(readFolder(m_folder, few)), Kinds{ProblemKind::TooManyFiles});
    EXPECT_EQ(kinds(readZip(zipOf(*readFolder(m_folder).files), few)), Kinds{ProblemKind::TooManyFiles});
    PackageLimits small;
    small.bytes = 10;
    EXPECT_EQ(kinds(readFolder(m_folder, small)), Kinds{ProblemKind::PackageTooBig});
    EXPECT_EQ(kinds(readZip(zipOf(*readFolder(m_folder).files), small)), Kinds{ProblemKind::PackageTooBig});
}

TEST_F(Package, WhatIsNoPackageIsSaidSo) {
    EXPECT_EQ(kinds(readPackage(m_folder / "nothing")), Kinds{ProblemKind::PackageUnreadable});
    put("letter.txt", "Dear Sir");
    EXPECT_EQ(kinds(readPackage(m_folder / "letter.txt")), Kinds{ProblemKind::NotAPackage});
}

TEST(Zip, FilmsAreKeptAsTheyAre) {
    const std::string bytes(10000, '0');
    const FileTree film({{"course.yaml", "id: x"}, {"media/a.WEBM", bytes}}), text({{"course.yaml", "id: x"}, {"media/a.txt", bytes}});
    EXPECT_GT(zipOf(film).size(), bytes.size());
    EXPECT_LT(zipOf(text).size(), bytes.size());
    EXPECT_EQ(readZip(zipOf(film)).files, film);
}

TEST(Zip, TheSameTreeGivesTheSameBytes) { EXPECT_EQ(zipOf(goodPackage()), zipOf(goodPackage())); }

TEST(Zip, AFolderZippedWithItsNameIsReadAsThatFolder) {
    FileTree::Files inside;
    const auto good = goodPackage();
    for (const auto& [path, bytes] : good.files())
        inside["course/" + path] = bytes;
    EXPECT_EQ(readZip(zipOf(FileTree(inside))).files, good);
}

TEST(Zip, NamesThatLeaveTheFolderAreRefusedWhole) {
    for (const std::string name : {"../a", "/a", "a/../../b", "C:/a", "..\\a", "\\a"}) {
        SCOPED_TRACE(name);
        EXPECT_EQ(kinds(readZip(zipOf(FileTree({{"course.yaml", "id: x"}, {name, "x"}})))),
                  Kinds{ProblemKind::NameLeaves});
    }
    EXPECT_EQ(kinds(readZip(zipOf(FileTree({{"a\nb", "x"}, {"a/", ""}, {"b//c", "x"}})))),
              (Kinds{ProblemKind::NameNotPortable, ProblemKind::NameNotPortable}));
    EXPECT_EQ(kinds(readZip(zipOf(FileTree(FileTree::Files{{"a", "x"}, {"A", "x"}})))),
              Kinds{ProblemKind::NameTwice});
}

TEST(Zip, LinksEncryptionAndUnknownMethodsAreRefusedWhole) {
    const auto zip = zipOf(FileTree(FileTree::Files{{"a", "x"}}));
    const auto entry = entryOf(zip, 0);
    // Made on Unix (version made by, byte 5), mode 0120777 in the upper half of the external attributes.
    const auto link = patched(patched(zip, entry + 5, "\x03"), entry + 38, std::string("\0\0\xFF\xA1", 4));
    EXPECT_EQ(kinds(readZip(link)), Kinds{ProblemKind::LinkInPackage});
    EXPECT_EQ(kinds(readZip(patched(zip, entry + 8, std::string("\x01\x08", 2)))),
              Kinds{ProblemKind::ZipEncrypted});
    EXPECT_EQ(kinds(readZip(patched(zip, entry + 10, "\x0C"))), Kinds{ProblemKind::ZipMethod});
}

TEST(Zip, ABombIsRefusedBeforeItIsUnpacked) {
    const auto bomb = zipOf(FileTree({{"a", std::string(std::size_t{8} << 20U, '0')}}));
    EXPECT_LT(bomb.size(), 20000U);
    EXPECT_EQ(kinds(readZip(bomb)), Kinds{ProblemKind::ZipBomb});
}

TEST(Zip, AnEntryThatIsLargerThanItSaysIsRefused) {
    const auto zip = zipOf(FileTree({{"a", std::string(3000, 'a')}}));
    const auto lying = patched(zip, entryOf(zip, 0) + 24, std::string("\x10\0\0\0", 4));
    EXPECT_EQ(kinds(readZip(lying)), Kinds{ProblemKind::ZipBroken});
}

TEST(Zip, ACutOrChangedZipIsBroken) {
    const auto zip = zipOf(goodPackage());
    EXPECT_EQ(kinds(readZip("")), Kinds{ProblemKind::ZipBroken});
    EXPECT_EQ(kinds(readZip(zip.substr(0, zip.size() - 1))), Kinds{ProblemKind::ZipBroken});
    EXPECT_EQ(kinds(readZip(zip.substr(1))), Kinds{ProblemKind::ZipBroken});
    EXPECT_EQ(kinds(readZip(patched(zip, zip.find("PNG"), "png"))), Kinds{ProblemKind::ZipBroken});
}

TEST(Zip, LocalNameAndDirectoryNameMustAgree) {
    const auto zip = zipOf(FileTree(FileTree::Files{{"abc", "x"}}));
    EXPECT_EQ(kinds(readZip(patched(zip, zip.find("abc"), "abd"))), Kinds{ProblemKind::ZipBroken});
}

RC_GTEST_PROP(ZipProperty, EveryTreeReadsBack, (const std::vector<std::string>& contents)) {
    FileTree tree;
    for (std::size_t i = 0; i < contents.size(); ++i)
        tree.put((i % 2 == 0 ? "x/" : "y/") + std::to_string(i), contents[i]);
    tree.put("course.yaml", "");
    RC_ASSERT(readZip(zipOf(tree)).files == tree);
}

RC_GTEST_PROP(ZipProperty, NoChangedByteIsRead, (std::size_t where, unsigned char now)) {
    const auto zip = zipOf(FileTree({{"course.yaml", "id: x\n"}, {"media/a.png", std::string(200, 'p')}}));
    auto changed = zip;
    changed[where % zip.size()] = static_cast<char>(now);
    const auto reading = readZip(changed);
    // Dates, versions and attributes are not part of a course; all else is noticed.
    RC_ASSERT((!reading.files || *reading.files == *readZip(zip).files));
}

TEST(PackageName, PathsInATextCountFromItsFolder) {
    EXPECT_EQ(resolved("sessions", "../media/a.png"), "media/a.png");
    EXPECT_EQ(resolved("sessions", "./b.md"), "sessions/b.md");
    EXPECT_EQ(resolved("", "a//b"), "a/b");
    EXPECT_EQ(resolved("sessions", "../../a"), std::nullopt);
    EXPECT_EQ(resolved("sessions", "/a"), std::nullopt);
    EXPECT_EQ(relativeTo("sessions", "media/a.png"), "../media/a.png");
    EXPECT_EQ(relativeTo("sessions", "sessions/b.md"), "b.md");
    EXPECT_EQ(relativeTo("", "media/a.png"), "media/a.png");
}

} // namespace
} // namespace fledgling::test
