# Furnishes the guest as a small distribution would, and starts the agent. When that ends, so does the machine.

export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8
. /run/nodebook/settings

mount -n -t tmpfs -o mode=1777 nodebook /tmp
mkdir -p /dev/pts /dev/shm
mount -n -t devpts -o ptmxmode=0666,mode=620 devpts /dev/pts
mount -n -t tmpfs -o mode=1777 nodebook /dev/shm
for name in 'fd /proc/self/fd' 'stdin fd/0' 'stdout fd/1' 'stderr fd/2'; do
  ln -sf "${name#* }" "/dev/${name% *}"
done
echo vm >/proc/sys/kernel/hostname

if [[ $cgroup == v2 ]]; then
  mount -n -t cgroup2 nodebook /sys/fs/cgroup
else
  mount -n -t tmpfs -o mode=755 nodebook /sys/fs/cgroup
  while read -r controller _; do
    [[ $controller == '#'* ]] && continue
    mkdir "/sys/fs/cgroup/$controller"
    mount -n -t cgroup -o "$controller" nodebook "/sys/fs/cgroup/$controller"
  done </proc/cgroups
fi

ip link set lo up &
NODEBOOK_DISPOSABLE=1 "$node" "$agent" </dev/null
echo "nodebook: the agent ended with $?"
echo o >/proc/sysrq-trigger
sleep 10
