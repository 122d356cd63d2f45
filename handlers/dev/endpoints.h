#pragma once

#include <span>

#include "dev/app.h"
#include "dev/gateway/merchant.h"
#include "guard/signed_in.h"
#include "web/form.h"

namespace ssr::dev {

using guard::Visitor;
using web::Request, web::Response;

std::span<web::Route<App> const> routes();

// Helpers of a development instance for people and programs; they take no token, so that a script may call
// them.
Response show_index(App&, Visitor const&);
Response show_components(App&, Visitor const&);

// outbox.cpp
Response show_outbox(App&, Visitor const&);
Response list_outbox(App&, Request const&);
Response show_gateway(App&, Visitor const&);

// time.cpp
Response show_clock(App&);
Response move_clock(App&, Request const&);
Response run_jobs(App&);

// gateway/api.cpp: Razorpay's REST API, on the gateway's own port
Response make_order(App&, gateway::Merchant const&, Request const&);
Response list_orders(App&, gateway::Merchant const&, Request const&);
Response show_order(App&, gateway::Merchant const&, gateway::EntityId const&);
Response list_order_payments(App&, gateway::Merchant const&, gateway::EntityId const&);
Response list_payments(App&, gateway::Merchant const&, Request const&);
Response show_payment(App&, gateway::Merchant const&, gateway::EntityId const&);
Response capture_payment(App&, gateway::Merchant const&, gateway::EntityId const&, Request const&);
Response refund_payment(App&, gateway::Merchant const&, gateway::EntityId const&, Request const&);
Response list_payment_refunds(App&, gateway::Merchant const&, gateway::EntityId const&, Request const&);
Response show_payment_refund(App&, gateway::Merchant const&, gateway::EntityId const&,
                             gateway::EntityId const&);
Response list_refunds(App&, gateway::Merchant const&, Request const&);
Response show_refund(App&, gateway::Merchant const&, gateway::EntityId const&);
Response make_plan(App&, gateway::Merchant const&, Request const&);
Response list_plans(App&, gateway::Merchant const&, Request const&);
Response show_plan(App&, gateway::Merchant const&, gateway::EntityId const&);
Response make_subscription(App&, gateway::Merchant const&, Request const&);
Response list_subscriptions(App&, gateway::Merchant const&, Request const&);
Response show_subscription(App&, gateway::Merchant const&, gateway::EntityId const&);
Response cancel_subscription(App&, gateway::Merchant const&, gateway::EntityId const&, Request const&);
Response list_invoices(App&, gateway::Merchant const&, Request const&);
Response show_invoice(App&, gateway::Merchant const&, gateway::EntityId const&);

// gateway/customer.cpp: who plays the customer, and who looks into the gateway's books
Response show_order_to_customer(App&, gateway::AtGateway const&, gateway::EntityId const&, Request const&);
Response show_subscription_to_customer(App&, gateway::AtGateway const&, gateway::EntityId const&,
                                       Request const&);
Response pay(App&, gateway::AtGateway const&, Request const&);
Response authorise(App&, gateway::AtGateway const&, Request const&);
Response charge(App&, gateway::AtGateway const&, Request const&);
Response show_ledger(App&, gateway::AtGateway const&);
Response list_deliveries(App&, gateway::AtGateway const&, Request const&);
Response send_event(App&, gateway::AtGateway const&, Request const&);

}  // namespace ssr::dev
