#include "format/ZipFixture.h"

namespace fledgling::test {

namespace {

std::uint32_t crcOf(const std::string& bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

std::string number(std::uint32_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>((value >> (8U * static_cast<unsigned>(i))) & 0xFFU);
    return text;
}

/// Version, flags, method, time and date, CRC, sizes, length of the name, no extra field.
std::string common(const std::string& name, const std::string& content) {
    const auto size = static_cast<std::uint32_t>(content.size());
    return number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0x21, 2) +
           number(crcOf(content), 4) + number(size, 4) + number(size, 4) +
           number(static_cast<std::uint32_t>(name.size()), 2) + number(0, 2);
}

constexpr const char* HEAD = R"(<?xml version="1.0" encoding="UTF-8"?>)";
constexpr const char* NS = R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
                           R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

} // namespace

std::string zipOf(const std::vector<std::pair<std::string, std::string>>& entries) {
    std::string body, directory;
    for (const auto& [name, content] : entries) {
        directory += "PK\x01\x02" + number(20, 2) + common(name, content) + number(0, 2) + number(0, 2) +
                     number(0, 2) + number(0, 4) + number(static_cast<std::uint32_t>(body.size()), 4) + name;
        body += "PK\x03\x04" + common(name, content) + name + content;
    }
    const auto count = static_cast<std::uint32_t>(entries.size());
    return body + directory + "PK\x05\x06" + number(0, 4) + number(count, 2) + number(count, 2) +
           number(static_cast<std::uint32_t>(directory.size()), 4) +
           number(static_cast<std::uint32_t>(body.size()), 4) + number(0, 2);
}

std::string workbookOf(const std::string& sheetData, const std::string& sharedStrings,
                       const std::string& styles, const std::string& workbookProperties) {
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::string relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    std::vector<std::pair<std::string, std::string>> entries{
        {"_rels/.rels", HEAD + relations + "<Relationship Id=\"rId1\" Type=\"" + type +
                            "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/_rels/workbook.xml.rels", HEAD + relations + "<Relationship Id=\"rId7\" Type=\"" + type +
                                           "worksheet\" Target=\"worksheets/people.xml\"/></Relationships>"},
        {"xl/workbook.xml",
         HEAD + std::string("<workbook") + NS + ">" + workbookProperties +
             "<sheets><sheet name=\"名单\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>"},
        {"xl/worksheets/people.xml",
         HEAD + std::string("<worksheet") + NS + "><sheetData>" + sheetData + "</sheetData></worksheet>"}};
    if (!sharedStrings.empty())
        entries.emplace_back("xl/sharedStrings.xml",
                             HEAD + std::string("<sst") + NS + ">" + sharedStrings + "</sst>");
    if (!styles.empty())
        entries.emplace_back("xl/styles.xml",
                             HEAD + std::string("<styleSheet") + NS + ">" + styles + "</styleSheet>");
    return zipOf(entries);
}

} // namespace fledgling::test
