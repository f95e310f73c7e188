namespace fledgling::ui {
}
