-- The sealed record of an erased account states its passkeys.

GRANT SELECT (user_id, name, created_at, last_used_at) ON auth.passkeys TO canar_jobs;
