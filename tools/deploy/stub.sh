#!/usr/bin/env bash
# Stands for aws, docker, git, npm and npx in the tests of deploy.sh: records its calls, fails where it is told to fail
# to refuse, and answers the rest as the real programs do.
set -u
line="$(basename "$0") $*"
echo "$line" >>"$STUB_LOG"
if [[ -n ${STUB_REFUSES:-} && $line =~ $STUB_REFUSES ]]; then
  echo 'refused' >&2
  exit 254
fi
case $line in
  'git rev-parse'*) echo 2222222222222222222222222222222222222222 ;;
  'git status'*) echo -n "${STUB_CHANGES:-}" ;;
  'git worktree add'*) mkdir "$5" ;;
  'git worktree remove'*) rmdir "$4" ;;
  'aws sts'*) echo 111122223333 ;;
  'aws cloudwatch list-metrics'*) echo "${STUB_METRICS:-2}" ;;
  *SiteBucketName*) echo cpm-site-staging-111122223333 ;;
  *DistributionId*) echo E1EXAMPLE ;;
  *ImageTag*) echo 1111111111111111111111111111111111111111 ;;
  *"'Url'"*) echo https://staging.example.com ;;
  *MasterUserSecret*) echo arn:secret ;;
  *DbiResourceId*) echo db-NEW ;;
  *sort_by*imageDetails*) printf '%s\t' 0000000000000000000000000000000000000000 1111111111111111111111111111111111111111 ;;
  'aws ecr describe-images'*'imageTag=2'*) exit "${STUB_PUSHED:-254}" ;;
  'aws ecr get-login-password'*) echo password ;;
  'docker login'*) cat >/dev/null ;;
  *create-invalidation*) echo I1EXAMPLE ;;
  *VpcSecurityGroups*) echo sg-1 ;;
  *DBParameterGroups*) echo cpm-parameters ;;
  *MultiAZ* | *DeletionProtection*) echo False ;;
  *desiredCount*) echo 3 ;;
esac
