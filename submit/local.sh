#!/usr/bin/env bash
# Runs bnsweep on this machine: submit/local.sh [ARGS...], see submit/local.sh --help.
# Without arguments: run conf/weight-scale.yaml. Builds first what is missing or stale.
#
#   JAVA_HOME             the JDK to use, 17 or newer
#   BNSWEEP_JAVA_OPTIONS  more options for the JVM, e.g. -Xmx2g
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

find_java
build_if_stale
set_class_path
set_module_options
set_natives

# One BLAS thread per task: read when OpenBLAS loads, so it has to be set before the JVM starts.
export OMP_NUM_THREADS=1
export SPARK_LOCAL_IP=127.0.0.1
export SPARK_LOCAL_HOSTNAME=localhost

read -r -a more <<<"${BNSWEEP_JAVA_OPTIONS:-}" || true
archive=$home/target/bnsweep-$java_version.jsa
options=(
  "${module_options[@]}"
  -Xmx512m
  -XX:+UseParallelGC
  -Djava.awt.headless=true
  "-Dbnsweep.home=$home"
  "-Dlog4j2.configurationFile=$home/conf/log4j2.properties"
  -Dlog4j2.disableJmx=true
  "-Dorg.bytedeco.javacpp.cachedir=$natives"
  # Off: they would bound the memory of the whole process, libraries included, by twice the heap.
  -Dorg.bytedeco.javacpp.maxbytes=0
  -Dorg.bytedeco.javacpp.maxphysicalbytes=0
)

# Loaded classes are kept in an archive that later starts map into memory: a second less, each time.
# It is made once after each build; a JVM that cannot use it goes on without, as do users
# of a clone that only its owner can write to.
if [ ! "$archive" -nt "$app" ] && [ -z "${BNSWEEP_JAVA_OPTIONS:-}" ] && [ -w "$home/target" ]; then
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  say "preparing $(basename "$archive") in target/ for faster starts ..."
  "$java" "${options[@]}" -XX:ArchiveClassesAtExit="$scratch/bnsweep.jsa" -Xlog:disable \
    -cp "$class_path" org.bnsweep.cli.Main run "$home/conf/weight-scale.yaml" \
    --set epochs=1 --out "$scratch/run" --master 'local[2]' >"$scratch/log" 2>&1 || true
  if [ -f "$scratch/bnsweep.jsa" ]; then
    mv -f "$scratch/bnsweep.jsa" "$archive"
  else
    # Not again before the next build.
    rm -f "$archive"
    : >"$archive"
  fi
  rm -rf "$scratch"
  trap - EXIT
fi
[ ! -s "$archive" ] || options+=(-Xshare:auto "-XX:SharedArchiveFile=$archive" -Xlog:disable)

[ ! -t 2 ] || options+=("-Dbnsweep.terminal=$({ stty size <&2 2>/dev/null || echo 0 0; } | cut -d" " -f2)")
[ $# -gt 0 ] || set -- run "$home/conf/weight-scale.yaml"
exec "$java" "${options[@]}" ${more[@]+"${more[@]}"} -cp "$class_path" org.bnsweep.cli.Main "$@"
