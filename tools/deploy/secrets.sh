# shellcheck shell=bash
# What only the operator has: put into Secrets Manager, and given to new tasks.

# secrets: asks for each secret that the stage needs; an empty answer leaves it as it is.
secrets() {
  check_tools aws
  check_account
  load_settings
  step 'Secrets' "aws secretsmanager list-secrets --region $REGION shows which there are."
  local variable asked=
  if [ "$CARRIER" = smtp ]; then
    asked=1
    fill smtp-url 'SMTP_URL (smtps://user:password@host)' '^smtps?://.+@.+'
  fi
  for variable in $(payment_variables) $(identity_variables); do
    asked=1
    fill "$(secret_of "$variable")" "$variable" '^[!-~]{8,}$'
  done
  [ -n "$asked" ] || { note 'nothing to ask: what this stage needs is made at random' && return; }
  restart_tasks
}

# payment_variables: what the providers of the stage need, as libs/api-env lists it; a demonstration needs nothing.
payment_variables() {
  local provider
  [ "$DEMO" = false ] || return 0
  for provider in ${PAYMENTS//,/ }; do
    sed -n "s/^  $provider: \\[\\(.*\\)\\],$/\\1/p" libs/api-env/src/payment-variables.ts | tr -d "'," | tr ' ' '\n'
  done
}

# identity_variables: what the identity providers of the stage need, as libs/api-env lists it.
identity_variables() {
  local provider
  for provider in ${IDENTITIES//,/ }; do
    sed -n "s/^  $provider: \\[\\(.*\\)\\],$/\\1/p" libs/api-env/src/identity-variables.ts | tr -d "'," | tr ' ' '\n'
  done
}

# secret_of VARIABLE: the name of its secret, without the stage: SMTP_URL is in smtp-url.
secret_of() {
  tr 'A-Z_' 'a-z-' <<<"$1"
}

# Tasks do not start without a secret that they name: whoever adds a provider, also of identities, or a mail server fills them before.
check_secrets() {
  local variable missing=
  if [ -z "$FIRST" ] && [ -z "${CANAR_PAYMENTS:-}${CANAR_IDENTITIES:-}${CANAR_MAIL:-}${CANAR_DEMO:-}" ]; then return; fi
  step 'Secrets' "./deploy.sh secrets $STAGE asks for them, with the same variables as this command."
  for variable in $(payment_variables) $(identity_variables) $([ "$CARRIER" != smtp ] || printf SMTP_URL); do
    if [ -n "$DRY_RUN" ] || holds aws secretsmanager describe-secret --secret-id "$(named "cpm/$(secret_of "$variable")")"; then continue; fi
    missing+=$'\n'"✗ $variable has no value: the secret $(named "cpm/$(secret_of "$variable")") does not exist."
  done
  [ -z "$missing" ] || fail "Secrets are missing.$missing" "$REMEDY"
}

# fill NAME QUESTION PATTERN: reads a value without showing it, from the terminal or one line of the input.
fill() {
  local name value
  name=$(named "cpm/$1")
  if [ -n "$DRY_RUN" ]; then put_secret "$1" '' && return; fi
  if [ -t 0 ]; then read -r -s -p "  $2: " value && printf '\n' >&2; else read -r value || true; fi
  if [ -z "$value" ]; then note "$name stays as it is" && return; fi
  [[ $value =~ $3 ]] || fail "That is no $2." 'Nothing was changed.'
  put_secret "$1" "$value"
}

# put_secret NAME VALUE: the value goes through the standard input, where no list of processes shows it.
put_secret() {
  local name
  name=$(named "cpm/$1")
  if holds aws secretsmanager describe-secret --secret-id "$name"; then
    show aws secretsmanager put-secret-value --secret-id "$name" --secret-string file:///dev/stdin
    printf %s "$2" | aws secretsmanager put-secret-value --secret-id "$name" --secret-string file:///dev/stdin >/dev/null ||
      stop "$?" aws secretsmanager put-secret-value --secret-id "$name"
  elif [ -n "$DRY_RUN" ]; then
    show aws secretsmanager put-secret-value --secret-id "$name" --secret-string file:///dev/stdin
  else
    printf %s "$2" | aws secretsmanager create-secret --name "$name" --secret-string file:///dev/stdin >/dev/null ||
      stop "$?" aws secretsmanager create-secret --name "$name"
  fi
}

# Tasks read their secrets when they start.
restart_tasks() {
  if [ "$(state_of "$(named cpm-compute)")" = none ]; then
    note "the first deployment uses them: ./deploy.sh $STAGE"
    return
  fi
  run aws ecs update-service --cluster "$(named cpm-cluster)" --service "$(named cpm-backend)" --force-new-deployment --query service.serviceName
  wait_until_stable
}
