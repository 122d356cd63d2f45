#include <ctemplate/template.h>

#include "support/pages.h"
#include "support/status.tpl.h"
#include "view/list_pieces.h"

namespace ssr::support {

namespace {

view::Pill pill_of(Standing standing) {
    using view::Tone;
    switch (standing) {
        case Standing::ok: return {"Works", Tone::ok, "check-circle-fill"};
        case Standing::late: return {"Late", Tone::warn, "hourglass-split"};
        case Standing::down: return {"Does not answer", Tone::bad, "x-circle-fill"};
        case Standing::unknown: return {"Not known now", Tone::plain, "question-circle"};
    }
    return {};
}

struct Words {
    std::string title, text;
};

Words words_of(Standing overall) {
    switch (overall) {
        case Standing::down:
            return {"A part of the office does not answer",
                    "What you saved is safe. Load this page again in a few minutes."};
        case Standing::late:
            return {"Mails and invoices are late",
                    "Pages work and what you saved is safe. What waits is sent as soon as its turn comes."};
        case Standing::unknown:
        case Standing::ok: return {"Everything works", "All parts of the office answer."};
    }
    return {};
}

view::Table table_of(Health const& health) {
    auto const row = [](std::string name, std::string what, Standing standing) {
        return std::vector<view::Cell>{{.text = std::move(name), .small = std::move(what)},
                                       {.pill = pill_of(standing)}};
    };
    return {.caption = "The parts and their state",
            .columns = {{.label = "Part", .is_lead = true}, {.label = "State"}},
            .rows = {row("Pages and database", "Works, papers, prices, payments", health.database),
                     row("Sign-in and sessions", "Codes, and staying signed in", health.sessions),
                     row("Background work", "Mails, texts and invoices", health.background_work)}};
}

}  // namespace

std::string render(StatusPage const& page, view::Frame const& frame) {
    auto const words = words_of(page.health.overall());
    view::Document out{frame, "support/status.tpl", words.title};
    out.body().SetValue(ks_TITLE, words.title);
    out.body().SetValue(ks_TEXT, words.text);
    out.body().SetValue(ks_NOW, display_time(page.now));
    view::add(out.body(), ks_TABLE, table_of(page.health));
    return out.html();
}

}  // namespace ssr::support
