-- 0046_mandates.sql
-- Why: auto-renew by the gateway's subscriptions: who gave leave to charge which module's renewals, at which price, till when; the
--      plans that the gateway keeps for us; which payments a mandate brought.
-- Lock: ACCESS EXCLUSIVE on payments, one column without a default; its index reads no row, as none has a mandate.
CREATE TABLE gateway_plans (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key_id          text NOT NULL,
    name            text NOT NULL,
    months          integer NOT NULL,
    amount_paise    bigint NOT NULL,
    gateway_plan_id text NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT gateway_plans_one_each UNIQUE (key_id, name, months, amount_paise)
);

-- pricing_snapshot and who is billed hold for the mandate's whole life.
CREATE TABLE mandates (
    id                      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id               uuid NOT NULL UNIQUE,
    user_id                 bigint NOT NULL REFERENCES users,
    module_id               bigint NOT NULL REFERENCES modules,
    subscription_id         bigint NOT NULL REFERENCES subscriptions,
    status                  text NOT NULL CONSTRAINT mandates_status_known CHECK (status IN
                            ('created', 'authenticated', 'active', 'pending', 'cancelled', 'completed', 'halted')),
    paid_count              integer NOT NULL DEFAULT 0 CONSTRAINT mandates_paid_count_not_negative CHECK (paid_count >= 0),
    months                  integer NOT NULL CONSTRAINT mandates_months_range CHECK (months BETWEEN 1 AND 60),
    pricing_snapshot        jsonb NOT NULL,
    subtotal_paise          bigint NOT NULL,
    cgst_paise              bigint NOT NULL,
    sgst_paise              bigint NOT NULL,
    igst_paise              bigint NOT NULL,
    total_amount_paise      bigint NOT NULL,
    billing_name            text NOT NULL,
    billing_email           text,
    billing_phone           text,
    billing_gstin           text,
    billing_state_code      text NOT NULL,
    billing_address         text NOT NULL DEFAULT '',
    gateway_plan_id         text,
    gateway_subscription_id text CONSTRAINT mandates_gateway_subscription_is_unique UNIQUE,
    method                  text NOT NULL DEFAULT '',
    first_charge_at         timestamptz NOT NULL,
    next_charge_at          timestamptz,
    authorise_by            timestamptz NOT NULL,
    created_at              timestamptz NOT NULL,
    authorised_at           timestamptz,
    ended_at                timestamptz,
    end_reason              text CONSTRAINT mandates_end_reason_known CHECK (end_reason IN
                            ('turned_off', 'paid_by_hand', 'subscription_over', 'not_authorised', 'replaced', 'at_the_bank', 'failed', 'completed')),
    gateway_ended_at        timestamptz,
    next_check_at           timestamptz,
    CONSTRAINT mandates_within_the_limit CHECK (total_amount_paise BETWEEN 100 AND 1500000),
    CONSTRAINT mandates_add_up CHECK (total_amount_paise = subtotal_paise + cgst_paise + sgst_paise + igst_paise),
    CONSTRAINT mandates_of_the_snapshot_s_price CHECK (subtotal_paise = (pricing_snapshot->>'price_paise')::bigint),
    CONSTRAINT mandates_end_says_when_and_why CHECK ((status IN ('cancelled', 'completed', 'halted')) = (ended_at IS NOT NULL)
        AND (ended_at IS NULL) = (end_reason IS NULL)),
    CONSTRAINT mandates_charge_only_when_authorised CHECK (status NOT IN ('authenticated', 'active', 'pending')
        OR (authorised_at IS NOT NULL AND gateway_subscription_id IS NOT NULL))
);
CREATE UNIQUE INDEX mandates_one_open_per_module ON mandates (user_id, module_id)
    WHERE status IN ('created', 'authenticated', 'active', 'pending');
CREATE INDEX mandates_by_user ON mandates (user_id, module_id, id DESC);
CREATE INDEX mandates_by_subscription ON mandates (subscription_id);
CREATE INDEX mandates_to_check ON mandates (next_check_at) WHERE next_check_at IS NOT NULL;

ALTER TABLE payments ADD COLUMN mandate_id bigint REFERENCES mandates;
CREATE INDEX payments_by_mandate ON payments (mandate_id) WHERE mandate_id IS NOT NULL;
