-- Of each claim the first business goes back into its own document, by a step with the keys; further ones go.

SELECT audit_check('claim'), audit_check('loss'), audit_check('business');

ALTER TABLE loss DISABLE TRIGGER audit_row;
DROP INDEX loss_business;
ALTER TABLE loss DROP CONSTRAINT loss_business, DROP COLUMN business_id;
DELETE FROM audit_column WHERE table_name = 'loss' AND column_name = 'business_id';

ALTER TABLE claim DISABLE TRIGGER audit_row;
DROP INDEX claim_listed, claim_amount, claim_one_live;
ALTER TABLE claim ADD COLUMN region text, ADD COLUMN industry text, ADD COLUMN business_number_index bytea;
