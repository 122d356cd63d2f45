#pragma once

#include "admin/access_forms.h"
#include "admin/app.h"
#include "admin/coupon_forms.h"
#include "admin/money_forms.h"
#include "guard/fresh.h"
#include "web/form.h"

namespace ssr::admin {

using web::Form, web::Query, web::Response;
using Admin = guard::Staff<accounts::Role::admin>;
/// For what cannot be taken back: gave a code of his authenticator within the last five minutes.
using FreshAdmin = guard::Fresh<Admin>;

Response show_panel(App&, Admin const&);

// payments.cpp, payment.cpp, refund.cpp: what was ordered and paid, and gives back
struct TriedDecision;
Response list_payments(App&, Admin const&, Query<PaymentsQuery> const&);
Response show_payment(App&, Admin const&, Query<MoneyDone> const&, PublicPaymentId const&);
/// The same with a decision of its review that came back.
Response payment_page(App&, Admin const&, PublicPaymentId const&, MoneyDone const&, TriedDecision);
Response check_payment(App&, Admin const&, Form<web::Press> const&, PublicPaymentId const&);
Response download_invoice(App&, Admin const&, PublicPaymentId const&);
Response download_credit_note(App&, Admin const&, PublicPaymentId const&, PublicCreditNoteId const&);
Response show_refund(App&, Admin const&, PublicPaymentId const&);
Response refund_payment(App&, FreshAdmin const&, Form<RefundForm> const&, PublicPaymentId const&);

// review.cpp: what does not fit
Response list_reviews(App&, Admin const&);
Response settle_review(App&, Admin const&, Form<NoteForm> const&, PublicPaymentId const&);
Response send_held_money_back(App&, FreshAdmin const&, Form<NoteForm> const&, PublicPaymentId const&);

// events.cpp, comparisons.cpp: what the gateway told
Response list_events(App&, Admin const&, Query<EventsQuery> const&);
Response show_event(App&, Admin const&, Query<MoneyDone> const&, EventSegment const&);
Response replay_event(App&, Admin const&, Form<web::Press> const&, EventSegment const&);
Response list_comparisons(App&, Admin const&, Query<ComparisonsQuery> const&);

// gstr1.cpp: what the tax office is told
Response show_gstr1(App&, Admin const&, Query<Gstr1Query> const&);
Response download_gstr1(App&, FreshAdmin const&, Gstr1Segment const&);

// coupons.cpp: whoever gives money away, or more of it, gives a fresh code first
Response list_coupons(App&, Admin const&, Query<CouponsQuery> const&);
Response show_new_coupon(App&, Admin const&);
Response make_coupon(App&, FreshAdmin const&, Form<CouponForm> const&);
Response show_coupon(App&, Admin const&, Query<CouponDoneQuery> const&, billing::PublicCouponId const&);
Response change_coupon(App&, FreshAdmin const&, Form<CouponTermsForm> const&, billing::PublicCouponId const&);
Response withdraw_coupon(App&, Admin const&, Form<web::Press> const&, billing::PublicCouponId const&);
Response reinstate_coupon(App&, FreshAdmin const&, Form<web::Press> const&, billing::PublicCouponId const&);

// people.cpp: a form that came back stands at its own address, so each of these shows its page too
Response list_people(App&, Admin const&, Query<PeopleQuery> const&);
Response show_person(App&, Admin const&, Query<AccessDoneQuery> const&, PublicUserId const&);
Response grant_access(App&, FreshAdmin const&, Form<OverrideForm> const&, PublicUserId const&);
Response revoke_access(App&, FreshAdmin const&, Form<OverrideForm> const&, PublicUserId const&);
Response show_override(App&, Admin const&, PublicUserId const&, PublicOverrideId const&);
Response end_override(App&, FreshAdmin const&, Form<web::Press> const&, PublicUserId const&,
                      PublicOverrideId const&);

// subscriptions.cpp
Response list_subscriptions(App&, Admin const&, Query<SubscriptionsQuery> const&);
Response show_subscription(App&, Admin const&, Query<AccessDoneQuery> const&, PublicSubscriptionId const&);
Response suspend_subscription(App&, FreshAdmin const&, Form<InterventionForm> const&,
                              PublicSubscriptionId const&);
Response resume_subscription(App&, FreshAdmin const&, Form<InterventionForm> const&,
                             PublicSubscriptionId const&);

}  // namespace ssr::admin
