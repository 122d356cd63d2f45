#include "db/session.h"

#include <list>
#include <unordered_map>

#include <poll.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include "db/failure.h"
#include "db/failure_of.h"

namespace ssr::db {

// SOCI binds by reference, so the values live beside their statement.
struct Session::Statement {
    struct Slot {
        std::string text;
        soci::indicator state = soci::i_ok;
    };
    explicit Statement(soci::session& sql) : statement{sql} {}
    soci::statement statement;
    std::map<std::string, Slot, std::less<>> slots;
    soci::row row;
};

struct Session::Connection {
    explicit Connection(std::string const& conninfo) : sql{soci::postgresql, conninfo} {
        PQsetNoticeReceiver(raw(), hear, this);
    }
    soci::session sql;
    // Kept for the life of the connection: preparing costs more than three times what running does.
    std::unordered_map<std::string, std::unique_ptr<Statement>> statements;
    std::map<std::string, std::uint64_t, std::less<>> last_told;  // by channel that we listen to

    PGconn* raw() { return static_cast<soci::postgresql_session_backend*>(sql.get_backend())->conn_; }

    // A peer that goes away says so: the socket is readable though nothing was asked. Its farewell is a FATAL
    // message; the end of the connection may come a moment later, or be read together with it.
    bool is_dead() {
        pollfd watch{PQsocket(raw()), POLLIN, 0};
        while (::poll(&watch, 1, 0) > 0 && PQconsumeInput(raw()) == 1) {
        }
        PQisBusy(raw());  // reads what has come, and so calls hear()
        return has_said_farewell || PQstatus(raw()) != CONNECTION_OK;
    }

private:
    static void hear(void* connection, PGresult const* said) {
        auto const* const severity = PQresultErrorField(said, PG_DIAG_SEVERITY_NONLOCALIZED);
        if (severity && std::string_view{severity} == "FATAL")
            static_cast<Connection*>(connection)->has_said_farewell = true;
    }
    bool has_said_farewell = false;
};

Session::Session(Config config) : config_{std::move(config)} {}
Session::~Session() = default;

Session::Connection& Session::open() {
    if (connection_ && depth_ == 0 && connection_->is_dead()) connection_.reset();
    if (!connection_) {
        if (depth_ > 0) throw Failure{Failure::Kind::connection_lost, "08003", ""};
        try {
            connection_ = std::make_unique<Connection>(config_.conninfo);
        } catch (soci::soci_error const&) {
            throw Failure{Failure::Kind::connection_lost, "08001", ""};
        }
        connection_->sql << "SET TIME ZONE 'UTC'";
    }
    return *connection_;
}

void Session::guarded(bool is_counted, std::function<void()> const& work) {
    auto const began = std::chrono::steady_clock::now();
    auto const account = [&] {
        statements_ += is_counted;
        spent_ +=
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    };
    try {
        work();
        account();
    } catch (soci::soci_error const& error) {
        account();
        auto const failure = failure_of(error);
        if (failure.kind() == Failure::Kind::connection_lost) connection_.reset();
        throw failure;
    }
}

Session::Statement& Session::prepared(std::string_view sql, Params params, bool gives_rows) {
    auto& connection = open();
    auto& kept = connection.statements[std::string{sql}];
    bool const is_new = !kept || !config_.prepared;
    if (is_new) kept = std::make_unique<Statement>(connection.sql);
    for (auto const& [name, param] : params) {
        auto& slot = kept->slots[name];
        slot.text = param.text();
        slot.state = param.is_null() ? soci::i_null : soci::i_ok;
    }
    if (!is_new) return *kept;
    try {
        for (auto& [name, slot] : kept->slots)
            kept->statement.exchange(soci::use(slot.text, slot.state, name));
        if (gives_rows) kept->statement.exchange(soci::into(kept->row));
        kept->statement.alloc();
        kept->statement.prepare(std::string{sql}, config_.prepared ? soci::details::st_repeatable_query
                                                                   : soci::details::st_one_time_query);
        kept->statement.define_and_bind();
    } catch (...) {
        connection.statements.erase(std::string{sql});
        throw;
    }
    return *kept;
}

void Session::each(std::string_view sql, Params params, std::function<void(Row const&)> const& visit) {
    guarded(true, [&] {
        auto& [statement, slots, row] = prepared(sql, params, true);
        try {
            statement.execute(false);
            while (statement.fetch()) visit(Row{&row});
        } catch (...) {
            if (connection_) connection_->statements.erase(std::string{sql});
            throw;
        }
    });
}

std::int64_t Session::execute(std::string_view sql, Params params) {
    std::int64_t affected = 0;
    guarded(true, [&] {
        auto& statement = prepared(sql, params, false).statement;
        try {
            statement.execute(true);
        } catch (...) {
            if (connection_) connection_->statements.erase(std::string{sql});
            throw;
        }
        affected = statement.get_affected_rows();
    });
    return affected;
}

void Session::run_script(std::string const& sql) {
    guarded(true, [&] {
        auto* const raw = open().raw();
        std::unique_ptr<PGresult, void (*)(PGresult*)> const result{PQexec(raw, sql.c_str()), PQclear};
        throw_unless_done(raw, result.get());
    });
}

void Session::copy(std::string const& statement, std::function<void(Put const& put)> const& write) {
    guarded(true, [&] {
        using Answer = std::unique_ptr<PGresult, void (*)(PGresult*)>;
        auto* const raw = open().raw();
        Answer const started{PQexec(raw, statement.c_str()), PQclear};
        throw_unless_done(raw, started.get());
        bool is_taken = true;  // what is not, the answer tells
        try {
            write([&](std::string_view rows) {
                is_taken = is_taken && PQputCopyData(raw, rows.data(), int(rows.size())) == 1;
            });
        } catch (...) {
            PQputCopyEnd(raw, "stopped");
            while (Answer const rest{PQgetResult(raw), PQclear}) {
            }
            throw;
        }
        PQputCopyEnd(raw, nullptr);
        Answer const finished{PQgetResult(raw), PQclear};
        while (Answer const rest{PQgetResult(raw), PQclear}) {
        }
        throw_unless_done(raw, finished.get());
    });
}

bool Session::wait_for_notice(std::chrono::milliseconds at_most) {
    auto* const raw = open().raw();
    auto const taken = [&] {
        bool any = false;
        while (std::unique_ptr<PGnotify, void (*)(void*)> const notice{PQnotifies(raw), PQfreemem})
            any = true;
        return any;
    };
    if (taken()) return true;
    pollfd watch{PQsocket(raw), POLLIN, 0};
    if (::poll(&watch, 1, int(at_most.count())) <= 0) return false;
    if (PQconsumeInput(raw) != 1) {
        connection_.reset();
        throw Failure{Failure::Kind::connection_lost, "08006", ""};
    }
    return taken();
}

std::uint64_t Session::last_told(std::string const& channel) {
    if (!config_.prepared) return ++told_;
    auto& connection = open();  // reads what has come
    if (!connection.last_told.contains(channel)) {
        guarded(false, [&] { connection.sql << "LISTEN " + channel; });
        connection.last_told.emplace(channel, ++told_);
    }
    while (std::unique_ptr<PGnotify, void (*)(void*)> const notice{PQnotifies(connection.raw()), PQfreemem})
        if (auto const said = connection.last_told.find(notice->relname); said != connection.last_told.end())
            said->second = ++told_;
    return connection.last_told.find(channel)->second;
}

void Session::begin() {
    guarded(false, [&] {
        auto& sql = open().sql;
        if (depth_ == 0)
            sql << "BEGIN";
        else
            sql << "SAVEPOINT inner" + std::to_string(depth_);
    });
    ++depth_;
}

void Session::commit() {
    auto const level = --depth_;
    // COMMIT of a failed transaction would roll back without a word.
    if (connection_ && PQtransactionStatus(connection_->raw()) == PQTRANS_INERROR) {
        ++depth_;
        roll_back();
        throw Failure{Failure::Kind::other, "25P02", ""};
    }
    if (!connection_) throw Failure{Failure::Kind::connection_lost, "08003", ""};
    guarded(false, [&] {
        if (level == 0)
            connection_->sql << "COMMIT";
        else
            connection_->sql << "RELEASE SAVEPOINT inner" + std::to_string(level);
    });
}

void Session::roll_back() {
    auto const level = --depth_;
    if (!connection_) return;
    guarded(false, [&] {
        if (level == 0)
            connection_->sql << "ROLLBACK";
        else
            connection_->sql << "ROLLBACK TO SAVEPOINT inner" + std::to_string(level);
    });
}

bool Session::is_ready() {
    try {
        return one("SELECT 1 AS one", {}, [](Row const& row) { return row.integer("one"); }) == 1;
    } catch (std::exception const&) {
        return false;
    }
}

void Session::reset_counts() {
    statements_ = 0;
    spent_ = {};
}

void Session::missing_row(std::string_view sql) const {
    throw std::logic_error{"no row where one must be: " + std::string{sql.substr(0, 60)}};
}

}  // namespace ssr::db
