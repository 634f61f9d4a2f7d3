#!/usr/bin/env bash
# Measures bnsweep on this machine, against the NumPy oracle where python3 with numpy is there.
#
#   submit/bench.sh step [JMH OPTIONS]  one pair against its products alone (JMH)
#   submit/bench.sh job [RUNS]          the default experiment, from command to exit, and the
#                                       oracle's pool of 2 processes beside it (default: 5 runs)
#   submit/bench.sh scale [RUNS]        128 pairs on 2 cores and on 1, and the oracle (default: 3)
#   submit/bench.sh driver [SLOTS...]   how busy one driver keeps so many slots, whose trials sleep
#                                       0.7 s, 20 for each (default: 100 1000 4000)
#   submit/bench.sh starts [RUNS]       starts of run with one tiny trial, every second beside a
#                                       busy core: how many do not end in 2 minutes (default: 100)
#   submit/bench.sh growth [quick] [AXIS...] [--from CSV] [--out DIR]
#                                       cost per pair against width, depth, batch and samples, its
#                                       gemm calls alone beside it, and per trial against trials:
#                                       CSV, and a picture in DIR (default: target/growth). quick
#                                       measures two values of each, AXIS only some, --from CSV
#                                       takes the others as they were
#   submit/bench.sh peers [ROUNDS]      the same pair in PyTorch, DL4J and the oracle, one thread each:
#                                       whether accuracies agree, then what it takes (default: 5)
#
# Runs alternate, so that a machine whose speed drifts slows both sides. Quote the ratios.
set -euo pipefail
folder=${BASH_SOURCE[0]%"${BASH_SOURCE[0]##*/}"}
# shellcheck source-path=SCRIPTDIR source=common.sh
. "${folder:-./}common.sh"

# bash, sort and awk would print or expect the decimal commas of a locale.
export LC_CTYPE=${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} LC_NUMERIC=C LC_ALL=

usage() {
  sed -n '2,21s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
  exit "$1"
}

oracle=$home/src/test/oracle/reference.py
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
has_oracle() { command -v python3 >/dev/null && python3 -c 'import numpy' 2>/dev/null; }

# Appends wall seconds, CPU seconds and peak MB of a command to the file $1.
measure() {
  local to=$1
  shift
  local TIMEFORMAT='%R %U %S'
  local times
  if /usr/bin/time -f %M true 2>/dev/null; then # GNU's
    /usr/bin/time -f '%e %U %S %M' -o "$scratch/time" "$@" >"$scratch/out" 2>"$scratch/err" ||
      { cat "$scratch/err" >&2; fail "$* failed"; }
    times=$(tail -n 1 "$scratch/time")
  else
    times=$({ time "$@" >"$scratch/out" 2>"$scratch/err"; } 2>&1) ||
      { cat "$scratch/err" >&2; fail "$* failed"; }
    times="$times 0"
  fi
  awk '{ printf "%.3f %.3f %.0f\n", $1, $2 + $3, $4 / 1024 }' <<<"$times" >>"$to"
}

# min, median and max of the numbers on stdin.
spread() {
  sort -g | awk '{ v[NR] = $1 } END { printf "min %.3f  median %.3f  max %.3f\n", v[1], v[int((NR + 1) / 2)], v[NR] }'
}

# The first run after a build: it prepares the class archive.
unmeasured() {
  "$@" >"$scratch/out" 2>"$scratch/err" || { cat "$scratch/err" >&2; fail "$* failed"; }
}

column() { awk -v c="$2" '{ print $c }' "$1"; }
ratio() { paste -d ' ' <(column "$1" "$3") <(column "$2" "$4") | awk -v f="${5:-1}" '{ print $1 / $2 * f }' | spread; }

sweep() { # master, then settings
  local master=$1
  shift
  "$home/submit/local.sh" run "$home/conf/weight-scale.yaml" --master "$master" --out "$scratch/run" --overwrite "$@"
}

bench_job() {
  unmeasured sweep 'local[2]' --set epochs=1
  for _ in $(seq "$1"); do
    measure "$scratch/job" sweep_default
    ! has_oracle || measure "$scratch/pool" oracle_pool
  done
  printf 'job, wall seconds          '; column "$scratch/job" 1 | spread
  printf 'job, CPU seconds           '; column "$scratch/job" 2 | spread
  printf 'job, peak MB               '; column "$scratch/job" 3 | spread
  if has_oracle; then
    printf 'oracle, wall seconds       '; column "$scratch/pool" 1 | spread
    printf 'job / oracle, wall         '; ratio "$scratch/job" "$scratch/pool" 1 1
  else
    say "no python3 with numpy here, so nothing to compare with"
  fi
}

