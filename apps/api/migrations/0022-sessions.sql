-- Sessions as their person sees them, and what is known of their refresh tokens (auth/domain/refresh.ts).

ALTER TABLE auth.sessions
  ADD COLUMN proven_generation integer NOT NULL DEFAULT 0,
  ADD COLUMN skipped_generation integer NOT NULL DEFAULT -1,
  ADD COLUMN shared_at timestamptz,
  ADD COLUMN authenticated_at timestamptz, -- when the person last proved to be themselves in it
  ADD COLUMN last_used_at timestamptz; -- to within five minutes

UPDATE auth.sessions SET
  proven_generation = greatest(generation - 1, 0), authenticated_at = created_at, last_used_at = rotated_at;

ALTER TABLE auth.sessions
  ALTER COLUMN authenticated_at SET NOT NULL,
  ALTER COLUMN last_used_at SET NOT NULL;
