# shellcheck shell=bash
# Another JWT_SECRET, from which every key that signs is derived.

# rotate [--now]: nobody is signed out, because both secrets are accepted; with --now everybody is, for a secret that leaked.
rotate() {
  local next
  [ "${1:-}" = '' ] || [ "$1" = --now ] || fail "rotate takes --now, not '$1'." "./deploy.sh rotate $STAGE [--now]"
  check_tools aws
  check_account
  ask next ⟨random⟩ aws secretsmanager get-random-password --password-length 64 --exclude-punctuation --query RandomPassword --output text
  if [ "${1:-}" = --now ]; then end_signatures "$next"; else take_over "$next"; fi
}

# take_over SECRET: first every task accepts it, then every task signs with it. A task of before verifies what a task of after has signed.
take_over() {
  local current
  agree "Signatures of the secret before this one end now: an earlier rotation must be $(session_days) days old." rotate
  step 'JWT_SECRET' "Run this command again: what is signed is accepted until the rotation has come to its end."
  ask current ⟨current⟩ aws secretsmanager get-secret-value --secret-id "$(named cpm/jwt-secret)" --query SecretString --output text
  put_secret jwt-secret-previous "$1"
  restart_tasks
  step 'JWT_SECRET, the new one' "Run this command again: what is signed is accepted until the rotation has come to its end."
  put_secret jwt-secret-previous "$current"
  put_secret jwt-secret "$1"
  restart_tasks
  note "What the former secret signed is accepted until it expires, $(session_days) days at most. Rotate no sooner again."
}

# end_signatures SECRET: no signature of before is accepted; JWT_SECRET_PREVIOUS becomes a value that has signed nothing.
end_signatures() {
  local unused
  agree "This signs everybody out of $STAGE and ends every link, ticket and address that it has signed." "$STAGE"
  step 'JWT_SECRET, without the former one' 'Run this command again.'
  ask unused ⟨random⟩ aws secretsmanager get-random-password --password-length 64 --exclude-punctuation --query RandomPassword --output text
  put_secret jwt-secret-previous "$unused"
  put_secret jwt-secret "$1"
  restart_tasks
}

# How long a sign-in lasts: JWT_EXPIRES_IN of infra/lib/constructs/compute/api-environment.ts.
session_days() {
  printf 7
}
