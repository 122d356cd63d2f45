#pragma once

#include "domain/billing/payment_desk.h"
#include "domain/billing/refund.h"

// What programs are answered about money.
namespace ssr::admin {

Json payments_json(billing::DeskList const& list);
Json refund_json(billing::Refund const& refund);

}  // namespace ssr::admin
