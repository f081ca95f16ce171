# shellcheck shell=bash
# What a stage is told once: kept in SSM Parameter Store at the first deployment, so that no later command needs a variable.

DOMAIN=
ALERT_ADDRESS=
REPOSITORY=
ZONES=
DATABASE=
MAIL=
# Whether the stage is a demonstration, which providers collect, and who sells (JSON).
DEMO=
PAYMENTS=
SELLER=
# The public key of who reads the sealed records of erased accounts.
RETENTION_KEY=
# Who carries mail when nothing was said, as infra/lib/stages.ts has it.
CARRIER=
KEPT=

# load_settings [said]: a variable that is set comes before what was kept. With `said` a dry run, which asks nobody, insists on variables.
load_settings() {
  local said
  step 'Settings' "Set the variable that is named above once; ./deploy.sh --help says which there are."
  show aws ssm get-parameters-by-path --path "/cpm/settings/$STAGE" --query 'Parameters[].[Name,Value]' --output text
  if [ -z "$DRY_RUN" ]; then
    KEPT=$(aws ssm get-parameters-by-path --path "/cpm/settings/$STAGE" --query 'Parameters[].[Name,Value]' --output text) ||
      stop "$?" aws ssm get-parameters-by-path --path "/cpm/settings/$STAGE"
  fi
  settle DOMAIN domain "${CANAR_DOMAIN:-}" "$@"
  settle ALERT_ADDRESS alert-address "${CANAR_ALERT_ADDRESS:-}" "$@"
  settle REPOSITORY repository "${CANAR_REPOSITORY:-}" "$@"
  settle ZONES zones '' kept
  settle DATABASE database '' kept
  settle MAIL mail "${CANAR_MAIL:-}" kept
  settle DEMO demo "${CANAR_DEMO:-}" "$@"
  settle PAYMENTS payments "${CANAR_PAYMENTS:-}" kept
  settle IDENTITIES identities "${CANAR_IDENTITIES:-}" kept
  said=$(seller_said) || exit 1
  settle SELLER seller "$said" kept
  settle RETENTION_KEY retention-key "${CANAR_RETENTION_KEY:-}" kept
  if [ -z "$DEMO" ]; then if [ "$STAGE" = production ]; then DEMO=false; else DEMO=true; fi; fi
  [ -n "$ZONES" ] || choose_zones
  check_settings
}

# settle VARIABLE NAME SAID [said|kept]: what was said now, or what was kept.
settle() {
  local value=$3
  [ -n "$value" ] || value=$(awk -F'\t' -v name="/cpm/settings/$STAGE/$2" '$1 == name { print $2 }' <<<"$KEPT")
  if [ -z "$value" ] && [ -n "$DRY_RUN" ] && [ -z "${4:-}" ]; then value="⟨kept-$2⟩"; fi
  printf -v "$1" '%s' "$value"
}

# The letters of zones differ from account to account; VPC origins do not exist in the zone with the id use1-az3.
choose_zones() {
  local names
  ask names 'us-east-1a us-east-1b us-east-1c' aws ec2 describe-availability-zones \
    --filters Name=opt-in-status,Values=opt-in-not-required Name=zone-type,Values=availability-zone Name=state,Values=available \
    --query "AvailabilityZones[?ZoneId!='use1-az3'].ZoneName" --output text
  ZONES=$(tr -s '[:space:]' '\n' <<<"$names" | sort | head -n 3 | paste -sd, -)
}

check_settings() {
  local name=${DOMAIN%%/*}
  case $DOMAIN in
    '') fail "CANAR_DOMAIN is not set." "NAME/ZONE-ID of the stage's domain and its Route 53 zone, or none for CloudFront's own name." ;;
    none | ⟨*⟩) ;;
    *example.com/* | *example.org/* | *example.net/* | *.example/* | *.test/* | *.invalid/* | */*EXAMPLE)
      fail "$name is an example." "CANAR_DOMAIN names the domain of $STAGE, or none." ;;
    */Z*) ;;
    *) fail "CANAR_DOMAIN is '$DOMAIN'." "It is NAME/ZONE-ID, such as canar.dev/Z0123ABC, or none." ;;
  esac
  case $ALERT_ADDRESS in
    ⟨*⟩) ;;
    *@example.* | *.example | *.test | *.invalid) fail "$ALERT_ADDRESS is an example." 'CANAR_ALERT_ADDRESS is who hears alarms and bills.' ;;
    ?*@?*) ;;
    *) fail "CANAR_ALERT_ADDRESS is not set." 'The e-mail address that hears alarms and bills.' ;;
  esac
  case $REPOSITORY in
    canar-app/canar) fail "$REPOSITORY is an example." 'CANAR_REPOSITORY is the repository on GitHub whose workflows may deploy.' ;;
    ⟨*⟩ | *@*/*@*) ;;
    */*) note "GitHub calls repositories made since 15 July 2026 by id too. CANAR_REPOSITORY with ids: gh api repos/$REPOSITORY --jq '\"\\(.owner.login)@\\(.owner.id)/\\(.name)@\\(.id)\"'" ;;
    *) fail "CANAR_REPOSITORY is not set." 'OWNER/NAME on GitHub, or OWNER@ID/NAME@ID: whose workflows may deploy.' ;;
  esac
  case $MAIL in
    '' | ses | smtp | captured) ;;
    *) fail "CANAR_MAIL is '$MAIL'." 'ses, smtp or captured.' ;;
  esac
  case $RETENTION_KEY in
    '' | MCowBQYDK2VuAyEA*=) ;;
    *) fail 'CANAR_RETENTION_KEY is no public key of X25519.' 'docs/leaving.md, “The sealed record”, has the commands that make one.' ;;
  esac
  if [ -z "$MAIL" ] && [ "$STAGE" = production ] && [ "$DOMAIN" != none ]; then CARRIER=ses; else CARRIER=${MAIL:-captured}; fi
  check_sales
  note "domain $DOMAIN, mail $CARRIER, alerts to $ALERT_ADDRESS, deployed from $REPOSITORY, zones $ZONES"
}

