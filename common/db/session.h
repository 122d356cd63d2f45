#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/json.h"
#include "values/ids.h"
#include "values/money.h"
#include "values/quantity.h"

namespace ssr::db {

/// A value bound to a placeholder. Built from our types, so that stores never unwrap by hand.
/// Everything travels as text; Postgres knows the type from the statement.
class Param {
public:
    Param(std::nullptr_t) : is_null_{true} {}
    Param(std::int64_t value) : text_{std::to_string(value)} {}
    Param(int value) : text_{std::to_string(value)} {}
    Param(bool value) : text_{value ? "t" : "f"} {}
    Param(std::string_view text) : text_{text} {}
    Param(char const* text) : text_{text} {}
    Param(std::string const& text) : text_{text} {}
    Param(Instant at) : text_{to_iso(at)} {}
    Param(Json const& json) : text_{json.dump()} {}
    Param(Money amount) : text_{std::to_string(amount.paise())} {}
    Param(Rate rate) : text_{std::to_string(rate.paise())} {}
    Param(Quantity quantity) : text_{std::to_string(quantity.thousandths())} {}
    template <class Tag>
    Param(Id<Tag> id) : text_{std::to_string(id.value())} {}
    template <class Tag>
    Param(PublicId<Tag> const& id) : text_{id.text()} {}
    template <class T>
    Param(std::optional<T> const& maybe) : is_null_{!maybe} {
        if (maybe) text_ = Param{*maybe}.text();
    }

    bool is_null() const { return is_null_; }
    std::string const& text() const { return text_; }

private:
    std::string text_;
    bool is_null_ = false;
};

/// A Postgres array literal, for `= any(cast(:codes as text[]))` and unnest().
std::string array_of(std::vector<std::string> const& texts);
std::string array_of(std::vector<std::int64_t> const& numbers);

/// A text as it stands in a line of COPY.
std::string copy_text(std::string_view text);

/// A placeholder and its value: {"user", user} fills :user.
struct Named {
    char const* name;
    Param value;
};

/// One row, read by column name. A missing or unexpectedly null column is a bug, and throws.
/// numeric columns must be cast to text in SQL: SOCI would make doubles of them.
class Row {
public:
    std::int64_t integer(std::string_view column) const;
    std::string text(std::string_view column) const;
    bool flag(std::string_view column) const;
    Instant instant(std::string_view column) const;
    Json json(std::string_view column) const;
    bool is_null(std::string_view column) const;

    Money money(std::string_view column) const { return Money::from_paise(integer(column)); }
    Rate rate(std::string_view column) const { return Rate::from_paise(integer(column)); }
    Quantity quantity(std::string_view column) const { return Quantity::from_thousandths(integer(column)); }
    template <class T>
    T id(std::string_view column) const {
        return T{integer(column)};
    }
    template <class T>
    T public_id(std::string_view column) const {
        return *T::parse(text(column));
    }
    std::optional<std::int64_t> maybe_integer(std::string_view column) const;
    std::optional<std::string> maybe_text(std::string_view column) const;
    std::optional<Instant> maybe_instant(std::string_view column) const;
    std::optional<Money> maybe_money(std::string_view column) const;
    std::string text_or_empty(std::string_view column) const {
        return maybe_text(column).value_or(std::string{});
    }

private:
    friend class Session;
    explicit Row(void const* row) : row_{row} {}
    void const* row_;
};

struct Config {
    std::string conninfo;  // libpq's
    bool prepared = true;  // false behind a transaction pooler
};

/// One connection, opened at the first statement, reopened after a loss. Statements are prepared once and
/// kept. Faults are thrown as db::Failure.
class Session {
public:
    explicit Session(Config config);
    ~Session();
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;

    using Params = std::initializer_list<Named>;
    void each(std::string_view sql, Params params, std::function<void(Row const&)> const& visit);
    std::int64_t execute(std::string_view sql, Params params = {});  // rows affected
    /// Several statements without parameters.
    void run_script(std::string const& sql);
    /// COPY … FROM STDIN: `write` puts rows in Postgres's text format, and runs no statement meanwhile.
    using Put = std::function<void(std::string_view rows)>;
    void copy(std::string const& statement, std::function<void(Put const& put)> const& write);
    /// Waits for a NOTIFY on a LISTENed channel; false when the time is over.
    bool wait_for_notice(std::chrono::milliseconds at_most);

    /// A number that stays the same while nothing is told on that channel (NOTIFY). What is kept in memory is
    /// true for as long. Another one after the connection was lost, and always behind a transaction pooler:
    /// what was not heard may have been said. Costs no statement but the first.
    std::uint64_t last_told(std::string const& channel);

    template <class Map>
    auto maybe_one(std::string_view sql, Params params, Map map) {
        std::optional<std::invoke_result_t<Map, Row const&>> found;
        each(sql, params, [&](Row const& row) { found.emplace(map(row)); });
        return found;
    }
    template <class Map>
    auto one(std::string_view sql, Params params, Map map) {
        auto found = maybe_one(sql, params, map);
        if (!found) missing_row(sql);
        return *std::move(found);
    }
    template <class Map>
    auto list(std::string_view sql, Params params, Map map) {
        std::vector<std::invoke_result_t<Map, Row const&>> rows;
        each(sql, params, [&](Row const& row) { rows.push_back(map(row)); });
        return rows;
    }

    bool is_ready();  // `SELECT 1`; false, never a throw
    int statements() const { return statements_; }
    std::chrono::microseconds spent() const { return spent_; }
    void reset_counts();

private:
    friend class Transaction;
    struct Connection;
    struct Statement;
    [[noreturn]] void missing_row(std::string_view sql) const;
    Connection& open();
    Statement& prepared(std::string_view sql, Params params, bool gives_rows);
    void begin();
    void commit();
    void roll_back();
    // Runs `work`, counts it, and turns what the library throws into db::Failure.
    void guarded(bool is_counted, std::function<void()> const& work);

    Config config_;
    std::unique_ptr<Connection> connection_;
    int statements_ = 0;
    std::uint64_t told_ = 0;  // how often anything was told so far
    int depth_ = 0;           // open transactions; those inside another are savepoints
    std::chrono::microseconds spent_{};
};

}  // namespace ssr::db
