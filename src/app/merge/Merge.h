#pragma once

#include "app/Desk.h"
#include "store/merge/MergeRun.h"

#include <functional>
#include <string>

namespace fledgling::app {

/// Told how many of how many changes are done; what it throws ends the work.
using MergeAt = std::function<void(std::size_t done, std::size_t total)>;

/// Copies the whole book into a fresh file to work in elsewhere; `at` as store::CopyAt. Refused(NotYourRight), StoreError.
void copyBook(Desk& desk, const std::string& path, const store::CopyAt& at = {});

/// Writes a checked copy of the database's file: the whole book, keys to the quizzes among it, hence for who may read all of
/// it. `at` as store::CopyAt. Refused(NotYourRight), StoreError.
void backUp(Desk& desk, const std::string& path, const store::CopyAt& at = {});

/// Opens a copy, verifies both chains, reads what it did since the two were one, and closes it. Refused(MergeForeign,
/// MergeBroken, MergeOwnBroken), StoreError.
[[nodiscard]] store::OtherBook readCopy(Desk& desk, const std::string& where, const MergeAt& at = {});

/// Takes the copy's changes over (see store::merge). Refused(MergeUndecided) while a difference has no choice; nothing
/// is written then.
store::MergeResult mergeCopy(Desk& desk, const store::OtherBook& copy, const store::Choices& choices,
                             const MergeAt& at = {});

} // namespace fledgling::app
