/** Transcripts that make all that a transcript can make and undo nothing of it. Every name bears the run's token. */

/** Six letters: names of links have room for fifteen. */
export type Token = string

const objects = (token: Token): string => `targets: host
---
== links
$ ip netns add nb${token}-r && ip netns add nb${token}-b
$ ip link add nb${token}-v0 netns nb${token}-r type veth peer name nb${token}-v1 netns nb${token}-b
$ ip link add nb${token}-br type bridge && ip link set nb${token}-br up
$ ip link add nb${token}-e0 type veth peer name nb${token}-e1
$ iptables -A INPUT -m comment --comment nodebook-${token} -j ACCEPT

== mounts
$ mkdir one lower upper work over && touch lower/${token}
$ mount -t tmpfs nodebook-${token} one && touch one/file
$ mount --bind one /tmp
$ mount -t overlay -o lowerdir=lower,upperdir=upper,workdir=work,userxattr nodebook-${token} over; true

== daemons
$ setsid bash -c 'exec -a nodebook-${token}-session sleep 1000' >/dev/null 2>&1 &
$ (bash -c 'exec -a nodebook-${token}-orphan sleep 1000' >/dev/null 2>&1 &)
$ trap '' TERM HUP; bash -c 'exec -a nodebook-${token}-deaf sleep 1000' >/dev/null 2>&1 &
$ ip netns exec nb${token}-r bash -c 'exec -a nodebook-${token}-far sleep 1000' >/dev/null 2>&1 &
$ unshare --user --map-root-user --mount --pid --fork --mount-proc bash -c 'exec -a nodebook-${token}-nested sleep 1000' >/dev/null 2>&1 &

== busy
$ for n in {1..20}; do ip link add nb${token}-x type bridge; ip link del nb${token}-x; mount -t tmpfs nodebook-${token} over; umount over; done
`

const machine = (token: Token): string => `targets: host
needs: host-pid
---
== daemons
$ (bash -c 'exec -a nodebook-${token}-host sleep 1000' >/dev/null 2>&1 &)
$ (setsid bash -c 'exec -a nodebook-${token}-twice sleep 1000' >/dev/null 2>&1 &)
$ ip link add nb${token}-hp type bridge; sleep 0.1

== undone
$ until [ "$(pgrep -fc '^nodebook-${token}-(host|twice)')" = 2 ]; do sleep 0.01; done
$ pkill -KILL -f '^nodebook-${token}-(host|twice)'
`

const cgroups = (token: Token): string => `targets: host
needs: cgroup-v1
---
== groups
$ for c in cpu memory pids freezer; do mkdir -p /sys/fs/cgroup/$c/nb${token}/inner; done
$ echo 20 >/sys/fs/cgroup/pids/nb${token}/pids.max

== members
$ bash -c 'echo $$ >/sys/fs/cgroup/pids/nb${token}/inner/cgroup.procs; exec -a nodebook-${token}-member sleep 1000' >/dev/null 2>&1 &
$ bash -c 'echo $$ >/sys/fs/cgroup/freezer/nb${token}/inner/cgroup.procs; exec -a nodebook-${token}-frozen sleep 1000' >/dev/null 2>&1 &
$ sleep 0.05; echo FROZEN >/sys/fs/cgroup/freezer/nb${token}/inner/freezer.state; sleep 0.05
`

/** As the machine's own root; left out by a run that may not be it (NODEBOOK_DISPOSABLE). */
const root = (token: Token): string => `targets: host
needs: host-root
---
== made
$ ip netns add nb${token}-h && ip link add nb${token}-hb type bridge
$ iptables -A INPUT -m comment --comment nodebook-${token} -j ACCEPT
$ truncate -s 4M image && mkfs.ext4 -q image
$ mkdir disk && mount -o loop image disk && touch disk/${token}; [ -e disk/${token} ]
$ mkdir one && mount -t tmpfs nodebook-${token} one
$ setsid bash -c 'exec -a nodebook-${token}-root sleep 1000' >/dev/null 2>&1 &
$ sleep 0.1
`

/** By file name. */
export const scenarios = (token: Token): Record<string, string> => ({
  'objects.transcript': objects(token),
  'machine.transcript': machine(token),
  'cgroups.transcript': cgroups(token),
  'root.transcript': root(token),
})
