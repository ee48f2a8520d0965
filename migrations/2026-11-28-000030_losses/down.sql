SELECT audit_check('claim');
ALTER TABLE claim DROP COLUMN plausible_krw, DROP COLUMN implausible, DROP COLUMN ended_at;
DELETE FROM audit_column WHERE table_name = 'claim' AND column_name IN ('plausible_krw', 'implausible', 'ended_at');
SELECT audit_snapshot('claim');
-- Captured as TRUNCATE, so that the replay of a later up begins with empty tables.
DROP FUNCTION newest_assessment;
TRUNCATE assessment;
DROP TABLE assessment;
TRUNCATE loss_bound;
DROP TABLE loss_bound;
DELETE FROM audit_table WHERE table_name IN ('assessment', 'loss_bound');
DELETE FROM audit_column WHERE table_name IN ('assessment', 'loss_bound');
DROP INDEX loss_implausible;
SELECT audit_check('loss');
ALTER TABLE loss DISABLE TRIGGER audit_row;
UPDATE loss SET kind = 'other' WHERE kind IN ('channel_friends', 'distress');
ALTER TABLE loss DROP CONSTRAINT loss_kind_check, DROP CONSTRAINT loss_received;
ALTER TABLE loss
    DROP COLUMN service, DROP COLUMN method, DROP COLUMN form, DROP COLUMN release, DROP COLUMN implausible,
    ADD CONSTRAINT loss_kind_check
        CHECK (kind IN ('sales', 'cancelled_orders', 'refunds', 'substitutes', 'advertising', 'other', 'compensation_received'));
COMMENT ON COLUMN loss.sealed IS 'Sealed document: note, basis.';
DELETE FROM audit_column WHERE table_name = 'loss' AND column_name IN ('service', 'method', 'form', 'release', 'implausible');
SELECT audit_snapshot('loss');
