#include "format/Table.h"

#include "format/Csv.h"
#include "format/Encoding.h"
#include "format/FormatError.h"
#include "format/Xlsx.h"

namespace fledgling::format {

std::vector<Table> tablesOf(std::string_view bytes, const std::string& fileName) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
        return xlsxTables(bytes, fileName);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) throw FormatError(Fault::OldExcel, fileName);
    return {csvTable(decoded(bytes, fileName).utf8, fileName)};
}

} // namespace fledgling::format
