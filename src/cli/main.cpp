#include "cli/Program.h"

#include <iostream>

int main(int count, char** arguments) {
    return fledgling::cli::run({arguments + 1, arguments + count}, std::cout, std::cerr);
}
