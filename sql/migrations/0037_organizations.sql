-- 0037_organizations.sql
-- Why: colleagues work on the same papers: invitations, an organisation that can be handed on, and the one that a person works in now.
-- Lock: ACCESS EXCLUSIVE on organizations and users, metadata only, and SHARE on organizations while two small indexes are made.
--       Old binaries go on working in each person's own organisation.
ALTER TABLE organizations
    ADD COLUMN is_personal boolean NOT NULL DEFAULT true,
    DROP CONSTRAINT organizations_one_own_each;
CREATE UNIQUE INDEX organizations_one_own_each ON organizations (owner_id) WHERE is_personal;
CREATE INDEX organizations_by_owner ON organizations (owner_id);

-- Null, or one that he no longer belongs to: his own.
ALTER TABLE users ADD COLUMN organization_id bigint REFERENCES organizations;

CREATE TABLE organization_invitations (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id       uuid NOT NULL UNIQUE,
    organization_id bigint NOT NULL REFERENCES organizations,
    token_hash      text NOT NULL CONSTRAINT organization_invitations_token_is_unique UNIQUE
                    CONSTRAINT organization_invitations_token_is_a_hash CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    recipient       text NOT NULL,
    role            text NOT NULL CONSTRAINT organization_invitations_role_known CHECK (role IN ('admin', 'member', 'viewer')),
    invited_by      bigint NOT NULL REFERENCES users,
    status          text NOT NULL DEFAULT 'open'
                    CONSTRAINT organization_invitations_status_known CHECK (status IN ('open', 'accepted', 'declined', 'withdrawn', 'over')),
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    CONSTRAINT organization_invitations_end_says_when CHECK ((status = 'open') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX organization_invitations_one_open_each ON organization_invitations (organization_id, recipient) WHERE status = 'open';
CREATE INDEX organization_invitations_of_organization ON organization_invitations (organization_id, id DESC);
