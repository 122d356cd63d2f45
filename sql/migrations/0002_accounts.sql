-- 0002_accounts.sql
-- Why: people, their sessions and their organisations. UserProfile of the specification is part of users.
-- Lock: none, new tables only.
CREATE TABLE blobs (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha256      text NOT NULL CONSTRAINT blobs_one_per_content UNIQUE,
    size_bytes  bigint NOT NULL CONSTRAINT blobs_size_not_negative CHECK (size_bytes >= 0),
    media_type  text NOT NULL,
    storage_key text NOT NULL,
    created_at  timestamptz NOT NULL
);

CREATE TABLE users (
    id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id            uuid NOT NULL UNIQUE,
    name                 text NOT NULL DEFAULT '',
    phone                text CONSTRAINT users_phone_is_e164 CHECK (phone ~ '^\+91[6-9][0-9]{9}$'),
    email                text CONSTRAINT users_email_is_lower CHECK (email = lower(email)),
    role                 text NOT NULL DEFAULT 'user'
                         CONSTRAINT users_role_known CHECK (role IN ('user', 'support', 'admin', 'superadmin')),
    company_name         text NOT NULL DEFAULT '',
    gstin                text,
    state_code           text CONSTRAINT users_state_code_two_digits CHECK (state_code ~ '^[0-9]{2}$'),
    address              text NOT NULL DEFAULT '',
    avatar_blob_id       bigint REFERENCES blobs,
    is_active            boolean NOT NULL DEFAULT true,
    banned_reason        text,
    phone_verified_at    timestamptz,
    email_verified_at    timestamptz,
    profile_completed_at timestamptz,
    totp_secret_sealed   text,
    totp_last_step       bigint NOT NULL DEFAULT 0,
    authz_epoch          integer NOT NULL DEFAULT 0,
    created_at           timestamptz NOT NULL,
    last_login_at        timestamptz,
    CONSTRAINT users_can_be_reached CHECK (phone IS NOT NULL OR email IS NOT NULL),
    CONSTRAINT users_phone_is_unique UNIQUE (phone),
    CONSTRAINT users_email_is_unique UNIQUE (email)
);
CREATE INDEX users_by_role ON users (role);

CREATE TABLE user_sessions (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id     uuid NOT NULL UNIQUE,
    user_id       bigint NOT NULL REFERENCES users,
    session_key   text NOT NULL CONSTRAINT user_sessions_key_is_unique UNIQUE
                  CONSTRAINT user_sessions_key_is_a_hash CHECK (session_key ~ '^[0-9a-f]{64}$'),
    ip_address    inet,
    device_type   text NOT NULL DEFAULT '',
    user_agent    text NOT NULL DEFAULT '',
    browser_key   text,
    level         text NOT NULL DEFAULT 'user' CONSTRAINT user_sessions_level_known CHECK (level IN ('user', 'staff')),
    created_at    timestamptz NOT NULL,
    last_activity timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    is_active     boolean NOT NULL DEFAULT true,
    ended_at      timestamptz,
    ended_reason  text,
    CONSTRAINT user_sessions_end_says_when CHECK (is_active OR ended_at IS NOT NULL)
);
CREATE INDEX user_sessions_live_by_user ON user_sessions (user_id, last_activity DESC) WHERE is_active;
CREATE INDEX user_sessions_by_browser ON user_sessions (user_id, browser_key);

CREATE TABLE organizations (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id  uuid NOT NULL UNIQUE,
    name       text NOT NULL,
    owner_id   bigint NOT NULL CONSTRAINT organizations_one_own_each UNIQUE REFERENCES users,
    created_at timestamptz NOT NULL
);

CREATE TABLE memberships (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organization_id bigint NOT NULL REFERENCES organizations,
    user_id         bigint NOT NULL REFERENCES users,
    role            text NOT NULL CONSTRAINT memberships_role_known CHECK (role IN ('owner', 'admin', 'member', 'viewer')),
    created_at      timestamptz NOT NULL,
    CONSTRAINT memberships_once_each UNIQUE (organization_id, user_id)
);
CREATE INDEX memberships_by_user ON memberships (user_id);
CREATE UNIQUE INDEX memberships_one_owner ON memberships (organization_id) WHERE role = 'owner';

-- The mirror of the limits that must outlive Redis. The identifier is a keyed hash.
CREATE TABLE otp_rate_limits (
    identifier_hash text PRIMARY KEY,
    masked          text NOT NULL,
    hourly_count    integer NOT NULL DEFAULT 0,
    hour_started_at timestamptz NOT NULL,
    daily_count     integer NOT NULL DEFAULT 0,
    day_started_at  timestamptz NOT NULL,
    sms_today       integer NOT NULL DEFAULT 0,
    wrong_today     integer NOT NULL DEFAULT 0,
    locked_until    timestamptz,
    last_request_at timestamptz NOT NULL
);
