#pragma once

#include <vector>

#include "domain/catalog/catalogue.h"
#include "view/form_pieces.h"

namespace ssr::admin {

/// What may be changed of a coupon at any time: its days and its limits.
std::vector<view::Field> term_fields();
/// A tick for each module; none ticked means all.
void add_module_ticks(view::Dictionary& out, view::Marker const& at,
                      std::vector<catalog::ModuleOffer> const& modules, view::Values const& typed);

}  // namespace ssr::admin
