#!/usr/bin/env bash
# Stands for aws, docker, git, node, npm and npx in the drill. The AWS command line and the CDK are real and ask moto; what moto
# cannot answer, and what needs Docker, DNS or a visitor, is answered here. Every call is written to $DRILL_LOG.
set -euo pipefail
name=$(basename "$0") line="$(basename "$0") $*"
real=$(PATH=$DRILL_PATH command -v "$name" || true)

# answered TEXT…: a call that moto cannot answer.
answered() {
  printf 'answered %s\n' "$line" >>"$DRILL_LOG"
  [ "$#" -eq 0 ] || printf '%s\n' "$@"
  exit 0
}

# put_image IMAGE: what a push leaves in the registry.
put_image() {
  local image=${1#*/}
  aws ecr put-image --repository-name "${image%%:*}" --image-tag "${image#*:}" --image-manifest \
    "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"annotations\":{\"image\":\"$image\"}}" >/dev/null
}

case $line in
  'aws service-quotas '*) answered 100.0 ;;
  'aws lambda get-account-settings '*) answered 1000 ;;
  'aws route53 get-hosted-zone '*) answered "$DRILL_SERVERS" ;;
  'aws route53 list-resource-record-sets '*) answered ;;
  'aws cloudfront create-invalidation '*) answered I1DRILL ;;
  'aws cloudfront wait '*) answered ;;
  'aws sesv2 get-account '*) answered False ;;
  'aws backup list-recovery-points-by-backup-vault '*'length('*) answered 0 ;;
  'aws backup list-recovery-points-by-backup-vault '*) answered ;;
  'aws iam get-role '*) answered ;;
  'aws logs put-log-events '*)
    "$real" logs create-log-stream --log-group-name "$4" --log-stream-name latest 2>/dev/null || true
    ;;
  'docker push '*) put_image "$2" ;;
  'docker buildx imagetools create '*) put_image "$5" ;;
  'git rev-parse '*) answered "$DRILL_COMMIT" ;;
  'git status '*) answered ;;
  'node tools/deploy/name-servers.mjs '*) answered "$DRILL_SERVERS" ;;
  'npm ci '* | 'npm run --silent verify '* | 'npx nx build web') answered ;;
  'npx cdk '*)
    printf 'asked %s\n' "$line" >>"$DRILL_LOG"
    shift
    exec "$DRILL_NODE" --import "$DRILL_TSX" "$DRILL_ROOT/tools/rehearsals/aws/drill-cdk.ts" "$@"
    ;;
esac
printf 'asked %s\n' "$line" >>"$DRILL_LOG"
if [ "$name" = docker ]; then
  if [ "$1" = login ]; then cat >/dev/null; fi
  exit 0
fi
exec "$real" "$@"
