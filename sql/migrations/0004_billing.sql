-- 0004_billing.sql
-- Why: orders, invoices, credit notes, refunds, the gateway's events; numbers without gap or twin per year.
-- Lock: none, new tables only.
CREATE TABLE payments (
    id                    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id             uuid NOT NULL UNIQUE,
    order_id              text NOT NULL CONSTRAINT payments_order_is_unique UNIQUE,
    user_id               bigint NOT NULL REFERENCES users,
    gateway_order_id      text CONSTRAINT payments_gateway_order_is_unique UNIQUE,
    gateway_payment_id    text CONSTRAINT payments_gateway_payment_is_unique UNIQUE,
    status                text NOT NULL DEFAULT 'created' CONSTRAINT payments_status_known CHECK (status IN
                          ('created', 'attempted', 'authorized', 'captured', 'failed', 'refunded', 'partially_refunded')),
    subtotal_paise        bigint NOT NULL,
    discount_amount_paise bigint NOT NULL DEFAULT 0,
    cgst_paise            bigint NOT NULL DEFAULT 0,
    sgst_paise            bigint NOT NULL DEFAULT 0,
    igst_paise            bigint NOT NULL DEFAULT 0,
    gst_amount_paise      bigint NOT NULL,
    total_amount_paise    bigint NOT NULL,
    currency              text NOT NULL DEFAULT 'INR' CONSTRAINT payments_in_rupees CHECK (currency = 'INR'),
    pricing_snapshot      jsonb NOT NULL,
    coupon_id             bigint REFERENCES coupons,
    coupon_released_at    timestamptz,
    billing_name          text NOT NULL,
    billing_email         text,
    billing_phone         text,
    billing_gstin         text,
    billing_state_code    text NOT NULL,
    billing_address       text NOT NULL DEFAULT '',
    idempotency_key       text,
    failure_reason        text,
    review_reason         text,
    created_at            timestamptz NOT NULL,
    attempted_at          timestamptz,
    authorized_at         timestamptz,
    captured_at           timestamptz,
    failed_at             timestamptz,
    next_check_at         timestamptz,
    checks                integer NOT NULL DEFAULT 0,
    CONSTRAINT payments_not_negative CHECK (subtotal_paise >= 0 AND discount_amount_paise >= 0 AND total_amount_paise >= 0
        AND cgst_paise >= 0 AND sgst_paise >= 0 AND igst_paise >= 0),
    CONSTRAINT payments_add_up CHECK (total_amount_paise = subtotal_paise - discount_amount_paise + gst_amount_paise),
    CONSTRAINT payments_tax_adds_up CHECK (gst_amount_paise = cgst_paise + sgst_paise + igst_paise AND cgst_paise = sgst_paise
        AND (igst_paise = 0 OR cgst_paise = 0)),
    CONSTRAINT payments_of_the_snapshot_s_price CHECK (subtotal_paise = (pricing_snapshot->>'price_paise')::bigint),
    CONSTRAINT payments_one_per_idempotency_key UNIQUE (user_id, idempotency_key)
);
CREATE INDEX payments_by_user ON payments (user_id, status);
CREATE INDEX payments_by_created_at ON payments (created_at);
CREATE INDEX payments_to_check ON payments (next_check_at) WHERE next_check_at IS NOT NULL;

CREATE TABLE invoice_counters (
    series         text NOT NULL,
    financial_year text NOT NULL,
    last_number    integer NOT NULL CONSTRAINT invoice_counters_positive CHECK (last_number > 0),
    PRIMARY KEY (series, financial_year)
);

