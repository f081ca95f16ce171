# shellcheck shell=bash
# The end of a stage.

# Deletes a stage with everything in it, its data too. The account's own stack stays: other stages stand on it.
teardown() {
  if [ "$STAGE" = production ]; then
    fail 'Production is not torn down by a command.' 'docs/runbook.md, “Teardown”, says what to take off by hand, and in which order.'
  fi
  check_tools npx aws git
  check_account
  load_settings
  agree "This deletes $STAGE in account $ACCOUNT: database, uploads, images, site. Nothing brings them back." "$STAGE"
  empty_vault
  step 'Stacks' 'A stack that will not go names the resource in its events. Functions at the edge need some hours; then run this again.'
  cdk destroy "$STAGE/**" --force
  run aws ssm delete-parameters --names "/cpm/settings/$STAGE/domain" "/cpm/settings/$STAGE/alert-address" \
    "/cpm/settings/$STAGE/repository" "/cpm/settings/$STAGE/zones" "/cpm/settings/$STAGE/database" \
    "/cpm/settings/$STAGE/mail" "/cpm/settings/$STAGE/demo" "/cpm/settings/$STAGE/payments" "/cpm/settings/$STAGE/seller" \
    "/cpm/settings/$STAGE/retention-key" "/cpm/settings/$STAGE/identities"
}

# AWS Backup deletes no vault that holds a copy.
empty_vault() {
  local vault copies copy
  vault=$(named cpm-backups)
  step 'Copies of the database' "aws backup list-recovery-points-by-backup-vault --backup-vault-name $vault lists what is left."
  show aws backup list-recovery-points-by-backup-vault --backup-vault-name "$vault"
  [ -z "$DRY_RUN" ] || return 0
  copies=$(aws backup list-recovery-points-by-backup-vault --backup-vault-name "$vault" --query 'RecoveryPoints[].RecoveryPointArn' --output text 2>/dev/null) || return 0
  for copy in $copies; do
    run aws backup delete-recovery-point --backup-vault-name "$vault" --recovery-point-arn "$copy"
  done
  until [ "$(aws backup list-recovery-points-by-backup-vault --backup-vault-name "$vault" --query 'length(RecoveryPoints)' --output text)" = 0 ]; do sleep 5; done
}
