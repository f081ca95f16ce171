# shellcheck shell=bash
# A release: bootstrap, image, stacks, site, and the proof that it works.

URL=

deploy() {
  check_tools git node npm npx docker aws
  check_commit
  check_account
  load_settings said
  check_billing_alerts
  check_docker
  check_stacks
  check_secrets
  prepare_account
  keep_settings
  install
  bootstrap
  deploy_foundation
  push_image
  deploy_stacks
  upload_site .
  wait_until_stable
  point_to_logs
  protect
  verify_release
  print_addresses
}

# GitHub's workflow has installed before it had credentials: the scripts of packages never see any.
install() {
  if [ "${CANAR_INSTALLED:-}" = 1 ]; then return; fi
  step 'Packages' 'npm ci says what is wrong; Node.js 20.19 or newer is needed.'
  run npm ci --no-audit --no-fund
}

bootstrap() {
  step 'CDK bootstrap' 'These credentials must be allowed to make roles, a bucket and a repository for the CDK, once in an account.'
  if holds aws ssm get-parameter --name /cdk-bootstrap/hnb659fds/version; then
    note 'done before'
  else
    run_in infra npx cdk bootstrap "aws://$ACCOUNT/$REGION"
  fi
}

deploy_foundation() {
  step 'Account and delivery' 'Read the events of the stack named above in CloudFormation; then run this command again.'
  cdk deploy Account "$STAGE/Delivery" --require-approval never
}

# Tags are immutable: an image that is there is this commit's.
push_image() {
  local repository image
  repository=$(named cpm-backend)
  image=$(registry)/$repository:$TAG
  step 'Image' 'The build says which step failed; npm run images builds it without Docker. A push needs the ECR sign-in above.'
  if holds aws ecr describe-images --repository-name "$repository" --image-ids "imageTag=$TAG"; then
    note "$image is there"
    return
  fi
  sign_in_to_registry
  if [ "$STAGE" = production ] && holds aws ecr describe-images --repository-name cpm-backend-staging --image-ids "imageTag=$TAG"; then
    promote_image "$image"
    return
  fi
  run docker build --platform linux/amd64 --tag "$image" .
  run docker push "$image"
}

# promote_image IMAGE: what was tested in staging is what runs in production, byte by byte.
promote_image() {
  local digest
  ask digest sha256:⟨digest⟩ aws ecr describe-images --repository-name cpm-backend-staging --image-ids "imageTag=$TAG" \
    --query 'imageDetails[0].imageDigest' --output text
  run docker buildx imagetools create --tag "$1" "$(registry)/cpm-backend-staging@$digest"
}

sign_in_to_registry() {
  show "aws ecr get-login-password | docker login --username AWS --password-stdin $(registry)"
  [ -z "$DRY_RUN" ] || return 0
  local password
  password=$(aws ecr get-login-password) || stop "$?" aws ecr get-login-password
  docker login --username AWS --password-stdin "$(registry)" <<<"$password" >/dev/null || stop "$?" docker login
}

deploy_stacks() {
  step 'Stacks' "CloudFormation has rolled the failed stack back by itself; its events say why. Then run this command again.
  Tasks that do not start: docs/runbook.md, and the log group $(named /ecs/cpm-backend)."
  cdk deploy "$STAGE/**" --require-approval never
}

# The build sees no credentials.
# upload_site FOLDER (without .gz: CloudFront compresses by itself): hashed files first, for a year; then the pages, which the edge keeps for five minutes or until the
# invalidation; the header policy tells browsers to ask each time. Old hashed files stay for open tabs.
upload_site() {
  local out=$1/apps/web/out bucket distribution invalidation
  step 'Site' 'The build or the upload failed as said above; nothing that runs was changed. Run this command again.'
  run_in "$1" env -u AWS_ACCESS_KEY_ID -u AWS_SECRET_ACCESS_KEY -u AWS_SESSION_TOKEN "UPLOADS_ORIGIN=https://$(named cpm-uploads)-$ACCOUNT.s3.$REGION.amazonaws.com" npx nx build web
  output bucket cpm-cdn SiteBucketName
  output distribution cpm-cdn DistributionId
  run aws s3 sync "$out/_next/static" "s3://$bucket/_next/static" --exclude '*.gz' --cache-control 'public, max-age=31536000, immutable' --no-progress
  run aws s3 sync "$out" "s3://$bucket" --exclude '*.gz' --exclude '_next/static/*' --cache-control s-maxage=300 --delete --no-progress
  step 'Invalidation' 'Pages are at most five minutes old without it. Run this command again.'
  ask invalidation '⟨invalidation⟩' aws cloudfront create-invalidation --distribution-id "$distribution" --paths '/*' \
    --query Invalidation.Id --output text
  run aws cloudfront wait invalidation-completed --distribution-id "$distribution" --id "$invalidation"
}

wait_until_stable() {
  step 'Service' "aws ecs describe-services --cluster $(named cpm-cluster) --services $(named cpm-backend) says what it waits for."
  run aws ecs wait services-stable --cluster "$(named cpm-cluster)" --services "$(named cpm-backend)"
}

# The seed's own commands read a log stream called latest; the tasks write to streams of their own.
point_to_logs() {
  local group
  group=$(named /ecs/cpm-backend)
  step 'Log stream “latest”' 'Only the command of the handbook is without its answer. Run this command again.'
  run aws logs put-log-events --log-group-name "$group" --log-stream-name latest --output text --log-events \
    "timestamp=$(date +%s)000,message=Release $TAG writes to the streams api/api/TASK of this group: aws logs tail $group --follow"
}

verify_release() {
  local within=()
  [ -z "${CANAR_WITHIN_MS:-}" ] || within=(--within "$CANAR_WITHIN_MS")

  step 'Verification' "The lines marked ✗ say what was expected and seen. ./deploy.sh rollback $STAGE puts the release before back.
  Only too slow, from far away: CANAR_WITHIN_MS=600 (milliseconds)."
  output URL cpm-cdn Url
  run npm run --silent verify -- "$URL" ${within[@]+"${within[@]}"}
}

print_addresses() {
  cat <<TEXT

✓ $STAGE runs release $TAG
  Product       $URL
  API health    $URL/api/auth/health
  API contract  $URL/api/openapi.json
  Dashboard     https://$REGION.console.aws.amazon.com/cloudwatch/home?region=$REGION#dashboards/dashboard/$(named CPM-Monitoring)
TEXT
  print_payments
  print_mail
}

print_payments() {
  local provider
  if [ "$DEMO" != false ]; then
    printf '  Payments      of the sandbox: this is a demonstration, and nobody pays (CANAR_DEMO=false, docs/deployment.md)\n'
    return
  fi
  for provider in ${PAYMENTS//,/ }; do
    printf '  Webhooks      of %s to %s/api/billing/webhooks/%s\n' "$provider" "$URL" "$provider"
  done
}