CREATE TABLE invoices (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id          uuid NOT NULL UNIQUE,
    payment_id         bigint NOT NULL CONSTRAINT invoices_one_per_payment UNIQUE REFERENCES payments,
    user_id            bigint NOT NULL REFERENCES users,
    invoice_number     text NOT NULL CONSTRAINT invoices_number_is_unique UNIQUE
                       CONSTRAINT invoices_number_as_the_rule CHECK (invoice_number ~ '^[A-Z0-9][A-Z0-9/-]{0,15}$'),
    series             text NOT NULL,
    financial_year     text NOT NULL,
    sequence_number    integer NOT NULL,
    issued_at          timestamptz NOT NULL,
    line_items         jsonb NOT NULL,
    supplier           jsonb NOT NULL,
    buyer              jsonb NOT NULL,
    place_of_supply    text NOT NULL,
    sac_code           text NOT NULL,
    taxable_paise      bigint NOT NULL,
    cgst_paise         bigint NOT NULL,
    sgst_paise         bigint NOT NULL,
    igst_paise         bigint NOT NULL,
    total_amount_paise bigint NOT NULL,
    pdf_blob_id        bigint REFERENCES blobs,
    pdf_sha256         text,
    irn                text,
    ack_no             text,
    signed_qr          text,
    CONSTRAINT invoices_no_twin UNIQUE (series, financial_year, sequence_number),
    CONSTRAINT invoices_add_up CHECK (total_amount_paise = taxable_paise + cgst_paise + sgst_paise + igst_paise)
);
CREATE INDEX invoices_by_user ON invoices (user_id, issued_at);

CREATE TABLE refunds (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id         uuid NOT NULL UNIQUE,
    payment_id        bigint NOT NULL REFERENCES payments,
    gateway_refund_id text CONSTRAINT refunds_gateway_refund_is_unique UNIQUE,
    idempotency_key   text NOT NULL CONSTRAINT refunds_idempotency_key_is_unique UNIQUE,
    amount_paise      bigint NOT NULL CONSTRAINT refunds_positive CHECK (amount_paise > 0),
    status            text NOT NULL CONSTRAINT refunds_status_known CHECK (status IN ('pending', 'processed', 'failed')),
    reason            text NOT NULL DEFAULT '',
    created_at        timestamptz NOT NULL,
    processed_at      timestamptz
);
CREATE INDEX refunds_by_payment ON refunds (payment_id);

CREATE TABLE credit_notes (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id          uuid NOT NULL UNIQUE,
    invoice_id         bigint NOT NULL REFERENCES invoices,
    refund_id          bigint NOT NULL CONSTRAINT credit_notes_one_per_refund UNIQUE REFERENCES refunds,
    credit_note_number text NOT NULL CONSTRAINT credit_notes_number_is_unique UNIQUE,
    series             text NOT NULL,
    financial_year     text NOT NULL,
    sequence_number    integer NOT NULL,
    issued_at          timestamptz NOT NULL,
    taxable_paise      bigint NOT NULL,
    cgst_paise         bigint NOT NULL,
    sgst_paise         bigint NOT NULL,
    igst_paise         bigint NOT NULL,
    total_amount_paise bigint NOT NULL,
    pdf_blob_id        bigint REFERENCES blobs,
    pdf_sha256         text,
    CONSTRAINT credit_notes_no_twin UNIQUE (series, financial_year, sequence_number),
    CONSTRAINT credit_notes_add_up CHECK (total_amount_paise = taxable_paise + cgst_paise + sgst_paise + igst_paise)
);

CREATE TABLE webhook_events (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id         text NOT NULL CONSTRAINT webhook_events_once_each UNIQUE,
    event_type       text NOT NULL,
    body             text NOT NULL,
    gateway_order_id text,
    received_at      timestamptz NOT NULL,
    applied_at       timestamptz,
    attempts         integer NOT NULL DEFAULT 0,
    result           text
);
CREATE INDEX webhook_events_by_order ON webhook_events (gateway_order_id);
CREATE INDEX webhook_events_not_applied ON webhook_events (received_at) WHERE applied_at IS NULL;

-- The first answer to an unsafe request, given again when the request is repeated with its key.
CREATE TABLE request_replays (
    user_id    bigint NOT NULL REFERENCES users,
    endpoint   text NOT NULL,
    key        text NOT NULL,
    status     integer NOT NULL,
    body       text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, endpoint, key)
);
