-- A party is not always who signs: a corporation signs through its representative, a minor through both parents or whoever else
-- represents it, a ward through a guardian, an estate through its heirs. Each of them stands in a row with the capacity in which
-- they sign, and signs by an account or by a link of their own. How each was identified, by whom and when, is on record before
-- they sign. The label of selected parties goes: nobody appoints one by choosing a word.

SELECT audit_check('claim');
ALTER TABLE claim DROP COLUMN party_mode;
DELETE FROM audit_column WHERE table_name = 'claim' AND column_name = 'party_mode';
ALTER TABLE claim DROP CONSTRAINT claim_party_check;
ALTER TABLE claim ADD CONSTRAINT claim_party_check CHECK (party IN ('person', 'corporation', 'minor', 'ward', 'estate'));
SELECT audit_snapshot('claim');

SELECT audit_check('case_option');
ALTER TABLE case_option ADD COLUMN parties text[] NOT NULL DEFAULT '{}';
ALTER TABLE case_option ALTER COLUMN parties DROP DEFAULT;
COMMENT ON COLUMN case_option.parties IS 'Of a kind of evidence: the parties for whom submission demands it, as the paper that shows who represents them.';
INSERT INTO audit_column VALUES ('case_option', 'parties', 'plain');
SELECT audit_snapshot('case_option');

SELECT audit_check('court_case');
ALTER TABLE court_case ADD COLUMN identification text[] NOT NULL DEFAULT '{mail_code}';
ALTER TABLE court_case ALTER COLUMN identification DROP DEFAULT;
COMMENT ON COLUMN court_case.identification IS 'What suffices to identify a signatory: any of these, each a method or several joined by +.';
INSERT INTO audit_column VALUES ('court_case', 'identification', 'plain');
SELECT audit_snapshot('court_case');

CREATE TABLE signatory (
    id          uuid PRIMARY KEY,
    claim_id    uuid NOT NULL,
    case_id     uuid NOT NULL,
    capacity    text NOT NULL CHECK (capacity IN ('representative', 'parent', 'sole_parent', 'guardian', 'heir')),
    own         boolean NOT NULL,
    sealed      bytea NOT NULL,
    commitments text NOT NULL,
    created_at  timestamptz NOT NULL
        CONSTRAINT signatory_created_at_years CHECK (created_at >= '0001-01-01 00:00+00' AND created_at < '10000-01-01 00:00+00'),
    asked_at    timestamptz
        CONSTRAINT signatory_asked_at_years CHECK (asked_at >= '0001-01-01 00:00+00' AND asked_at < '10000-01-01 00:00+00'),
    ended_at    timestamptz
        CONSTRAINT signatory_ended_at_years CHECK (ended_at >= '0001-01-01 00:00+00' AND ended_at < '10000-01-01 00:00+00'),
    seq         bigint NOT NULL GENERATED ALWAYS AS IDENTITY (CACHE 1),
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
);
CREATE UNIQUE INDEX signatory_seq ON signatory (seq);
CREATE INDEX signatory_claim ON signatory (claim_id);
COMMENT ON TABLE signatory IS 'Who signs for a party that does not sign itself, and in which capacity.';
COMMENT ON COLUMN signatory.own IS 'Whether they sign in the account of the claim; everybody else signs by a link.';
COMMENT ON COLUMN signatory.sealed IS 'Sealed document: name, office of a representative, share of an heir, email that their link goes to.';
COMMENT ON COLUMN signatory.asked_at IS 'When the link was last sent.';
COMMENT ON COLUMN signatory.ended_at IS 'When they were taken off; the row stays.';

CREATE TABLE signing_link (
    signatory_id uuid PRIMARY KEY REFERENCES signatory,
    token_hash   bytea NOT NULL UNIQUE,
    expires_at   timestamptz NOT NULL
        CONSTRAINT signing_link_expires_at_years CHECK (expires_at >= '0001-01-01 00:00+00' AND expires_at < '10000-01-01 00:00+00')
);
COMMENT ON TABLE signing_link IS 'The link by which a signatory signs, as the hash of its secret; the newest counts.';

