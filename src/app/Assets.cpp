#include "app/Assets.h"

#include "store/Installation.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace fledgling::app {

std::string assetsFolder() {
    std::vector<std::filesystem::path> places;
    if (const char* named = std::getenv("FLEDGLING_ASSETS")) places.emplace_back(named);
    places.push_back(store::installation() / "share" / "fledgling");
    for (const auto& place : places)
        if (std::filesystem::is_directory(place / "calendars")) return place.string();
    return places.front().string();
}

} // namespace fledgling::app
