#pragma once

#include "store/Sql.h"

#include <Poco/Exception.h>

namespace fledgling::store {

/// What a database library's exception means, asked of the library right after it was thrown.
[[nodiscard]] StoreError translated(Database::Inside& inside, const Poco::Exception& trouble);

} // namespace fledgling::store
