#include "worker/import_rate_book.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/fault.h"
#include "base/secure.h"
#include "base/text.h"
#include "db/failure.h"
#include "domain/datasets/book_file.h"
#include "domain/datasets/book_import.h"

namespace ssr::worker {

namespace {

using namespace datasets;

constexpr std::size_t kLargestFile = 50 << 20;

struct Command {
    std::string file;
    ImportWish wish;
    bool is_check = false;
};

void complain(std::string const& line) { std::fprintf(stderr, "%s\n", line.c_str()); }
void say(std::string const& line) { std::printf("%s\n", line.c_str()); }

bool is_slug(std::string_view text) {
    return !text.empty() && text.size() <= 60 && std::ranges::all_of(text, [](char c) {
        return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-';
    });
}

/// "2024-25": the second year follows the first.
bool is_schedule_year(std::string_view text) {
    auto const is_digits =
        std::ranges::all_of(text, [](char c) { return c == '-' || ('0' <= c && c <= '9'); });
    if (text.size() != 7 || text[4] != '-' || !is_digits || std::ranges::count(text, '-') != 1) return false;
    auto const two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    return two(5) == (two(2) + 1) % 100;
}

Result<Done, std::string> take_value(Command& command, std::string_view option, std::string_view value) {
    if (option == "--name") {
        command.wish.name = collapsed(value);
        if (command.wish.name.empty()) return Err{std::string{"--name is empty"}};
    } else if (option == "--slug") {
        command.wish.slug = value;
        if (!is_slug(value)) return Err{std::string{"--slug takes small letters, digits and hyphens"}};
    } else if (option == "--year") {
        command.wish.schedule_year = value;
        if (!is_schedule_year(value)) return Err{std::string{"--year is written as 2024-25"}};
    } else {
        return Err{"unknown option " + std::string{option}};
    }
    return Done{};
}

Result<Command, std::string> command_of(std::span<std::string_view const> arguments) {
    Command command;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        auto const argument = arguments[at];
        if (argument == "--publish") {
            command.wish.is_published = true;
        } else if (argument == "--check") {
            command.is_check = true;
        } else if (argument == "--force") {
            command.wish.is_forced = true;
        } else if (argument.starts_with("--")) {
            if (at + 1 == arguments.size()) return Err{std::string{argument} + " needs a value"};
            auto const taken = take_value(command, argument, arguments[++at]);
            if (!taken) return Err{taken.error()};
        } else if (command.file.empty()) {
            command.file = argument;
        } else {
            return Err{std::string{"one file at a time"}};
        }
    }
    if (command.file.empty()) return Err{std::string{"which FILE?"}};
    return command;
}

std::string sha256_of_file(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    Sha256 digest;
    std::string piece(64 * 1024, '\0');
    while (file) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        digest.take({piece.data(), static_cast<std::size_t>(file.gcount())});
    }
    return digest.hex();
}

std::string counted(std::size_t count, std::string const& thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

void tell(Findings const& findings) {
    for (auto const& each : findings.errors()) complain(to_text(each));
    for (auto const& each : findings.warnings()) complain("warning: " + to_text(each));
    for (auto const& each : findings.notes()) complain("note: " + to_text(each));
}

void tell(Imported const& done, std::string const& slug, std::size_t warnings) {
    auto const& change = done.change;
    say(done.name + " (" + slug + "): version " + std::to_string(done.version.version) + " is stored, " +
        counted(done.version.items, "item") + " in " + counted(done.groups, "group") + ", " +
        counted(warnings, "warning") + ".");
    if (change.before > 0)
        say("Items: " + std::to_string(change.before) + " before, " + std::to_string(change.now) + " now; " +
            std::to_string(change.added) + " new, " + std::to_string(change.removed) + " gone, " +
            std::to_string(change.repriced) + " with other rates.");
}

void tell_published(int version, std::optional<int> before) {
    say("Version " + std::to_string(version) + " is published" +
        (before ? "; readers saw version " + std::to_string(*before) + " until now." : "."));
}

/// Not stored anew; but one who asks for it to be published gets that.
int same_file(BookImport& import, Command const& command, StoredVersion const& version) {
    say("This file is version " + std::to_string(version.version) + " of " + command.wish.slug +
        " already; nothing is stored.");
    if (!command.wish.is_published || version.is_published) return 0;
    import.publish(command.wish.slug, version.version, command.wish.by);
    tell_published(version.version, std::nullopt);
    return 0;
}

int refuse(BookImport& import, Command const& command, ImportRefused const& refused) {
    if (refused.why == ImportRefused::Why::same_file) return same_file(import, command, refused.version);
    complain("Only " + std::to_string(refused.found_again) + " of " + counted(refused.version.items, "item") +
             " of version " + std::to_string(refused.version.version) + " of " + command.wish.slug +
             " are in this file. For another book give --slug and --name; if it is the same, --force.");
    return 1;
}

int store(db::Session& db, Clock const& clock, Command const& command, BookReading const& reading) {
    auto const warnings = reading.findings.warnings().size();
    BookImport import{db, clock};
    auto const done = import.store(reading, command.wish);
    if (!done) return refuse(import, command, done.error());
    tell(*done, command.wish.slug, warnings);
    if (command.wish.is_published) tell_published(done->version.version, done->was_published);
    return 0;
}

int run(db::Session& db, Clock const& clock, Command command) {
    std::error_code fault;
    auto const size = std::filesystem::file_size(command.file, fault);
    if (fault || !std::ifstream{command.file})
        return complain("The file " + command.file + " cannot be read."), 1;
    if (size > kLargestFile) return complain("The file is larger than 50 MB."), 1;
    auto const reading =
        read_book_file(command.file, {.code_prefix = code_prefix_of(command.wish.slug),
                                      .percentages = RateBookStore{db}.percentages(command.wish.slug)});
    command.wish.source_sha256 = sha256_of_file(command.file);
    command.wish.file_name = command.file.substr(command.file.rfind('/') + 1);
    tell(reading.findings);
    if (reading.findings.has_errors())
        return complain(counted(reading.findings.errors().size(), "fault") + "; nothing is stored."), 1;
    if (!command.is_check) return store(db, clock, command, reading);
    say("The file is good: " + counted(reading.book.items.size(), "item") + " in " +
        counted(reading.book.groups.size(), "group") + ", " +
        counted(reading.findings.warnings().size(), "warning") + ". Nothing is stored.");
    return 0;
}

}  // namespace

int import_rate_book(db::Session& db, Clock const& clock, std::span<std::string_view const> arguments) {
    auto const command = command_of(arguments);
    if (!command) return complain("import-rate-book: " + command.error()), 64;
    try {
        return run(db, clock, *command);
    } catch (db::Failure const& failure) {
        complain(failure.kind() == db::Failure::Kind::timeout
                     ? "Somebody else is importing this book; nothing is stored. Try again when it is done."
                     : std::string{"Nothing is stored: "} + failure.what() + ".");
        return 1;
    } catch (Fault const& fault) {
        return complain(std::string{"Nothing is stored: "} + fault.what() + "."), 1;
    }
}

}  // namespace ssr::worker
