#include "db/failure.h"

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include "db/failure_of.h"

namespace ssr::db {

namespace {

Failure::Kind kind_of(std::string_view sqlstate) {
    using enum Failure::Kind;
    if (sqlstate.starts_with("08") || sqlstate.starts_with("57P") ||
        sqlstate.find_first_not_of(" ") == std::string_view::npos)
        return connection_lost;
    if (sqlstate == "53300" || sqlstate == "53400") return connection_lost;  // no connection is to be had
    if (sqlstate.starts_with("23")) return constraint;
    if (sqlstate == "40001" || sqlstate == "40P01") return conflict;
    if (sqlstate == "57014" || sqlstate == "55P03") return timeout;
    return other;
}

// The constraint's name, from: … violates unique constraint "coupons_code_is_unique" …
std::string constraint_in(std::string_view message) {
    constexpr std::string_view kMark = "constraint \"";
    auto const at = message.find(kMark);
    if (at == std::string_view::npos) return {};
    auto const rest = message.substr(at + kMark.size());
    return std::string{rest.substr(0, rest.find('"'))};
}

}  // namespace

Failure::Failure(Kind kind, std::string sqlstate, std::string constraint)
    : Fault{"database fault " + sqlstate + (constraint.empty() ? "" : " at " + constraint),
            kind == Kind::connection_lost || kind == Kind::conflict || kind == Kind::timeout},
      kind_{kind},
      sqlstate_{std::move(sqlstate)},
      constraint_{std::move(constraint)} {}

Failure failure_of(soci::soci_error const& error) {
    auto const* const postgres = dynamic_cast<soci::postgresql_soci_error const*>(&error);
    if (!postgres) return {Failure::Kind::other, "XX000", ""};  // SOCI misused
    auto const sqlstate = postgres->sqlstate();
    return {kind_of(sqlstate), sqlstate, constraint_in(error.get_error_message())};
}

void throw_unless_done(pg_conn* connection, pg_result* result) {
    auto const status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN) return;
    if (PQstatus(connection) != CONNECTION_OK) throw Failure{Failure::Kind::connection_lost, "08006", ""};
    auto const* const sqlstate = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    auto const* const constraint = PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);
    throw Failure{kind_of(sqlstate ? sqlstate : ""), sqlstate ? sqlstate : "", constraint ? constraint : ""};
}

}  // namespace ssr::db
