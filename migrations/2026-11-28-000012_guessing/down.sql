ALTER TABLE one_time_link ADD COLUMN password_hash text;
DELETE FROM one_time_link WHERE purpose = 'registration';

DELETE FROM sign_in_delay;
ALTER TABLE sign_in_delay DROP CONSTRAINT sign_in_delay_pkey, DROP COLUMN lane, ADD PRIMARY KEY (email_index);
COMMENT ON TABLE sign_in_delay IS 'Failed sign-ins an e-mail address, known or not; delays, never locks out.';
