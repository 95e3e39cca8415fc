#!/usr/bin/env bash
# Whole processes, side by side in one run: clerk against the tools people know.
#   clerk-bench/process/compare.sh DIRECTORY-OF-WORKBOOKS [SUBDOMAIN] [ROUNDS]
# Needs python3 with openpyxl and sqlite-utils (Debian: python3-openpyxl, sqlite-utils). PYTHON and CLERK may name others.
set -euo pipefail
books=$(cd "$1" && pwd -P)
site=${2:-berkeley.ca}
rounds=${3:-7}
here=$(cd "$(dirname "$0")" && pwd -P)
clerk=${CLERK:-$here/../../clerk-dist/target/clerk/clerk/bin/clerk}
python=${PYTHON:-python3}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Prints wall seconds and CPU seconds of one process.
run() {
  local TIMEFORMAT='%R %U %S'
  { time "$@" >"$scratch/out" 2>"$scratch/err"; } 2>&1 | awk '{ printf "%.3f %.3f\n", $1, $2 + $3 }'
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

compare() { # name, column (1 wall, 2 CPU), ours, yardstick
  local ours theirs
  for _ in $(seq "$rounds"); do
    eval "$3" >>"$scratch/ours"
    eval "$4" >>"$scratch/theirs"
  done
  ours=$(cut -d' ' -f"$2" "$scratch/ours" | median)
  theirs=$(cut -d' ' -f"$2" "$scratch/theirs" | median)
  printf '%-28s clerk %6.3f s   yardstick %6.3f s   ratio %.2f\n' "$1" "$ours" "$theirs" "$(echo "$ours $theirs" | awk '{ print $1 / $2 }')"
  rm -f "$scratch/ours" "$scratch/theirs"
}

export CLERK_STORAGE_DIR=$scratch/storage
"$clerk" site new "$site" >/dev/null
"$clerk" --help >/dev/null
"$clerk" site list >/dev/null

etl() { rm -rf "$scratch/storage"; run "$clerk" finance etl --subdomain "$site" --from "$books"; }
again() { run "$clerk" finance etl --subdomain "$site" --from "$books" --force; }
raw() { rm -f "$scratch/raw.db"; run "$python" "$here/raw_workbooks.py" "$scratch/raw.db" "$books"/*.xlsx; }
utils() { run sqlite-utils --help; }

compare '--help, wall' 1 "run $clerk --help" utils
compare 'site list, wall' 1 "run $clerk site list" utils
compare 'etl on new storage, CPU' 2 etl raw
compare 'etl --force again, CPU' 2 again raw
