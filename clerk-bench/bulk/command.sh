#!/usr/bin/env bash
# Takes a release of individual contributions into bronze, then the next, then the next again: the whole command of the
# distribution beside the sqlite3 shell, in turns.
#   clerk-bench/bulk/command.sh DIRECTORY-OF-RELEASE-1 DIRECTORY-OF-RELEASE-2 [ROUNDS]
# Each directory has an itcont.txt of the cycle that CYCLE names (2024). Needs sqlite3 and GNU time, a distribution
# (./mvnw -pl clerk-dist -am package; CLERK names its launcher), and free disk of ten times a release.
# SCRATCH is a directory for the databases; with KEEP a file gets the figures of every round, to be gone on with.
set -euo pipefail
first=$(realpath "$1")
second=$(realpath "$2")
rounds=${3:-3}
here=$(cd "$(dirname "$0")" && pwd -P)
clerk=$(realpath "${CLERK:-$here/../../clerk-dist/target/clerk/clerk/bin/clerk}")
figures=$(realpath "${KEEP:-$(mktemp)}")
scratch=$(mktemp -d -p "${SCRATCH:-/tmp}")
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

measure() { # name, command: appends name, wall seconds, CPU seconds and peak MB
  local name=$1
  shift
  sync # nobody pays for what another left unwritten
  /usr/bin/time -o time -f '%e %U %S %M' "$@" >out 2>err || [ "$name" != "${name#shell}" ] || { tail -5 err; return 1; }
  tail -1 time | awk -v n="$name" '{ printf "%s %.2f %.2f %.0f\n", n, $1, $2 + $3, $4 / 1024 }' | tee -a "$figures"
}

shell() { # name, script, directory; .import tells of faulty lines by its exit code
  sed "s|FILE|$3/itcont.txt|" "$here/$2" >script.sql
  cat "$3/itcont.txt" >/dev/null # both read from memory
  measure "$1" sh -c 'sqlite3 shell.db <script.sql'
}

ours() { # name, directory
  cat "$2/itcont.txt" >/dev/null
  measure "$1" "$clerk" fec bulk ingest --cycle "${CYCLE:-2024}" --kinds indiv --from "$2" --storage-dir ours --json
  grep -oE '"(read|new|changed|unchanged|retired|rejected|cents)" : [0-9-]+' out | tr '\n' ' '
  echo
}

"$clerk" fec runs list --storage-dir none >/dev/null 2>&1 || true # the class cache is made once for an installation
for _ in $(seq "$rounds"); do
  rm -rf ours shell.db
  shell shell-ingest load.sql "$first"
  ours ingest "$first"
  shell shell-reconcile reconcile.sql "$second"
  ours reconcile "$second"
  ours again "$second"
done

median() { # name, column
  awk -v n="$1" -v c="$2" '$1 == n { print $c }' "$figures" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

echo
echo '| What | wall | CPU | peak | times the wall of the shell | of its CPU |'
echo '|---|---|---|---|---|---|'
for name in shell-ingest ingest shell-reconcile reconcile again; do
  case $name in *ingest) base=shell-ingest ;; *) base=shell-reconcile ;; esac
  awk -v n="$name" -v w="$(median "$name" 2)" -v c="$(median "$name" 3)" -v m="$(median "$name" 4)" \
    -v bw="$(median $base 2)" -v bc="$(median $base 3)" \
    'BEGIN { printf "| %s | %.2f s | %.1f s | %d MB | %.1f | %.1f |\n", n, w, c, m, bw / w, bc / c }'
done
