-- Each named rule refuses its bad row, by its name, and accepts the good one. `fact` is set on row 1002 of the table, or on
-- the row named after the table.
CREATE FUNCTION pg_temp.outcome(change text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE told text;
BEGIN
    BEGIN
        EXECUTE change;
        RAISE SQLSTATE 'RB000';
    EXCEPTION WHEN SQLSTATE 'RB000' THEN told := 'accepted';
              WHEN integrity_constraint_violation THEN GET STACKED DIAGNOSTICS told = CONSTRAINT_NAME;
    END;
    RETURN told;
END $$;
CREATE FUNCTION pg_temp.change(target text, fact text) RETURNS text LANGUAGE sql AS $$
    SELECT format('UPDATE %s SET %s WHERE %s', split_part(target, ' ', 1), fact,
                  CASE WHEN target ~ ' ' THEN substr(target, strpos(target, ' ') + 1) ELSE 'id = 1002' END)
$$;
CREATE TEMP TABLE cases (rule text, target text, bad text, good text);
COPY cases FROM STDIN (DELIMITER '|');
account_deletions_done_is_certified|account_deletions|status = 'done', ended_at = '2026-11-08Z'|status = 'done', ended_at = '2026-11-08Z', certificate = '{}', certificate_sha256 = 'ab'
account_deletions_due_later|account_deletions|due_at = '2026-10-01Z'|due_at = '2026-11-09Z'
account_deletions_end_says_when|account_deletions|status = 'cancelled'|status = 'cancelled', ended_at = '2026-11-02Z'
account_deletions_one_pending_each|account_deletions|user_id = 1001|user_id = 1001, status = 'cancelled', ended_at = '2026-11-02Z'
account_deletions_status_known|account_deletions|status = 'maybe', ended_at = '2026-11-02Z'|status = 'cancelled', ended_at = '2026-11-02Z'
announcements_type_known|announcements|type = 'shout'|type = 'warn'
audit_heads_is_one_row|audit_heads true|one = false|one = true
bills_count_from_one|bills|bill_number = 0|bill_number = 3
bills_number_once|bills|bill_number = 1|bill_number = 1, work_id = 1002
bills_type_known|bills|bill_type = 'half'|bill_type = 'part'
blobs_one_per_content|blobs|sha256 = 'aa'|sha256 = 'cc'
blobs_size_not_negative|blobs|size_bytes = -1|size_bytes = 0
bundle_pricings_discount_range|bundle_pricings|discount_percent = 91|discount_percent = 90
bundle_pricings_duration_known|bundle_pricings|duration_months = 2|duration_months = 12
bundle_pricings_once|bundle_pricings|duration_months = 3|duration_months = 3, bundle_id = 1002
bundles_code_is_unique|bundles|code = 'b1'|code = 'b3'
coupons_code_is_unique|coupons|code = 'RAB10'|code = 'RAB11'
coupons_code_is_upper|coupons|code = 'rab11'|code = 'RAB11'
coupons_end_after_they_begin|coupons|valid_from = '2026-12-02Z', valid_until = '2026-12-01Z'|valid_from = '2026-12-01Z', valid_until = '2026-12-02Z'
coupons_limits_positive|coupons|per_user_limit = 0|per_user_limit = NULL
coupons_max_discount_positive|coupons|max_discount_paise = 0|max_discount_paise = 1
coupons_not_used_beyond_limit|coupons|times_used = 2|times_used = 1
coupons_percent_at_most_100|coupons|discount_type = 'percent', discount_value = 101|discount_type = 'percent', discount_value = 100
coupons_type_known|coupons|discount_type = 'gift'|discount_type = 'flat'
coupons_value_positive|coupons|discount_value = 0|discount_value = 1
credit_notes_add_up|credit_notes|total_amount_paise = 11801|total_amount_paise = 11801, taxable_paise = 10001
credit_notes_count_from_one|credit_notes|sequence_number = 0|sequence_number = 3
credit_notes_no_twin|credit_notes|sequence_number = 1|sequence_number = 1, financial_year = '27-28'
credit_notes_not_negative|credit_notes|taxable_paise = -1, total_amount_paise = 1799|taxable_paise = 0, total_amount_paise = 1800
credit_notes_number_as_the_rule|credit_notes|credit_note_number = 'SCN/26-27/0000001'|credit_note_number = 'SCN/26-27/000001'
credit_notes_number_is_unique|credit_notes|credit_note_number = 'TCN/26-27/1'|credit_note_number = 'TCN/26-27/3'
credit_notes_one_kind_of_tax|credit_notes|cgst_paise = 901, sgst_paise = 899|cgst_paise = 0, sgst_paise = 0, igst_paise = 1800
credit_notes_one_per_refund|credit_notes|refund_id = 1001|refund_id = 1002
credit_notes_year_as_written|credit_notes|financial_year = '2026-27'|financial_year = '27-28'
data_exports_one_running_each|data_exports|user_id = 1001|user_id = 1001, status = 'failed'
data_exports_ready_has_its_file|data_exports|status = 'ready'|status = 'ready', blob_id = 1002, expires_at = '2026-11-08Z'
data_exports_status_known|data_exports|status = 'maybe'|status = 'over'
dataset_analysis_lines_kind_known|dataset_analysis_lines|kind = 'joke'|kind = 'policy_ghmc'
dataset_analysis_lines_once|dataset_analysis_lines|seq = 1|seq = 3
dataset_categories_slug_is_unique|dataset_categories|slug = 'c1'|slug = 'c3'
dataset_groups_once|dataset_groups|name = 'G1'|name = 'G3'
dataset_import_jobs_status_known|dataset_import_jobs|status = 'odd'|status = 'refused'
dataset_rows_code_once|dataset_rows|code = 'ELE-1001'|code = 'ELE-1001', version_id = 1002
dataset_rows_municipal_original_positive|dataset_rows|rate_municipal_original_paise = 0|rate_municipal_original_paise = 1
dataset_rows_municipal_repair_positive|dataset_rows|rate_municipal_repair_paise = 0|rate_municipal_repair_paise = 1
dataset_rows_outside_original_positive|dataset_rows|rate_outside_original_paise = 0|rate_outside_original_paise = 1
dataset_rows_outside_repair_positive|dataset_rows|rate_outside_repair_paise = 0|rate_outside_repair_paise = 1
dataset_rows_rate_positive|dataset_rows|rate_paise = 0|rate_paise = 1
dataset_versions_count_from_one|dataset_versions|version = 0|version = 3
dataset_versions_once|dataset_versions|version = 1|version = 1, dataset_id = 1002
dataset_versions_one_published|dataset_versions|is_published = true, published_at = now()|is_published = true, published_at = now(), dataset_id = 1002
dataset_versions_publishing_says_when|dataset_versions id = 1001|published_at = NULL|published_at = NULL, is_published = false
datasets_slug_is_unique|datasets|slug = 'd1'|slug = 'd3'
document_templates_name_once|document_templates|name = 'T1'|name = 'T1', organization_id = 1002
estimate_items_amount_is_quantity_times_rate|estimate_items|quantity_thousandths = 42500|quantity_thousandths = 42500, amount_paise = 3468000
estimate_items_amount_is_quantity_times_rate|estimate_items|quantity_thousandths = NULL|quantity_thousandths = NULL, amount_paise = 0
estimate_items_amount_is_quantity_times_rate|estimate_items|quantity_thousandths = 1, rate_paise = 1500, amount_paise = 1|quantity_thousandths = 1, rate_paise = 1500, amount_paise = 2
estimate_items_item_once|estimate_items|code = 'ELE-1001'|code = 'ELE-1001', estimate_id = 1002
estimate_items_quantity_positive|estimate_items|quantity_thousandths = 0, amount_paise = 0|quantity_thousandths = 1, amount_paise = 82
estimate_items_rate_positive|estimate_items|rate_paise = 0, amount_paise = 0|rate_paise = 1, amount_paise = 42
estimates_add_up|estimates|gst_paise = 1|gst_paise = 1, minimum_paise = 1001, grand_total_paise = 1001
estimates_area_known|estimates|area = 'moon'|area = 'outside'
estimates_count_from_one|estimates|version = 0|version = 2
estimates_ecv_is_items_less_old_material|estimates|old_material_paise = 1|old_material_paise = 1, items_total_paise = 1001
estimates_excess_tp_range|estimates|excess_tp_percent = 100.0001|excess_tp_percent = 100
estimates_grand_total_not_negative|estimates|grand_total_asked_paise = -1|grand_total_asked_paise = 0
estimates_named_provision_not_negative|estimates|named_provision_paise = -1, minimum_paise = 999, grand_total_paise = 999|named_provision_paise = 1, minimum_paise = 1001, grand_total_paise = 1001
estimates_old_material_not_negative|estimates|old_material_paise = -1, items_total_paise = 999|old_material_paise = 0
estimates_one_per_work|estimates|work_id = 1001|work_id = 1003
estimates_work_type_known|estimates|work_type = 'new'|work_type = 'original'
faq_categories_slug_is_unique|faq_categories|slug = 'q1'|slug = 'q3'
folders_name_once|folders|name = 'F1'|name = 'F1', parent_id = 1001
help_guides_video_is_https|help_guides|video_url = 'javascript:alert(1)'|video_url = 'https://video.example.org/1'
invoice_counters_positive|invoice_counters series = 'TST'|last_number = 0|last_number = 3
invoices_add_up|invoices|total_amount_paise = 254881|total_amount_paise = 254881, taxable_paise = 216001
invoices_count_from_one|invoices|sequence_number = 0|sequence_number = 3
invoices_no_twin|invoices|sequence_number = 1|sequence_number = 1, financial_year = '27-28'
invoices_not_negative|invoices|taxable_paise = -1, total_amount_paise = 38879|taxable_paise = 0, total_amount_paise = 38880
invoices_number_as_the_rule|invoices|invoice_number = '/26-27/000001'|invoice_number = 'SSR/26-27/000001'
invoices_number_is_unique|invoices|invoice_number = 'TST/26-27/1'|invoice_number = 'TST/26-27/3'
invoices_one_kind_of_tax|invoices|cgst_paise = 19439, sgst_paise = 19441|cgst_paise = 0, sgst_paise = 0, igst_paise = 38880
invoices_one_per_payment|invoices|payment_id = 1001|payment_id = 1002
invoices_year_as_written|invoices|financial_year = '2026-27'|financial_year = '27-28'
job_schedules_interval_positive|job_schedules name = 'partitions.make'|every_seconds = 0|every_seconds = 1
jobs_one_per_key|jobs|dedupe_key = 'j1'|dedupe_key = NULL
jobs_running_has_a_lease|jobs|heartbeat_at = NULL|heartbeat_at = NULL, status = 'queued'
jobs_status_known|jobs|status = 'lost'|status = 'dead'
memberships_once_each|memberships|user_id = 1001|organization_id = 1002
memberships_one_owner|memberships|role = 'owner'|role = 'owner', organization_id = 1002
memberships_role_known|memberships|role = 'king'|role = 'viewer'
module_access_overrides_type_known|module_access_overrides|access_type = 'perhaps'|access_type = 'revoke'
module_pricings_base_positive|module_pricings duration_months = 1|base_price_paise = 0|base_price_paise = 1
module_pricings_duration_known|module_pricings duration_months = 1|duration_months = 2|duration_months = 1
module_pricings_gst_range|module_pricings duration_months = 1|gst_percent = 29|gst_percent = 28
module_pricings_limit_positive|module_pricings duration_months = 1|usage_limit = 0|usage_limit = 1
module_pricings_one_per_duration|module_pricings duration_months = 3|duration_months = 1|duration_months = 1, is_active = false
module_pricings_sale_below_base|module_pricings duration_months = 1|sale_price_paise = base_price_paise + 1|sale_price_paise = base_price_paise
modules_code_is_unique|modules code = 'bill'|code = 'estimate'|code = 'bill'
modules_code_known|modules code = 'bill'|code = 'invoice'|code = 'bill'
modules_grace_range|modules code = 'bill'|grace_days = -1|grace_days = 0
modules_upgrade_policy_known|modules code = 'bill'|upgrade_policy = 'never'|upgrade_policy = 'at_renewal'
modules_trial_not_negative|modules code = 'bill'|trial_days = -1|trial_days = 0
notification_preferences_channel_known|notification_preferences user_id = 1002|channel = 'post'|channel = 'sms'
notification_preferences_topic_can_be_switched|notification_preferences user_id = 1002|topic = 'security'|topic = 'support'
organization_invitations_end_says_when|organization_invitations|status = 'declined'|status = 'declined', ended_at = '2026-11-02Z'
organization_invitations_one_open_each|organization_invitations|recipient = 'x@example.org'|recipient = 'z@example.org'
organization_invitations_role_known|organization_invitations|role = 'owner'|role = 'viewer'
organization_invitations_status_known|organization_invitations|status = 'maybe', ended_at = '2026-11-02Z'|status = 'over', ended_at = '2026-11-02Z'
organization_invitations_token_is_a_hash|organization_invitations|token_hash = 'secret'|token_hash = repeat('c', 64)
organization_invitations_token_is_unique|organization_invitations|token_hash = repeat('a', 64)|token_hash = repeat('c', 64)
organizations_one_own_each|organizations|owner_id = 1001|name = 'Hari and sons'
outbox_messages_channel_known|outbox_messages|channel = 'pigeon'|channel = 'sms'
outbox_messages_once_per_event|outbox_messages|event_key = 'm1'|event_key = 'm3'
outbox_messages_status_known|outbox_messages|status = 'lost'|status = 'kept'
payments_add_up|payments|total_amount_paise = 254879|total_amount_paise = 254879, discount_amount_paise = 24001
payments_gateway_order_is_unique|payments|gateway_order_id = 'order_1'|gateway_order_id = NULL
payments_gateway_payment_is_unique|payments|gateway_payment_id = 'pay_1'|gateway_payment_id = NULL
payments_in_rupees|payments|currency = 'USD'|currency = 'INR'
payments_not_negative|payments|discount_amount_paise = -1, total_amount_paise = 278881|discount_amount_paise = 0, total_amount_paise = 278880
payments_of_the_snapshot_s_price|payments|pricing_snapshot = '{"price_paise": 239999}'|pricing_snapshot = '{"price_paise": 240000, "lines": []}'
payments_one_per_idempotency_key|payments|idempotency_key = 'k1'|idempotency_key = 'k1', user_id = 1002
payments_order_is_unique|payments|order_id = 'r1'|order_id = 'r3'
payments_paid_says_when|payments|captured_at = NULL|captured_at = NULL, status = 'authorized'
payments_release_needs_a_coupon|payments|coupon_id = NULL, coupon_released_at = now()|coupon_released_at = now()
payments_snapshot_has_its_price|payments|pricing_snapshot = '{"price_paise": null}'|pricing_snapshot = '{"price_paise": "240000"}'
payments_status_known|payments|status = 'success'|status = 'refunded'
payments_tax_adds_up|payments|cgst_paise = 19441, sgst_paise = 19439|cgst_paise = 0, sgst_paise = 0, igst_paise = 38880
recovery_codes_are_hashed|recovery_codes|code_hash = 'K7QM-2XRA-PT5W'|code_hash = repeat('a', 64)
recovery_codes_differ|recovery_codes|user_id = 1001, code_hash = encode(sha256('1001'), 'hex')|code_hash = encode(sha256('1003'), 'hex')
payments_dispute_status_known|payments|dispute_status = 'odd'|dispute_status = 'won'
payments_refunded_within_total|payments|refunded_paise = 254881|refunded_paise = 254880
refunds_one_per_surplus|refunds|surplus_payment_id = 'pay_9'|surplus_payment_id = 'pay_8'
reconciliation_reports_end_after_they_start|reconciliation_reports|until_at = from_at|until_at = from_at + interval '1 s'
reconciliation_reports_one_a_day|reconciliation_reports|from_at = '2026-11-01Z'|from_at = '2026-11-02Z'
refunds_gateway_refund_is_unique|refunds|gateway_refund_id = 'rfnd_1001'|gateway_refund_id = NULL
refunds_idempotency_key_is_unique|refunds|idempotency_key = 'refund-1001'|idempotency_key = 'refund-1003'
refunds_positive|refunds|amount_paise = 0|amount_paise = 100
refunds_status_known|refunds|status = 'odd'|status = 'failed'
subscription_periods_end_after_they_start|subscription_periods|ends_at = starts_at|ends_at = starts_at + interval '1 s'
subscription_periods_limit_positive|subscription_periods|usage_limit = 0|usage_limit = 1
subscription_periods_price_not_negative|subscription_periods|price_paise = -1|price_paise = 0
subscription_periods_one_per_payment|subscription_periods id = 1003|payment_id = 1001|payment_id = 1002
subscriptions_end_after_they_start|subscriptions|expires_at = started_at|expires_at = started_at + interval '1 s'
subscriptions_not_used_beyond_limit|subscriptions|usage_count = 11|usage_count = 10
subscriptions_one_live_per_module|subscriptions|module_id = (SELECT id FROM modules WHERE code = 'estimate')|module_id = (SELECT id FROM modules WHERE code = 'estimate'), status = 'expired'
subscriptions_source_known|subscriptions|source = 'gift'|source = 'grant'
subscriptions_status_known|subscriptions|status = 'paused'|status = 'suspended'
support_tickets_priority_known|support_tickets|priority = 'now'|priority = 'urgent'
support_tickets_status_known|support_tickets|status = 'lost'|status = 'waiting'
user_sessions_end_says_when|user_sessions|is_active = false|is_active = false, ended_at = now()
user_sessions_key_is_a_hash|user_sessions|session_key = 'abc'|session_key = repeat('a', 64)
user_sessions_key_is_unique|user_sessions|session_key = encode(sha256('1001'), 'hex')|session_key = encode(sha256('1003'), 'hex')
user_sessions_level_known|user_sessions|level = 'root'|level = 'staff'
users_can_be_reached|users|phone = NULL, email = NULL|phone = NULL
users_email_is_lower|users|email = 'Hari@example.org'|email = 'hari2@example.org'
users_email_is_unique|users|email = 'gita@example.org'|email = NULL
users_erased_are_unknown|users|erased_at = '2026-11-02Z'|erased_at = '2026-11-02Z', phone = NULL, email = NULL, is_active = false
users_phone_is_e164|users|phone = '9876500003'|phone = '+919876500003'
users_phone_is_unique|users|phone = '+919876500001'|phone = NULL
users_role_known|users|role = 'root'|role = 'support'
users_state_code_two_digits|users|state_code = 'TS'|state_code = '36'
webhook_events_once_each|webhook_events|event_id = 'e1'|event_id = 'e3'
works_have_a_name|works|name = ''|name = 'Quarters'
works_name_once|works|name = 'w1001'|name = 'W1001, east'
workslips_count_from_one|workslips|number = 0|number = 3
workslips_number_once|workslips|number = 1|number = 1, work_id = 1002
gateway_plans_one_each|gateway_plans|name = 'Estimate'|name = 'Estimate', months = 6
mandates_add_up|mandates|total_amount_paise = 254881|total_amount_paise = 254881, igst_paise = 38881
mandates_charge_only_when_authorised|mandates|authorised_at = NULL|authorised_at = NULL, status = 'created'
mandates_end_reason_known|mandates|status = 'cancelled', ended_at = '2026-11-02Z', end_reason = 'tired'|status = 'cancelled', ended_at = '2026-11-02Z', end_reason = 'turned_off'
mandates_end_says_when_and_why|mandates|status = 'cancelled', ended_at = '2026-11-02Z'|status = 'halted', ended_at = '2026-11-02Z', end_reason = 'failed'
mandates_gateway_subscription_is_unique|mandates|gateway_subscription_id = 'sub_1001'|gateway_subscription_id = 'sub_1003'
mandates_months_range|mandates|months = 0|months = 1
mandates_of_the_snapshot_s_price|mandates|pricing_snapshot = '{"price_paise": 1}'|pricing_snapshot = '{"price_paise": 216000, "lines": []}'
mandates_one_open_per_module|mandates|module_id = (SELECT id FROM modules WHERE code = 'estimate')|module_id = (SELECT id FROM modules WHERE code = 'estimate'), status = 'cancelled', ended_at = '2026-11-02Z', end_reason = 'turned_off'
mandates_paid_count_not_negative|mandates|paid_count = -1|paid_count = 0
mandates_status_known|mandates|status = 'paused'|status = 'pending'
mandates_within_the_limit|mandates|total_amount_paise = 1500001, igst_paise = 1284001|total_amount_paise = 1500000, igst_paise = 1284000
\.
SELECT CASE WHEN pg_temp.outcome(pg_temp.change(target, bad)) = rule AND pg_temp.outcome(pg_temp.change(target, good)) = 'accepted'
            THEN 'ok ' || rule
            ELSE format('FAIL %s: the bad row is told %s, the good one %s', rule, pg_temp.outcome(pg_temp.change(target, bad)),
                        pg_temp.outcome(pg_temp.change(target, good))) END
  FROM cases;

-- A rule of a later migration needs its line above.
SELECT CASE WHEN exists(SELECT 1 FROM cases WHERE rule = name) THEN 'ok ' ELSE 'FAIL no case for ' END || name
  FROM (SELECT conname AS name FROM pg_constraint
         WHERE contype IN ('c', 'u') AND connamespace = 'public'::regnamespace AND conname NOT LIKE '%\_public\_id\_key'
        UNION
        SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
         WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = i.indexrelid)) rules;
SELECT 'FAIL there is no rule ' || rule FROM cases
 WHERE NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = rule) AND to_regclass(rule) IS NULL;
