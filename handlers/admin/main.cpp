#include "admin/app.h"
#include "guard/serve.h"

int main(int argc, char** argv) {
    using namespace ssr;
    return guard::serve<admin::App, admin::Config>({.name = "admin", .needs_schema = 46}, admin::routes(),
                                                   {argv + 1, argv + argc});
}
