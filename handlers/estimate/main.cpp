#include "estimate/app.h"
#include "guard/serve.h"

int main(int argc, char** argv) {
    using namespace ssr;
    return guard::serve<estimate::App, estimate::Config>({.name = "estimate", .needs_schema = 2},
                                                         estimate::routes(), {argv + 1, argv + argc});
}
