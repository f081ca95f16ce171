# shellcheck shell=bash
# How a step is announced, run, only printed, or stopped with its remedy.

export DRY_RUN=${DRY_RUN:-}
STEP=
REMEDY=

# step TITLE REMEDY: what comes next, and what to do when it fails.
step() {
  STEP=$1
  REMEDY=$2
  printf '\n▸ %s\n' "$STEP" >&2
}

# note TEXT: something to know, that is no step.
note() {
  printf '  %s\n' "$1" >&2
}

# run COMMAND…: runs it, or prints it in a dry run; stops everything when it fails.
run() {
  show "$@"
  [ -n "$DRY_RUN" ] || "$@" || stop "$?" "$@"
}

# run_in FOLDER COMMAND…: the same, in a folder.
run_in() {
  local folder=$1
  shift
  if [ "$folder" = . ]; then show "$@"; else show "cd $folder &&" "$@"; fi
  [ -n "$DRY_RUN" ] || (cd "$folder" && "$@") || stop "$?" "$@"
}

# ask NAME IN-DRY-RUN COMMAND…: puts what the command prints into the variable NAME.
ask() {
  local name=$1 otherwise=$2 answer
  shift 2
  show "$@"
  if [ -n "$DRY_RUN" ]; then
    answer=$otherwise
  else
    answer=$("$@") || stop "$?" "$@"
    if [ -z "$answer" ] || [ "$answer" = None ]; then stop "no answer" "$@"; fi
  fi
  printf -v "$name" '%s' "$answer"
}

# holds COMMAND…: whether it succeeds; a dry run says no.
holds() {
  show "$@"
  [ -z "$DRY_RUN" ] && "$@" >/dev/null 2>&1
}

# show COMMAND…: prints it as a shell would take it.
show() {
  local word line=$1
  shift
  for word in "$@"; do
    case $word in
      *[^[:alnum:]_./:=,@%⟨⟩-]* | '') line+=" '${word//\'/"'\\''"}'" ;;
      *) line+=" $word" ;;
    esac
  done
  printf '  $ %s\n' "$line" >&2
}

# stop CODE COMMAND…: ends with what failed and what to do about it.
stop() {
  local code=$1
  shift
  fail "${STEP} failed (${code}): $*" "$REMEDY"
}

# fail SENTENCE REMEDY
fail() {
  printf '\n✗ %s\n  %s\n' "$1" "$2" >&2
  exit 1
}

# agree QUESTION WORD: goes on when the word is typed.
agree() {
  local answer=
  note "$1"
  if [ -n "$DRY_RUN" ] || [ "${CANAR_YES:-}" = 1 ]; then return; fi
  [ -t 0 ] || fail "Nobody is there to agree." "Run it in a terminal, or set CANAR_YES=1."
  read -r -p "  Type $2 to go on: " answer
  [ "$answer" = "$2" ] || fail "Nothing was changed." "The answer was not $2."
}
