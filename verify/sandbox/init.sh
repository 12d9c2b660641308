# The first process of a sandbox: builds what the shell finds, starts it, tells how it ended, and stays for its orphans.
# It comes twice: what hides the machine is mounted in an outer user namespace and so locked for the inner one, where
# a transcript that is root could otherwise unmount it again.
# stdout is the output FIFO; 3 is where commands come from, 4 where reports go, 5 a stdin that never ends.
# Arguments: the folder that becomes the first directory, it and its host name, words that say what to build,
# the token of its last report, a terminal's rows and columns, `unshare`'s words for the inner namespaces (none where
# one user namespace has to do), and the folders to cover.

work=$1 directory=$2 host=$3 shape=" $4 " token=$5 rows=$6 columns=$7 inner=$8
shift 8

exec 2>&1

# Whatever else the runner was given by whoever started it.
for fd in /proc/self/fd/*; do
  fd=${fd##*/}
  ((fd > 5 && fd != 255)) && eval "exec $fd>&-"
done

try() {
  "$@" && return
  printf 'fault %s\n' "$*" >&4
  exit 1
}

wants() { [[ $shape == *" $1 "* ]]; }

# Where the user namespace has no uids yet, the runner maps them and says so; only then is a new program root.
if wants await-map; then
  read -r -u 3 _
  shape=${shape/ await-map / }
  exec bash --norc -c "$BASH_EXECUTION_STRING" "$0" "$work" "$directory" "$host" "${shape//  / }" "$token" "$rows" "$columns" '' "$@"
fi

# One program makes many mounts, for a sandbox has some twenty, and under emulation each start takes a tenth of a second.
# They are lines of an fstab, `source at type options`. It takes no pipe, and up to 5.0 a here-string is a file, for
# which there must be a place to write: so a table can be opened before it is used.
plan_mounts() {
  BASH_COMPAT=50
  exec {table}<<<"$1"
  BASH_COMPAT=
}
make_mounts() {
  try mount -n -c -a -T "/proc/self/fd/$table"
  exec {table}<&-
}

escaped() {
  REPLY=${1//\\/\\134}
  REPLY=${REPLY// /\\040}
}

# `mount -a` passes over what it takes for mounted: the same source at the same place. This one is new to all places,
# also where the machine is a guest of ours, or a sandbox.
new_source() {
  local known
  read -r -d '' known </proc/self/mountinfo
  REPLY=nodebook
  while [[ $known == *" $REPLY "* ]]; do REPLY+=+; done
}

# What is mounted for writing is the machine's own, so nothing of it may be written. Best effort below the root:
# a mount may be locked or not reachable.
read_only() {
  local at options rest
  while read -r _ _ _ _ at options rest; do
    case ${rest#*- } in
    proc\ * | sysfs\ * | devtmpfs\ * | devpts\ * | cgroup* | mqueue\ * | nsfs\ * | tmpfs\ *) continue ;;
    esac
    [[ $options == rw* && $at != "$directory" ]] || continue
    mount -n -o "remount,bind,ro${options#rw}" "$at" 2>/dev/null
  done </proc/self/mountinfo
}

own_cgroups() {
  local pair mounts=''
  for pair in $shape; do
    [[ $pair == cgroup:* ]] || continue
    pair=${pair#cgroup:}
    mounts+="${pair%%:*} ${pair#*:} none bind"$'\n'
  done
  [[ $mounts ]] || return
  plan_mounts "$mounts"
  make_mounts
}

# Interfaces in /sys are those of the network namespace of whoever mounted it. What it hides is reached where it was opened.
own_sys() {
  local groups
  exec {groups}</sys/fs/cgroup
  if mount -n -t sysfs sysfs /sys 2>/dev/null; then try mount -n -c --rbind "/proc/self/fd/$groups" /sys/fs/cgroup; fi
  exec {groups}<&-
}

# A folder of programs that stand before the machine's own, wherever it lies: opened before its place is covered.
add_programs() {
  try mkdir /run/programs
  try mount -n --bind "/proc/self/fd/$1" /run/programs
  try mount -n -t overlay -o lowerdir=/run/programs:/usr/local/bin nodebook /usr/local/bin
}

cover() {
  local at mode source mounts='' programs=''
  [[ $shape == *' programs:'* ]] && programs=${shape##* programs:} && programs=${programs%% *}
  [[ $programs ]] && exec {found}<"$programs"
  new_source
  source=$REPLY
  for at; do
    [[ -d $at ]] || continue
    mode=755
    [[ $at == */tmp || $at == */shm ]] && mode=1777
    [[ $at == /root ]] && mode=700
    # Bounded: a transcript that fills its folders may not fill the machine's memory.
    escaped "$at"
    mounts+="$source $REPLY tmpfs size=1g,mode=$mode"$'\n'
  done
  plan_mounts "$mounts"
  try mount -n --bind "$work" "$directory"
  wants read-only && read_only
  make_mounts
  if [[ $programs ]]; then
    add_programs "$found"
    exec {found}<&-
  fi
}

wants covered || cover "$@"
if [[ -n $inner ]]; then
  # It may have something to say when its child is killed.
  exec 2>/dev/null
  exec unshare $inner -- bash --norc -c "$BASH_EXECUTION_STRING" "$0" "$work" "$directory" "$host" "$shape covered" \
    "$token" "$rows" "$columns" ''
fi
[[ -d /sys/fs/cgroup ]] && own_sys
own_cgroups
# The terminals of whoever runs this stay out of reach.
try mount -n -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts /dev/pts
try hostname "$host"

# The same limits whoever starts it: Node raises its own, and passes them on.
umask 022
ulimit -c 0
ulimit -Sn 1024

# The shell's script is a FIFO that is called bash, so that its errors begin as they do in a terminal.
try ln -s "/proc/$$/fd/3" /run/bash
cd /run
unset OLDPWD
SHLVL=0
if wants enter; then
  cd "$directory"
  exec bash --norc 3<&- 4>&- 5<&-
fi

serve() {
  local said=/proc/$$/fd/4
  SHLVL=0
  if [[ $1 == tty ]]; then
    script -qefc "stty rows $3 cols $4; exec bash bash </dev/null" /dev/null <&5 3<&- 4>&- 5<&-
  else
    # Leads a session, as a terminal's shell does, so that `kill 0` ends no more than its own.
    setsid bash bash </dev/null 3<&- 4>&- 5<&- 2>&1
  fi 2>/dev/null
  printf '\nend %s %s\n' "$2" "$?" >"$said"
  exec -a nodebook-init sleep infinity 2>/dev/null
}

# Read from stdin, so that a list of processes shows a name instead of this script.
wants tty && kind=tty || kind=pipe
exec -a nodebook-init bash <<<"$(declare -f serve); serve $kind $token $rows $columns"
