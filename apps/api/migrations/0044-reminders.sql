-- Which reminders of the end of a period were mailed, each once.

CREATE TABLE billing.reminders (
  tenant_id uuid NOT NULL,
  payment_id uuid NOT NULL, -- that bought the period
  days smallint NOT NULL CHECK (days IN (7, 1)), -- before its end
  reminded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, payment_id, days),
  FOREIGN KEY (tenant_id, payment_id) REFERENCES billing.payments (tenant_id, id)
);
CALL platform.isolate('billing.reminders');
GRANT SELECT, INSERT ON billing.reminders TO canar_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.reminders
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- The job that reminds finds the tenants whose time ends soon.
CREATE INDEX periods_ending ON billing.periods (ends_at);
GRANT SELECT (tenant_id, ends_at) ON billing.periods TO canar_jobs;
CREATE POLICY jobs ON billing.periods FOR SELECT TO canar_jobs USING (true);
