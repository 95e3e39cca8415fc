#!/bin/sh
# Measures the queue: what a claim costs, and how many jobs a second a worker does beside a bare loop.
# Starts a PostgreSQL of its own. Usage: clerk-bench/queue/run.sh
set -eu
cd "$(dirname "$0")/../.."
classpath=clerk-bench/target/bench.classpath
mvn -B -ntp -q -pl clerk-bench -am test-compile dependency:build-classpath -DskipTests \
  -Dmdep.includeScope=test -Dmdep.outputFile="$PWD/$classpath"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" --enable-native-access=ALL-UNNAMED \
  -cp "clerk-bench/target/test-classes:clerk-bench/target/classes:$(cat $classpath)" \
  band.civic.clerk.bench.queue.QueueBench
