// Replays every file of a corpus folder through a fuzz target, and with a number of seconds goes on with
// mutations of them: the same seed gives the same inputs. Usage: TARGET CORPUS [SECONDS [SEED]]. An input
// that crashes stands in the file fuzz-last-input beside the program's working directory, written before it
// is tried.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

/// Kept in memory and written out only when the process dies, so that trying stays fast.
Bytes lastInput; // NOLINT: the handler of a signal has no other way to it

void keepLastInput() {
    std::ofstream("fuzz-last-input", std::ios::binary)
        .write(reinterpret_cast<const char*>(lastInput.data()),
               static_cast<std::streamsize>(lastInput.size()));
}

void run(Bytes input) {
    lastInput = std::move(input);
    LLVMFuzzerTestOneInput(lastInput.data(), lastInput.size());
}

std::vector<Bytes> corpusOf(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Bytes> corpus;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return corpus;
}

class Mutator {
public:
    Mutator(const std::vector<Bytes>& corpus, std::uint64_t seed) : m_corpus(corpus), m_random(seed) {}

    Bytes next() {
        Bytes bytes = m_corpus[below(m_corpus.size())];
        for (std::size_t i = 0, count = 1 + below(6); i < count; ++i)
            change(bytes);
        return bytes;
    }

private:
    std::size_t below(std::size_t limit) {
        return static_cast<std::size_t>(m_random() % std::max<std::uint64_t>(limit, 1));
    }

    void change(Bytes& bytes) {
        if (bytes.empty()) {
            bytes.push_back(static_cast<std::uint8_t>(below(256)));
            return;
        }
        const std::size_t at = below(bytes.size());
        const auto here = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end =
            bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), at + 1 + below(64)));
        switch (below(7)) {
        case 0: *here = static_cast<std::uint8_t>(below(256)); break;
        case 1: *here ^= static_cast<std::uint8_t>(1U << below(8)); break;
        case 2: bytes.erase(here, end); break;
        case 3: insertAt(bytes, at, Bytes(here, end)); break;
        case 4: insertAt(bytes, at, word()); break;
        case 5: splice(bytes, at); break;
        default: bytes.resize(at); break;
        }
    }

    static void insertAt(Bytes& bytes, std::size_t at, const Bytes& piece) {
        if (bytes.size() < 100000)
            bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), piece.begin(), piece.end());
    }

    /// What parsers look for.
    Bytes word() {
        static const std::vector<std::string> words{"\n",
                                                    "\n\n",
                                                    "\t",
                                                    ":",
                                                    ": ",
                                                    "- ",
                                                    "{",
                                                    "}",
                                                    "[",
                                                    "]",
                                                    "\"",
                                                    "'",
                                                    "\\",
                                                    "#",
                                                    "~",
                                                    "=",
                                                    "->",
                                                    "%50%",
                                                    "%",
                                                    "&a",
                                                    "*a",
                                                    "!!",
                                                    "|",
                                                    ">",
                                                    "---\n",
                                                    "\xEF\xBC\x9A",
                                                    "\xEF\xBB\xBF",
                                                    "\xFF\xFE",
                                                    "\xE5",
                                                    "PK\x03\x04",
                                                    "PK\x01\x02",
                                                    ",",
                                                    ";",
                                                    "\r\n",
                                                    "0",
                                                    "-1",
                                                    "999999999999",
                                                    "1e309",
                                                    "<",
                                                    "```",
                                                    "## Quiz\n",
                                                    "BEGIN:VEVENT\n",
                                                    "END:VEVENT\n",
                                                    "DTSTART:",
                                                    "null",
                                                    "true"};
        const auto& one = words[below(words.size())];
        return {one.begin(), one.end()};
    }

    void splice(Bytes& bytes, std::size_t at) {
        const Bytes& other = m_corpus[below(m_corpus.size())];
        if (other.empty()) return;
        const auto from = static_cast<std::ptrdiff_t>(below(other.size()));
        bytes.resize(at);
        bytes.insert(bytes.end(), other.begin() + from, other.end());
    }

    const std::vector<Bytes>& m_corpus;
    std::mt19937_64 m_random;
};

} // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::fprintf(stderr, "usage: %s CORPUS [SECONDS [SEED]]\n", arguments[0]);
        return 2;
    }
    std::set_terminate([] {
        keepLastInput();
        try {
            if (const auto thrown = std::current_exception()) std::rethrow_exception(thrown);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "%s\n", error.what());
        }
        std::abort();
    });
    const auto corpus = corpusOf(arguments[1]);
    if (corpus.empty()) {
        std::fprintf(stderr, "no corpus in %s\n", arguments[1]);
        return 2;
    }
    for (const auto& bytes : corpus)
        run(bytes);
    const long seconds = count > 2 ? std::strtol(arguments[2], nullptr, 10) : 0;
    const std::uint64_t seed = count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 1;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    Mutator mutator(corpus, seed);
    std::size_t tried = 0;
    for (; std::chrono::steady_clock::now() < end; ++tried)
        run(mutator.next());
    std::printf("%zu inputs replayed, %zu mutations tried (seed %llu)\n", corpus.size(), tried,
                static_cast<unsigned long long>(seed));
    return 0;
}
