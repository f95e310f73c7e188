#include "ui/pairing/PairingWeightsForm.h"

#include "ui/controls/Form.h"
#include "ui/controls/Paragraph.h"

#include <map>
#include <wx/sizer.h>
#include <wx/spinctrl.h>

namespace fledgling::ui {

namespace {

struct SettingWords {
    const char* label; ///< msgid, short: three stand side by side in a small window
    const char* means; ///< msgid, a sentence
};

const SettingWords& wordsOfSetting(const std::string& name) {
    static const std::map<std::string, SettingWords> all{
        {"weights.same-leaning", {wxTRANSLATE("Same leaning"), wxTRANSLATE("Points where mentor and trainee lean the same way")}},
        {"weights.all-round",
         {wxTRANSLATE("One is all-round"), wxTRANSLATE("Points where the leanings differ, and one of the two is all-round")}},
        {"weights.same-shift", {wxTRANSLATE("Same shift"), wxTRANSLATE("Points where both work the same shift")}},
        {"weights.tenure", {wxTRANSLATE("A year of tenure"), wxTRANSLATE("Points for every full year the mentor has been here")}},
        {"weights.tenure-years", {wxTRANSLATE("Years that count"), wxTRANSLATE("So many years of tenure count at most")}},
        {"weights.load",
         {wxTRANSLATE("A trainee-day carried"), wxTRANSLATE("Points taken off for every day of other trainees still ahead of the mentor")}},
        {"weights.record",
         {wxTRANSLATE("Exams and logs"), wxTRANSLATE("Points of a mentor whose exams are in force and whose logs are all on time")}},
        {"pairing.first-days", {wxTRANSLATE("First days"), wxTRANSLATE("So many days from the first one on a mentor should be there")}},
        {"pairing.may-miss", {wxTRANSLATE("Of these, away"), wxTRANSLATE("So many of these first days a mentor may be away")}},
    };
    return all.at(name);
}

} // namespace

PairingWeightsForm::PairingWeightsForm(wxWindow* parent, Page& of, app::PairingView& view)
    : EditPanel(parent, of, _("What makes a pair good"), _("Keep")), m_view(view) {
    constexpr int COLUMNS = 3;
    auto* form = new Form(this, COLUMNS);
    for (const auto& one : view.settings()) {
        const auto& words = wordsOfSetting(one.name);
        auto* number = form->addNumber(wxGetTranslation(words.label), one.value, 0, one.most);
        named(number, wxGetTranslation(words.label), wxGetTranslation(words.means));
        number->SetToolTip(wxGetTranslation(words.means));
        m_fields.push_back({one, number});
    }
    auto* says = new Paragraph(this, look::Type::Small, true);
    says->set(_("Each reason gives a pair points, which add up to its score; pairs are proposed so that the scores of all add up "
                "to most. 0 leaves a reason out. A mentor who is away for more of the first days than allowed isn't proposed."));
    content()->Add(says, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    content()->Add(form, wxSizerFlags().Expand());
}

bool PairingWeightsForm::keep() {
    std::map<std::string, std::string> values;
    for (const auto& field : m_fields)
        if (const int value = field.number->GetValue(); value != field.setting.value) values[field.setting.name] = std::to_string(value);
    return page().attempt([&] { m_view.weigh(values); });
}

} // namespace fledgling::ui
