-- A debit that was requested has a notice: where none was accepted, the comparison of the two instants is unknown, which a CHECK takes for true.

ALTER TABLE billing.renewals
  ADD CONSTRAINT debits_have_a_notice CHECK (requested_at IS NULL OR noticed_at IS NOT NULL) NOT VALID;
