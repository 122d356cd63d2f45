#include "datasets/app.h"
#include "guard/serve.h"

int main(int argc, char** argv) {
    using namespace ssr;
    return guard::serve<datasets::App, datasets::Config>({.name = "datasets", .needs_schema = 25},
                                                         datasets::routes(), {argv + 1, argv + argc});
}
