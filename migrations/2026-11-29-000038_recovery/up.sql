-- Whoever lost their mailbox gets their account back: identified anew, by two of staff, and only after everybody who could be
-- robbed by it had 72 hours to stop it. The claim is not touched; the account gets another address. The row stays, whatever
-- became of it.

CREATE TABLE recovery (
    id                uuid PRIMARY KEY,
    claim_id          uuid NOT NULL,
    case_id           uuid NOT NULL,
    identification_id uuid NOT NULL REFERENCES identification,
    asked_by          uuid NOT NULL REFERENCES account,
    confirmed_by      uuid REFERENCES account CHECK (confirmed_by <> asked_by),
    ended_by          uuid REFERENCES account,
    outcome           text CHECK (outcome IN ('done', 'stopped', 'taken_back', 'unusable', 'erased')),
    sealed            bytea NOT NULL,
    commitments       text NOT NULL,
    created_at        timestamptz NOT NULL
        CONSTRAINT recovery_created_at_years CHECK (created_at >= '0001-01-01 00:00+00' AND created_at < '10000-01-01 00:00+00'),
    confirmed_at      timestamptz
        CONSTRAINT recovery_confirmed_at_years CHECK (confirmed_at >= '0001-01-01 00:00+00' AND confirmed_at < '10000-01-01 00:00+00'),
    ended_at          timestamptz
        CONSTRAINT recovery_ended_at_years CHECK (ended_at >= '0001-01-01 00:00+00' AND ended_at < '10000-01-01 00:00+00'),
    seq               bigint NOT NULL GENERATED ALWAYS AS IDENTITY (CACHE 1),
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id),
    CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
    CHECK ((ended_at IS NULL) = (outcome IS NULL)),
    CHECK (outcome <> 'done' OR confirmed_at IS NOT NULL)
);
CREATE UNIQUE INDEX recovery_seq ON recovery (seq);
CREATE INDEX recovery_claim ON recovery (claim_id);
CREATE UNIQUE INDEX recovery_open ON recovery (claim_id) WHERE ended_at IS NULL;
COMMENT ON TABLE recovery IS 'Recoveries of accounts whose mailbox was lost: another address after fresh identification, two of staff and 72 hours.';
COMMENT ON COLUMN recovery.identification_id IS 'How the claimant was identified anew.';
COMMENT ON COLUMN recovery.confirmed_by IS 'The second member of staff; the 72 hours begin with confirmed_at.';
COMMENT ON COLUMN recovery.ended_by IS 'The member of staff who took it back.';
COMMENT ON COLUMN recovery.sealed IS 'Sealed document: email that the account is to get, reason.';

CREATE TABLE recovery_link (
    recovery_id uuid PRIMARY KEY REFERENCES recovery,
    token_hash  bytea NOT NULL UNIQUE
);
COMMENT ON TABLE recovery_link IS 'The link in the notices of a recovery, as the hash of its secret: whoever has it can stop it.';

-- What an identity provider says of somebody through the firm's adapter: it is an identification where name and birth date are those
-- of whoever signs, and refused where they are not.

CREATE TABLE identity_check (
    id                 uuid PRIMARY KEY,
    claim_id           uuid NOT NULL,
    case_id            uuid NOT NULL,
    signatory_id       uuid REFERENCES signatory,
    identification_id  uuid REFERENCES identification,
    name_differs       boolean NOT NULL,
    birth_date_differs boolean NOT NULL,
    transaction_index  bytea UNIQUE,
    sealed             bytea NOT NULL,
    commitments        text NOT NULL,
    created_at         timestamptz NOT NULL
        CONSTRAINT identity_check_created_at_years CHECK (created_at >= '0001-01-01 00:00+00' AND created_at < '10000-01-01 00:00+00'),
    seq                bigint NOT NULL GENERATED ALWAYS AS IDENTITY (CACHE 1),
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id),
    CHECK ((identification_id IS NULL) = (name_differs OR birth_date_differs))
);
CREATE UNIQUE INDEX identity_check_seq ON identity_check (seq);
CREATE INDEX identity_check_claim ON identity_check (claim_id);
COMMENT ON TABLE identity_check IS 'What identity providers said of somebody who signs.';
COMMENT ON COLUMN identity_check.signatory_id IS 'Null where the party signs itself.';
COMMENT ON COLUMN identity_check.identification_id IS 'The identification that it is; null where it was refused.';
COMMENT ON COLUMN identity_check.transaction_index IS 'Keyed index of provider and transaction: each is taken once.';
COMMENT ON COLUMN identity_check.sealed IS 'Sealed document of what was refused: provider, transaction, name, birth_date.';

CREATE TABLE identity_state (
    id           uuid PRIMARY KEY,
    token_hash   bytea NOT NULL UNIQUE,
    claim_id     uuid NOT NULL REFERENCES claim,
    signatory_id uuid REFERENCES signatory,
    check_id     uuid REFERENCES identity_check,
    expires_at   timestamptz NOT NULL
        CONSTRAINT identity_state_expires_at_years CHECK (expires_at >= '0001-01-01 00:00+00' AND expires_at < '10000-01-01 00:00+00')
);
CREATE INDEX identity_state_claim ON identity_state (claim_id);
COMMENT ON TABLE identity_state IS 'With what browsers were sent to an identity provider, as the hash of its secret; used once.';

INSERT INTO audit_table VALUES ('recovery', 'claim_id', 'case_id'), ('identity_check', 'claim_id', 'case_id');
INSERT INTO audit_column VALUES
    ('recovery', 'id', 'plain'), ('recovery', 'claim_id', 'plain'), ('recovery', 'case_id', 'plain'),
    ('recovery', 'identification_id', 'plain'), ('recovery', 'asked_by', 'plain'), ('recovery', 'confirmed_by', 'plain'),
    ('recovery', 'ended_by', 'plain'), ('recovery', 'outcome', 'plain'), ('recovery', 'sealed', 'sealed'),
    ('recovery', 'commitments', 'plain'), ('recovery', 'created_at', 'plain'), ('recovery', 'confirmed_at', 'plain'),
    ('recovery', 'ended_at', 'plain'), ('recovery', 'seq', 'plain'),
    ('identity_check', 'id', 'plain'), ('identity_check', 'claim_id', 'plain'), ('identity_check', 'case_id', 'plain'),
    ('identity_check', 'signatory_id', 'plain'), ('identity_check', 'identification_id', 'plain'),
    ('identity_check', 'name_differs', 'plain'), ('identity_check', 'birth_date_differs', 'plain'),
    ('identity_check', 'transaction_index', 'sealed'), ('identity_check', 'sealed', 'sealed'),
    ('identity_check', 'commitments', 'plain'), ('identity_check', 'created_at', 'plain'), ('identity_check', 'seq', 'plain');
INSERT INTO audit_exempt VALUES
    ('recovery_link', 'hashes of secrets that let whoever was told stop a recovery; what became of it stands in recovery'),
    ('identity_state', 'hashes of secrets that let an identity provider answer for half an hour; what it said stands in identity_check');
SELECT audit_snapshot('recovery'), audit_snapshot('identity_check');

GRANT SELECT, INSERT ON recovery TO registry_app;
GRANT UPDATE (confirmed_by, confirmed_at, ended_by, ended_at, outcome, sealed, commitments) ON recovery TO registry_app;
GRANT SELECT, INSERT ON identity_check TO registry_app;
GRANT UPDATE (transaction_index, sealed, commitments) ON identity_check TO registry_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity_state TO registry_app;
GRANT SELECT, INSERT, DELETE ON recovery_link TO registry_app;
