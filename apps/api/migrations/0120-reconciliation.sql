-- How far each provider has been asked about what happened there.
CREATE TABLE billing.reconciliations (
  provider text PRIMARY KEY,
  reached timestamptz NOT NULL -- everything before this instant was asked for
);
GRANT SELECT, INSERT, UPDATE (reached) ON billing.reconciliations TO canar_app;

-- What happened at the sandbox, which has no other place to keep it; each event is there before it is sent.
CREATE TABLE billing.sandbox_events (
  id text PRIMARY KEY,
  body text NOT NULL,
  occurred_at timestamptz NOT NULL
);
CREATE INDEX sandbox_events_by_time ON billing.sandbox_events (occurred_at);
GRANT SELECT, INSERT ON billing.sandbox_events TO canar_app;

-- Whether an attempt to pay is known already.
CREATE INDEX provider_events_of_order ON billing.provider_events (order_id) WHERE order_id IS NOT NULL;
