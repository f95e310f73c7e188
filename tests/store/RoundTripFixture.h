#pragma once

#include "Places.h"

namespace fledgling::test {

/// What went into a book comes out of it: a book with a value of every kind.
class RoundTripTest : public InEveryPlace {
protected:
    void SetUp() override {
        InEveryPlace::SetUp();
        if (!IsSkipped()) sample = kept();
    }
    /// Adds to the book and gives the change's number.
    store::ChangeNumber add(const store::Fact& fact) { return book().append(headOf("x"), {fact}); }
    BookSample sample;
};

} // namespace fledgling::test
