-- An upgrade is an order of a dearer plan that replaces the running period of another order; a change is the plan that a customer wants
-- from the end of the paid time on.

ALTER TABLE billing.orders
  ADD COLUMN replaces uuid, -- the order whose period an upgrade ends
  DROP CONSTRAINT checkouts_kind_check,
  DROP CONSTRAINT checkouts_check,
  ADD CONSTRAINT orders_kind CHECK (kind IN ('plan', 'upgrade', 'top_up')),
  ADD CONSTRAINT orders_have_their_plan CHECK ((kind IN ('plan', 'upgrade')) = (plan IS NOT NULL)),
  ADD CONSTRAINT upgrades_replace CHECK ((kind = 'upgrade') = (replaces IS NOT NULL)),
  ADD FOREIGN KEY (tenant_id, replaces) REFERENCES billing.orders (tenant_id, id);
GRANT SELECT (replaces) ON billing.orders TO canar_app;

-- An upgrade is priced for a day: what is captured later buys nothing.
ALTER TABLE billing.unmatched_payments
  DROP CONSTRAINT unmatched_payments_reason_check,
  ADD CONSTRAINT unmatched_payments_reason CHECK (reason IN ('second', 'amount', 'order', 'late'));

ALTER TABLE billing.subscription_acts
  ADD COLUMN plan text CHECK (plan IN ('basic', 'premium')),
  DROP CONSTRAINT subscription_acts_act_check,
  ADD CONSTRAINT subscription_acts_act CHECK (act IN ('cancel', 'resume', 'change')),
  ADD CONSTRAINT changes_name_a_plan CHECK ((act = 'change') = (plan IS NOT NULL));
