#pragma once

#include "app/history/CellHistory.h"

#include <functional>

namespace fledgling::ui {

class Page;
class Session;

/// "History of this": every value that what is chosen on the page ever had, newest first; where nothing is chosen the page
/// says so. Opens after the running event ends and calls `chosen` with a change's number when the user wants to see that
/// change.
void showHistoryOf(Page& page, Session& session, std::function<void(store::ChangeNumber)> chosen);

} // namespace fledgling::ui