CREATE TABLE identification (
    id            uuid PRIMARY KEY,
    claim_id      uuid NOT NULL,
    case_id       uuid NOT NULL,
    signatory_id  uuid REFERENCES signatory,
    method        text NOT NULL,
    account_id    uuid REFERENCES account,
    sealed        bytea NOT NULL,
    commitments   text NOT NULL,
    identified_on date NOT NULL
        CONSTRAINT identification_identified_on_years CHECK (identified_on >= '0001-01-01' AND identified_on < '10000-01-01'),
    created_at    timestamptz NOT NULL
        CONSTRAINT identification_created_at_years CHECK (created_at >= '0001-01-01 00:00+00' AND created_at < '10000-01-01 00:00+00'),
    objected_at   timestamptz
        CONSTRAINT identification_objected_at_years CHECK (objected_at >= '0001-01-01 00:00+00' AND objected_at < '10000-01-01 00:00+00'),
    seq           bigint NOT NULL GENERATED ALWAYS AS IDENTITY (CACHE 1),
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
);
CREATE UNIQUE INDEX identification_seq ON identification (seq);
CREATE INDEX identification_claim ON identification (claim_id);
COMMENT ON TABLE identification IS 'How somebody who signs was identified; several add up.';
COMMENT ON COLUMN identification.signatory_id IS 'Null where the party signs itself.';
COMMENT ON COLUMN identification.account_id IS 'The member of staff who saw to it; null where the registry did.';
COMMENT ON COLUMN identification.sealed IS 'Sealed document: detail (the number that was called, the number and date of a certificate, the transaction).';
COMMENT ON COLUMN identification.identified_on IS 'Day in Korea on which it took place.';
COMMENT ON COLUMN identification.objected_at IS 'When the claimant said that it never took place; it counts no longer.';

SELECT audit_check('consent');
ALTER TABLE consent ADD COLUMN signatory_id uuid REFERENCES signatory;
COMMENT ON COLUMN consent.signatory_id IS 'Who signed for the party; null where the party signed itself.';
INSERT INTO audit_column VALUES ('consent', 'signatory_id', 'plain');
SELECT audit_snapshot('consent');

INSERT INTO audit_table VALUES ('signatory', 'claim_id', 'case_id'), ('identification', 'claim_id', 'case_id');
INSERT INTO audit_column VALUES
    ('signatory', 'id', 'plain'), ('signatory', 'claim_id', 'plain'), ('signatory', 'case_id', 'plain'),
    ('signatory', 'capacity', 'plain'), ('signatory', 'own', 'plain'), ('signatory', 'sealed', 'sealed'),
    ('signatory', 'commitments', 'plain'), ('signatory', 'created_at', 'plain'), ('signatory', 'asked_at', 'plain'),
    ('signatory', 'ended_at', 'plain'), ('signatory', 'seq', 'plain'),
    ('identification', 'id', 'plain'), ('identification', 'claim_id', 'plain'), ('identification', 'case_id', 'plain'),
    ('identification', 'signatory_id', 'plain'), ('identification', 'method', 'plain'), ('identification', 'account_id', 'plain'),
    ('identification', 'sealed', 'sealed'), ('identification', 'commitments', 'plain'), ('identification', 'identified_on', 'plain'),
    ('identification', 'created_at', 'plain'), ('identification', 'objected_at', 'plain'), ('identification', 'seq', 'plain');
INSERT INTO audit_exempt VALUES
    ('signing_link', 'hashes of secrets that let a signatory sign for a while; whom a link was sent to stands in signatory');
SELECT audit_snapshot('signatory'), audit_snapshot('identification');

GRANT SELECT, INSERT ON signatory, identification TO registry_app;
GRANT UPDATE (asked_at, ended_at, sealed, commitments) ON signatory TO registry_app;
GRANT UPDATE (objected_at, sealed, commitments) ON identification TO registry_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON signing_link TO registry_app;
