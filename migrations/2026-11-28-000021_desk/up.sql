-- What those at a desk ask for. An auditor asks for a verification of the live database, and another process than the one
-- that serves runs it: who asked and what came of it are captured like everything else, so that a verdict that was given
-- stands in the log. Whoever works in a case counts its claims by everything that they are filtered by: from an index alone,
-- without the sealed documents in the rows. And they sort them by what each amounts to, which a claim says itself from now
-- on: 200,000 sums for a page of fifty take seconds.

CREATE TABLE verification (
    id         uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account,
    asked_at   timestamptz NOT NULL,
    begun_at   timestamptz,
    ended_at   timestamptz,
    verdict    text,
    report     text,
    CONSTRAINT verification_asked_at_years CHECK (asked_at >= '0001-01-01 00:00+00' AND asked_at < '10000-01-01 00:00+00'),
    CONSTRAINT verification_begun_at_years CHECK (begun_at >= '0001-01-01 00:00+00' AND begun_at < '10000-01-01 00:00+00'),
    CONSTRAINT verification_ended_at_years CHECK (ended_at >= '0001-01-01 00:00+00' AND ended_at < '10000-01-01 00:00+00')
);
COMMENT ON TABLE verification IS 'Verifications of the live database that auditors asked for.';
COMMENT ON COLUMN verification.begun_at IS 'When another process took it up; anew where that process ended before it was done.';
COMMENT ON COLUMN verification.verdict IS 'As the command gives it; `could_not_verify` where it could not read something.';
COMMENT ON COLUMN verification.report IS 'The whole report as the command prints it with --json, or why there is none.';
CREATE UNIQUE INDEX verification_waiting ON verification ((true)) WHERE ended_at IS NULL;

INSERT INTO audit_table VALUES ('verification', NULL, NULL);
INSERT INTO audit_column VALUES
    ('verification', 'id', 'plain'), ('verification', 'account_id', 'plain'), ('verification', 'asked_at', 'plain'),
    ('verification', 'begun_at', 'plain'), ('verification', 'ended_at', 'plain'), ('verification', 'verdict', 'plain'),
    ('verification', 'report', 'plain');
SELECT audit_snapshot('verification');

GRANT SELECT, INSERT ON verification TO registry_app;
GRANT UPDATE (begun_at, ended_at, verdict, report) ON verification TO registry_app;

CREATE INDEX claim_listed ON claim (case_id, status, region, industry) INCLUDE (submitted_at, id)
    WHERE number IS NOT NULL AND sealed <> '';

SELECT audit_check('claim');
ALTER TABLE claim ADD COLUMN total_krw bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN claim.total_krw IS 'Losses less compensation received, summed up with each change of them.';
-- the snapshot below captures every row with its total
ALTER TABLE claim DISABLE TRIGGER audit_row;
UPDATE claim SET total_krw = (SELECT coalesce(sum(l.net_krw), 0) FROM loss l WHERE l.claim_id = claim.id);
INSERT INTO audit_column VALUES ('claim', 'total_krw', 'plain');
SELECT audit_snapshot('claim');
CREATE INDEX claim_amount ON claim (case_id, total_krw DESC, (substring(number FROM '-([0-9]{1,18})-')::bigint))
    WHERE number IS NOT NULL AND sealed <> '';
