# Reads ctest's JUnit file; prints "PASSED FAILED SKIPPED", counting each GoogleTest test of a program that left its own
# results in `folder`. A program that failed without saying which test (it crashed, leaked, ran out of time) is one failure.
function attribute(line, name) {
    if (!match(line, " " name "=\"[^\"]*\"")) return ""
    return substr(line, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
}

# Adds the tests of one GoogleTest file; false where there is none.
function add_program(file,    line, found, bad, left_out) {
    while ((getline line < file) > 0) {
        if (line !~ /<testsuite /) continue
        found = 1
        bad = attribute(line, "failures") + attribute(line, "errors")
        left_out = attribute(line, "skipped") + attribute(line, "disabled")
        passed += attribute(line, "tests") - bad - left_out
        failed += bad
        skipped += left_out
    }
    close(file)
    return found
}

/<testcase / {
    name = attribute($0, "name")
    state = attribute($0, "status")
    failed_before = failed
    counted = add_program(folder "/" name "_tests.xml")
    if (state == "fail") {
        if (failed == failed_before) failed++
    } else if (!counted) {
        if (state == "run") passed++
        else skipped++
    }
}

END { print passed + 0, failed + 0, skipped + 0 }
