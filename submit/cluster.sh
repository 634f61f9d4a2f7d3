#!/usr/bin/env bash
# Runs bnsweep on a cluster: submit/cluster.sh MASTER [ARGS...]
#
#   submit/cluster.sh spark://host:7077 run conf/weight-scale.yaml --out hdfs:///runs/weight-scale
#
# MASTER is spark://host:port, yarn, k8s://https://host:port or local[N]; ARGS are bnsweep's.
# conf/spark-defaults.conf has the settings; those of the installation fill what it leaves out.
#
#   SPARK_HOME            a Spark installation, 3.5 or newer, with Scala 2.13; without it, the runtime that the build assembled
#   SPARK_SUBMIT_OPTIONS  more options for spark-submit, e.g. "--deploy-mode cluster --num-executors 8"
#   JAVA_HOME             the JDK to use, 17 or newer
set -euo pipefail
folder=${BASH_SOURCE[0]%"${BASH_SOURCE[0]##*/}"}
# shellcheck source-path=SCRIPTDIR source=common.sh
. "${folder:-./}common.sh"

case ${1:--} in
  -*) fail "usage: submit/cluster.sh MASTER [ARGS...], e.g. spark://host:7077 run conf/weight-scale.yaml" ;;
esac
master=$1
shift
case $master in
  spark://* | yarn | k8s://* | local*) ;;
  *) fail "MASTER is $master, must be spark://host:port, yarn, k8s://https://host:port or local[N]" ;;
esac

find_java
build_if_stale
set_newer_options
set_natives

properties=$root/conf/spark-defaults.conf
case $master in
  spark://127.0.0.1:*)
    export SPARK_LOCAL_IP=127.0.0.1
    # A cluster of submit/standalone.sh: the same settings and its secret.
    started_here=$root/target/standalone/${master##*:}/submit.conf
    [ ! -f "$started_here" ] || properties=$started_here
    ;;
  local*) export SPARK_LOCAL_IP=127.0.0.1 ;;
esac
export OMP_NUM_THREADS=1
# The natives are this host's driver's; what the settings or the caller say of them comes later and wins.
export SPARK_SUBMIT_OPTS="${newer_options[*]-} \"-Dorg.bytedeco.javacpp.cachedir=$natives\" ${SPARK_SUBMIT_OPTS:-} \"-Dlog4j2.configurationFile=$root/conf/log4j2.properties\""

# Spark follows the links of a path, but not those of a URL.
[ "$root" = "$home" ] || app=file://${app// /%20}

set -f # as in words, not as in names of files
# shellcheck disable=SC2206
more=(${SPARK_SUBMIT_OPTIONS-})
set +f
arguments=(
  --master "$master"
  --properties-file "$properties"
  --load-spark-defaults
  --name bnsweep
  --class org.bnsweep.cli.Main
  ${more[@]+"${more[@]}"}
  "$app"
  "$@"
)
if [ -n "${SPARK_HOME:-}" ]; then
  [ -x "$SPARK_HOME/bin/spark-submit" ] ||
    fail "SPARK_HOME is $SPARK_HOME, which has no bin/spark-submit; set it to a Spark installation, 3.5 or newer with Scala 2.13, or unset it"
  exec "$SPARK_HOME/bin/spark-submit" "${arguments[@]}"
fi
exec_spark_class org.apache.spark.deploy.SparkSubmit "${arguments[@]}"
