#pragma once

#include "app/Clock.h"
#include "app/today/News.h"
#include "app/training/TraineeView.h"
#include "ui/controls/Table.h"

#include <string>
#include <vector>
#include <wx/string.h>

/// The list on the left of a trainee's own page, from the view's rows. What each row opens: TrainingSheets.
namespace fledgling::ui::parts {

[[nodiscard]] std::string idOf(const app::TraineeView::Session& session);
[[nodiscard]] std::string idOf(const app::TraineeView::Text& text);
[[nodiscard]] std::string idOf(const app::News& news);

/// A quiz of one's own that is under way, or can be taken now.
struct OwnQuiz {
    std::string subject; ///< empty: none
    wxString title, toDo;
};

void addSessions(std::vector<Row>& rows, const app::TraineeView& view);
/// To read and sign.
void addTexts(std::vector<Row>& rows, const app::TraineeView& view);
void addStanding(std::vector<Row>& rows, const app::TraineeView& view, const OwnQuiz& own);
void addNews(std::vector<Row>& rows, const std::vector<app::News>& news, const app::Clock& clock);

} // namespace fledgling::ui::parts
