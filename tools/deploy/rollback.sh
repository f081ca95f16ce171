# shellcheck shell=bash
# An earlier release put back: the API's image and the site of one commit. Migrations only expand, so an earlier API works on.

# rollback [TAG]
rollback() {
  local now
  check_tools git node npm npx aws
  check_account
  load_settings
  step 'What runs' "Is $STAGE deployed? ./deploy.sh $STAGE does it."
  output now cpm-compute ImageTag
  find_release "${1:-}" "$now"
  note "from $now back to $TAG"
  step 'API' 'CloudFormation keeps what runs when the earlier image does not start. Name another release: rollback STAGE TAG.'
  cdk deploy "$STAGE/Compute" --exclusively --require-approval never
  put_site_back
  wait_until_stable
  verify_release
  print_addresses
}

# find_release WANTED RUNNING: sets TAG to the wanted release, or to the one pushed before the running one.
find_release() {
  local repository pushed
  repository=$(named cpm-backend)
  step 'Release' "aws ecr describe-images --repository-name $repository lists the releases there are."
  if [ -n "$1" ]; then
    TAG=$1
    run aws ecr describe-images --repository-name "$repository" --image-ids "imageTag=$TAG" --output text
    return
  fi
  ask pushed "$(git rev-parse HEAD~1) $2" aws ecr describe-images --repository-name "$repository" \
    --query "sort_by(imageDetails[?imageTags], &imagePushedAt)[].imageTags[0]" --output text
  TAG=$(tr -s '[:space:]' '\n' <<<"$pushed" | grep -B1 -Fx -- "$2" | head -n 1) || true
  if [ -z "$TAG" ] || [ "$TAG" = "$2" ]; then fail "There is no release before $2." "Name one: rollback $STAGE TAG."; fi
}

# The site of the commit is built from that commit, beside this folder.
put_site_back() {
  local folder
  folder=${TMPDIR:-/tmp}/canar-site-$TAG
  step 'Site of that release' "git fetch brings a commit that this clone lacks. Left over from a failed run: git worktree remove --force $folder"
  run git worktree add --force --detach "$folder" "$TAG"
  run_in "$folder" env -u AWS_ACCESS_KEY_ID -u AWS_SECRET_ACCESS_KEY -u AWS_SESSION_TOKEN npm ci --no-audit --no-fund --ignore-scripts
  upload_site "$folder"
  run git worktree remove --force "$folder"
}
