# Sourced by scripts that let one wait: a step says what it does, how long that usually takes,
# and every quarter of a minute that it is still at it.

# step WHAT USUALLY COMMAND…: passes the command; shows what it wrote only where it fails.
step() {
  local what=$1 usually=$2 log signs code=0
  local started=$SECONDS
  shift 2
  echo "$what (usually $usually) …" >&2
  log=$(mktemp)
  # Sleep holds no stream of ours, or a pipe behind this script would wait for the last of it.
  while sleep 15 </dev/null >/dev/null 2>&1; do
    printf '  … %s s: %.90s\n' "$((SECONDS - started))" "$(tail -n 1 "$log" | tr -d '\r')" >&2
  done &
  signs=$!
  "$@" >"$log" 2>&1 || code=$?
  kill "$signs" 2>/dev/null || true
  wait "$signs" 2>/dev/null || true
  if [ "$code" != 0 ]; then
    cat "$log" >&2
    echo "This failed with exit code $code: $*" >&2
  fi
  rm -f "$log"
  return "$code"
}
