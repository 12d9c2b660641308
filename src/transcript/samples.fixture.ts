/** Valid transcripts for tests: between them they use every piece of the grammar. */
export const samples: Readonly<Record<string, string>> = {
  wire: `targets: host, vm
---
== wire
$ ip netns add red
$ ip netns add blue
$ ip link add veth-red netns red type veth peer name veth-blue netns blue

== addresses
$ ip -n red -br link show veth-red
veth-red@if<int>  DOWN  <mac:red> <BROADCAST,MULTICAST>
`,
  ready: `targets: k3s
uses: web.yaml, more/job.yaml
namespace: shop
needs:  agents 2 ,dns, exclusive
timeout: 1m30s
---
== ready
$ kubectl apply -f web.yaml
pod/web created
@until 60s
$ kubectl get pod web
NAME  READY  STATUS   RESTARTS  AGE
web   1/1    Running  0         <age>
`,
  everything: `targets: vm, host
needs: cgroup-v2

---

== stage
@hidden
@timeout 2s
$ mkdir /run/a
$ cat <<END > /run/a/b
> first
>
> \tlast
> END

== read-it

@unordered
@timeout 500ms
$ ls <int>
b <word:x>
a \\<int> and \\<int:x> but \\<none> and <https://example.org> <int:y>

$ cat /run/a/b
\\$ prompt
\\> quote
\\== heading
\\@at
\\[exit 3]
\\...
\\\\ backslash
\\\\<int> value
\\n stays
...

tail <any>
\\
[exit 3]

== choose
$ stat -fc %T /sys/fs/cgroup
tmpfs
@when cgroup=v2
cgroup2fs
@when kernel<6.12
...
<secret:token>
[exit 1]

@ran
$ date
[exit 255]
@not-run needs the internet
$ curl https://example.org
`,
}
