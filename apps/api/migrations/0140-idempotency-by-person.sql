-- An idempotency key belongs to the person who sent it: two members of a tenant may use the same one. Keys that were stored
-- without a person, also by a process of the release before, have the nil UUID and count for everybody in their tenant until
-- they are deleted, a week later.

ALTER TABLE platform.idempotency_keys
  ADD COLUMN user_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  DROP CONSTRAINT idempotency_keys_pkey,
  ADD PRIMARY KEY (tenant_id, key, user_id);
