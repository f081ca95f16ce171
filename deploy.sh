#!/usr/bin/env bash
# Canar on AWS in one command: ./deploy.sh [STAGE]. See usage below and docs/deployment.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
for part in steps stage settings stacks account checks release rollback teardown restore secrets rotate tasks mail; do
  # shellcheck source=/dev/null
  source "tools/deploy/$part.sh"
done

usage() {
  cat <<'TEXT'
./deploy.sh [--dry-run] [STAGE]               deploys a stage, from nothing or over what runs
./deploy.sh [--dry-run] rollback STAGE [TAG]  puts an earlier release back: the one before, or the one of that commit
./deploy.sh [--dry-run] restore STAGE WHEN    restores the database beside the running one
                                              WHEN: --to 2026-11-23T10:15:00Z | --latest | --backup [ARN]
./deploy.sh [--dry-run] restore STAGE --swap NAME
                                              puts a restored database in the place of the running one
./deploy.sh [--dry-run] teardown STAGE        deletes a stage with its data; refuses production
./deploy.sh running STAGE                     prints the commit that runs
./deploy.sh [--dry-run] secrets STAGE         asks for the secrets that only you have, and restarts the tasks with them
./deploy.sh [--dry-run] rotate STAGE [--now]  another JWT_SECRET, and nobody is signed out; --now: everybody is, after a leak
./deploy.sh [--dry-run] ledger-verify STAGE   verifies every account's books in a task of the release that runs, and prints what it says
                                              WORDS after it are its own: --lift TENANT --reason TEXT
./deploy.sh [--dry-run] operator STAGE grant|revoke EMAIL
                                              makes the person of an address an operator, or an ordinary person again
./deploy.sh [--dry-run] operator STAGE breach-report --known TIME --from TIME --until TIME [--account ID]…
                                              prints the report of a breach from the audit log; docs/operators.md
./deploy.sh [--dry-run] cdk STAGE WORDS…      the CDK with what the account remembers: cdk staging diff 'staging/**'

STAGE is development, staging or production; without it CANAR_STAGE is taken, or you are asked.
--dry-run prints every step and needs no AWS.

The first deployment of a stage needs these, and the account remembers them; set again, they change:
CANAR_DOMAIN          NAME/ZONE-ID: the stage's domain and its Route 53 zone; "none": CloudFront's own name
CANAR_ALERT_ADDRESS   who hears alarms and bills by mail
CANAR_REPOSITORY      OWNER/NAME or OWNER@ID/NAME@ID on GitHub, whose workflows may deploy
CANAR_MAIL            ses, smtp (./deploy.sh secrets STAGE asks for its server) or captured; production with a domain: ses

CANAR_DEMO            true: a demonstration, where nobody pays; false in production unless it is said
CANAR_IDENTITIES      with what people can sign in beside a password: google, github; ./deploy.sh secrets STAGE asks for the ids and secrets
CANAR_PAYMENTS        who collects, the first one offered first, such as razorpay,stripe; ./deploy.sh secrets STAGE asks for their keys
CANAR_SELLER          a JSON file that says who sells: name, address, state, gstin, supportEmail, grievanceContact
CANAR_RETENTION_KEY   the public key of who reads the sealed records of erased accounts; without it JWT_SECRET opens them

CANAR_ACCOUNT         the account that is meant; a deployment to another one is refused
CANAR_SHARED_ACCOUNT  true: production and another stage may be in one account, and share its administrator
CANAR_BILLING_ALERTS  "on": do not ask AWS whether billing alerts are on
CANAR_WITHIN_MS       milliseconds in which the verification wants half of the answers; 200, more from another continent
CANAR_INSTALLED       "1": npm ci has run
CANAR_YES             "1": do not ask before deleting or replacing
TEXT
}

main() {
  local words=()
  for word in "$@"; do
    case $word in
      --dry-run) export DRY_RUN=1 ;;
      -h | --help) usage && return ;;
      *) words+=("$word") ;;
    esac
  done
  local command=${words[0]:-}
  case $command in
    rollback | restore | teardown | running | secrets | rotate | ledger-verify | operator)
      choose_stage "${words[1]:-}"
      "${command//-/_}" "${words[@]:2}"
      ;;
    cdk)
      choose_stage "${words[1]:-}"
      check_account
      load_settings
      cdk "${words[@]:2}"
      ;;
    *)
      [ "${#words[@]}" -le 1 ] || { usage >&2 && exit 2; }
      choose_stage "$command"
      deploy
      ;;
  esac
}

main "$@"
