#include "app/quiz/ItemWords.h"

namespace fledgling::app {

using domain::ItemFinding;

std::string word(ItemFinding finding, const Tongue& tr) {
    switch (finding) {
    case ItemFinding::FewPapers: return tr("too few papers");
    case ItemFinding::TooEasy: return tr("too easy");
    case ItemFinding::TooHard: return tr("too hard");
    case ItemFinding::Misleads: return tr("misleads");
    case ItemFinding::SeparatesLittle: return tr("separates little");
    case ItemFinding::IdleDistractor: return tr("idle option");
    case ItemFinding::Good: return tr("works");
    }
    return {};
}

} // namespace fledgling::app
