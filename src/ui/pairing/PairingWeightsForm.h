#pragma once

#include "app/pairing/PairingView.h"
#include "ui/controls/EditPanel.h"

#include <vector>

class wxSpinCtrl;

namespace fledgling::ui {

/// What makes a pair good, each reason with its points, and how much of the beginning a mentor may miss.
class PairingWeightsForm : public EditPanel {
public:
    PairingWeightsForm(wxWindow* parent, Page& page, app::PairingView& view);

private:
    struct Field {
        app::PairingSetting setting;
        wxSpinCtrl* number;
    };
    [[nodiscard]] bool keep() override;

    app::PairingView& m_view;
    std::vector<Field> m_fields;
};

} // namespace fledgling::ui
