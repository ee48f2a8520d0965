-- What is asked of a claimant is the case's own list: a fee contract, an item for each recipient of data, whatever a firm adds;
-- each text says on which legal ground it stands, for what, to whom data go and how long they are kept. A mandate names counsel
-- and instance, and each special power (Civil Procedure Act art. 90(2)) has a yes or no of its own, which can be given or taken
-- back later. Of each new version of a text counsel decides, with a reason, whether earlier signatures suffice: a mended typo
-- must not bar those who signed before it.

SELECT audit_check('case_option');
ALTER TABLE case_option DROP CONSTRAINT case_option_kind_check;
ALTER TABLE case_option ADD CONSTRAINT case_option_kind_check
    CHECK (kind IN ('service', 'industry', 'evidence', 'counsel', 'cost', 'consent', 'processor'));
ALTER TABLE case_option ADD COLUMN registration text NOT NULL DEFAULT '';
ALTER TABLE case_option ALTER COLUMN registration DROP DEFAULT;
COMMENT ON TABLE case_option IS 'The lists of a case: services that failed, industries, kinds of evidence (required or not), counsel, costs, consent items, processors of data.';
COMMENT ON COLUMN case_option.registration IS 'Of counsel: the number under which the bar association lists them; else empty.';
INSERT INTO audit_column VALUES ('case_option', 'registration', 'plain');
-- the snapshot below captures the new rows with the old ones
ALTER TABLE case_option DISABLE TRIGGER audit_row;
INSERT INTO case_option (id, case_id, kind, code, name_ko, name_en, hint_ko, hint_en, required, position, registration)
SELECT gen_random_uuid(), ko.case_id, 'consent', ko.item, ko.title, en.title, '', '', ko.required,
       row_number() OVER (PARTITION BY ko.case_id ORDER BY array_position(
           ARRAY['participation', 'mandate', 'privacy_required', 'privacy_optional', 'third_party'], ko.item), ko.item), ''
FROM consent_text ko
JOIN consent_text en USING (case_id, item, version)
WHERE ko.language = 'ko' AND en.language = 'en'
  AND ko.version = (SELECT max(v.version) FROM consent_text v WHERE v.case_id = ko.case_id AND v.item = ko.item);
SELECT audit_snapshot('case_option');

SELECT audit_check('court_case');
ALTER TABLE court_case
    ADD COLUMN instance text NOT NULL DEFAULT 'first' CHECK (instance IN ('first', 'appeal', 'final_appeal')),
    ADD COLUMN needed_powers text[] NOT NULL DEFAULT '{}';
ALTER TABLE court_case ALTER COLUMN instance DROP DEFAULT, ALTER COLUMN needed_powers DROP DEFAULT;
COMMENT ON COLUMN court_case.instance IS 'For which instance the mandate is given.';
COMMENT ON COLUMN court_case.needed_powers IS 'Special powers without which the firm does not act.';
INSERT INTO audit_column VALUES ('court_case', 'instance', 'plain'), ('court_case', 'needed_powers', 'plain');
SELECT audit_snapshot('court_case');

SELECT audit_check('consent_text');
ALTER TABLE consent_text DROP CONSTRAINT consent_text_item_check;
ALTER TABLE consent_text
    ADD COLUMN kind text,
    ADD COLUMN basis text CHECK (basis IN ('consent', 'contract', 'law')),
    ADD COLUMN purpose text NOT NULL DEFAULT '',
    ADD COLUMN recipient text NOT NULL DEFAULT '',
    ADD COLUMN retention text NOT NULL DEFAULT '',
    ADD COLUMN suffices_from integer,
    ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE consent_text DISABLE TRIGGER audit_row;
UPDATE consent_text SET
    kind = CASE
        WHEN item LIKE 'privacy%' THEN 'privacy'
        WHEN item LIKE 'third_party%' THEN 'third_party'
        WHEN item IN ('participation', 'mandate', 'fee_contract') THEN item
        ELSE 'other'
    END,
    basis = CASE WHEN item IN ('participation', 'mandate', 'fee_contract') THEN 'contract' ELSE 'consent' END,
    suffices_from = version;
