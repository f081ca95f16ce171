-- What every module stands on: how a table is isolated, idempotent answers, and the application's rights on the queue.

GRANT USAGE ON SCHEMA platform TO canar_app, canar_jobs, canar_public, canar_operator, canar_backup;

-- Isolates a table by tenant for the application's role. Every tenant table is made with it.
CREATE PROCEDURE platform.isolate(target regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    $policy$CREATE POLICY tenant ON %s TO canar_app
      USING (tenant_id = nullif((SELECT current_setting('app.tenant_id', true)), '')::uuid)
      WITH CHECK (tenant_id = nullif((SELECT current_setting('app.tenant_id', true)), '')::uuid)$policy$, target);
END $$;

-- Refuses a change to a table that only grows.
CREATE FUNCTION platform.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TABLE platform.idempotency_keys (
  tenant_id uuid NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  fingerprint bytea NOT NULL,
  status smallint,
  headers jsonb,
  body text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, key)
);
CALL platform.isolate('platform.idempotency_keys');
GRANT SELECT, INSERT, UPDATE ON platform.idempotency_keys TO canar_app;
GRANT SELECT, DELETE ON platform.idempotency_keys TO canar_jobs;
CREATE POLICY jobs ON platform.idempotency_keys TO canar_jobs USING (true);
CREATE INDEX idempotency_keys_age ON platform.idempotency_keys (created_at);

-- The queue's tables have row-level security without a policy; the application works the queue.
GRANT USAGE ON SCHEMA graphile_worker TO canar_app, canar_jobs;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO canar_app, canar_jobs;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO canar_app, canar_jobs;
DO $$
DECLARE queue_table regclass;
BEGIN
  FOR queue_table IN
    SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'graphile_worker' AND c.relkind = 'r' AND c.relrowsecurity
  LOOP
    EXECUTE format('CREATE POLICY application ON %s TO canar_app, canar_jobs USING (true) WITH CHECK (true)', queue_table);
  END LOOP;
END $$;
