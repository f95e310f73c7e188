#pragma once

#include "app/sample/Sample.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

/// The front doors: where departments stand on this machine, and which were open last.
namespace fledgling::ui::doors {

/// The sample department in the user's data folder, made around today if there is none yet.
[[nodiscard]] std::unique_ptr<app::Department> openSample(const app::SampleAt& at = {});
/// False where openSample would have to make it first, which takes a while.
[[nodiscard]] bool sampleStands();
[[nodiscard]] std::string samplePath();
/// Where drafts of courses stand until they are kept, of every department.
[[nodiscard]] std::string draftsFolder();
/// Where a new department is offered to be kept.
[[nodiscard]] std::string proposedPath();
/// An empty department with its first manager.
[[nodiscard]] std::unique_ptr<app::Department> create(const std::string& where, const std::string& manager,
                                                      const std::string& staffNumber);
/// `waiting` is asked while a server hasn't answered; what it throws ends the attempt.
[[nodiscard]] std::unique_ptr<app::Department> open(const std::string& where, const std::function<void()>& waiting = {});

/// Newest first, at most five; a password in a connection is never kept.
[[nodiscard]] std::vector<std::string> recent();
void remember(const std::string& where);
/// On a server, which several desktops use at once.
[[nodiscard]] bool shared(const std::string& where);
/// As people call it: the file's name, or the shared database's, without its password.
[[nodiscard]] std::string nameOf(const std::string& where);
/// The computer a shared one is on.
[[nodiscard]] std::string serverOf(const std::string& where);

} // namespace fledgling::ui::doors
