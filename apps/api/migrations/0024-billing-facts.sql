-- The state of a subscription follows from dated facts: orders and what was captured for them, cancels and resumes. Periods and
-- entitlements are what follows from them, written anew whenever a fact comes to light.

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA platform;

-- The owner moves rows below and is bound by row-level security, too.
ALTER TABLE billing.subscriptions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE billing.periods NO FORCE ROW LEVEL SECURITY;
ALTER TABLE credits.entitlements NO FORCE ROW LEVEL SECURITY;

-- An order is what was sold at which price; a checkout is its page at a provider, under the order's id.
ALTER TABLE billing.checkouts RENAME TO orders;
ALTER TABLE billing.orders
  ALTER COLUMN provider_reference DROP NOT NULL, -- until the provider has opened its page
  ADD CONSTRAINT orders_price UNIQUE (tenant_id, id, amount, currency);
ALTER INDEX billing.checkouts_awaited RENAME TO orders_awaited;
GRANT UPDATE (provider_reference) ON billing.orders TO canar_app;

ALTER TABLE billing.provider_events RENAME COLUMN checkout_id TO order_id;

ALTER TABLE billing.payments RENAME COLUMN checkout_id TO order_id;
ALTER TABLE billing.payments
  ADD COLUMN told_at timestamptz, -- when we heard of it; unknown for the first payments
  ADD CONSTRAINT payments_are_the_price FOREIGN KEY (tenant_id, order_id, amount, currency)
    REFERENCES billing.orders (tenant_id, id, amount, currency) NOT VALID;
GRANT INSERT (told_at) ON billing.payments TO canar_app;
CREATE UNIQUE INDEX one_payment_of_one_order ON billing.payments (tenant_id, order_id) WHERE told_at IS NOT NULL;

-- Captured money that buys nothing: a second capture of one order, another amount, the payment of another order. An operator
-- refunds or explains it.
CREATE TABLE billing.unmatched_payments (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  provider text NOT NULL,
  provider_payment_id text NOT NULL,
  amount bigint NOT NULL CHECK (amount >= 0), -- in the smallest unit of its currency
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  paid_at timestamptz NOT NULL,
  told_at timestamptz NOT NULL,
  reason text NOT NULL CHECK (reason IN ('second', 'amount', 'order')),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'refunded', 'explained')),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (provider, provider_payment_id, order_id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES billing.orders (tenant_id, id)
);
CALL platform.isolate('billing.unmatched_payments');
GRANT SELECT, INSERT (tenant_id, id, order_id, provider, provider_payment_id, amount, currency, paid_at, told_at, reason)
  ON billing.unmatched_payments TO canar_app;
CREATE INDEX unmatched_payments_open ON billing.unmatched_payments (told_at) WHERE state = 'open';

-- What the customer asked for, and when.
CREATE TABLE billing.subscription_acts (
  tenant_id uuid NOT NULL REFERENCES billing.subscriptions,
  id uuid NOT NULL,
  act text NOT NULL CHECK (act IN ('cancel', 'resume')),
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CALL platform.isolate('billing.subscription_acts');
GRANT SELECT, INSERT ON billing.subscription_acts TO canar_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.subscription_acts
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
INSERT INTO billing.subscription_acts (tenant_id, id, act, at)
  SELECT tenant_id, gen_random_uuid(), 'cancel', cancel_requested_at FROM billing.subscriptions WHERE cancel_requested_at IS NOT NULL;
ALTER TABLE billing.subscriptions DROP COLUMN cancel_requested_at;
GRANT UPDATE (tenant_id) ON billing.subscriptions TO canar_app; -- the row is locked, which asks for this right; it never changes

-- Periods follow from the facts, and may end early or move; two of one tenant never overlap.
DROP TRIGGER append_only ON billing.periods;
ALTER TABLE billing.periods
  ADD CONSTRAINT periods_do_not_overlap EXCLUDE USING gist (tenant_id WITH =, tstzrange(starts_at, ends_at) WITH &&);
GRANT DELETE ON billing.periods TO canar_app;

-- One entitlement for each period: the one that began last holds.
ALTER TABLE credits.entitlements ADD COLUMN starts_at timestamptz;
DELETE FROM credits.entitlements e USING billing.periods p WHERE p.tenant_id = e.tenant_id;
UPDATE credits.entitlements SET starts_at = '2000-01-01Z';
ALTER TABLE credits.entitlements
  ALTER COLUMN starts_at SET NOT NULL,
  DROP CONSTRAINT entitlements_pkey,
  ADD PRIMARY KEY (tenant_id, starts_at);
INSERT INTO credits.entitlements (tenant_id, plan, starts_at, edit_until, features)
  SELECT tenant_id, plan, starts_at, ends_at + interval '72 hours', CASE plan WHEN 'premium' THEN '{unbranded}'::text[] ELSE '{}' END
  FROM billing.periods;
GRANT DELETE ON credits.entitlements TO canar_app;
REVOKE UPDATE ON credits.entitlements FROM canar_app;

-- A grant whose expiry moves is taken back and granted again; the new one names the first of them.
ALTER TABLE credits.grants
  ADD COLUMN replaces uuid,
  ADD FOREIGN KEY (tenant_id, replaces) REFERENCES credits.grants (tenant_id, id);
GRANT INSERT (replaces) ON credits.grants TO canar_app;
CREATE INDEX grants_replacing ON credits.grants (tenant_id, replaces) WHERE replaces IS NOT NULL;

ALTER TABLE billing.subscriptions FORCE ROW LEVEL SECURITY;
ALTER TABLE billing.periods FORCE ROW LEVEL SECURITY;
ALTER TABLE credits.entitlements FORCE ROW LEVEL SECURITY;
