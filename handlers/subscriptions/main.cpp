#include "guard/serve.h"
#include "subscriptions/app.h"

int main(int argc, char** argv) {
    using namespace ssr;
    return guard::serve<subscriptions_pages::App, subscriptions_pages::Config>(
        {.name = "subscriptions", .needs_schema = 46}, subscriptions_pages::routes(),
        {argv + 1, argv + argc});
}
