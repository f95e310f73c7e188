#pragma once

#include "app/Record.h"
#include "format/exports/Xapi.h"
#include "store/quiz/QuizStore.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fledgling::app {

/// What learning record stores are told of somebody's training, as of the desk's moment. A statement's id is made of
/// what the book calls the fact and of the change that set it: told again it is the same statement, and a corrected
/// fact is another one.
class Statements {
public:
    /// `homePage`: whose accounts the staff numbers are.
    Statements(Desk& desk, std::string homePage) : m_desk(desk), m_homePage(std::move(homePage)) {}

    /// In time order. Nothing for who has no staff number.
    [[nodiscard]] std::vector<format::XapiStatement> of(const Record& record);

private:
    using Statement = format::XapiStatement;

    void addAttended(std::vector<Statement>& all, const Record& record);
    void addCompleted(std::vector<Statement>& all, const Record& record);
    void addResults(std::vector<Statement>& all, const Record& record, const std::vector<store::KeptPaper>& papers);
    void addAnswers(std::vector<Statement>& all, const Record& record, const store::KeptPaper& kept);
    [[nodiscard]] Statement begun(const Record& record, const domain::Course& course, format::XapiVerb verb, const std::string& key);
    [[nodiscard]] std::optional<format::XapiAgent> agent(const domain::PersonId& person);
    [[nodiscard]] std::string iri(std::vector<std::string> parts) const;
    [[nodiscard]] format::XapiActivity courseOf(const domain::Course& course) const;
    [[nodiscard]] format::XapiActivity sessionOf(const domain::Course& course, const std::string& session) const;
    [[nodiscard]] format::XapiActivity assessmentOf(const domain::Course& course, const std::string& assessment) const;
    [[nodiscard]] format::XapiActivity questionOf(const store::KeptPaper& kept, const domain::Question& question, std::size_t place,
                                                  const std::string& language) const;
    /// The version the cohort took when that change was written: what is told doesn't change with a later one.
    [[nodiscard]] const domain::Course& courseAt(const Record& record, store::ChangeNumber change);
    [[nodiscard]] domain::Instant recordedAt(const store::KeptAttempt& kept) const;

    Desk& m_desk;
    std::string m_homePage;
    std::map<domain::PersonId, std::string> m_accounts;
    std::map<std::pair<domain::CohortId, store::ChangeNumber>, std::string> m_versions;
};

} // namespace fledgling::app
