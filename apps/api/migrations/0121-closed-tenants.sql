-- A tenant that is closed or blocked buys nothing: its open checkouts are ended at the provider, and what is captured all the same is set aside.

-- Since when a tenant is closed or blocked; for ever, when it is erased; null while it is open.
CREATE FUNCTION auth.closed_since(tenant uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN t.erased_at IS NULL THEN least(t.closed_at, t.blocked_at) ELSE '-infinity' END
  FROM auth.tenants t WHERE t.id = tenant
$$;

ALTER TABLE billing.orders ADD COLUMN ended_at timestamptz; -- when its checkout was ended at the provider, unpaid
GRANT UPDATE (ended_at) ON billing.orders TO canar_app;
GRANT SELECT (opened_at, ended_at) ON billing.orders TO canar_jobs;
CREATE INDEX orders_to_end ON billing.orders (opened_at) WHERE status <> 'paid' AND ended_at IS NULL;

ALTER TABLE billing.unmatched_payments
  DROP CONSTRAINT unmatched_payments_reason,
  ADD CONSTRAINT unmatched_payments_reason CHECK (reason IN ('second', 'amount', 'order', 'late', 'closed'));
