# shellcheck shell=bash
# The stacks as they are before a deployment: whether there were any, and what a failed first one left behind.

# Whether the stage has not been deployed to its end yet: until then its protections are off, so that what fails can be deleted.
FIRST=

# check_stacks: finds out whether this is the first deployment, and clears away stacks whose creation failed.
check_stacks() {
  local name state failed=
  step 'Stacks so far' 'Look at the stack named above in CloudFormation.'
  FIRST=1
  for name in cpm-account $(stage_stacks); do
    state=$(state_of "$name")
    case $state in
      ROLLBACK_COMPLETE | ROLLBACK_FAILED | CREATE_FAILED) failed="$name $failed" ;;
      UPDATE_ROLLBACK_FAILED)
        fail "$name stands between two states ($state)." "aws cloudformation continue-update-rollback --stack-name $name; its events say why." ;;
      DELETE_FAILED) fail "$name could not be deleted ($state)." "Its events name the resource; then aws cloudformation delete-stack --stack-name $name." ;;
      *_IN_PROGRESS) fail "$name is being changed ($state)." 'Wait until CloudFormation is done with it, then run this command again.' ;;
      none) ;;
      *) if [ "$name" = "$(named cpm-observability)" ]; then FIRST=; fi ;;
    esac
  done
  [ -z "$failed" ] || FIRST=1
  for name in $failed; do clear_away "$name"; done
  if [ -n "$FIRST" ]; then note 'the first deployment: protections are switched on at its end'; else note 'deployed before'; fi
}

# stage_stacks: the stage's stacks, in the order in which they are made.
stage_stacks() {
  local part
  for part in delivery networking data compute cdn observability; do printf '%s\n' "$(named "cpm-$part")"; done
}

# state_of STACK: what CloudFormation says of it, or none.
state_of() {
  show aws cloudformation describe-stacks --stack-name "$1" --query 'Stacks[0].StackStatus' --output text
  if [ -n "$DRY_RUN" ]; then printf none; else
    aws cloudformation describe-stacks --stack-name "$1" --query 'Stacks[0].StackStatus' --output text 2>/dev/null || printf none
  fi
}

# clear_away STACK: nobody has used what a creation that failed has made. The CDK deletes such a stack too, unless it is protected.
clear_away() {
  step "The first creation of $1 failed" "docs/runbook.md, “The first deployment failed”, has these commands and what they are for."
  run aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name "$1" --output text
  case $1 in
    cpm-data*) unprotect_database ;;
    cpm-compute*) unprotect_balancer ;;
  esac
  run aws cloudformation delete-stack --stack-name "$1"
  run aws cloudformation wait stack-delete-complete --stack-name "$1"
}

unprotect_database() {
  local database
  database=$(named cpm-db)
  holds aws rds describe-db-instances --db-instance-identifier "$database" || return 0
  run aws rds modify-db-instance --db-instance-identifier "$database" --no-deletion-protection --apply-immediately \
    --query DBInstance.DBInstanceStatus
}

unprotect_balancer() {
  local balancer
  holds aws elbv2 describe-load-balancers --names "$(named cpm-alb)" || return 0
  ask balancer arn:aws:elasticloadbalancing:⟨cpm-alb⟩ aws elbv2 describe-load-balancers --names "$(named cpm-alb)" \
    --query 'LoadBalancers[0].LoadBalancerArn' --output text
  run aws elbv2 modify-load-balancer-attributes --load-balancer-arn "$balancer" \
    --attributes Key=deletion_protection.enabled,Value=false --output text
}

# protect: the last step of a first deployment.
protect() {
  [ -n "$FIRST" ] || return 0
  step 'Protections' 'Everything runs; only the protection against deletion is missing. Run this command again.'
  FIRST=
  cdk deploy "$STAGE/**" --require-approval never
}
