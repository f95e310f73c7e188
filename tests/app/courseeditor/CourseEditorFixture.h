#pragma once

#include "app/courseeditor/CourseEditor.h"

#include "app/DeskFixture.h"
#include "app/courses/Courses.h"
#include "support/Here.h"

#include <filesystem>
#include <string>
#include <unistd.h>

namespace fledgling::app::test {

/// An editor of the small course in the book, or of the shipped one in a folder, with its drafts below a folder that
/// goes with the test.
class CourseEditorTest : public DeskFixture {
protected:
    CourseEditorTest() : m_here(std::filesystem::temp_directory_path() / ("fledgling-editor-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(m_here);
        std::filesystem::create_directories(m_here);
    }
    ~CourseEditorTest() override { std::filesystem::remove_all(m_here); }

    CourseEditor editor() { return CourseEditor(at(trainer), "en", drafts()); }
    CourseEditor opened() {
        auto one = editor();
        one.open("small", "1");
        return one;
    }
    /// The shipped course, from its folder.
    CourseEditor shipped() {
        const auto folder = m_here / "shipped";
        if (!std::filesystem::exists(folder)) std::filesystem::copy(fledgling::test::source() / "courses/customer-service", folder, std::filesystem::copy_options::recursive);
        auto one = editor();
        one.openPackage(folder.string());
        return one;
    }
    std::string drafts() const { return (m_here / "drafts").string(); }
    static const domain::Course& courseOf(CourseEditor& editor) {
        editor.check();
        static domain::Course read;
        const auto reading = format::readCourse(editor.files());
        for (const auto& problem : reading.problems)
            if (problem.severity() == format::Severity::Error) ADD_FAILURE() << problem.text();
        read = reading.course.value_or(domain::Course{});
        return read;
    }
    static std::string value(const CourseEditor& editor, const std::string& part, const std::string& field) {
        for (const auto& one : editor.fields(part))
            if (one.id == field) return one.value;
        return "no field " + field;
    }
    /// "d1-am d1-pm | d2-am d2-pm", an afternoon's with a '.
    static std::string plan(CourseEditor& editor) {
        std::string text;
        for (const auto& day : courseOf(editor).days) {
            if (!text.empty()) text += "| ";
            for (const auto& one : day.sessions) text += one.id + (one.when == domain::HalfDay::Afternoon ? "' " : " ");
        }
        return text;
    }
    std::filesystem::path m_here;
};

} // namespace fledgling::app::test
