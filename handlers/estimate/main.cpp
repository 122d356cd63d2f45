#include "estimate/endpoints.h"
#include "guard/serve.h"

int main(int argc, char** argv) {
    using namespace ssr;
    // A form without script sends a long estimate whole.
    return guard::serve<estimate::App, estimate::Config>(
        {.name = "estimate", .needs_schema = 25, .largest_body = 1024 * 1024}, estimate::routes(),
        {argv + 1, argv + argc});
}
