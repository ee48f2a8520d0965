DROP TABLE witness_state;
DROP TABLE cosigned_checkpoint;
TRUNCATE witness, time_stamp;
DROP TABLE witness;
DROP TABLE time_stamp;
DELETE FROM audit_table WHERE table_name IN ('witness', 'time_stamp');
DELETE FROM audit_column WHERE table_name IN ('witness', 'time_stamp');
DELETE FROM audit_exempt WHERE table_name IN ('witness_state', 'cosigned_checkpoint');
