#!/usr/bin/env bash
# Stands for aws, docker, gh, git, node, npm and npx in the tests of deploy.sh: records its calls, fails where it is told to fail
# to refuse, and answers the rest as the real programs do.
set -u
line="$(basename "$0") $*"
echo "$line" >>"$STUB_LOG"
if [[ -n ${STUB_REFUSES:-} && $line =~ $STUB_REFUSES ]]; then
  echo 'refused' >&2
  exit 254
fi
case $line in
  'gh api'*deployment-branch-policies*) echo "${STUB_BRANCHES:-main}" ;;
  'gh api'*) echo "${STUB_REVIEWED:-true}" ;;
  'git rev-parse'*) echo 2222222222222222222222222222222222222222 ;;
  'git status'*) echo -n "${STUB_CHANGES:-}" ;;
  'git worktree add'*) mkdir "$5" ;;
  'git worktree remove'*) rmdir "$4" ;;
  'aws ssm get-parameters-by-path --path /cpm/settings --recursive'*)
    for stage in ${STUB_NEIGHBOURS:-}; do printf '/cpm/settings/%s/domain\t' "$stage"; done
    ;;
  'aws ssm get-parameters-by-path'*)
    if [ -z "${STUB_UNKNOWN:-}" ]; then
      path=${line#*--path }
      for kept in domain=staging.canar.dev/Z1 alert-address=you@canar.dev repository=you@1/canar@2 zones=us-east-1a,us-east-1c,us-east-1d demo=${STUB_DEMO:-true}; do
        printf '%s/%s\t%s\n' "${path%% *}" "${kept%%=*}" "${kept#*=}"
      done
      if [ -n "${STUB_DATABASE:-}" ]; then printf '%s/database\t%s\n' "${path%% *}" "$STUB_DATABASE"; fi
    fi
    ;;
  *StackStatus*)
    state=${STUB_STATE:-UPDATE_COMPLETE}
    if [[ -n ${STUB_BROKEN:-} && $line =~ $STUB_BROKEN ]]; then state=${STUB_BROKEN_STATE:-ROLLBACK_FAILED}; fi
    if [ "$state" = none ]; then exit 254; fi
    echo "$state"
    ;;
  *describe-availability-zones*) printf '%s\t' us-east-1b us-east-1a us-east-1f us-east-1c ;;
  *get-service-quota*) echo "${STUB_PROCESSORS:-100.0}" ;;
  *get-account-settings*) echo "${STUB_FUNCTIONS:-1000}" ;;
  *DelegationSet*) printf '%s\t' ns-1.awsdns.com ns-2.awsdns.net ;;
  *list-resource-record-sets*) echo -n "${STUB_TAKEN:-}" ;;
  'node tools/deploy/name-servers.mjs'*) echo "${STUB_SERVERS:-ns-2.awsdns.net ns-1.awsdns.com}" ;;
  *LoadBalancerArn*) echo arn:alb ;;
  *'length(RecoveryPoints)'*) echo 0 ;;
  *'RecoveryPoints[].RecoveryPointArn'*) printf '%s\t' arn:copy:1 arn:copy:2 ;;
  *ProductionAccessEnabled*) echo "${STUB_SES:-True}" ;;
  *MaxAllocatedStorage*) echo 200 ;;
  'aws sts'*) echo 111122223333 ;;
  'aws cloudwatch list-metrics'*) echo "${STUB_METRICS:-2}" ;;
  *SiteBucketName*) echo cpm-site-staging-111122223333 ;;
  *DistributionId*) echo E1EXAMPLE ;;
  *ImageTag*) echo 1111111111111111111111111111111111111111 ;;
  *"'Url'"*) echo https://staging.canar.dev ;;
  *MasterUserSecret*) echo arn:secret ;;
  *DbiResourceId*) echo db-NEW ;;
  *sort_by*imageDetails*) printf '%s\t' 0000000000000000000000000000000000000000 1111111111111111111111111111111111111111 ;;
  'aws ecr describe-images'*imageDigest*) echo sha256:abc ;;
  'aws ecr describe-images'*cpm-backend-staging*'imageTag=2'*) exit "${STUB_IN_STAGING:-${STUB_PUSHED:-254}}" ;;
  'aws ecr describe-images'*'imageTag=2'*) exit "${STUB_PUSHED:-254}" ;;
  'aws ecr get-login-password'*) echo password ;;
  'docker login'*) cat >/dev/null ;;
  *create-invalidation*) echo I1EXAMPLE ;;
  *VpcSecurityGroups*) echo sg-1 ;;
  *DBParameterGroups*) echo cpm-parameters ;;
  *MultiAZ* | *DeletionProtection*) echo False ;;
  *desiredCount*) echo 3 ;;
  *get-random-password*) echo "random-$(grep -c get-random-password "$STUB_LOG")" ;;
  *get-secret-value*) echo current ;;
  *'secretsmanager put-secret-value'* | *'secretsmanager create-secret'*) echo "stored $(cat)" >>"$STUB_LOG" ;;
  *'services[0].taskDefinition'*) echo arn:task-definition ;;
  *'services[0].networkConfiguration'*) echo '{"awsvpcConfiguration":{"subnets":["subnet-1"]}}' ;;
  'aws ecs run-task'*) echo arn:aws:ecs:us-east-1:111122223333:task/cpm-cluster/abc ;;
  *exitCode*) echo "${STUB_EXIT:-0}" ;;
  *get-log-events*) echo 'The ledger holds: 3 accounts, 9 entries.' ;;
  'node -e'*) exec "${STUB_NODE:?}" "${@}" ;;
esac
