-- Before anybody makes an account they read who conducts the case and what it costs: two more lists of a case.

ALTER TABLE case_option DROP CONSTRAINT case_option_kind_check;
ALTER TABLE case_option ADD CONSTRAINT case_option_kind_check
    CHECK (kind IN ('service', 'industry', 'evidence', 'counsel', 'cost'));
COMMENT ON TABLE case_option IS 'The lists of a case: services that failed, industries, kinds of evidence (required or not), counsel, costs.';
