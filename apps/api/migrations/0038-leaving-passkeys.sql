-- The sealed record of an erased account names its passkeys.
GRANT SELECT ON auth.passkeys TO canar_jobs;
