# shellcheck shell=bash
# The database as it was: restored beside the running one, looked at, and only then put in its place.

restore() {
  check_tools aws npx npm git
  case ${1:-} in
    --to | --latest | --backup) check_account && restore_beside "$@" ;;
    --swap) check_account && load_settings && swap "${2:-}" ;;
    *) usage >&2 && exit 2 ;;
  esac
}

# restore_beside WHEN…: a new database from the log of changes, or from a copy in the vault of AWS Backup.
restore_beside() {
  local copy target when=$1 value=${2:-} settings=()
  target=$(named cpm-db)-restored-$(date -u +%Y%m%d%H%M)
  read_settings
  step "Restore as $target" 'The time must be UTC, between EarliestRestorableTime and LatestRestorableTime of the database.'
  case $when in
    --to)
      [ -n "$value" ] || fail 'To when?' "./deploy.sh restore $STAGE --to 2026-11-23T10:15:00Z"
      from_log "$target" --restore-time "$value" "${settings[@]}"
      ;;
    --latest) from_log "$target" --use-latest-restorable-time "${settings[@]}" ;;
    --backup)
      if [ -n "$value" ]; then copy=$value; else find_copy copy; fi
      run aws rds restore-db-instance-from-db-snapshot --db-snapshot-identifier "$copy" --db-instance-identifier "$target" \
        "${settings[@]}"
      ;;
  esac
  step 'Waiting' 'It goes on without this command: look in RDS.'
  run aws rds wait db-instance-available --db-instance-identifier "$target"
  note "$target is there, and nothing uses it. Look into it, then: ./deploy.sh restore $STAGE --swap $target"
}

# read_settings: what a restore does not take over, from the running database into `settings`.
read_settings() {
  local network parameters zones protection
  step 'Settings of the running database' "aws rds describe-db-instances --db-instance-identifier $(named cpm-db) must answer."
  of_database network sg-00000000000000000 'VpcSecurityGroups[0].VpcSecurityGroupId'
  of_database parameters "$(named cpm-data)-parameters" 'DBParameterGroups[0].DBParameterGroupName'
  of_database zones True MultiAZ
  of_database protection True DeletionProtection
  settings=(--no-publicly-accessible --db-subnet-group-name "$(named cpm-db)" --vpc-security-group-ids "$network"
    --db-parameter-group-name "$parameters" --enable-iam-database-authentication --copy-tags-to-snapshot
    --enable-cloudwatch-logs-exports postgresql)
  if [ "$zones" = True ]; then settings+=(--multi-az); else settings+=(--no-multi-az); fi
  if [ "$protection" = True ]; then settings+=(--deletion-protection); else settings+=(--no-deletion-protection); fi
}

# of_database VARIABLE IN-DRY-RUN FIELD
of_database() {
  ask "$1" "$2" aws rds describe-db-instances --db-instance-identifier "$(named cpm-db)" \
    --query "DBInstances[0].$3" --output text
}

# of_renamed VARIABLE IN-DRY-RUN DATABASE FIELD
of_renamed() {
  ask "$1" "$2" aws rds describe-db-instances --db-instance-identifier "$3" --query "DBInstances[0].$4" --output text
}

# from_log TARGET OPTIONS…
from_log() {
  local target=$1
  shift
  run aws rds restore-db-instance-to-point-in-time --source-db-instance-identifier "$(named cpm-db)" \
    --target-db-instance-identifier "$target" "$@"
}

# find_copy VARIABLE: the newest copy in the vault.
find_copy() {
  ask "$1" "arn:aws:rds:$REGION:$ACCOUNT:snapshot:awsbackup:job-⟨newest⟩" aws backup list-recovery-points-by-backup-vault \
    --backup-vault-name "$(named cpm-backups)" --query 'sort_by(RecoveryPoints, &CreationDate)[-1].RecoveryPointArn' --output text
}

# swap RESTORED: the restored database takes the running one's name, and with it its address. The old one stays, renamed.
swap() {
  local old restored=$1 cluster service tasks
  [ -n "$restored" ] || fail 'Which database?' 'restore STAGE --swap NAME, as restore said it.'
  old=$(named cpm-db)-before-$(date -u +%Y%m%d%H%M) cluster=$(named cpm-cluster) service=$(named cpm-backend)
  agree "$STAGE stops for some minutes; what was written after the restored moment stays behind in $old." "$restored"
  step 'Stop the API' "aws ecs describe-services --cluster $cluster --services $service says what holds it."
  ask tasks 2 aws ecs describe-services --cluster "$cluster" --services "$service" --query 'services[0].desiredCount' --output text
  scaling "$cluster/$service" true
  run aws ecs update-service --cluster "$cluster" --service "$service" --desired-count 0 --query service.desiredCount
  run aws ecs wait services-stable --cluster "$cluster" --services "$service"
  step 'Change names' "The running database is $(named cpm-db) or $old; rename by hand what the failed command names, then start the API."
  rename "$(named cpm-db)" "$old"
  rename "$restored" "$(named cpm-db)"
  let_api_in
  step 'Start the API' "aws ecs update-service --cluster $cluster --service $service --desired-count $tasks"
  run aws ecs update-service --cluster "$cluster" --service "$service" --desired-count "$tasks" --query service.desiredCount
  scaling "$cluster/$service" false
  wait_until_stable
  verify_release
  note "The old database is $old. Delete it when nobody needs it any more: it costs as much as the new one."
}

# scaling SERVICE SUSPENDED: a stopped service must not be started by its autoscaling.
scaling() {
  run aws application-autoscaling register-scalable-target --service-namespace ecs --scalable-dimension ecs:service:DesiredCount \
    --resource-id "service/$1" --suspended-state "DynamicScalingInSuspended=$2,DynamicScalingOutSuspended=$2,ScheduledScalingSuspended=$2"
}

# rename FROM TO: the old name answers no more before the new one does.
rename() {
  run aws rds modify-db-instance --db-instance-identifier "$1" --new-db-instance-identifier "$2" --apply-immediately \
    --query DBInstance.DBInstanceStatus
  step "Waiting for $2" 'Renaming takes a minute or two, and restarts the database.'
  until holds aws rds describe-db-instances --db-instance-identifier "$2" || [ -n "$DRY_RUN" ]; do sleep 5; done
  run aws rds wait db-instance-available --db-instance-identifier "$2"
}

# let_api_in: a restored database has a number and an administrator's secret of its own, which the roles must name.
let_api_in() {
  local number secret growth
  step 'Identity' "aws rds modify-db-instance --db-instance-identifier $(named cpm-db) --manage-master-user-password makes the secret."
  of_renamed growth 200 "$old" MaxAllocatedStorage
  run aws rds modify-db-instance --db-instance-identifier "$(named cpm-db)" --manage-master-user-password --apply-immediately \
    --enable-performance-insights --performance-insights-retention-period 7 --max-allocated-storage "$growth" --query DBInstance.DBInstanceStatus
  run aws rds wait db-instance-available --db-instance-identifier "$(named cpm-db)"
  of_database number db-EXAMPLE DbiResourceId
  of_database secret "arn:aws:secretsmanager:$REGION:$ACCOUNT:secret:rds!db-example" MasterUserSecret.SecretArn
  DATABASE=$number/$secret
  keep database "$DATABASE"
  step 'Rights' 'Read the events of the compute stack in CloudFormation. The API stands still until it is deployed.'
  output TAG cpm-compute ImageTag
  cdk deploy "$STAGE/Compute" --exclusively --require-approval never
}
