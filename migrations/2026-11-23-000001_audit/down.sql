-- Takes the log away: only for an installation that is given up.
DROP FUNCTION audit_snapshot, audit_check, audit_arm, audit_secrets;
DROP TABLE key_fingerprint, migration, audit_exempt, audit_column, audit_table, audit_log, pending, change, audit_head;
DROP FUNCTION audit_refuse, audit_capture_truncate, audit_capture_row, audit_outside;
