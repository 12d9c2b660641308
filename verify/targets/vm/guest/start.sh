# Starts the agent, and stays to take in orphans. When the agent ends, so does the machine.

. /run/nodebook/settings
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8
ip link set lo up &
# Sandboxes stand in /run, a file system of its own: an overlay cannot be the upper layer of a transcript's overlay, and
# over /tmp nothing is mounted, for the project may lie there.
export NODEBOOK_DISPOSABLE=1 TMPDIR=/run/nodebook
if [[ $terminal ]]; then
  export TERM
  setsid --ctty --wait "$node" /run/nodebook/main.mjs <"/dev/$terminal" >"/dev/$terminal" 2>&1
else
  "$node" /run/nodebook/main.mjs </dev/null
fi
echo "nodebook: the agent ended with $?"
echo o >/proc/sysrq-trigger
sleep 10
