#include "guard/serve.h"
#include "support/app.h"

int main(int argc, char** argv) {
    using namespace ssr;
    return guard::serve<support::App, support::Config>({.name = "support", .needs_schema = 25},
                                                       support::routes(), {argv + 1, argv + argc});
}
