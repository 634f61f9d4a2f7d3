#!/usr/bin/env bash
# Runs bnsweep on this machine: submit/local.sh [ARGS...], see submit/local.sh --help.
# Without arguments: run conf/weight-scale.yaml. Builds first what is missing or stale.
#
#   JAVA_HOME             the JDK to use, 17 or newer
#   BNSWEEP_JAVA_OPTIONS  more options for the JVM, e.g. -Xmx2g
#   HADOOP_CONF_DIR       the folder of Hadoop's core-site.xml
set -euo pipefail
folder=${BASH_SOURCE[0]%"${BASH_SOURCE[0]##*/}"}
# shellcheck source-path=SCRIPTDIR source=common.sh
. "${folder:-./}common.sh"

set -f # as in words, not as in names of files
# shellcheck disable=SC2206
more=(${BNSWEEP_JAVA_OPTIONS-})
set +f

find_java ${more[@]+"${more[@]}"}
build_if_stale
set_class_path
set_module_options
set_natives

# One BLAS thread per task: read when OpenBLAS loads, so it has to be set before the JVM starts.
export OMP_NUM_THREADS=1
export SPARK_LOCAL_IP=127.0.0.1
export SPARK_LOCAL_HOSTNAME=localhost

archive=$root/target/bnsweep-$java_version.jsa
# Young objects have 64 MB: left alone, a heap that is never full would take 80 MB more.
options=(
  "${module_options[@]}"
  -Xmx512m
  -Xmn64m
  -Djava.awt.headless=true
  "-Dbnsweep.home=$home"
  "-Dlog4j2.configurationFile=$root/conf/log4j2.properties"
  -Dlog4j2.disableJmx=true
  "-Dorg.bytedeco.javacpp.cachedir=$natives"
  # Off: they would bound the memory of the whole process, libraries included, by twice the heap.
  -Dorg.bytedeco.javacpp.maxbytes=0
  -Dorg.bytedeco.javacpp.maxphysicalbytes=0
)

# Two collectors would be one too many.
[[ " ${more[*]-}" == *" -XX:+Use"*GC* ]] || options+=(-XX:+UseParallelGC)

# Loaded classes are kept in an archive that later starts map into memory: a second less, each time.
# It is made once after each build; a JVM that cannot use it goes on without, as do users
# of a clone that only its owner can write to. Whatever goes wrong with it, the command is run.
prepare_archive() {
  remove_leftovers
  scratch=$root/target/preparing-$RANDOM-$$
  (umask 077 && mkdir "$scratch") 2>/dev/null || return 0
  trap 'abandon_archive 129' HUP
  trap 'abandon_archive 130' INT
  trap 'abandon_archive 143' TERM
  say "preparing ${archive##*/} in target/ for faster starts ..."
  # In the background, or a signal to this script alone would wait for the JVM to end by itself.
  SPARK_LOCAL_DIRS=$scratch "$java" "${options[@]}" "-Djava.io.tmpdir=$scratch" \
    "-XX:ArchiveClassesAtExit=$scratch/bnsweep.jsa" -Xlog:disable \
    -cp "$class_path" org.bnsweep.cli.Main run "$root/conf/weight-scale.yaml" \
    --set epochs=1 --out "$scratch/run" --master 'local[2]' >"$scratch/log" 2>&1 &
  # One that broke off is not to be trusted. After a failure, not again before the next build, unless
  # all that failed is that another's start has taken the folder for a leftover.
  if ! { wait $! && mv -f "$scratch/bnsweep.jsa" "$archive"; } 2>/dev/null && [ -d "$scratch" ]; then
    { rm -f "$archive" && : >"$archive"; } 2>/dev/null || true
  fi
  remove "$scratch"
  trap - HUP INT TERM
}

abandon_archive() {
  trap '' HUP INT TERM
  # Asked to end, the JVM would write the archive first.
  {
    # shellcheck disable=SC2046 # a number, or none
    kill -KILL $(jobs -p)
    wait
  } 2>/dev/null || true
  remove "$scratch"
  exit "$1"
}

# Removes what preparations have left that were killed: the name of each ends with its process id.
remove_leftovers() {
  local left id
  for left in "$root"/target/preparing-*; do
    id=${left##*-}
    if [ "$id" = $$ ] || ! kill -0 "$id" 2>/dev/null; then
      remove "$left"
    fi
  done
}

remove() { rm -rf "$1" 2>/dev/null || true; }

if [ ! "$archive" -nt "$app" ] && [ -z "${BNSWEEP_JAVA_OPTIONS:-}" ] && [ -w "$root/target" ]; then
  prepare_archive
fi
[ ! -s "$archive" ] || options+=(-Xshare:auto "-XX:SharedArchiveFile=$archive" -Xlog:disable)

if [ -t 2 ]; then
  size=$(exec stty size <&2 2>/dev/null) || size=0
  options+=("-Dbnsweep.terminal=${size##* }")
fi
[ $# -gt 0 ] || set -- run "$home/conf/weight-scale.yaml"
# Hadoop's settings, behind what the archive knows.
[ -z "${HADOOP_CONF_DIR:-}" ] || class_path+=:$HADOOP_CONF_DIR
exec "$java" "${options[@]}" ${more[@]+"${more[@]}"} -cp "$class_path" org.bnsweep.cli.Main "$@"
