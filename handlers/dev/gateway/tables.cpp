#include "dev/gateway/tables.h"

namespace ssr::dev::gateway {

// One script is one transaction; the lock is for two processes that begin at once.
void create_tables(db::Session& db) {
    db.run_script(R"(
        SELECT pg_advisory_xact_lock(hashtext('the gateway simulator''s tables'));
        SET LOCAL client_min_messages = warning;
        CREATE SCHEMA IF NOT EXISTS gateway;

        CREATE TABLE IF NOT EXISTS gateway.orders (
            number           bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
            id               text PRIMARY KEY,
            amount_paise     bigint NOT NULL CONSTRAINT orders_not_below_a_rupee CHECK (amount_paise >= 100),
            receipt          text,
            notes            jsonb NOT NULL,
            captures_at_once boolean NOT NULL,
            status           text NOT NULL DEFAULT 'created'
                             CONSTRAINT orders_status_known CHECK (status IN ('created', 'attempted', 'paid')),
            attempts         integer NOT NULL DEFAULT 0,
            created_at       timestamptz NOT NULL
        );

        -- becomes, becomes_at: what happens to it by itself, later.
        CREATE TABLE IF NOT EXISTS gateway.payments (
            number            bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
            id                text PRIMARY KEY,
            order_id          text NOT NULL REFERENCES gateway.orders,
            amount_paise      bigint NOT NULL,
            method            text NOT NULL,
            status            text NOT NULL CONSTRAINT payments_status_known
                              CHECK (status IN ('created', 'failed', 'authorized', 'captured', 'refunded')),
            error_code        text,
            error_description text,
            error_reason      text,
            is_late           boolean NOT NULL DEFAULT false,
            captured_at       timestamptz,
            webhooks          text NOT NULL,
            becomes           text CONSTRAINT payments_future_known CHECK (becomes IN ('authorized', 'failed')),
            becomes_at        timestamptz,
            created_at        timestamptz NOT NULL
        );
        CREATE UNIQUE INDEX IF NOT EXISTS payments_one_capture_per_order ON gateway.payments (order_id) WHERE captured_at IS NOT NULL;
        CREATE INDEX IF NOT EXISTS payments_by_order ON gateway.payments (order_id);
        CREATE INDEX IF NOT EXISTS payments_to_become ON gateway.payments (becomes_at) WHERE becomes IS NOT NULL;

        CREATE TABLE IF NOT EXISTS gateway.refunds (
            number          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
            id              text PRIMARY KEY,
            payment_id      text NOT NULL REFERENCES gateway.payments,
            amount_paise    bigint NOT NULL CONSTRAINT refunds_not_below_a_rupee CHECK (amount_paise >= 100),
            status          text NOT NULL CONSTRAINT refunds_status_known CHECK (status IN ('pending', 'processed', 'failed')),
            speed           text NOT NULL,
            receipt         text,
            notes           jsonb NOT NULL,
            idempotency_key text CONSTRAINT refunds_one_per_key UNIQUE,
            request         text NOT NULL,
            becomes         text CONSTRAINT refunds_future_known CHECK (becomes IN ('processed', 'failed')),
            becomes_at      timestamptz,
            created_at      timestamptz NOT NULL
        );
        CREATE INDEX IF NOT EXISTS refunds_by_payment ON gateway.refunds (payment_id);
        CREATE INDEX IF NOT EXISTS refunds_to_become ON gateway.refunds (becomes_at) WHERE becomes IS NOT NULL;

        CREATE TABLE IF NOT EXISTS gateway.plans (
            number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
            id           text PRIMARY KEY,
            period       text NOT NULL CONSTRAINT plans_period_known CHECK (period IN ('daily', 'weekly', 'monthly', 'yearly')),
            every        integer NOT NULL CONSTRAINT plans_interval_positive CHECK (every > 0),
            name         text NOT NULL,
            description  text,
            amount_paise bigint NOT NULL CONSTRAINT plans_not_below_a_rupee CHECK (amount_paise >= 100),
            notes        jsonb NOT NULL,
            created_at   timestamptz NOT NULL
        );
        -- declines: what the bank says to each charge, until the play says otherwise.
        CREATE TABLE IF NOT EXISTS gateway.subscriptions (
            number          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
            id              text PRIMARY KEY,
            plan_id         text NOT NULL REFERENCES gateway.plans,
            status          text NOT NULL DEFAULT 'created' CONSTRAINT subscriptions_status_known CHECK (status IN
                            ('created', 'authenticated', 'active', 'pending', 'halted', 'cancelled', 'completed', 'expired')),
            quantity        integer NOT NULL,
            total_count     integer NOT NULL,
            paid_count      integer NOT NULL DEFAULT 0,
            auth_attempts   integer NOT NULL DEFAULT 0,
            start_at        timestamptz,
            charge_at       timestamptz,
            current_start   timestamptz,
            current_end     timestamptz,
            ended_at        timestamptz,
            expire_by       timestamptz,
            customer_notify boolean NOT NULL,
            ends_with_cycle boolean NOT NULL DEFAULT false,
            notes           jsonb NOT NULL,
            method          text NOT NULL DEFAULT '',
            declines        boolean NOT NULL DEFAULT false,
            webhooks        text NOT NULL DEFAULT 'normal',
            created_at      timestamptz NOT NULL
        );
        CREATE INDEX IF NOT EXISTS subscriptions_to_charge ON gateway.subscriptions (charge_at)
            WHERE status IN ('authenticated', 'active', 'pending');
        CREATE TABLE IF NOT EXISTS gateway.invoices (
            number          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
            id              text PRIMARY KEY,
            subscription_id text NOT NULL REFERENCES gateway.subscriptions,
            order_id        text NOT NULL CONSTRAINT invoices_one_per_order UNIQUE REFERENCES gateway.orders,
            payment_id      text REFERENCES gateway.payments,
            amount_paise    bigint NOT NULL,
            status          text NOT NULL CONSTRAINT invoices_status_known CHECK (status IN ('issued', 'paid')),
            billing_start   timestamptz NOT NULL,
            billing_end     timestamptz NOT NULL,
            paid_at         timestamptz,
            created_at      timestamptz NOT NULL
        );
        CREATE INDEX IF NOT EXISTS invoices_by_subscription ON gateway.invoices (subscription_id);

        CREATE OR REPLACE VIEW gateway.payment_entities AS
            SELECT p.number, p.id, p.order_id, p.amount_paise, p.method, p.status, p.error_code, p.error_description, p.error_reason,
                   p.is_late, p.captured_at IS NOT NULL AS is_captured, p.webhooks, p.created_at,
                   cast(coalesce((SELECT sum(r.amount_paise) FROM gateway.refunds r WHERE r.payment_id = p.id AND r.status <> 'failed'), 0)
                        AS bigint) AS refunded_paise,
                   (SELECT i.id FROM gateway.invoices i WHERE i.order_id = p.order_id) AS invoice_id
              FROM gateway.payments p;

        -- One row is one sending: an event that comes twice has two.
        CREATE TABLE IF NOT EXISTS gateway.deliveries (
            id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            event_id     text NOT NULL,
            event_type   text NOT NULL,
            payment_id   text NOT NULL,
            body         text NOT NULL,
            due_at       timestamptz NOT NULL,
            attempts     integer NOT NULL DEFAULT 0,
            last_answer  integer,
            locked_until timestamptz,
            delivered_at timestamptz,
            given_up_at  timestamptz,
            created_at   timestamptz NOT NULL
        );
        CREATE INDEX IF NOT EXISTS deliveries_waiting ON gateway.deliveries (due_at, id)
            WHERE delivered_at IS NULL AND given_up_at IS NULL;
    )");
}

}  // namespace ssr::dev::gateway
