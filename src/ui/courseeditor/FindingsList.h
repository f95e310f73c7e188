#pragma once

#include "ui/controls/Table.h"

namespace fledgling::app {
class CourseEditor;
}

namespace fledgling::ui {

/// What is wrong with a course that is being changed; hidden while nothing is. Its rows are numbered as the editor's findings.
class FindingsList : public Table {
public:
    explicit FindingsList(wxWindow* parent);

    /// True when it came or went: what is around it is to be laid out anew.
    bool draw(const app::CourseEditor& editor);
    /// Of what was drawn last, how many keep the course from being kept.
    [[nodiscard]] int errors() const { return m_errors; }

private:
    int m_errors = 0;
};

} // namespace fledgling::ui
