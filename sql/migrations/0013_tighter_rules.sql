-- 0013_tighter_rules.sql
-- Why: what the checks of `make check-data` take for granted, and what the papers promise to the paisa.
-- Lock: ACCESS EXCLUSIVE on each table while its rows are read once; they are few before the first release.
ALTER TABLE coupons
    ADD CONSTRAINT coupons_limits_positive CHECK (coalesce(usage_limit, 1) > 0 AND coalesce(per_user_limit, 1) > 0),
    ADD CONSTRAINT coupons_max_discount_positive CHECK (max_discount_paise > 0);

ALTER TABLE payments
    ADD CONSTRAINT payments_snapshot_has_its_price CHECK (pricing_snapshot ->> 'price_paise' IS NOT NULL),
    ADD CONSTRAINT payments_paid_says_when
        CHECK (status NOT IN ('captured', 'partially_refunded', 'refunded') OR captured_at IS NOT NULL),
    ADD CONSTRAINT payments_release_needs_a_coupon CHECK (coupon_released_at IS NULL OR coupon_id IS NOT NULL);

-- With numbers from 1 and without twins, the highest one less their count is the number of gaps.
ALTER TABLE invoices
    ADD CONSTRAINT invoices_count_from_one CHECK (sequence_number >= 1),
    ADD CONSTRAINT invoices_year_as_written CHECK (financial_year ~ '^[0-9]{2}-[0-9]{2}$'),
    ADD CONSTRAINT invoices_not_negative CHECK (taxable_paise >= 0 AND cgst_paise >= 0 AND igst_paise >= 0),
    ADD CONSTRAINT invoices_one_kind_of_tax CHECK (cgst_paise = sgst_paise AND (igst_paise = 0 OR cgst_paise = 0));
ALTER TABLE credit_notes
    ADD CONSTRAINT credit_notes_count_from_one CHECK (sequence_number >= 1),
    ADD CONSTRAINT credit_notes_number_as_the_rule CHECK (credit_note_number ~ '^[A-Z0-9][A-Z0-9/-]{0,15}$'),
    ADD CONSTRAINT credit_notes_year_as_written CHECK (financial_year ~ '^[0-9]{2}-[0-9]{2}$'),
    ADD CONSTRAINT credit_notes_not_negative CHECK (taxable_paise >= 0 AND cgst_paise >= 0 AND igst_paise >= 0),
    ADD CONSTRAINT credit_notes_one_kind_of_tax CHECK (cgst_paise = sgst_paise AND (igst_paise = 0 OR cgst_paise = 0));

-- A running job without a heartbeat would never be found stuck, and never be taken over.
ALTER TABLE jobs
    ADD CONSTRAINT jobs_running_has_a_lease CHECK (status <> 'running' OR (heartbeat_at IS NOT NULL AND locked_until IS NOT NULL));

ALTER TABLE dataset_versions
    ADD CONSTRAINT dataset_versions_publishing_says_when CHECK (NOT is_published OR published_at IS NOT NULL);

ALTER TABLE estimates
    ADD CONSTRAINT estimates_ecv_is_items_less_old_material CHECK (ecv_paise = items_total_paise - old_material_paise);
-- Half away from zero, as numeric rounds.
ALTER TABLE estimate_items
    ADD CONSTRAINT estimate_items_amount_is_quantity_times_rate
        CHECK (amount_paise = coalesce(round(quantity_thousandths::numeric * rate_paise / 1000), 0));