ALTER TABLE consent_text
    ALTER COLUMN kind SET NOT NULL,
    ALTER COLUMN basis SET NOT NULL,
    ALTER COLUMN suffices_from SET NOT NULL,
    ALTER COLUMN purpose DROP DEFAULT,
    ALTER COLUMN recipient DROP DEFAULT,
    ALTER COLUMN retention DROP DEFAULT,
    ALTER COLUMN reason DROP DEFAULT,
    ADD CONSTRAINT consent_text_kind_check
        CHECK (kind IN ('participation', 'mandate', 'fee_contract', 'privacy', 'third_party', 'other')),
    ADD CONSTRAINT consent_text_suffices_from_check CHECK (suffices_from BETWEEN 1 AND version);
COMMENT ON COLUMN consent_text.basis IS 'Legal ground: consent, contract or law.';
COMMENT ON COLUMN consent_text.purpose IS 'For what data are processed; stands in the body too, as recipient and retention do.';
COMMENT ON COLUMN consent_text.suffices_from IS 'Oldest version whose signatures suffice beside this one''s, as counsel decided.';
COMMENT ON COLUMN consent_text.reason IS 'Why counsel decided so; empty for a first version.';
INSERT INTO audit_column VALUES
    ('consent_text', 'kind', 'plain'), ('consent_text', 'basis', 'plain'), ('consent_text', 'purpose', 'plain'),
    ('consent_text', 'recipient', 'plain'), ('consent_text', 'retention', 'plain'), ('consent_text', 'suffices_from', 'plain'),
    ('consent_text', 'reason', 'plain');
SELECT audit_snapshot('consent_text');

SELECT audit_check('consent');
ALTER TABLE consent ADD COLUMN powers text[] NOT NULL DEFAULT '{}';
ALTER TABLE consent ALTER COLUMN powers DROP DEFAULT;
COMMENT ON COLUMN consent.powers IS 'Special powers that the signed mandate gives; what is given or taken back later stands in power_statement.';
INSERT INTO audit_column VALUES ('consent', 'powers', 'plain');
SELECT audit_snapshot('consent');

CREATE TABLE power_statement (
    id          uuid PRIMARY KEY,
    claim_id    uuid NOT NULL,
    case_id     uuid NOT NULL,
    consent_id  uuid NOT NULL REFERENCES consent,
    power       text NOT NULL,
    granted     boolean NOT NULL,
    sealed      bytea NOT NULL,
    commitments text NOT NULL,
    stated_at   timestamptz NOT NULL
        CONSTRAINT power_statement_stated_at_years CHECK (stated_at >= '0001-01-01 00:00+00' AND stated_at < '10000-01-01 00:00+00'),
    seq         bigint NOT NULL GENERATED ALWAYS AS IDENTITY (CACHE 1),
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
);
CREATE UNIQUE INDEX power_statement_seq ON power_statement (seq);
CREATE INDEX power_statement_claim ON power_statement (claim_id);
COMMENT ON TABLE power_statement IS 'Special powers that were given or taken back after the mandate was signed.';
COMMENT ON COLUMN power_statement.consent_id IS 'The signed mandate that it changes.';
COMMENT ON COLUMN power_statement.sealed IS 'Sealed document: statement (the exact bytes that were signed), address and device they came from.';
COMMENT ON COLUMN power_statement.seq IS 'Its place among all of them: of two to one power the later counts.';

INSERT INTO audit_table VALUES ('power_statement', 'claim_id', 'case_id');
INSERT INTO audit_column VALUES
    ('power_statement', 'id', 'plain'), ('power_statement', 'claim_id', 'plain'), ('power_statement', 'case_id', 'plain'),
    ('power_statement', 'consent_id', 'plain'), ('power_statement', 'power', 'plain'), ('power_statement', 'granted', 'plain'),
    ('power_statement', 'sealed', 'sealed'), ('power_statement', 'commitments', 'plain'), ('power_statement', 'stated_at', 'plain'),
    ('power_statement', 'seq', 'plain');
SELECT audit_snapshot('power_statement');

GRANT SELECT, INSERT ON power_statement TO registry_app;
GRANT UPDATE (sealed, commitments) ON power_statement TO registry_app;
