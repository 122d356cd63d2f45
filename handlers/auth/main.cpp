#include "auth/endpoints.h"
#include "guard/serve.h"

int main(int argc, char** argv) {
    using namespace ssr;
    return guard::serve<auth::App, auth::Config>(
        {.name = "auth", .needs_schema = 37, .largest_upload = 5 * 1024 * 1024}, auth::routes(),
        {argv + 1, argv + argc});
}
