-- Refunds that an operator asks for. The row is there before the provider is asked, under the id that is its idempotency key there; what
-- the provider then reports is a refund like any other.

CREATE TABLE billing.refund_requests (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  provider text NOT NULL,
  provider_payment_id text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0), -- in the smallest unit of its currency
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  requested_at timestamptz NOT NULL,
  provider_refund_id text, -- null until the provider has accepted it
  rejected_at timestamptz, -- when the provider refused to give it, or failed to
  PRIMARY KEY (tenant_id, id),
  UNIQUE (provider, provider_refund_id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES billing.orders (tenant_id, id)
);
CREATE INDEX refund_requests_of_payment ON billing.refund_requests (tenant_id, provider, provider_payment_id);
CALL platform.isolate('billing.refund_requests');
GRANT SELECT, INSERT ON billing.refund_requests TO canar_app;
GRANT UPDATE (provider_refund_id, rejected_at) ON billing.refund_requests TO canar_app;

-- Operators list the money of all tenants that waits for them.
GRANT SELECT ON billing.unmatched_payments TO canar_operator;
CREATE POLICY operators ON billing.unmatched_payments FOR SELECT TO canar_operator USING (true);

-- When we heard of a fact has one name in all tables.
ALTER TABLE billing.payments RENAME COLUMN told_at TO reported_at;
ALTER TABLE billing.unmatched_payments RENAME COLUMN told_at TO reported_at;
ALTER TABLE billing.refunds RENAME COLUMN told_at TO reported_at;
