#include "app/quiz/BankFiles.h"

#include "domain/Refused.h"
#include "format/FileBytes.h"
#include "format/quiz/BankFile.h"

#include <filesystem>

namespace fledgling::app {

namespace {

std::filesystem::path fileOf(const std::string& utf8) {
    return std::filesystem::path(std::u8string(utf8.begin(), utf8.end()));
}

} // namespace

BankCheck checkBank(const std::string& path) {
    auto read = format::readBank(format::bytesOf(fileOf(path)), path);
    return {read.bank.drawable(), std::move(read.problems)};
}

BankCheck convertBank(const std::string& path, const std::string& target, bool replace) {
    using domain::Refused;
    using domain::Rule;
    const auto kind = format::bankKindOf(target);
    if (!kind) throw Refused(Rule::BankKindUnknown, {target});
    if (!replace && std::filesystem::exists(fileOf(target))) throw Refused(Rule::BankExists, {target});
    auto read = format::readBank(format::bytesOf(fileOf(path)), path);
    BankCheck done{read.bank.drawable(), std::move(read.problems)};
    if (format::hasErrors(done.problems)) return done;
    auto written = format::writeBank(read.bank, *kind, target);
    done.problems.insert(done.problems.end(), written.problems.begin(), written.problems.end());
    if (!format::hasErrors(done.problems)) format::keepBytes(fileOf(target), written.bytes);
    return done;
}

} // namespace fledgling::app
