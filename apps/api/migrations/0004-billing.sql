-- Buying: a checkout is what was ordered, a payment is what was captured for it, a period is what a plan's payment bought.

CREATE SCHEMA billing;
GRANT USAGE ON SCHEMA billing TO canar_app, canar_jobs, canar_operator, canar_backup;

CREATE TABLE billing.subscriptions (
  tenant_id uuid PRIMARY KEY REFERENCES auth.tenants,
  cancel_requested_at timestamptz
);

CREATE TABLE billing.checkouts (
  tenant_id uuid NOT NULL REFERENCES auth.tenants,
  id uuid NOT NULL UNIQUE, -- also without the tenant: a provider knows no tenants
  buyer_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('plan', 'top_up')),
  plan text CHECK (plan IN ('basic', 'premium')),
  description text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0), -- paise
  currency text NOT NULL CHECK (currency = 'INR'),
  credits bigint NOT NULL CHECK (credits > 0),
  provider text NOT NULL,
  provider_reference text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'abandoned', 'declined', 'mismatched', 'paid')),
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (provider, provider_reference),
  CHECK ((kind = 'plan') = (plan IS NOT NULL))
);
CREATE INDEX checkouts_awaited ON billing.checkouts (tenant_id, opened_at) WHERE kind = 'plan' AND status = 'open';

CREATE TABLE billing.payments (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  checkout_id uuid NOT NULL,
  provider text NOT NULL,
  provider_payment_id text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0), -- paise
  currency text NOT NULL CHECK (currency = 'INR'),
  paid_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (provider, provider_payment_id),
  FOREIGN KEY (tenant_id, checkout_id) REFERENCES billing.checkouts (tenant_id, id)
);
CREATE INDEX payments_listed ON billing.payments (tenant_id, paid_at DESC, id DESC);

CREATE TABLE billing.periods (
  tenant_id uuid NOT NULL REFERENCES billing.subscriptions,
  payment_id uuid NOT NULL,
  plan text NOT NULL CHECK (plan IN ('basic', 'premium')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  PRIMARY KEY (tenant_id, starts_at),
  UNIQUE (tenant_id, payment_id),
  FOREIGN KEY (tenant_id, payment_id) REFERENCES billing.payments (tenant_id, id)
);
CREATE INDEX periods_by_end ON billing.periods (tenant_id, ends_at);

-- What providers have told us, each event once. It is global: the provider's id is all that an event has at first.
CREATE TABLE billing.provider_events (
  provider text NOT NULL,
  event_id text NOT NULL,
  kind text NOT NULL,
  checkout_id uuid NOT NULL,
  provider_payment_id text,
  amount bigint,
  currency text,
  occurred_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (provider, event_id)
);

CALL platform.isolate('billing.subscriptions');
CALL platform.isolate('billing.checkouts');
CALL platform.isolate('billing.payments');
CALL platform.isolate('billing.periods');

GRANT SELECT, INSERT ON billing.checkouts, billing.payments, billing.periods, billing.subscriptions TO canar_app;
GRANT UPDATE (status) ON billing.checkouts TO canar_app;
GRANT UPDATE (cancel_requested_at) ON billing.subscriptions TO canar_app;
GRANT SELECT, INSERT ON billing.provider_events TO canar_app;

-- A webhook and a provider's page know a checkout by its id alone.
GRANT SELECT (tenant_id, id, buyer_id, description, amount, currency, credits, provider, status)
  ON billing.checkouts TO canar_jobs;
CREATE POLICY jobs ON billing.checkouts FOR SELECT TO canar_jobs USING (true);

-- Money that was captured and time that was sold are facts.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.payments
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.periods
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
