#pragma once

#include "db/failure.h"

struct pg_conn;
struct pg_result;

namespace soci {
class soci_error;
}

// How the libraries' own faults become ours; for the files of this folder only.
namespace ssr::db {

Failure failure_of(soci::soci_error const& error);
void throw_unless_done(pg_conn* connection, pg_result* result);

}  // namespace ssr::db
