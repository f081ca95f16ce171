# shellcheck shell=bash
# Which stage, and how its things are called: bare names in production, names that end with the stage elsewhere.

REGION=us-east-1
STAGE=
SUFFIX=
TAG=
ACCOUNT=

# choose_stage WORD: from the command line, from CANAR_STAGE, or asked for.
choose_stage() {
  STAGE=${1:-${CANAR_STAGE:-}}
  if [ -z "$STAGE" ] && [ -t 0 ]; then read -r -p 'Which stage (development, staging, production)? ' STAGE; fi
  case $STAGE in
    production) SUFFIX= ;;
    development | staging) SUFFIX=-$STAGE ;;
    *) fail "There is no stage called '$STAGE'." "Stages: development, staging, production." ;;
  esac
  TAG=$(git rev-parse HEAD)
  export AWS_REGION=$REGION AWS_DEFAULT_REGION=$REGION AWS_PAGER='' CDK_DISABLE_CLI_TELEMETRY=true
}

# named NAME: the name of a thing in this stage.
named() {
  printf '%s%s' "$1" "$SUFFIX"
}

# registry: where the account's images lie.
registry() {
  printf '%s.dkr.ecr.%s.amazonaws.com' "$ACCOUNT" "$REGION"
}

# output VARIABLE STACK KEY: an output of one of the stage's stacks.
output() {
  ask "$1" "⟨$(named "$2").$3⟩" aws cloudformation describe-stacks --stack-name "$(named "$2")" \
    --query "Stacks[0].Outputs[?OutputKey=='$3'].OutputValue | [0]" --output text
}

# running: the commit whose image the stage runs.
running() {
  local tag
  step 'What runs' "Is $STAGE deployed? ./deploy.sh $STAGE does it."
  output tag cpm-compute ImageTag
  printf '%s\n' "$tag"
}
