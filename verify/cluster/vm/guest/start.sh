# Starts the agent of a cluster's machine, and stays to take in orphans. When the agent ends, so does the machine. What
# the node and the agent say goes to the cluster's log.

. /run/nodebook/settings
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8
# The rest is loaded by whoever needs it.
modprobe -a virtio_net br_netfilter vxlan nf_conntrack iptable_nat iptable_filter &
mkdir -p /var/lib /var/log
(umask 077 && echo "$token" >"$folder/token")
until [[ -c /dev/vport0p1 ]]; do sleep 0.05; done
"$node" /run/nodebook/main.mjs "$port" "$folder/token" bash --norc "$script" "$folder" "$name" "$address" \
  "$address" "$gateway" "$folder/k3s" "$folder/data" '' $arguments </dev/null >/dev/vport0p1 2>&1
echo "nodebook: the agent ended with $?"
echo o >/proc/sysrq-trigger
sleep 10
