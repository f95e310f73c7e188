namespace fledgling::cli {
}
