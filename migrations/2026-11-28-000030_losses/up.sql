-- A loss says how its amount was arrived at, of which service it is, and what was signed away for compensation that was received.
-- A case has bounds: an amount above one is asked back, and a position that was confirmed all the same stays out of the figures of
-- the case until the firm has assessed it, so that one absurd claim does not bend them. Claims that are over leave the figures, in
-- the order in which they ended.

CREATE TABLE loss_bound (
    id       uuid PRIMARY KEY,
    case_id  uuid NOT NULL REFERENCES court_case,
    kind     text CHECK (kind IN ('sales', 'cancelled_orders', 'refunds', 'substitutes', 'advertising', 'channel_friends', 'distress',
                                  'other', 'compensation_received')),
    most_krw bigint NOT NULL CHECK (most_krw BETWEEN 1 AND 100000000000000)
);
CREATE UNIQUE INDEX loss_bound_once ON loss_bound (case_id, coalesce(kind, ''));
COMMENT ON TABLE loss_bound IS 'Amounts of a case above which a loss is asked back.';
COMMENT ON COLUMN loss_bound.kind IS 'Kind of the position; null for the sum of a claim.';
INSERT INTO audit_table VALUES ('loss_bound', NULL, 'case_id');
INSERT INTO audit_column VALUES
    ('loss_bound', 'id', 'plain'), ('loss_bound', 'case_id', 'plain'), ('loss_bound', 'kind', 'plain'), ('loss_bound', 'most_krw', 'plain');
SELECT audit_snapshot('loss_bound');
GRANT SELECT, INSERT ON loss_bound TO registry_app;

SELECT audit_check('loss');
ALTER TABLE loss DROP CONSTRAINT loss_kind_check;
ALTER TABLE loss
    ADD CONSTRAINT loss_kind_check CHECK (kind IN ('sales', 'cancelled_orders', 'refunds', 'substitutes', 'advertising',
                                                   'channel_friends', 'distress', 'other', 'compensation_received')),
    ADD COLUMN service text,
    ADD COLUMN method text CHECK (method IN ('outage_week', 'week_before', 'invoices', 'estimate')),
    ADD COLUMN form text CHECK (form IN ('money', 'service')),
    ADD COLUMN release text CHECK (release IN ('none', 'partial', 'full')),
    ADD COLUMN implausible boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT loss_received CHECK (kind = 'compensation_received' OR (form IS NULL AND release IS NULL));
COMMENT ON COLUMN loss.service IS 'Code of the service of the case through which it was lost; null where none is named.';
COMMENT ON COLUMN loss.method IS 'How the amount was arrived at; null for what was stated before that was asked.';
COMMENT ON COLUMN loss.form IS 'Compensation received: in money or in kind.';
COMMENT ON COLUMN loss.release IS 'Compensation received: which part of the claim was given up for it.';
COMMENT ON COLUMN loss.implausible IS 'The amount lay above a bound of the case and was confirmed.';
COMMENT ON COLUMN loss.sealed IS 'Sealed document: note, basis, weeks (sales that were compared), release_terms.';
INSERT INTO audit_column VALUES
    ('loss', 'service', 'plain'), ('loss', 'method', 'plain'), ('loss', 'form', 'plain'), ('loss', 'release', 'plain'),
    ('loss', 'implausible', 'plain');
SELECT audit_snapshot('loss');
CREATE INDEX loss_implausible ON loss (case_id) WHERE implausible;

CREATE TABLE assessment (
    id          uuid PRIMARY KEY,
    loss_id     uuid NOT NULL REFERENCES loss,
    claim_id    uuid NOT NULL,
    case_id     uuid NOT NULL,
    account_id  uuid NOT NULL REFERENCES account,
    amount_krw  bigint NOT NULL CHECK (amount_krw BETWEEN 0 AND 1000000000000),
    sealed      bytea NOT NULL,
    commitments text NOT NULL,
    created_at  timestamptz NOT NULL
        CONSTRAINT assessment_created_at_years CHECK (created_at >= '0001-01-01 00:00+00' AND created_at < '10000-01-01 00:00+00'),
    seq         bigint NOT NULL GENERATED ALWAYS AS IDENTITY (CACHE 1),
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
);
CREATE UNIQUE INDEX assessment_seq ON assessment (seq);
CREATE INDEX assessment_claim ON assessment (claim_id);
CREATE INDEX assessment_loss ON assessment (loss_id, seq DESC);
CREATE INDEX assessment_case ON assessment (case_id, seq);
COMMENT ON TABLE assessment IS 'What the firm takes a loss to amount to; of several the latest counts.';
COMMENT ON COLUMN assessment.sealed IS 'Sealed document: reason.';
COMMENT ON COLUMN assessment.seq IS 'Its place among all assessments.';
INSERT INTO audit_table VALUES ('assessment', 'claim_id', 'case_id');
INSERT INTO audit_column VALUES
    ('assessment', 'id', 'plain'), ('assessment', 'loss_id', 'plain'), ('assessment', 'claim_id', 'plain'),
    ('assessment', 'case_id', 'plain'), ('assessment', 'account_id', 'plain'), ('assessment', 'amount_krw', 'plain'),
    ('assessment', 'sealed', 'sealed'), ('assessment', 'commitments', 'plain'), ('assessment', 'created_at', 'plain'),
    ('assessment', 'seq', 'plain');
SELECT audit_snapshot('assessment');
CREATE FUNCTION newest_assessment(loss) RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT a.id FROM public.assessment a WHERE a.loss_id = ($1).id ORDER BY a.seq DESC LIMIT 1);
COMMENT ON FUNCTION newest_assessment IS 'The assessment of a loss that counts; null where the firm made none.';
GRANT SELECT, INSERT ON assessment TO registry_app;
GRANT UPDATE (sealed, commitments) ON assessment TO registry_app;

SELECT audit_check('claim');
ALTER TABLE claim
    ADD COLUMN plausible_krw bigint NOT NULL DEFAULT 0,
    ADD COLUMN implausible integer NOT NULL DEFAULT 0,
    ADD COLUMN ended_at timestamptz
        CONSTRAINT claim_ended_at_years CHECK (ended_at >= '0001-01-01 00:00+00' AND ended_at < '10000-01-01 00:00+00');
COMMENT ON COLUMN claim.plausible_krw IS 'As total_krw, without the positions that are implausible.';
COMMENT ON COLUMN claim.implausible IS 'How many positions are implausible.';
COMMENT ON COLUMN claim.ended_at IS 'When it was rejected or withdrawn, while it is.';
-- the snapshot below captures every row with what it amounts to, and when it ended
ALTER TABLE claim DISABLE TRIGGER audit_row;
UPDATE claim SET plausible_krw = total_krw, ended_at = CASE WHEN status IN ('rejected', 'withdrawn') THEN updated_at END;
INSERT INTO audit_column VALUES ('claim', 'plausible_krw', 'plain'), ('claim', 'implausible', 'plain'), ('claim', 'ended_at', 'plain');
SELECT audit_snapshot('claim');
