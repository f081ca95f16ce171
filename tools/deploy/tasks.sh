# shellcheck shell=bash
# Programs of the release that runs, each in a task of its own, as migrations are. ECS Exec is off.

# ledger_verify WORDS…: every account's books; it suspends what disagrees.
ledger_verify() {
  check_tools aws node
  check_account
  step 'Ledger' 'docs/runbook.md, “LedgerMismatch”. The task has the log that is printed above.'
  run_task verify-ledger "$@"
}

# operator grant|revoke EMAIL: makes a person an operator, or an ordinary person again. operator breach-report …: prints the report of a breach.
operator() {
  check_tools aws node
  check_account
  step 'Operator' 'docs/operators.md. The task has the log that is printed above.'
  run_task operator "$@"
}

# run_task PROGRAM WORDS…: runs it with the API's own role, secrets and network, waits for its end and prints what it wrote.
run_task() {
  local program=$1 service cluster definition network overrides task code
  shift
  cluster=$(named cpm-cluster)
  service=$(named cpm-backend)
  ask definition ⟨task-definition⟩ aws ecs describe-services --cluster "$cluster" --services "$service" --query 'services[0].taskDefinition' --output text
  ask network ⟨network⟩ aws ecs describe-services --cluster "$cluster" --services "$service" --query 'services[0].networkConfiguration' --output json
  overrides=$(node -e 'console.log(JSON.stringify({ containerOverrides: [{ name: "api", command: ["node", ...process.argv.slice(1)] }] }))' -- "$program.mjs" "$@")
  ask task "arn:aws:ecs:$REGION:$ACCOUNT:task/$cluster/⟨task⟩" aws ecs run-task --cluster "$cluster" --launch-type FARGATE --started-by deploy.sh \
    --task-definition "$definition" --network-configuration "$network" --overrides "$overrides" --query 'tasks[0].taskArn' --output text
  run aws ecs wait tasks-stopped --cluster "$cluster" --tasks "$task"
  run aws logs get-log-events --log-group-name "$(named /ecs/cpm-backend)" --log-stream-name "api/api/${task##*/}" --start-from-head \
    --query 'events[].[message]' --output text
  ask code 0 aws ecs describe-tasks --cluster "$cluster" --tasks "$task" --query "tasks[0].containers[?name=='api'].exitCode | [0]" --output text
  [ "$code" = 0 ] || fail "$program ended with $code." "$REMEDY"
}