# seller_said: the file that CANAR_SELLER names, in one line.
seller_said() {
  [ -n "${CANAR_SELLER:-}" ] || return 0
  [ -r "$CANAR_SELLER" ] || fail "There is no file $CANAR_SELLER." "$SELLER_IS"
  tr -s '\t\n' ' ' <"$CANAR_SELLER"
}

SELLER_IS='CANAR_SELLER is a JSON file: name, address, state, gstin (if there is one), supportEmail, grievanceContact; docs/deployment.md.'

# A stage that is no demonstration takes money: one sentence for each thing that is missing.
check_sales() {
  local missing=
  case $DEMO in
    true | ⟨*⟩) return ;;
    false) ;;
    *) fail "CANAR_DEMO is '$DEMO'." 'true or false.' ;;
  esac
  [ -n "$PAYMENTS" ] || missing+=$'\n✗ CANAR_PAYMENTS is not set: who collects, such as razorpay,stripe.'
  case ,$PAYMENTS, in *,sandbox,*) missing+=$'\n✗ CANAR_PAYMENTS holds sandbox, which collects no money.' ;; esac
  [ -n "$SELLER" ] || missing+=$'\n✗ CANAR_SELLER is not set: who sells.'
  [ "$CARRIER" != captured ] || missing+=$'\n✗ Mail is captured and reaches nobody: CANAR_MAIL=ses with a domain, or smtp.'
  [ -z "$missing" ] || fail "$STAGE is no demonstration, and lacks what it needs to sell.$missing" \
    "CANAR_DEMO=true makes a demonstration of it, marked as one on every page. $SELLER_IS"
}

# What was said now is known from now on.
keep_settings() {
  keep domain "$DOMAIN"
  keep alert-address "$ALERT_ADDRESS"
  keep repository "$REPOSITORY"
  keep zones "$ZONES"
  [ -z "$MAIL" ] || keep mail "$MAIL"
  keep demo "$DEMO"
  [ -z "$PAYMENTS" ] || keep payments "$PAYMENTS"
  [ -z "$IDENTITIES" ] || keep identities "$IDENTITIES"
  [ -z "$SELLER" ] || keep seller "$SELLER"
  [ -z "$RETENTION_KEY" ] || keep retention-key "$RETENTION_KEY"
}

# keep NAME VALUE
keep() {
  local before
  before=$(awk -F'\t' -v name="/cpm/settings/$STAGE/$1" '$1 == name { print $2 }' <<<"$KEPT")
  [ "$before" != "$2" ] || return 0
  run aws ssm put-parameter --name "/cpm/settings/$STAGE/$1" --value "$2" --type String --overwrite --output text
}

# cdk WORDS…: the CDK's command line with everything that the app asks for.
cdk() {
  local context=(-c "account=$ACCOUNT" -c "imageTag=$TAG" -c "$STAGE-domain=$DOMAIN" -c "alertAddress=$ALERT_ADDRESS"
    -c "repository=$REPOSITORY" -c "zones=$ZONES")
  [ -z "$DATABASE" ] || context+=(-c "$STAGE-database=$DATABASE")
  [ -z "$MAIL" ] || context+=(-c "$STAGE-mail=$MAIL")
  context+=(-c "$STAGE-demo=$DEMO")
  [ "$DEMO" != false ] || context+=(-c "$STAGE-payments=$PAYMENTS" -c "$STAGE-seller=$SELLER")
  [ -z "$RETENTION_KEY" ] || context+=(-c "$STAGE-retention-key=$RETENTION_KEY")
  [ -z "$IDENTITIES" ] || context+=(-c "$STAGE-identities=$IDENTITIES")
  [ -z "$FIRST" ] || context+=(-c protection=off)
  run_in infra npx cdk "$@" "${context[@]}"
}
