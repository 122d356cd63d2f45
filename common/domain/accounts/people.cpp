#include "domain/accounts/people.h"

#include "base/text.h"
#include "values/login_id.h"

namespace ssr::accounts {

namespace {

constexpr std::size_t kLongestSought = 120;

PersonLine to_line(db::Row const& row) {
    return {.public_id = row.public_id<PublicUserId>("public_id"),
            .name = row.text("name"),
            .phone = row.text_or_empty("phone"),
            .email = row.text_or_empty("email"),
            .role = parse_role(row.text("role")).value_or(Role::user),
            .is_active = row.flag("is_active"),
            .created_at = row.instant("created_at"),
            .last_login_at = row.maybe_instant("last_login_at")};
}

// Only the conditions that were asked for: a plan for all of them together would read everybody.
std::string statement_for(PeopleFilter const& filter, Sought const& sought) {
    std::string sql = R"(
        SELECT u.public_id, u.name, u.phone, u.email, u.role, u.is_active, u.created_at, u.last_login_at
          FROM users u WHERE u.erased_at IS NULL )";
    sql += condition(sought);
    // Written out, so that a plan for the many users is not kept for the few of the staff.
    if (filter.role) sql += " AND u.role = '" + std::string{code(*filter.role)} + "'";
    if (filter.is_active) sql += *filter.is_active ? " AND u.is_active" : " AND NOT u.is_active";
    sql += sought.by == Sought::By::name ? " ORDER BY lower(u.name), u.id" : " ORDER BY u.id DESC";
    return sql + " LIMIT :most OFFSET :skip";
}

// "S. Kiran" finds who has words that begin so. Quoted, a word means nothing else to to_tsquery.
std::string beginnings(std::string_view text) {
    std::vector<std::string> words;
    bool is_telling = false;
    for (auto const part : split(text, ' ')) {
        std::string word;
        int letters = 0;
        for (char const c : part) {
            letters += std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
            if (c == '\'' || c == '\\') word += c;
            word += c;
        }
        if (letters == 0) continue;
        is_telling = is_telling || letters > 1;
        words.push_back("'" + word + "':*");
    }
    return is_telling ? join(words, " & ") : "";
}

}  // namespace

Sought sought(std::string_view typed) {
    auto const text = collapsed(cut(typed, kLongestSought));
    if (text.empty()) return {};
    if (auto const id = LoginId::parse(text))
        return {id->channel() == Channel::sms ? Sought::By::phone : Sought::By::email, id->text()};
    auto words = beginnings(text);
    if (words.empty()) return {Sought::By::nobody, ""};
    return {Sought::By::name, std::move(words)};
}

std::string_view condition(Sought const& sought) {
    switch (sought.by) {
        case Sought::By::everybody: return "";
        case Sought::By::phone: return " AND u.phone = :sought";
        case Sought::By::email: return " AND u.email = :sought";
        case Sought::By::name: return " AND to_tsvector('simple', u.name) @@ to_tsquery('simple', :sought)";
        case Sought::By::nobody: return " AND false";
    }
    return "";
}

std::vector<PersonLine> list_people(db::Session& db, PeopleFilter const& filter) {
    auto const whom = sought(filter.text);
    return db.list(statement_for(filter, whom),
                   {{"sought", whom.text},
                    {"most", filter.size + 1},
                    {"skip", std::int64_t{filter.number - 1} * filter.size}},
                   to_line);
}

bool may_manage(Role by, Role whom) { return by == Role::superadmin || whom < by; }

}  // namespace ssr::accounts
