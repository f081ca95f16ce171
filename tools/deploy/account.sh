# shellcheck shell=bash
# What a young account lacks, looked at once, before anything is made in it.

# The roles with which AWS's services work in an account. AWS makes them at first use, and a cluster that is made in the
# same moment fails ("Unable to assume the service linked role").
LINKED_ROLES='ecs.amazonaws.com:AWSServiceRoleForECS
ecs.application-autoscaling.amazonaws.com:AWSServiceRoleForApplicationAutoScaling_ECSService
elasticloadbalancing.amazonaws.com:AWSServiceRoleForElasticLoadBalancing
rds.amazonaws.com:AWSServiceRoleForRDS
elasticache.amazonaws.com:AWSServiceRoleForElastiCache
vpcorigin.cloudfront.amazonaws.com:AWSServiceRoleForCloudFrontVPCOrigin'

prepare_account() {
  [ -n "$FIRST" ] || return 0
  check_neighbours
  check_quotas
  check_zone
  make_linked_roles
}

# Whoever deploys a stage administers its account: docs/adr/0021. So production shares one with another stage only where that was said.
check_neighbours() {
  local known neighbour
  step 'Stages of this account' 'An account of its own for each stage: docs/deployment.md. Where one is wanted for both, CANAR_SHARED_ACCOUNT=true.'
  show aws ssm get-parameters-by-path --path /cpm/settings --recursive --query 'Parameters[].Name' --output text
  if [ -n "$DRY_RUN" ] || [ "${CANAR_SHARED_ACCOUNT:-}" = true ]; then return; fi
  known=$(aws ssm get-parameters-by-path --path /cpm/settings --recursive --query 'Parameters[].Name' --output text) ||
    stop "$?" aws ssm get-parameters-by-path --path /cpm/settings
  for neighbour in development staging production; do
    if [ "$neighbour" = "$STAGE" ] || [[ $known != */cpm/settings/$neighbour/* ]]; then continue; fi
    if [ "$STAGE" = production ] || [ "$neighbour" = production ]; then
      fail "$neighbour is in account $ACCOUNT, and whoever deploys $STAGE there administers both." "$REMEDY"
    fi
  done
}

# Ten tasks of one processor, and half as many again while a release replaces them. A young account may have fewer.
check_quotas() {
  local processors functions
  step 'Quotas' 'aws service-quotas needs the rights of an administrator; a first deployment has them.'
  ask processors 100 aws service-quotas get-service-quota --service-code fargate --quota-code L-3032A538 --query Quota.Value --output text
  ask functions 1000 aws lambda get-account-settings --query AccountLimit.ConcurrentExecutions --output text
  if [ "${processors%.*}" -lt 15 ]; then
    note "Fargate gives this account ${processors%.*} processors; ten tasks and a release need 15: Service Quotas → AWS Fargate → Fargate On-Demand vCPU resource count."
  fi
  if [ "$functions" -lt 100 ]; then
    note "Lambda runs $functions functions at once in this account; the page for missing addresses is one: Service Quotas → AWS Lambda → Concurrent executions."
  fi
  note 'A new account must be verified by AWS Support before it may have CloudFront; docs/deployment.md, step 1.'
}

# A zone that the domain's registry does not name lets certificates wait for hours; a name that is taken cannot be taken again.
check_zone() {
  local name=${DOMAIN%%/*} zone=${DOMAIN#*/} servers taken known
  [ "$DOMAIN" != none ] || return 0
  step 'Domain' "The registrar of $name must name the servers of the hosted zone $zone; docs/deployment.md, step 3."
  ask servers '⟨servers⟩' aws route53 get-hosted-zone --id "$zone" --query 'DelegationSet.NameServers' --output text
  show node tools/deploy/name-servers.mjs "$name"
  if [ -z "$DRY_RUN" ]; then
    known=$(node tools/deploy/name-servers.mjs "$name") || stop "$?" node tools/deploy/name-servers.mjs "$name"
    if [ "$(sorted "$known")" != "$(sorted "$servers")" ]; then
      fail "$name is answered by ${known:-nobody}, and the zone $zone by $servers." "$REMEDY"
    fi
  fi
  show aws route53 list-resource-record-sets --hosted-zone-id "$zone"
  [ -z "$DRY_RUN" ] || return 0
  taken=$(aws route53 list-resource-record-sets --hosted-zone-id "$zone" --output text \
    --query "ResourceRecordSets[?Name=='$name.' && (Type=='A' || Type=='AAAA' || Type=='CNAME')].Type") || stop "$?" aws route53 list-resource-record-sets
  if [ -z "$taken" ] || [ "$(state_of "$(named cpm-cdn)")" != none ]; then return; fi
  fail "$name has a record already ($taken)." 'Another stage or another product is there: delete the record, or choose another name.'
}

# sorted WORDS: in one order, without the dot at the end.
sorted() {
  tr -s '[:space:]' '\n' <<<"$1" | sed 's/\.$//' | sort | paste -sd' ' -
}

make_linked_roles() {
  local entry
  step 'Service-linked roles' 'These credentials must be allowed iam:CreateServiceLinkedRole, once in an account.'
  for entry in $LINKED_ROLES; do
    holds aws iam get-role --role-name "${entry#*:}" || run aws iam create-service-linked-role --aws-service-name "${entry%%:*}" --output text
  done
}
