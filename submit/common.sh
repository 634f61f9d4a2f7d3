# shellcheck shell=bash
# Shared by the launchers in this folder: finds Java, builds what is missing or stale. Sourced.

# A subshell costs some milliseconds, so this one answers what has to be asked of each start.
answers=$(command -v java || echo; unset CDPATH && cd -- "${BASH_SOURCE[0]%/*}/.." && pwd && ulimit -v 2>/dev/null)
java_on_path=${answers%%$'\n'*}
home=${answers#*$'\n'}
address_space=${home##*$'\n'}
home=${home%$'\n'*}

# Without a UTF-8 locale, as under cron and in bare containers, Java cannot open a file whose name is
# not ASCII. In one, these two bytes are one character, and nothing has to be asked. bash complains
# where there is no C.UTF-8, and nothing is lost.
letter=$'\303\251'
if [ ${#letter} -ne 1 ]; then
  case $(locale charmap 2>/dev/null) in
    ANSI_X3.4-1968 | '') { export LC_ALL=C.UTF-8; } 2>/dev/null ;;
  esac
fi

say() { printf 'bnsweep: %s\n' "$*" >&2; }

fail() {
  say "$@"
  exit 2
}

# What stdin has to say, in one line; without Java's stack traces and the # that its crashes begin with.
one_line() {
  local line words said=()
  while read -r -a words || [ ${#words[@]} -gt 0 ]; do
    line=${words[*]-}
    case $line in
      '' | '#' | 'at '* | '# An error report file '* | '# /dev/null') ;;
      *) said+=("${line#\# }") ;;
    esac
  done
  printf '%s' "${said[*]-}"
}

# private FOLDER: whether nobody but this user can write to it; it is made if it is not there. Sets
# $why_not, $unsafe if the reason is that somebody else can, and $made.
private() {
  why_not='' unsafe='' made=''
  if [ ! -d "$1" ]; then
    (umask 077 && mkdir -p "$1") 2>/dev/null || { why_not="it cannot be made" && return 1; }
    made=1
  fi
  if [ ! -O "$1" ]; then
    why_not="it belongs to another user" unsafe=1
  elif [ ! -w "$1" ]; then
    why_not="it cannot be written to"
  elif [ -z "$(exec find -H "$1" -prune ! -perm -020 ! -perm -002 2>/dev/null)" ]; then
    why_not="other users can write to it" unsafe=1
  fi
  [ -z "$why_not" ]
}

usual_natives=${HOME:-~}/.javacpp/cache
other_natives=${TMPDIR:-/tmp}/bnsweep-natives-$UID

# plain PATH: whether Java, log4j and Spark all take it for the name of a file, as they do letters,
# digits, spaces and / . _ - + @ ~ = in it. Colons part class paths, commas part lists, # and % mean
# something in URLs, and bytes that are no letter of the locale cannot be opened.
plain() {
  case $1 in
    *[![:print:]]* | *[]:\#\"%,\;\'*?\\\$\&!\`\(\)\<\>\|^{}]* | *\[*) return 1 ;;
  esac
}

# plain_name PATH: sets $plain_name to it, or to a symbolic link to it that has a plain name.
plain_name() {
  plain_name=$1
  ! plain "$1" || return 0
  local folder sum
  sum=$(printf '%s' "$1" | cksum)
  for folder in "$usual_natives" "$other_natives" "/tmp/bnsweep-natives-$UID"; do
    { plain "$folder" && private "$folder"; } || continue
    plain_name=$folder/bnsweep-${sum// /-}
    [ "$(readlink "$plain_name")" != "$1" ] || return 0
    # Another start may make it at the same time; -n, or a link to a folder would get one inside.
    rm -f "$plain_name"
    ln -sn "$1" "$plain_name" 2>/dev/null || true
    [ "$(readlink "$plain_name")" != "$1" ] || return 0
  done
  fail "Java cannot be given the path $1, and there is no folder for a link to it; set TMPDIR to one that can be written to"
}

# $root is $home as Java is given it; people are shown $home.
case $home/ in
  *!/*) fail "Java cannot read a jar in $home: the name of a folder ends with !, so rename it" ;;
esac
plain_name "$home"
root=$plain_name
app=$root/target/bnsweep.jar
runtime=$root/target/spark

# find_java OPTIONS...: sets $java, $java_version and $java_major; Java 17 is the oldest that runs
# what the build makes. OPTIONS are the user's for the JVM; a heap of our own is none of them: where
# `ulimit -v` sets a bound, the one that Java chooses asks for as much as a sweep needs. Sets $unusual
# if something may keep java from starting.
find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, which has no bin/java; set it to a JDK 17 or newer"
  else
    java=$java_on_path
    [ -n "$java" ] || fail "java is not on the PATH; install a JDK 17 or newer, or set JAVA_HOME"
  fi
  java_version='' unusual=''
  local set_by_user=${JAVA_TOOL_OPTIONS-}${_JAVA_OPTIONS-}${JDK_JAVA_OPTIONS-}${BNSWEEP_JAVA_OPTIONS-}${SPARK_SUBMIT_OPTS-}
  [ -z "$set_by_user" ] && [ "$address_space" = unlimited ] || unusual=1
  # A debugger waits for the program, not for a question.
  [ "${set_by_user/jdwp/}" = "$set_by_user" ] || { set -- && unusual=''; }
  [ -n "$unusual" ] || read_release
  [ -n "$java_version" ] || ask_java "$@"
  java_major=${java_version%%[.+-]*}
  [ "$java_major" -ge 17 ] 2>/dev/null ||
    fail "$java is Java ${java_version:-of an unknown version}, must be 17 or newer; set JAVA_HOME to one"
}

# Reads $java_version from the file that a JDK has beside its bin: 50 ms less than asking it.
read_release() {
  local file=$java link line
  while [ -L "$file" ]; do
    # Older macOS has no -f.
    link=$(exec readlink -f "$file" 2>/dev/null) || link=$(exec readlink "$file") || return 0
    case $link in
      /*) file=$link ;;
      *) file=${file%/*}/$link ;;
    esac
  done
  file=${file%/*}/../release
  [ -f "$file" ] && [ -r "$file" ] || return 0
  while IFS= read -r line; do
    if [[ $line =~ ^JAVA_VERSION=\"([0-9][0-9A-Za-z.+-]*)\" ]]; then
      java_version=${BASH_REMATCH[1]}
      return 0
    fi
  done <"$file"
}

# ask_java OPTIONS...: sets $java_version to what it answers; fails with its own words if it does not
# start.
ask_java() {
  local words code=0 start=$'(^|\n)' version='[[:alnum:]]+ version "([^"]+)"'
  words=$("$java" -XX:ErrorFile=/dev/null "$@" -version 2>&1) || code=$?
  if [ "$code" -ne 0 ]; then
    words=$(printf '%s' "$words" | one_line)
    fail "$java does not start: ${words:-it says nothing and exits with $code}"
  fi
  [[ ! $words =~ $start$version ]] || java_version=${BASH_REMATCH[2]}
}

# Sets $newer_options: what newer JDKs warn about unless it is allowed.
set_newer_options() {
  newer_options=()
  [ "$java_major" -lt 24 ] ||
    newer_options=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
}

# warned_of OPTION: whether Java warns of what Spark asks of its modules: one that nothing here uses,
# and a package that newer JDKs have no more.
warned_of() {
  case $1 in
    --add-modules=jdk.incubator.vector) ;;
    --add-opens=java.base/sun.security.action=*) [ "$java_major" -ge 24 ] ;;
    *) return 1 ;;
  esac
}

# Sets $module_options: what Spark asks of the JDK's modules, and what newer JDKs warn about.
set_module_options() {
  set_newer_options
  module_options=("@$runtime/java.options")
  [ "$java_major" -ge 24 ] || return 0
  local words option
  module_options=("${newer_options[@]}")
  while read -r -a words || [ ${#words[@]} -gt 0 ]; do
    for option in ${words[@]+"${words[@]}"}; do
      case $option in
        '#'*) break ;;
        *) warned_of "$option" || module_options+=("$option") ;;
      esac
    done
  done <"$runtime/java.options"
}

# Sets $natives, where JavaCPP unpacks its libraries (430 MB, once): its usual folder, or another that
# only this user can write to. Left alone without a home, JavaCPP would take one in /tmp that anybody
# could have made before, or, for a user without a name, one named ? in the working directory.
set_natives() {
  local reason='' always=''
  for natives in "$usual_natives" "$root/target/javacpp" "$other_natives"; do
    if private "$natives"; then
      [ -z "$always$made" ] || [ -z "$reason" ] ||
        say "the native libraries are in $natives, not in $usual_natives: $reason"
      plain_name "$natives"
      natives=$plain_name
      return
    fi
    [ -n "$reason" ] || reason=$why_not always=$unsafe
  done
  fail "no folder for the native libraries that this user alone can write to: not $usual_natives ($reason), nor $home/target/javacpp, nor $other_natives ($why_not); set TMPDIR to one where one can be made"
}

stale() {
  [ ! -f "$app" ] || [ ! -f "$runtime/java.options" ] || [ ! -d "$runtime/jars" ] ||
    [ -n "$(exec find "$home/pom.xml" "$home/src/main" -newer "$app" 2>/dev/null)" ]
}

# Builds the application and Spark's runtime if a source is newer; quiet unless it fails.
build_if_stale() {
  stale || return 0
  command -v mvn >/dev/null ||
    fail "mvn is not on the PATH; install Maven 3.8 or newer to build $home/target/bnsweep.jar"
  { mkdir -p "$home/target" 2>/dev/null && [ -w "$home/target" ]; } ||
    fail "$home/target cannot be written to, so bnsweep.jar, missing or older than its sources, cannot be built there"
  say "building target/bnsweep.jar (the first time, Maven fetches what it needs) ..."
  if command -v flock >/dev/null; then
    exec 9>"$home/target/build.lock"
    flock 9
  fi
  if stale; then
    build
  fi
  # A sweep would keep the lock to its end.
  exec 9>&-
}

build() {
  local project=()
  # The compiler parts class paths at colons, too.
  [ "$root" = "$home" ] || project=(-f "$root/pom.xml")
  # Maven would write into the file itself, under the feet of a sweep that runs from it; one that is
  # removed stays whole for who has it open.
  rm -f "$app"
  if ! (cd "$root" && mvn -q -B -ntp ${project[@]+"${project[@]}"} -Dmaven.test.skip=true -Dspotless.check.skip=true package) \
    >"$home/target/build.log" 2>&1 9>&-; then
    cat "$home/target/build.log" >&2
    fail "the build failed, see above"
  fi
}

# Sets $class_path: the application, then Spark's runtime, in an order that stays the same.
set_class_path() {
  local LC_ALL=C IFS=:
  local jars=("$app" "$runtime"/jars/*.jar)
  # shellcheck disable=SC2034 # used by those who source this
  class_path="${jars[*]}"
}

# exec_spark_class CLASS ARGS...: what bin/spark-class of an installation does: becomes the JVM of a
# Spark main class, with the options that Spark's launcher finds in the arguments and properties.
exec_spark_class() {
  local launcher=("$java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1
    -cp "$runtime/jars/*" org.apache.spark.launcher.Main "$@")
  local command=() options=0 argument end=$'\n' started=
  export SPARK_HOME=$runtime SPARK_SCALA_VERSION=2.13
  # The launcher prints a line with a NUL, then each argument with a NUL after it.
  while IFS= read -r -d "$end" argument; do
    if [ -z "$started" ]; then
      [ -n "$argument" ] || started=1 end=
    elif [ "$options" -gt 0 ] || ! warned_of "$argument"; then
      [ "$options" -gt 0 ] || [ "$argument" != "$1" ] || options=${#command[@]}
      command+=("$argument")
    fi
  done < <("${launcher[@]}" 2>/dev/null)
  if [ "$options" -eq 0 ]; then
    fail "Spark's launcher failed: $("${launcher[@]}" 2>&1 | tr -d '\0' | one_line)"
  elif [ "${command[options + 1]-}" = --usage-error ]; then
    fail "Spark's launcher rejected the options: $("${launcher[@]}" 2>&1 >/dev/null | one_line)"
  fi
  # Those of the settings and the caller have not been tried yet.
  [ -z "$unusual${SPARK_SUBMIT_OPTIONS-}" ] || [[ ${command[*]} == *jdwp* ]] ||
    ask_java "${command[@]:1:options-1}"
  exec "${command[@]}"
}
