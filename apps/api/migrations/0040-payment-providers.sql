-- Providers send kinds of events that mean nothing to us: they are stored, about no order. An event may know an order by the
-- provider's id of its checkout only.

ALTER TABLE billing.provider_events ALTER COLUMN order_id DROP NOT NULL;
GRANT SELECT (provider_reference) ON billing.orders TO canar_jobs;
