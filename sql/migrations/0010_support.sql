-- 0010_support.sql
-- Why: help, tickets and announcements; attachments point at blobs that exist.
-- Lock: none, new tables only.
CREATE TABLE faq_categories (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name    text NOT NULL,
    slug    text NOT NULL CONSTRAINT faq_categories_slug_is_unique UNIQUE,
    "order" integer NOT NULL DEFAULT 0
);
CREATE TABLE faq_items (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id     uuid NOT NULL UNIQUE,
    category_id   bigint NOT NULL REFERENCES faq_categories,
    question      text NOT NULL,
    answer        text NOT NULL,
    is_published  boolean NOT NULL DEFAULT false,
    helpful_count integer NOT NULL DEFAULT 0
);
CREATE TABLE help_guides (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id    uuid NOT NULL UNIQUE,
    module_id    bigint REFERENCES modules,
    title        text NOT NULL,
    content      text NOT NULL,
    video_url    text CONSTRAINT help_guides_video_is_https CHECK (video_url LIKE 'https://%'),
    "order"      integer NOT NULL DEFAULT 0,
    is_published boolean NOT NULL DEFAULT false
);
CREATE TABLE support_tickets (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id   uuid NOT NULL UNIQUE,
    user_id     bigint NOT NULL REFERENCES users,
    subject     text NOT NULL,
    category    text NOT NULL,
    status      text NOT NULL CONSTRAINT support_tickets_status_known CHECK (status IN ('open', 'in_progress', 'waiting', 'resolved', 'closed')),
    priority    text NOT NULL CONSTRAINT support_tickets_priority_known CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
    assigned_to bigint REFERENCES users,
    created_at  timestamptz NOT NULL,
    resolved_at timestamptz
);
CREATE TABLE ticket_messages (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id      uuid NOT NULL UNIQUE,
    ticket_id      bigint NOT NULL REFERENCES support_tickets,
    sender_id      bigint NOT NULL REFERENCES users,
    message        text NOT NULL,
    is_admin_reply boolean NOT NULL DEFAULT false,
    is_internal    boolean NOT NULL DEFAULT false,
    created_at     timestamptz NOT NULL
);
CREATE TABLE attachments (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id         uuid NOT NULL UNIQUE,
    ticket_message_id bigint REFERENCES ticket_messages,
    blob_id           bigint NOT NULL REFERENCES blobs,
    file_name         text NOT NULL,
    created_at        timestamptz NOT NULL
);
CREATE TABLE announcements (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id      uuid NOT NULL UNIQUE,
    title          text NOT NULL,
    content        text NOT NULL,
    type           text NOT NULL CONSTRAINT announcements_type_known CHECK (type IN ('info', 'warn')),
    is_active      boolean NOT NULL DEFAULT true,
    show_from      timestamptz,
    show_until     timestamptz,
    target_modules text[] NOT NULL DEFAULT '{}',
    created_at     timestamptz NOT NULL
);
