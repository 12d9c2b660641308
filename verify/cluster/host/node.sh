# The first process of a node: gives it folders, cgroups, files and an address of its own, starts k3s, and takes in the
# orphans that containers leave. All that a node writes lies in its memory and goes with its mount namespace.
# Arguments: the folder of the cluster, the node's name, its address, the server's, the bridge's, the program, the folder
# that it unpacks itself into, the hierarchies of cgroup v1 that the node has a group in, and k3s' own arguments. stdout is
# the node's log.

folder=$1 name=$2 address=$3 server=$4 gateway=$5 k3s=$6 data=$7 hierarchies=$8
shift 8

try() {
  "$@" && return
  echo "nodebook: fault $*"
  exit 1
}
try hostname "$name"
# kubelet wants mounts to be shared, for what a container mounts.
try mount --make-rshared /

memory() { try mount -n -t tmpfs -o "mode=${2-755}" nodebook "$1"; }

# The group that this process is in becomes the root of the node's cgroups.
if [[ -e /sys/fs/cgroup/cgroup.controllers ]]; then
  # In a machine of the node's own it would be the same mount twice, which the kernel refuses.
  umount -n -l /sys/fs/cgroup
  try mount -n -t cgroup2 nodebook /sys/fs/cgroup
  # No group with processes may have controllers below it.
  try mkdir -p /sys/fs/cgroup/init
  echo $$ >/sys/fs/cgroup/init/cgroup.procs
  for controller in $(</sys/fs/cgroup/cgroup.controllers); do
    echo "+$controller" >/sys/fs/cgroup/cgroup.subtree_control
  done 2>/dev/null
else
  memory /sys/fs/cgroup
  for controllers in $hierarchies; do
    at=/sys/fs/cgroup/${controllers#name=}
    [[ $controllers == name=* ]] && controllers=none,$controllers
    try mkdir "$at"
    try mount -n -t cgroup -o "$controllers" nodebook "$at"
    # kubelet looks for each controller under its own name.
    mounted=${at##*/}
    for single in ${mounted//,/ }; do
      [[ -e /sys/fs/cgroup/$single ]] || ln -s "$mounted" "/sys/fs/cgroup/$single"
    done
  done
fi

# What the machine's /run would hide.
token=$(<"$folder/token")
try mkdir -p "$folder/$name"
exec 7<"$folder" 8<"$data"
memory /run
mkdir -p /run/nodebook/{upper,work,sys}
try mount -n -t overlay -o lowerdir=/etc,upperdir=/run/nodebook/upper,workdir=/run/nodebook/work nodebook /etc
memory /var/lib
memory /var/log
mkdir -p /var/lib/rancher/k3s/{data,agent/images,agent/etc/containerd/config-v3.toml.d} /var/lib/{kubelet,cni} /etc/rancher/k3s
try mount -n --bind "/proc/self/fd/8" /var/lib/rancher/k3s/data
try mount -n --bind "/proc/self/fd/7/images" /var/lib/rancher/k3s/agent/images
printf '127.0.0.1 localhost\n%s %s\n' "$address" "$name" >/etc/hosts
echo "nameserver $gateway" >/run/nodebook/resolv.conf
rm -f /etc/resolv.conf && cp /run/nodebook/resolv.conf /etc/
echo "$name" | md5sum | cut -c1-32 >/etc/machine-id
(umask 077 && echo "$token" >/run/nodebook/token)

# kubelet writes settings that are the whole machine's. It finds files with the values that it wants, and writes nothing.
for setting in vm/overcommit_memory=1 vm/panic_on_oom=0 kernel/panic=10 kernel/panic_on_oops=1 \
  kernel/keys/root_maxkeys=1000000 kernel/keys/root_maxbytes=25000000; do
  path=${setting%=*}
  echo "${setting#*=}" >"/run/nodebook/sys/${path//\//.}"
  try mount -n --bind "/run/nodebook/sys/${path//\//.}" "/proc/sys/$path"
done

cat >/run/nodebook/kubelet.yaml <<'YAML'
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
# Since 1.35 the kubelet refuses cgroup v1 otherwise (KEP-5573).
failCgroupV1: false
YAML
# Without CAP_SYS_RESOURCE (bit 24) nobody can lower an oom_score_adj, as pause wants it.
capable=$((16#$(sed -n 's/^CapEff:\s*//p' /proc/self/status) >> 24 & 1))
if [[ $capable == 0 ]]; then
  cat >/var/lib/rancher/k3s/agent/etc/containerd/config-v3.toml.d/nodebook.toml <<'TOML'
version = 3
[plugins.'io.containerd.cri.v1.runtime']
  restrict_oom_score_adj = true
TOML
fi

try ip link set lo up
until ip link show eth0 &>/dev/null; do sleep 0.02; done
try ip addr add "$address/24" dev eth0
try ip link set eth0 up
# k3s and flannel ask which way is out.
try ip route add default via "$gateway"

common=(--node-name "$name" --node-ip "$address" --flannel-iface eth0 --token-file /run/nodebook/token
  --resolv-conf /run/nodebook/resolv.conf --kubelet-arg config=/run/nodebook/kubelet.yaml)
ready() { [[ $(exec 2>/dev/null 3<>"/dev/tcp/$server/6443" && echo yes) ]]; }
if [[ $address == "$server" ]]; then
  "$k3s" server "${common[@]}" --tls-san "$address" --write-kubeconfig-mode 600 "$@" &
else
  # An agent that asks too early waits for seconds before it asks again.
  until ready && [[ -e /proc/self/fd/7/ready ]]; do sleep 0.05; done
  "$k3s" agent "${common[@]}" --server "https://$server:6443" "$@" &
fi
k3s_pid=$!
exec 7<&- 8<&-
wait "$k3s_pid"
echo "nodebook: k3s ended with $?"
# Whoever looks for the reason still finds the node.
while :; do
  sleep 100000 &
  wait
done
