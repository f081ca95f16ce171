-- Who spent the credits of a tenant, and how many a member may spend in a period. Charges of the release before name nobody.

ALTER TABLE credits.transactions
  ADD COLUMN spent_by uuid,
  ADD CONSTRAINT spent_by_charge CHECK (spent_by IS NULL OR kind = 'charge');
GRANT INSERT (spent_by) ON credits.transactions TO canar_app;
CREATE INDEX transactions_spent_by ON credits.transactions (tenant_id, spent_by, effective_at) WHERE spent_by IS NOT NULL;

CREATE TABLE credits.member_limits (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  credits bigint NOT NULL CHECK (credits BETWEEN 0 AND 1000000000),
  PRIMARY KEY (tenant_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES auth.memberships (tenant_id, user_id) ON DELETE CASCADE
);
CALL platform.isolate('credits.member_limits');
GRANT SELECT, INSERT, UPDATE, DELETE ON credits.member_limits TO canar_app;
