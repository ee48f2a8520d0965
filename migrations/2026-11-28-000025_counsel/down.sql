DELETE FROM case_option WHERE kind IN ('counsel', 'cost');
ALTER TABLE case_option DROP CONSTRAINT case_option_kind_check;
ALTER TABLE case_option ADD CONSTRAINT case_option_kind_check CHECK (kind IN ('service', 'industry', 'evidence'));
COMMENT ON TABLE case_option IS 'The lists of a case: services that failed, industries, kinds of evidence (required or not).';
