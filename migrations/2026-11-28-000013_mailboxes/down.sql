DELETE FROM idempotency;
COMMENT ON COLUMN idempotency.key IS NULL;
ALTER TABLE idempotency ALTER COLUMN key TYPE text USING '';

REVOKE UPDATE (recalled_at, to_index) ON mail FROM registry_app;
ALTER TABLE mail DROP COLUMN recalled_at, DROP COLUMN to_index;
