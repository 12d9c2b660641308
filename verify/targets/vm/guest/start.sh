# Starts the agent, and stays to take in orphans. When the agent ends, so does the machine.

. /run/nodebook/settings
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8
ip link set lo up &
export NODEBOOK_DISPOSABLE=1
if [[ $terminal ]]; then
  export TERM
  setsid --ctty --wait "$node" /run/nodebook/main.mjs <"/dev/$terminal" >"/dev/$terminal" 2>&1
else
  "$node" /run/nodebook/main.mjs </dev/null
fi
echo "nodebook: the agent ended with $?"
echo o >/proc/sysrq-trigger
sleep 10
