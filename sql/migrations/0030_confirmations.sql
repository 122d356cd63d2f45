-- 0030_confirmations.sql
-- Why: actions of staff that cannot be taken back ask for a fresh code, so a session knows when it was last confirmed; who
-- loses his authenticator comes in with a recovery code, once each.
-- Lock: ACCESS EXCLUSIVE on user_sessions, metadata only; a new table. Old binaries ignore both.
ALTER TABLE user_sessions ADD COLUMN confirmed_at timestamptz;

CREATE TABLE recovery_codes (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id    bigint NOT NULL REFERENCES users,
    code_hash  text NOT NULL CONSTRAINT recovery_codes_are_hashed CHECK (code_hash ~ '^[0-9a-f]{64}$'),
    created_at timestamptz NOT NULL,
    used_at    timestamptz,
    CONSTRAINT recovery_codes_differ UNIQUE (user_id, code_hash)
);
