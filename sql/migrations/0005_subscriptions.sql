-- 0005_subscriptions.sql
-- Why: who may use which module, since when, until when, how often; one live subscription a person and module.
-- Lock: none, new tables only.
CREATE TABLE subscriptions (
    id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id            uuid NOT NULL UNIQUE,
    user_id              bigint NOT NULL REFERENCES users,
    module_id            bigint NOT NULL REFERENCES modules,
    pricing_id           bigint REFERENCES module_pricings,
    payment_id           bigint REFERENCES payments,
    status               text NOT NULL CONSTRAINT subscriptions_status_known CHECK (status IN
                         ('trial', 'active', 'pending', 'expired', 'cancelled', 'suspended')),
    source               text NOT NULL CONSTRAINT subscriptions_source_known CHECK (source IN ('purchase', 'trial', 'grant')),
    started_at           timestamptz NOT NULL,
    expires_at           timestamptz NOT NULL,
    cancelled_at         timestamptz,
    cancel_at_period_end boolean NOT NULL DEFAULT false,
    usage_count          integer NOT NULL DEFAULT 0,
    usage_limit          integer,
    usage_reset_at       timestamptz NOT NULL,
    auto_renew           boolean NOT NULL DEFAULT false,
    created_at           timestamptz NOT NULL,
    CONSTRAINT subscriptions_end_after_they_start CHECK (expires_at > started_at),
    CONSTRAINT subscriptions_not_used_beyond_limit CHECK (usage_count >= 0 AND (usage_limit IS NULL OR usage_count <= usage_limit))
);
CREATE UNIQUE INDEX subscriptions_one_live_per_module ON subscriptions (user_id, module_id)
    WHERE status IN ('trial', 'active', 'pending', 'suspended');
CREATE INDEX subscriptions_by_user_and_module ON subscriptions (user_id, module_id, id DESC);
CREATE INDEX subscriptions_by_status_and_end ON subscriptions (status, expires_at);

-- A row for each stretch of access, so that a renewal keeps the payments before it.
CREATE TABLE subscription_periods (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscription_id bigint NOT NULL REFERENCES subscriptions,
    payment_id      bigint REFERENCES payments,
    starts_at       timestamptz NOT NULL,
    ends_at         timestamptz NOT NULL,
    CONSTRAINT subscription_periods_end_after_they_start CHECK (ends_at > starts_at),
    CONSTRAINT subscription_periods_one_per_payment UNIQUE (subscription_id, payment_id)
);
CREATE INDEX subscription_periods_by_payment ON subscription_periods (payment_id);

-- A trial is had once per person and module, also under another account: the keyed hash of phone or e-mail.
CREATE TABLE trials_used (
    identifier_hash text NOT NULL,
    module_id       bigint NOT NULL REFERENCES modules,
    used_at         timestamptz NOT NULL,
    PRIMARY KEY (identifier_hash, module_id)
);

CREATE TABLE module_access_overrides (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id   uuid NOT NULL UNIQUE,
    user_id     bigint NOT NULL REFERENCES users,
    module_id   bigint NOT NULL REFERENCES modules,
    access_type text NOT NULL CONSTRAINT module_access_overrides_type_known CHECK (access_type IN ('grant', 'revoke')),
    reason      text NOT NULL,
    granted_by  bigint NOT NULL REFERENCES users,
    valid_until timestamptz,
    created_at  timestamptz NOT NULL,
    ended_at    timestamptz
);
CREATE INDEX module_access_overrides_of_user ON module_access_overrides (user_id, module_id, id DESC) WHERE ended_at IS NULL;

CREATE TABLE usage_logs (
    id              bigint GENERATED ALWAYS AS IDENTITY,
    user_id         bigint NOT NULL REFERENCES users,
    subscription_id bigint REFERENCES subscriptions,
    module_code     text NOT NULL,
    action          text NOT NULL,
    resource_id     text,
    metadata        jsonb NOT NULL DEFAULT '{}',
    ip_address      inet,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (id, created_at)
) PARTITION BY RANGE (created_at);
CREATE TABLE usage_logs_other PARTITION OF usage_logs DEFAULT;
CREATE INDEX usage_logs_by_subscription ON usage_logs (subscription_id, created_at);
CREATE INDEX usage_logs_by_user ON usage_logs (user_id, created_at);
