#include "support/Here.h"
