#include "values/gstin.h"

#include "base/text.h"

namespace ssr {

/// The States and Union territories by the codes of the GST network. Behind those that a buyer may choose
/// stand two that are given no more, though numbers with them live on, and one that only a GSTIN can have.
struct StateTable {
    static constexpr std::size_t kChosen = 37;
    static constexpr std::size_t kPlaces = kChosen + 2;
    static constexpr std::array<State, kPlaces + 1> kStates{
        State{"35", "Andaman and Nicobar Islands", true},
        State{"37", "Andhra Pradesh", false},
        State{"12", "Arunachal Pradesh", false},
        State{"18", "Assam", false},
        State{"10", "Bihar", false},
        State{"04", "Chandigarh", true},
        State{"22", "Chhattisgarh", false},
        State{"26", "Dadra and Nagar Haveli and Daman and Diu", true},
        State{"07", "Delhi", false},
        State{"30", "Goa", false},
        State{"24", "Gujarat", false},
        State{"06", "Haryana", false},
        State{"02", "Himachal Pradesh", false},
        State{"01", "Jammu and Kashmir", false},
        State{"20", "Jharkhand", false},
        State{"29", "Karnataka", false},
        State{"32", "Kerala", false},
        State{"38", "Ladakh", true},
        State{"31", "Lakshadweep", true},
        State{"23", "Madhya Pradesh", false},
        State{"27", "Maharashtra", false},
        State{"14", "Manipur", false},
        State{"17", "Meghalaya", false},
        State{"15", "Mizoram", false},
        State{"13", "Nagaland", false},
        State{"21", "Odisha", false},
        State{"97", "Other territory", true},
        State{"34", "Puducherry", false},
        State{"03", "Punjab", false},
        State{"08", "Rajasthan", false},
        State{"11", "Sikkim", false},
        State{"33", "Tamil Nadu", false},
        State{"36", "Telangana", false},
        State{"16", "Tripura", false},
        State{"09", "Uttar Pradesh", false},
        State{"05", "Uttarakhand", false},
        State{"19", "West Bengal", false},
        State{"25", "Daman and Diu (before 2020)", true},
        State{"28", "Andhra Pradesh (before 2014)", false},
        State{"99", "Centre jurisdiction", false},
    };
};

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
int value_of(char c) { return is_digit(c) ? c - '0' : c - 'A' + 10; }

std::optional<State> found_in(std::span<State const> states, std::string_view code) {
    for (auto const& state : states)
        if (state.code() == code) return state;
    return std::nullopt;
}

// Kinds of holder of a permanent account number: company, person, family, firm, government, local authority,
// …
constexpr std::string_view kHolders = "ABCFGHJLPT";

// Regular taxpayers have Z at place 14; those who deduct tax at source, as works departments do, have D.
bool is_formed(std::string_view text) {
    for (std::size_t i = 2; i < 12; ++i)
        if (i >= 7 && i <= 10 ? !is_digit(text[i]) : !is_letter(text[i])) return false;
    return kHolders.find(text[5]) != std::string_view::npos && text[12] != '0' &&
           (is_digit(text[12]) || is_letter(text[12])) && (text[13] == 'Z' || text[13] == 'D');
}

char check_digit(std::string_view first_fourteen) {
    int sum = 0;
    for (std::size_t i = 0; i < 14; ++i) {
        int const product = value_of(first_fourteen[i]) * (i % 2 == 0 ? 1 : 2);
        sum += product / 36 + product % 36;
    }
    int const value = (36 - sum % 36) % 36;
    return char(value < 10 ? '0' + value : 'A' + value - 10);
}

}  // namespace

std::optional<State> State::parse(std::string_view gst_code) {
    return found_in(std::span{StateTable::kStates}.first(StateTable::kPlaces), gst_code);
}

std::span<State const> State::all() { return std::span{StateTable::kStates}.first(StateTable::kChosen); }

std::optional<Gstin> Gstin::parse(std::string_view text) {
    auto number = upper(trimmed(text));
    if (number.size() != 15 || !found_in(StateTable::kStates, number.substr(0, 2))) return std::nullopt;
    if (!is_formed(number) || check_digit(number) != number[14]) return std::nullopt;
    return Gstin{std::move(number)};
}

State Gstin::state() const { return *found_in(StateTable::kStates, std::string_view{text_}.substr(0, 2)); }

}  // namespace ssr
