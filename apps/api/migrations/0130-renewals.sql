-- A mandate is a customer's standing consent that a provider debits renewals; a renewal is one announced try to debit the next period.

-- The row is there before the provider is asked: its order's checkout asks for the consent, together with the first payment.
CREATE TABLE billing.mandates (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  provider text NOT NULL,
  plan text NOT NULL CHECK (plan IN ('basic', 'premium')),
  amount bigint NOT NULL CHECK (amount > 0), -- paise: what a period of the plan costs as long as the mandate lives
  maximum bigint NOT NULL CHECK (maximum >= amount), -- paise, of one debit
  currency text NOT NULL CHECK (currency = 'INR'),
  expires_at timestamptz NOT NULL,
  provider_customer_id text,
  provider_mandate_id text,
  authorised_at timestamptz, -- null until the provider reports it
  ended_at timestamptz,
  ended_by text CHECK (ended_by IN ('bank', 'expiry', 'replacement', 'closing', 'subscription')),
  cancelled_at timestamptz, -- when it was ended at the provider
  PRIMARY KEY (tenant_id, order_id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES billing.orders (tenant_id, id),
  CONSTRAINT mandates_are_known_when_authorised CHECK (authorised_at IS NULL OR provider_mandate_id IS NOT NULL),
  CONSTRAINT mandates_end_for_a_reason CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX mandates_at_provider ON billing.mandates (provider, provider_mandate_id);
CREATE INDEX mandates_to_end ON billing.mandates (tenant_id) WHERE authorised_at IS NOT NULL AND cancelled_at IS NULL;
CALL platform.isolate('billing.mandates');
GRANT SELECT, INSERT (tenant_id, order_id, provider, plan, amount, maximum, currency, expires_at),
  UPDATE (provider_customer_id, provider_mandate_id, authorised_at, ended_at, ended_by, cancelled_at) ON billing.mandates TO canar_app;
GRANT SELECT (tenant_id, order_id, provider, provider_customer_id, provider_mandate_id, expires_at, authorised_at, ended_at, ended_by, cancelled_at)
  ON billing.mandates TO canar_jobs;
CREATE POLICY jobs ON billing.mandates FOR SELECT TO canar_jobs USING (true);

-- The slot is taken before any money: one try after the other, each with an order and a notice of its own.
CREATE TABLE billing.renewals (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL, -- its id is the idempotency key of the debit
  mandate_id uuid NOT NULL,
  follows uuid NOT NULL, -- the payment of the period that it continues
  attempt smallint NOT NULL CHECK (attempt > 0),
  announced_at timestamptz NOT NULL,
  debit_at timestamptz NOT NULL, -- not before this instant
  noticed_at timestamptz, -- when the provider accepted to notify the customer
  requested_at timestamptz, -- when the provider was last asked to debit
  answered_at timestamptz, -- when we heard that it was captured or failed
  called_back_at timestamptz, -- when we found that the customer does not want it any more
  PRIMARY KEY (tenant_id, order_id),
  UNIQUE (tenant_id, follows, attempt),
  FOREIGN KEY (tenant_id, order_id) REFERENCES billing.orders (tenant_id, id),
  FOREIGN KEY (tenant_id, mandate_id) REFERENCES billing.mandates (tenant_id, order_id),
  FOREIGN KEY (tenant_id, follows) REFERENCES billing.payments (tenant_id, id),
  CONSTRAINT debits_follow_their_notice CHECK (requested_at IS NULL OR noticed_at < requested_at)
);
CREATE UNIQUE INDEX one_renewal_at_a_time ON billing.renewals (tenant_id) WHERE answered_at IS NULL AND called_back_at IS NULL;
CALL platform.isolate('billing.renewals');
GRANT SELECT, INSERT (tenant_id, order_id, mandate_id, follows, attempt, announced_at, debit_at),
  UPDATE (noticed_at, requested_at, answered_at, called_back_at) ON billing.renewals TO canar_app;
GRANT SELECT (tenant_id, answered_at, called_back_at) ON billing.renewals TO canar_jobs;
CREATE POLICY jobs ON billing.renewals FOR SELECT TO canar_jobs USING (true);

-- The customer switches automatic renewal off and on.
ALTER TABLE billing.subscription_acts
  DROP CONSTRAINT subscription_acts_act,
  ADD CONSTRAINT subscription_acts_act CHECK (act IN ('cancel', 'resume', 'change', 'renewal-off', 'renewal-on'));

-- A debit that was called back, or that its customer did not want any more, is refunded in full at once.
ALTER TABLE billing.unmatched_payments
  DROP CONSTRAINT unmatched_payments_reason,
  ADD CONSTRAINT unmatched_payments_reason CHECK (reason IN ('second', 'amount', 'order', 'late', 'closed', 'called_back'));
GRANT SELECT (tenant_id, id, state, reason) ON billing.unmatched_payments TO canar_jobs;
CREATE POLICY jobs ON billing.unmatched_payments FOR SELECT TO canar_jobs USING (true);

-- What the sandbox knows of mandates and debits, as a bank would.
CREATE TABLE billing.sandbox_mandates (
  order_id uuid PRIMARY KEY,
  maximum bigint NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  refuses boolean NOT NULL DEFAULT false -- plays an account without money
);
CREATE TABLE billing.sandbox_debits (
  order_id uuid PRIMARY KEY,
  mandate_id uuid NOT NULL REFERENCES billing.sandbox_mandates,
  amount bigint NOT NULL,
  noticed_at timestamptz NOT NULL,
  debited_at timestamptz,
  outcome text CHECK (outcome IN ('paid', 'declined')),
  CHECK ((outcome IS NULL) = (debited_at IS NULL))
);
GRANT SELECT, INSERT, UPDATE (ended_at, refuses) ON billing.sandbox_mandates TO canar_app;
GRANT SELECT, INSERT, UPDATE (debited_at, outcome) ON billing.sandbox_debits TO canar_app;
