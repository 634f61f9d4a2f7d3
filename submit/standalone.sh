#!/usr/bin/env bash
# A standalone Spark cluster on this machine, from the runtime that the build assembled.
#
#   submit/standalone.sh start N [--cores C] [--port P]   a master and N workers of C cores each;
#                                                         the last line is the master's URL
#   submit/standalone.sh status [--port P]
#   submit/standalone.sh stop [--port P]                  ends what start started, nothing else
#
# C defaults to the machine's cores over N, P to 7077; clusters on other ports run side by side.
# Everything listens on loopback only and asks for a secret, generated here and kept, readable by
# its owner, in target/standalone/P/, where submit/cluster.sh finds it. Logs are there, too.
set -euo pipefail
folder=${BASH_SOURCE[0]%"${BASH_SOURCE[0]##*/}"}
# shellcheck source-path=SCRIPTDIR source=common.sh
. "${folder:-./}common.sh"

usage() {
  sed -n '4,7s/^# *//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

positive() { [[ $2 =~ ^[1-9][0-9]{0,4}$ ]] || fail "$1 is $2, must be a whole number of 1 or more"; }

# Process ids of this cluster, and of nothing else: each command line has the state folder's marker.
processes() {
  local file id
  for file in "$state"/*.pid; do
    [ -f "$file" ] || continue
    id=$(cat "$file")
    case $(ps -ww -o args= -p "$id" 2>/dev/null) in
      *"$marker "*) printf '%s\n' "$id" ;;
    esac
  done
}

# count N NOUN: 1 worker, 2 workers.
count() { [ "$1" -eq 1 ] && printf '1 %s' "$2" || printf '%s %ss' "$1" "$2"; }

# launch NAME ARGS...: a daemon in a session of its own, so that Ctrl-C here does not reach it; where
# there is no setsid, as on macOS, it is only told to ignore it, as what starts in the background is.
launch() {
  local name=$1 session=(setsid)
  command -v setsid >/dev/null || session=()
  shift
  ${session[@]+"${session[@]}"} nohup "$java" "${module_options[@]}" -Xmx256m "$marker" \
    "-Dlog4j2.configurationFile=$java_state/log4j2.properties" -cp "$runtime/jars/*" "$@" \
    >"$state/$name.log" 2>&1 </dev/null 9>&- &
  echo $! >"$state/$name.pid"
}

# What the master says of itself, as JSON; fails while it is not up.
master_status() {
  exec 3<>"/dev/tcp/127.0.0.1/$ui_port" || return 1
  printf 'GET /json/ HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
  cat <&3
  exec 3>&-
} 2>/dev/null

alive_workers() { master_status | sed -n 's/.*"aliveworkers" *: *\([0-9]*\).*/\1/p'; }

# Linux has all of 127.0.0.0/8: a host for each worker, as speculation only ever tries another host.
worker_host() {
  if [ "$(uname)" = Linux ] && [ "$1" -lt 255 ]; then
    echo "127.0.0.$1"
  else
    echo 127.0.0.1
  fi
}

in_use() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

write_settings() {
  rm -rf "$state"
  (umask 077 && mkdir -p "$state")
  umask 077
  {
    echo "spark.authenticate true"
    echo "spark.authenticate.secret $(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')"
  } >"$state/secret.conf"
  # Bad trials may cost many executors in a row without ending the application; executors that
  # cannot even start must not be tried for ever.
  cat "$state/secret.conf" - >"$state/daemon.conf" <<END
spark.deploy.maxExecutorRetries 100
spark.worker.cleanup.enabled true
# Its requests are not authenticated; neither are the web page's buttons.
spark.master.rest.enabled false
spark.ui.killEnabled false
END
  cat "$home/conf/spark-defaults.conf" "$state/secret.conf" >"$state/submit.conf"
  sed 's/^rootLogger.level = .*/rootLogger.level = info/' "$home/conf/log4j2.properties" \
    >"$state/log4j2.properties"
}

start() {
  [ -z "$(processes)" ] || fail "port $port: a cluster is running already; stop it, or choose another --port"
  ! in_use "$port" || fail "port $port is in use by another process; choose another --port"
  ! in_use "$ui_port" || fail "port $ui_port, of the web page, is in use; choose another --port than $port"
  find_java
  build_if_stale
  set_module_options
  write_settings
  export SPARK_HOME=$runtime SPARK_SCALA_VERSION=2.13 SPARK_CONF_DIR=$java_state
  export SPARK_LOCAL_IP=127.0.0.1 OMP_NUM_THREADS=1
  # Executors inherit it through the worker.
  [ -z "${JAVA_HOME:-}" ] || export JAVA_HOME

  trap 'stop; fail "the cluster did not start, see $state"' ERR
  trap 'stop; exit 130' INT TERM
  launch master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" \
    --webui-port "$ui_port" --properties-file "$java_state/daemon.conf"
  wait_until 1 0
  local i
  for ((i = 1; i <= workers; i++)); do
    launch "worker-$i" org.apache.spark.deploy.worker.Worker --host "$(worker_host "$i")" --webui-port 0 \
      --cores "$cores" --memory 4g --work-dir "$java_state/work-$i" \
      --properties-file "$java_state/daemon.conf" "$url"
  done
  wait_until "$workers + 1" "$workers"
  trap - ERR INT TERM
  say "$(count "$workers" worker) of $(count "$cores" core); web page http://127.0.0.1:$ui_port, logs and secret in $state"
  echo "$url"
}

# wait_until PROCESSES WORKERS: up to a minute, as long as all processes live.
wait_until() {
  local try
  for ((try = 0; try < 300; try++)); do
    [ "$(alive_workers || true)" != "$2" ] || return 0
    [ "$(processes | wc -l)" -ge $(($1)) ] || return 1
    sleep 0.2
  done
  return 1
}

status() {
  local running
  running=$(processes | wc -l)
  if [ "$running" -eq 0 ]; then
    say "port $port: no cluster"
    return 1
  fi
  say "port $port: $running processes, $(alive_workers || echo 0) workers registered, logs in $state"
  echo "$url"
}

# await_end SECONDS ID...: whether all have gone by then; one that is ending has no command line any
# more, so this asks for the processes themselves.
await_end() {
  local tries=$(($1 * 5))
  shift
  while any_lives "$@"; do
    [ $((tries--)) -gt 0 ] || return 1
    sleep 0.2
  done
}

any_lives() {
  local id
  for id in "$@"; do
    ! kill -0 "$id" 2>/dev/null || return 0
  done
  return 1
}

stop() {
  local ids
  read -r -d '' -a ids < <(processes) || true
  if [ ${#ids[@]} -eq 0 ]; then
    say "port $port: no cluster"
    return 0
  fi
  # Workers end their executors on SIGTERM; what has not gone after 15 s is killed.
  kill "${ids[@]}" 2>/dev/null || true
  if ! await_end 15 "${ids[@]}"; then
    read -r -d '' -a ids < <(processes) || true
    [ ${#ids[@]} -eq 0 ] || kill -9 "${ids[@]}" 2>/dev/null || true
    await_end 5 ${ids[@]+"${ids[@]}"} || true
  fi
  rm -f "$state"/*.conf "$state"/*.pid
  say "port $port: stopped"
}

[ $# -gt 0 ] || usage
action=$1
shift
workers='' cores='' port=7077
if [ "$action" = start ]; then
  [ $# -gt 0 ] || usage
  workers=$1
  positive "the number of workers" "$workers"
  shift
fi
while [ $# -gt 0 ]; do
  [ $# -gt 1 ] || usage
  case $1 in
    --cores) cores=$2 && positive --cores "$cores" ;;
    --port) port=$2 && positive --port "$port" ;;
    *) usage ;;
  esac
  shift 2
done
if [ "$port" -lt 1024 ] || [ "$port" -gt 64535 ]; then
  fail "--port is $port, must be in 1024..64535"
fi
ui_port=$((port + 1000))
state=$home/target/standalone/$port
# As Java is given it.
java_state=$root/target/standalone/$port
# ps shows what cannot be printed as something else.
marker=-Dbnsweep.standalone=${state//[![:print:]]/_}
url=spark://127.0.0.1:$port
if [ -n "$workers" ] && [ -z "$cores" ]; then
  cores=$(getconf _NPROCESSORS_ONLN)
  cores=$((cores > workers ? cores / workers : 1))
fi

case $action in
  start | status | stop) "$action" ;;
  *) usage ;;
esac
