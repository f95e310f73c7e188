#include "app/quiz/BankFiles.h"

#include "app/courses/Courses.h"
#include "domain/Refused.h"
#include "format/FileBytes.h"
#include "format/PackageName.h"
#include "format/quiz/BankFile.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace fledgling::app {

namespace {

std::filesystem::path fileOf(const std::string& utf8) {
    return std::filesystem::path(std::u8string(utf8.begin(), utf8.end()));
}

format::BankKind requireTarget(const std::string& target, bool replace) {
    using domain::Refused;
    using domain::Rule;
    const auto kind = format::bankKindOf(target);
    if (!kind) throw Refused(Rule::BankKindUnknown, {target});
    if (!replace && std::filesystem::exists(fileOf(target))) throw Refused(Rule::BankExists, {target});
    return *kind;
}

/// The course folder a file lies in or would; empty when it lies in none.
std::filesystem::path courseOf(const std::filesystem::path& file) {
    auto folder = std::filesystem::weakly_canonical(file).parent_path();
    for (; folder.has_relative_path(); folder = folder.parent_path())
        if (std::filesystem::exists(folder / format::COURSE_FILE)) return folder;
    return {};
}

} // namespace

void addTo(domain::QuizBank& bank, domain::QuizBank more) {
    std::set<std::string> ids;
    for (const auto& one : bank.questions)
        ids.insert(one.id);
    for (auto& one : more.questions) {
        if (!ids.insert(one.id).second) one.id.clear();
        bank.questions.push_back(std::move(one));
    }
    bank.comments.insert(bank.comments.end(), more.comments.begin(), more.comments.end());
    for (auto& one : more.categories)
        if (std::find(bank.categories.begin(), bank.categories.end(), one) == bank.categories.end())
            bank.categories.push_back(std::move(one));
}

BankCheck checkBank(const std::string& path) {
    auto read = format::readBank(format::bytesOf(fileOf(path)), path);
    return {read.bank.drawable(), std::move(read.problems)};
}

BankRead readBankFile(const std::string& path) {
    auto read = format::readBank(format::bytesOf(fileOf(path)), path);
    return {std::move(read.bank), std::move(read.problems)};
}

BankCheck exportBank(const domain::QuizBank& bank, const std::string& target, bool replace) {
    const auto kind = requireTarget(target, replace);
    auto written = format::writeBank(bank, kind, target);
    BankCheck done{bank.drawable(), std::move(written.problems)};
    if (!format::hasErrors(done.problems)) format::keepBytes(fileOf(target), written.bytes);
    return done;
}

BankCheck convertBank(const std::string& path, const std::string& target, bool replace) {
    (void)requireTarget(target, replace);
    auto read = readBankFile(path);
    if (format::hasErrors(read.problems)) return {read.bank.drawable(), std::move(read.problems)};
    auto done = exportBank(read.bank, target, replace);
    done.problems.insert(done.problems.begin(), read.problems.begin(), read.problems.end());
    return done;
}

BankCheck importBank(const std::string& path, const std::string& target, Onto onto) {
    using domain::Refused;
    using domain::Rule;
    const auto file = fileOf(target);
    if (file.extension() != ".gift") throw Refused(Rule::BankKindUnknown, {target});
    const bool there = std::filesystem::exists(file);
    if (there && onto == Onto::New) throw Refused(Rule::BankExists, {target});
    const auto root = courseOf(file);
    if (root.empty()) return {0, {{format::ProblemKind::NotAPackage, target, 0, 0, {target}}}};
    auto read = format::readBank(format::bytesOf(fileOf(path)), path);
    BankCheck done{read.bank.drawable(), std::move(read.problems)};
    if (there && onto == Onto::Append) {
        auto before = format::readBank(format::bytesOf(file), target);
        done.problems.insert(done.problems.end(), before.problems.begin(), before.problems.end());
        addTo(before.bank, std::move(read.bank));
        read.bank = std::move(before.bank);
    }
    if (format::hasErrors(done.problems)) return done;
    auto written = format::writeBank(read.bank, format::BankKind::Gift, target);
    done.problems.insert(done.problems.end(), written.problems.begin(), written.problems.end());
    if (format::hasErrors(done.problems)) return done;
    std::filesystem::create_directories(file.parent_path());
    format::keepBytes(file, written.bytes);
    const auto whole = checkCourse(root.string());
    done.problems.insert(done.problems.end(), whole.problems.begin(), whole.problems.end());
    return done;
}

} // namespace fledgling::app
