#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "domain/billing/capture.h"

namespace ssr::billing {

/// The job payment.apply_event, payload {"event_id"}: tells the capture what a stored webhook says, and marks
/// it in the same transaction. Again for the same event it does nothing.
void apply_event(db::Session& db, Clock const& clock, Capture& capture, Json const& payload);

}  // namespace ssr::billing
