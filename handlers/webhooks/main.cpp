#include "guard/serve.h"
#include "webhooks/app.h"

int main(int argc, char** argv) {
    using namespace ssr;
    return guard::serve<webhooks::App, webhooks::Config>(
        {.name = "webhooks", .needs_schema = 7, .largest_body = 1024 * 1024}, webhooks::routes(),
        {argv + 1, argv + argc});
}
