#include "format/Table.h"

#include "format/Csv.h"
#include "format/Encoding.h"
#include "format/FileBytes.h"
#include "format/FormatError.h"
#include "format/Xlsx.h"

#include <algorithm>

namespace fledgling::format {

std::string columnName(std::size_t index) {
    std::string name;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        name += static_cast<char>('A' + (rest - 1) % 26);
    std::reverse(name.begin(), name.end());
    return name;
}

std::vector<Table> tablesOf(std::string_view bytes, const std::string& fileName) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
        return xlsxTables(bytes, fileName);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) throw FormatError(Fault::OldExcel, fileName);
    return {csvTable(decoded(bytes, fileName).utf8, fileName)};
}

std::vector<Table> readTables(const std::filesystem::path& file) {
    return tablesOf(bytesOf(file), shown(file));
}

} // namespace fledgling::format
