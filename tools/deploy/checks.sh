# shellcheck shell=bash
# What must be there before anything is changed.

check_tools() {
  local program
  step 'Programs' 'docs/deployment.md says where each comes from.'
  for program in "$@"; do
    if command -v "$program" >/dev/null; then continue; fi
    fail "$program is not installed." "$REMEDY"
  done
  note "found: $*"
}

check_docker() {
  step 'Docker' 'Start Docker: the image is built on this machine.'
  run docker info --format '{{.ServerVersion}}'
}

# The image and the site are named by a commit: they must be that commit.
check_commit() {
  step 'Commit' 'Commit or stash what git status shows.'
  local changes
  changes=$(git status --porcelain -- . ':!infra/cdk.context.json')
  if [ -n "$changes" ] && [ -z "$DRY_RUN" ]; then
    fail "There are changes that no commit holds, and a release is named by its commit." "$REMEDY"
  fi
  note "release $TAG"
}

check_account() {
  step 'Credentials' 'Sign in: aws configure, aws sso login, or the variables AWS_ACCESS_KEY_ID, … of the account.'
  ask ACCOUNT "${CANAR_ACCOUNT:-123456789012}" aws sts get-caller-identity --query Account --output text
  if [ -n "${CANAR_ACCOUNT:-}" ] && [ "$CANAR_ACCOUNT" != "$ACCOUNT" ]; then
    fail "These credentials are of account $ACCOUNT, and $CANAR_ACCOUNT is meant." "$REMEDY"
  fi
  note "account $ACCOUNT, $REGION"
}

# The alarms on the bill watch a metric that AWS writes only where somebody has asked for it.
check_billing_alerts() {
  local count
  step 'Billing alerts' 'Billing and Cost Management → Billing preferences → Alert preferences → CloudWatch billing alerts.
  AWS writes the first figure within a day; until then: CANAR_BILLING_ALERTS=on.'
  if [ "${CANAR_BILLING_ALERTS:-}" = on ]; then
    note 'known to be on (CANAR_BILLING_ALERTS)'
    return
  fi
  ask count 1 aws cloudwatch list-metrics --namespace AWS/Billing --metric-name EstimatedCharges \
    --query 'length(Metrics)' --output text
  [ "$count" != 0 ] || fail "Billing alerts are off: MonthlyCostAlert would never ring." "$REMEDY"
}