bench_scale() {
  unmeasured sweep 'local[2]' --set epochs=1
  for _ in $(seq "$1"); do
    measure "$scratch/two" sweep_128 'local[2]'
    measure "$scratch/one" sweep_128 'local[1]'
    ! has_oracle || measure "$scratch/pool" oracle_pool
  done
  printf '128 pairs, 2 cores, wall   '; column "$scratch/two" 1 | spread
  printf '128 pairs, 2 cores, MB     '; column "$scratch/two" 3 | spread
  printf 'second core, times as fast '; ratio "$scratch/one" "$scratch/two" 1 1
  ! has_oracle || { printf '128 pairs / oracle rate    '; ratio "$scratch/two" "$scratch/pool" 1 1 0.125; }
}

bench_starts() {
  local run hangs=0 busy
  printf 'name: tiny\ndata: {train_size: 20}\nepochs: 1\ngrid: {hidden: [[2]], weight_scale: 0.1, batch_size: 10}\n' >"$scratch/tiny.yaml"
  unmeasured "$home/submit/local.sh" run "$scratch/tiny.yaml" --out "$scratch/tiny"
  for run in $(seq "$1"); do
    busy=
    [ $((run % 2)) = 1 ] || { while :; do :; done & busy=$!; }
    timeout -s KILL 120 "$home/submit/local.sh" run "$scratch/tiny.yaml" --out "$scratch/tiny" --overwrite \
      >"$scratch/out" 2>"$scratch/err" || { hangs=$((hangs + 1)); cat "$scratch/err" >&2; }
    [ -z "$busy" ] || { kill "$busy"; wait "$busy" || true; } 2>/dev/null
  done
  printf '%s starts, %s did not end well\n' "$1" "$hangs"
}

test_classes() { # options of Maven
  (cd "$root" && mvn -q -B -f "$root/pom.xml" "$@" -Dspotless.check.skip=true test-compile dependency:build-classpath \
    -Dmdep.outputFile="$scratch/class.path" >&2)
}

# with_spark CLASS ARGS...: a program of the tests that runs a sweep.
with_spark() {
  (cd "$root" && OMP_NUM_THREADS=1 "$java" "${module_options[@]}" -XX:+UseParallelGC -Xmx2g -Xss512k \
    -Dlog4j2.configurationFile="$root/conf/log4j2.properties" \
    -cp "$root/target/test-classes:$root/target/classes:$(cat "$scratch/class.path")" "$@")
}

bench_driver() {
  local slots
  build_if_stale
  set_module_options
  test_classes
  for slots in "$@"; do
    with_spark org.bnsweep.bench.DriverBenchmark "$slots" 20
  done
}

bench_growth() {
  build_if_stale
  set_module_options
  test_classes
  with_spark org.bnsweep.bench.GrowthBenchmark "$@"
}

bench_step() {
  test_classes
  OMP_NUM_THREADS=1 "$java" -cp "$root/target/test-classes:$root/target/classes:$(cat "$scratch/class.path")" \
    org.openjdk.jmh.Main PairBenchmark -rf csv -rff "$scratch/jmh.csv" "$@" >&2
  awk -F, '/gemmFloor/ { floor = $5 } /gemmWhole/ { whole = $5 } /\.pair"/ { pair = $5 }
    END {
      printf "pair %.0f ms\n", pair
      if (floor) printf "its products alone, in the same pieces, %.0f ms: ratio %.3f\n", floor, pair / floor
      if (whole) printf "its products alone, each one gemm call, %.0f ms: ratio %.3f\n", whole, pair / whole
    }' "$scratch/jmh.csv"
}

# peer NAME PAIRS WARM-UP: trains pairs in a process of its own; $scratch/NAME has what it says.
peer() {
  local command=("${peer_java[@]}" "$1")
  [ "$1" != numpy ] || command=(python3 "$home/src/peers/numpy_pairs.py")
  # When it starts, to the microsecond; bash before 5 knows the second alone.
  "${command[@]}" "$2" "$3" "${EPOCHREALTIME:-$(date +%s)}" >"$scratch/$1" 2>"$scratch/err" ||
    { cat "$scratch/err" >&2; fail "the pairs of $1 failed"; }
}

peer_label() {
  case $1 in
    ours) echo 'bnsweep, float64' ;;
    torch64) echo 'PyTorch through DJL, float64' ;;
    torch32) echo 'PyTorch through DJL, float32' ;;
    dl4j) echo 'DL4J, float32' ;;
    numpy) echo 'NumPy, float64' ;;
  esac
}

