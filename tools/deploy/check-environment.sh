#!/usr/bin/env bash
# check-environment.sh STAGE: whether GitHub's environment of a stage exists and takes workflows of main alone. The deploy
# role trusts the environment; what may run in it is all that stands between a branch and the account.
# Prints reviewed=true when somebody has to approve. Needs gh with a token, and GITHUB_REPOSITORY.
set -euo pipefail

stage=$1
path=repos/$GITHUB_REPOSITORY/environments/$stage

refuse() {
  printf '✗ %s\n  Settings → Environments → %s; docs/deployment.md, “Then by GitHub”.\n' "$1" "$stage" >&2
  exit 1
}

reviewed=$(gh api "$path" --jq '[.protection_rules[].type] | contains(["required_reviewers"])') ||
  refuse "The environment $stage does not exist, and GitHub would make it without any protection."
branches=$(gh api "$path/deployment-branch-policies" --jq '[.branch_policies[].name] | join(" ")' 2>/dev/null) || branches=
[ "$branches" = main ] || refuse "The environment $stage takes workflows of ${branches:-every branch}, not of main alone."
printf 'reviewed=%s\n' "$reviewed"
