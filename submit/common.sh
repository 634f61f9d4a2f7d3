# Shared by the launchers in this folder: finds Java, builds what is missing or stale. Sourced.

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
app=$home/target/bnsweep.jar
runtime=$home/target/spark

# Without a UTF-8 locale, as under cron and in bare containers, Java cannot open a file whose name is
# not ASCII. bash complains where there is no C.UTF-8, and nothing is lost.
[ "$(locale charmap 2>/dev/null)" != ANSI_X3.4-1968 ] || { export LC_ALL=C.UTF-8; } 2>/dev/null

say() { printf 'bnsweep: %s\n' "$*" >&2; }

fail() {
  say "$@"
  exit 2
}

# Sets $java, $java_version and $java_major; Java 17 is the oldest that runs what the build makes.
find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, which has no bin/java; set it to a JDK 17 or newer"
  else
    java=$(command -v java) || fail "java is not on the PATH; install a JDK 17 or newer, or set JAVA_HOME"
  fi
  java_version=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  java_major=${java_version%%[.-]*}
  [ "$java_major" -ge 17 ] 2>/dev/null ||
    fail "$java is Java ${java_version:-of an unknown version}, must be 17 or newer; set JAVA_HOME to one"
}

# Sets $newer_options: what newer JDKs warn about unless it is allowed.
set_newer_options() {
  newer_options=()
  [ "$java_major" -lt 24 ] ||
    newer_options=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
}

# Sets $module_options: what Spark asks of the JDK's modules, and what newer JDKs warn about.
set_module_options() {
  set_newer_options
  module_options=("@$runtime/java.options")
  if [ "$java_major" -ge 24 ]; then
    # Newer JDKs have one of the packages no more, and say so.
    read -r -a module_options < <(sed '/^#/d; s,--add-opens=java.base/sun.security.action=[^ ]*,,' "$runtime/java.options") || true
    module_options+=("${newer_options[@]}")
  fi
}

# Sets $natives, where JavaCPP unpacks its libraries (430 MB, once): its usual folder, or another that
# only this user can write to. Left alone without a home, JavaCPP would take one in /tmp that anybody
# could have made before, or, for a user without a name, one named ? in the working directory.
set_natives() {
  local usual=${HOME:-~}/.javacpp/cache
  for natives in "$usual" "$home/target/javacpp" "${TMPDIR:-/tmp}/bnsweep-natives-$UID"; do
    if mkdir -p -m 700 "$natives" 2>/dev/null && [ -O "$natives" ] && [ -w "$natives" ]; then
      return
    fi
  done
  fail "no folder for the native libraries: $usual, $home/target and ${TMPDIR:-/tmp} cannot be written; set TMPDIR to one that can"
}

stale() {
  [ ! -f "$app" ] || [ ! -f "$runtime/java.options" ] || [ ! -d "$runtime/jars" ] ||
    [ -n "$(find "$home/pom.xml" "$home/src/main" -newer "$app")" ]
}

# Builds the application and Spark's runtime if a source is newer; quiet unless it fails.
build_if_stale() {
  stale || return 0
  command -v mvn >/dev/null || fail "mvn is not on the PATH; install Maven 3.8 or newer to build $app"
  say "building target/bnsweep.jar (the first time, Maven fetches what it needs) ..."
  mkdir -p "$home/target"
  if command -v flock >/dev/null; then
    exec 9>"$home/target/build.lock"
    flock 9
    stale || return 0
  fi
  # Maven would write into the file itself, under the feet of a sweep that runs from it; one that is
  # removed stays whole for who has it open.
  rm -f "$app"
  if ! (cd "$home" && mvn -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package) \
    >"$home/target/build.log" 2>&1 9>&-; then
    cat "$home/target/build.log" >&2
    fail "the build failed, see above"
  fi
}

# Sets $class_path: the application, then Spark's runtime, in an order that stays the same.
set_class_path() {
  local jar LC_ALL=C
  class_path=$app
  for jar in "$runtime"/jars/*.jar; do
    class_path=$class_path:$jar
  done
}

# What bin/spark-class of an installation does: becomes the JVM of a Spark main class, with the
# options that Spark's launcher finds in the arguments and properties.
exec_spark_class() {
  local command=() argument end=$'\n' started=
  export SPARK_HOME=$runtime SPARK_SCALA_VERSION=2.13
  # The launcher prints a line with a NUL, then each argument with a NUL after it.
  while IFS= read -r -d "$end" argument; do
    if [ -n "$started" ]; then
      command+=("$argument")
    elif [ -z "$argument" ]; then
      started=1 end=
    else
      printf '%s\n' "$argument" >&2
    fi
  done < <("$java" -Xmx128m -cp "$runtime/jars/*" org.apache.spark.launcher.Main "$@" 2>/dev/null | cat)
  [ ${#command[@]} -gt 0 ] || fail "Spark's launcher rejected: $*"
  exec "${command[@]}"
}