# agree PEER: sets $differs to how far its accuracies are from ours at most; fails if that is more than
# rounding does in 191 updates.
agree() {
  grep -E '^accuracy [0-9]+ [01]\.[0-9]+ [01]\.[0-9]+$' "$scratch/$1" >"$scratch/$1.accuracies" ||
    fail "$1 says no accuracies: $(one_line <"$scratch/$1")"
  differs=$(paste -d ' ' "$scratch/ours.accuracies" "$scratch/$1.accuracies" | awk '
    function apart(a, b) { return a > b ? a - b : b - a }
    { for (f = 3; f <= 4; f++) if (apart($f, $(f + 4)) > most) most = apart($f, $(f + 4)) }
    END { printf "%.3f", most }')
  awk -v differs="$differs" 'BEGIN { exit !(differs <= 0.01) }' ||
    fail "the accuracies of $1 differ from ours by up to $differs, must be 0.01 or less:" \
      "$(one_line <"$scratch/$1.accuracies")"
}

median() { sort -g | awk '{ v[NR] = $1 } END { printf "%.2f", v[int((NR + 1) / 2)] }'; }

# times PEER COLUMN: the median over rounds of its number over ours.
times() { paste -d ' ' <(column "$scratch/$1.rounds" "$2") <(column "$scratch/ours.rounds" "$2") | awk '{ print $1 / $2 }' | median; }

bench_peers() {
  local peers=(ours) name apart=()
  test_classes -Ppeers || fail "Maven cannot make the peers, see above; submit/bench.sh job needs none of them"
  if [ "$(uname -sm)" = 'Linux x86_64' ]; then
    peers+=(torch64 torch32)
  else
    say "PyTorch is left out: its libraries here are those of Linux on x86_64"
  fi
  peers+=(dl4j)
  if has_oracle; then
    peers+=(numpy)
  else
    say "NumPy is left out: there is no python3 with numpy here"
  fi
  set_newer_options
  set_natives
  peer_java=("$java" ${newer_options[@]+"${newer_options[@]}"} -XX:+UseParallelGC -Xmx1g -Djava.awt.headless=true
    -Dlog4j2.configurationFile="$root/conf/log4j2.properties" -Dorg.bytedeco.javacpp.cachedir="$natives"
    -Dorg.bytedeco.javacpp.maxbytes=0 -Dorg.bytedeco.javacpp.maxphysicalbytes=0
    -DDJL_CACHE_DIR="$root/target/peers/djl" -Dai.djl.offline=true
    -Dai.djl.pytorch.num_threads=1 -Dai.djl.pytorch.num_interop_threads=1
    -cp "$root/target/peers/classes:$root/target/classes:$(cat "$scratch/class.path")"
    org.bnsweep.peers.PeerBenchmark)
  # The last two are of ND4J's own loops.
  export OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 SD_MAX_THREADS=1 SD_MASTER_THREADS=1
  for name in "${peers[@]}"; do
    peer "$name" 3 3
    agree "$name"
    apart+=("$differs")
  done
  for _ in $(seq "$1"); do
    for name in "${peers[@]}"; do
      peer "$name" 9 6
      awk '{ at[$1] = $2; wall[$1] = $3 } END { print at["steady"], at["first"], wall["first"] }' \
        "$scratch/$name" >>"$scratch/$name.rounds"
    done
  done
  printf '%-30s %19s  %28s  %s\n' '' 'steady pair' 'start to first pair' 'accuracies'
  printf '%-30s %10s %8s  %10s %8s %8s  %s\n' '' 'CPU s' 'of ours' 'CPU s' 'of ours' 'wall s' 'differ by'
  for name in "${peers[@]}"; do
    printf '%-30s %10s %8s  %10s %8s %8s  %s\n' "$(peer_label "$name")" \
      "$(column "$scratch/$name.rounds" 1 | median)" "$(times "$name" 1)" \
      "$(column "$scratch/$name.rounds" 2 | median)" "$(times "$name" 2)" \
      "$(column "$scratch/$name.rounds" 3 | median)" "${apart[0]}"
    apart=("${apart[@]:1}")
  done
}

# script NAME COMMAND...: functions cannot be run by /usr/bin/time, so these are scripts. What they are
# called with comes last.
script() {
  local name=$1
  shift
  { printf '#!/usr/bin/env bash\nexec' && printf ' %q' "$@" && printf ' "$@"\n'; } >"$scratch/$name"
  chmod +x "$scratch/$name"
}
script sweep_default "$home/submit/local.sh" run "$home/conf/weight-scale.yaml" \
  --out "$scratch/run" --overwrite --master 'local[2]'
script sweep_128 "$home/submit/local.sh" run "$home/conf/weight-scale.yaml" \
  --out "$scratch/run" --overwrite --set 'seed=[0,1,2,3,4,5,6,7]' --master
script oracle_pool env OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 python3 "$oracle" sweep --processes 2
PATH=$scratch:$PATH

find_java
case "${1:-}" in
  step) shift; bench_step "$@" ;;
  job) bench_job "${2:-5}" ;;
  scale) bench_scale "${2:-3}" ;;
  starts) bench_starts "${2:-100}" ;;
  growth) shift; bench_growth "$@" ;;
  peers) bench_peers "${2:-5}" ;;
  driver) shift; [ $# -gt 0 ] || set -- 100 1000 4000; bench_driver "$@" ;;
  -h | --help) usage 0 ;;
  *) usage 2 >&2 ;;
esac
