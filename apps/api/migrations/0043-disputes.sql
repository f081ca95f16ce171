-- What a provider reports of a dispute: that a bank takes back captured money for the time being (opened), and how it was decided.
-- The steps of one dispute may be reported in any order.

CREATE TABLE billing.disputes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  provider text NOT NULL,
  provider_dispute_id text NOT NULL,
  provider_payment_id text NOT NULL,
  step text NOT NULL CHECK (step IN ('opened', 'won', 'lost')),
  amount bigint NOT NULL CHECK (amount > 0), -- in the smallest unit of its currency
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  at timestamptz NOT NULL,
  reported_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (provider, provider_dispute_id, step),
  FOREIGN KEY (tenant_id, order_id) REFERENCES billing.orders (tenant_id, id)
);
CREATE INDEX disputes_of_payment ON billing.disputes (tenant_id, provider, provider_payment_id);
CALL platform.isolate('billing.disputes');
GRANT SELECT, INSERT ON billing.disputes TO canar_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.disputes
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
