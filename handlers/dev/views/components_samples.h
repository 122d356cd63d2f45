#pragma once

#include <string>

#include "view/page.h"

// Parts of the component page that fill much: a sample in one theme each, whose names end in the theme's.
namespace ssr::dev {

void add_form_samples(view::Dictionary& out, std::string const& theme);
void add_list_samples(view::Dictionary& out);
void add_modal_sample(view::Dictionary& out, std::string const& theme);

}  // namespace ssr::dev
