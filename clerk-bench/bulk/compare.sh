#!/usr/bin/env bash
# Loads a release of individual contributions and compares the next with it: the bulk engine beside the sqlite3 shell,
# each a whole process, in turns.
#   clerk-bench/bulk/compare.sh RELEASE-1/itcont.txt RELEASE-2/itcont.txt [ROUNDS]
# Needs sqlite3 and GNU time, a build (mvn -pl clerk-bench -am package), and free disk of ten times the release.
# JAVA names the java of JDK 25, JAVA_OPTIONS its options, SCRATCH a directory for the databases.
set -euo pipefail
first=$(realpath "$1")
second=$(realpath "$2")
rounds=${3:-3}
here=$(cd "$(dirname "$0")" && pwd -P)
root=$here/../..
jars=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" -name 'sqlite-jdbc-3*.jar' -o -name 'slf4j-api-2*.jar' | tr '\n' ':')
classes=$root/clerk-bench/target/classes:$root/clerk-etl/target/classes:$root/clerk-spi/target/classes:$jars
scratch=$(mktemp -d -p "${SCRATCH:-/tmp}")
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

measure() { # name, command: appends wall seconds, CPU seconds and peak MB to the file of that name
  local name=$1
  shift
  /usr/bin/time -o time -f '%e %U %S %M' "$@" >out 2>err || { tail -5 err; return 1; }
  awk '{ printf "%.2f %.2f %.0f\n", $1, $2 + $3, $4 / 1024 }' time | tee -a "$name" | sed "s/^/$name: /"
}

bench() { # name, way, file
  # shellcheck disable=SC2086
  measure "$1" "${JAVA:-java}" --enable-native-access=ALL-UNNAMED ${JAVA_OPTIONS:--XX:+UseSerialGC -XX:+UseTransparentHugePages -Xmx900m} -cp "$classes" \
    band.civic.clerk.bench.BulkBench "$2" "$3" ours.db
  grep -v SLF4J out || true
}

shell() { # name, script, file
  sed "s|FILE|$3|" "$here/$2" >script.sql
  measure "$1" sh -c 'sqlite3 shell.db <script.sql' || true # .import tells of faulty lines by its exit code
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

for _ in $(seq "$rounds"); do
  rm -f ours.db shell.db
  shell shell-load load.sql "$first"
  bench ours-load write "$first"
  shell shell-reconcile reconcile.sql "$second"
  measure copy cp ours.db copy.db
  rm copy.db
  bench ours-reconcile reconcile "$second"
  bench ours-again reconcile "$second"
done

echo
echo '| What | wall | CPU | peak | times the wall of the shell | of its CPU |'
echo '|---|---|---|---|---|---|'
for name in shell-load ours-load shell-reconcile ours-reconcile ours-again copy; do
  case $name in *-load) base=shell-load ;; *) base=shell-reconcile ;; esac
  wall=$(cut -d' ' -f1 "$name" | median)
  cpu=$(cut -d' ' -f2 "$name" | median)
  awk -v n="$name" -v w="$wall" -v c="$cpu" -v m="$(cut -d' ' -f3 "$name" | median)" \
    -v bw="$(cut -d' ' -f1 $base | median)" -v bc="$(cut -d' ' -f2 $base | median)" \
    'BEGIN { printf "| %s | %.1f s | %.1f s | %d MB | %.1f | %.1f |\n", n, w, c, m, w ? bw / w : 0, c ? bc / c : 0 }'
done
