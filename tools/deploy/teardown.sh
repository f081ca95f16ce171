# shellcheck shell=bash
# The end of a stage.

# Deletes a stage with everything in it, its data too. The account's own stack stays: other stages stand on it.
teardown() {
  if [ "$STAGE" = production ]; then
    fail 'Production is not torn down by a command.' 'docs/runbook.md says what to take off by hand, and in which order.'
  fi
  check_tools npx aws git
  check_account
  agree "This deletes $STAGE in account $ACCOUNT: database, uploads, images, site. Nothing brings them back." "$STAGE"
  step 'Stacks' 'A stack that will not go names the resource in its events. Functions at the edge need some hours; then run this again.'
  cdk destroy "$STAGE/**" --force
}
