# The first process of a cluster: holds the namespaces that all nodes hang on, with the bridge that joins them. It ends,
# and everything ends with it. Nothing of this is in the machine's own network namespace, and the bridge leads nowhere.
# Arguments: the bridge's address.

try() {
  "$@" && return
  echo "fault $*"
  exit 1
}
try ip link set lo up
try ip link add nodes type bridge
try ip addr add "$1" dev nodes
try ip link set nodes up
echo ready
exec >/dev/null 2>&1
while :; do
  sleep 100000 &
  wait
done
