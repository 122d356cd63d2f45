// What a page cannot cost less than: its session, its statements and its bytes, without the frame (reading
// the request, routing, guards, templates, headers, log).
//   DATABASE_URL=… REDIS_URL=… bare_handler FILE CONTENT-TYPE prices|dashboard|me COOKIE
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <fcgiapp.h>

#include "config/environment.h"
#include "domain/accounts/sessions.h"
#include "domain/billing/errands.h"
#include "domain/catalog/catalogue.h"
#include "domain/subscriptions/access_book.h"
#include "domain/works/work_store.h"

using namespace ssr;

int main(int count, char** arguments) {
    if (count != 5) return 64;
    std::ifstream in{arguments[1], std::ios::binary};
    std::string const body{std::istreambuf_iterator<char>{in}, {}};
    std::string const answer = std::string{"Content-Type: "} + arguments[2] +
                               "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    std::string const page = arguments[3], cookie = arguments[4];
    Environment environment;
    db::Session db{{environment.required("DATABASE_URL")}};
    cache::Redis redis{environment.required("REDIS_URL")};
    environment.exit_if_incomplete();
    SystemClock const clock{environment.optional("SSR_CLOCK_FILE")};
    accounts::Sessions sessions{redis, db, clock};
    subscriptions::AccessBook access{db, clock};
    works::WorkStore works{db};
    FCGX_Init();
    FCGX_Request request;
    FCGX_InitRequest(&request, 0, 0);
    while (FCGX_Accept_r(&request) >= 0) {
        if (page == "prices") catalog::offers(db);
        auto const session = page == "prices" ? std::nullopt : sessions.resume(cookie);
        if (session) access.of(session->user);
        if (page == "dashboard") {
            works.recent(session->organization);
            billing::errands_of(db, session->user, clock.now());
        }
        FCGX_PutStr(answer.data(), int(answer.size()), request.out);
        FCGX_Finish_r(&request);
    }
}
