/** What the sandbox keeps in, and what it lets a transcript do. */
import { shellSettings } from '#ledger/shell-settings.ts'
import { neverEnds, says, type Case } from '../case.ts'

const environment = Object.entries({ ...shellSettings.environment, PWD: shellSettings.directory, SHLVL: '1' })
  .map(([name, value]) => `${name}=${value}\n`)
  .sort()

export const sandbox: readonly Case[] = [
  { name: 'environment', steps: [says("env | grep -v '^_=' | LC_ALL=C sort", environment.join(''))] },
  {
    name: 'who and where',
    steps: [
      says(
        'id -u; id -g; hostname; pwd; umask; ulimit -n; ulimit -c',
        '0\n0\nnodebook\n/srv\n0022\n1024\n0\n',
      ),
    ],
  },
  {
    name: 'an empty home',
    steps: [
      says(
        'ls -A ~ /home /tmp /run /srv /var/tmp',
        '/home:\n\n/root:\n\n/run:\n\n/srv:\n\n/tmp:\n\n/var/tmp:\n',
      ),
    ],
  },
  {
    name: 'no file of the machine is written',
    steps: [
      says(
        'for d in / /etc /usr /usr/bin /opt /var /var/lib; do touch $d/nodebook-was-here 2>/dev/null && echo $d; done; true',
      ),
      says('echo x >>/etc/passwd', /(Read-only file system|Permission denied)\n$/, 1),
    ],
  },
  {
    name: 'does not uncover what is covered',
    steps: [
      says('for at in /tmp /home /root /run /srv; do umount $at || umount -l $at; done 2>/dev/null', '', 32),
      says('mount -o remount,rw,bind / 2>/dev/null; touch /nodebook-was-here', /Read-only file system\n$/, 1),
      says('mount --bind / /mnt 2>/dev/null', '', 32),
      says('mount --rbind / /mnt; umount -l /mnt/tmp 2>/dev/null; ls -A /mnt/tmp'),
      says('ls -A /tmp /home /root', '/home:\n\n/root:\n\n/tmp:\n'),
    ],
  },
  {
    name: 'what it may write',
    steps: [says('touch ~/a /home/a /tmp/a /run/a /srv/a /var/tmp/a /dev/shm/a && echo all', 'all\n')],
  },
  { name: 'no process of the machine', steps: [says('ps -eo comm=', 'bash\nbash\nps\n')] },
  {
    name: 'a tidy list of processes',
    steps: [says('ps -eo pid=,args= | head -2', /^ +1 nodebook-init\n +\d+ bash bash\n$/)],
  },
  {
    name: 'no link but lo, and that down',
    steps: [says('ip -br link', /^lo +DOWN +00:00:00:00:00:00 <LOOPBACK> ?\n$/)],
  },
  { name: 'the links of /sys are its own', steps: [says('ls /sys/class/net', 'lo\n')] },
  {
    name: 'no network',
    steps: [
      says('ip -br addr | grep -c 127', '0\n', 1),
      says('ip route'),
      says('(exec 3<>/dev/tcp/127.0.0.1/22) 2>/dev/null', '', 1),
    ],
  },
  {
    name: 'network namespaces',
    steps: [
      says('ip netns add red; ip netns add blue; ip link add v netns red type veth peer name w netns blue'),
      says('ip -n red -br link show v | cut -c1-4; ls /run/netns', 'v@if\nblue\nred\n'),
    ],
  },
  {
    name: 'bridges, up and with an address',
    steps: [
      says(
        'ip link set lo up; ip link add br0 type bridge; ip addr add 10.1.0.1/24 dev br0; ip link set br0 up; ip -br addr show lo',
        /127\.0\.0\.1/,
      ),
    ],
  },
  {
    name: 'pid namespaces inside',
    steps: [
      says("unshare --pid --fork --mount-proc sh -c 'echo $$; ps -e --no-headers | wc -l'", /^1\n[23]\n$/),
    ],
  },
  { name: 'user namespaces inside', steps: [says('unshare --user --map-root-user --mount id -u', '0\n')] },
  {
    name: 'mounts',
    steps: [
      says('mount -t tmpfs x /mnt && touch /mnt/a && ls /mnt && umount /mnt', 'a\n'),
      says('mkdir a b; mount --bind a b; mountpoint -q b'),
    ],
  },
  {
    name: 'a root of its own',
    steps: [
      says(
        'mkdir -p new/old; mount --bind new new; mount --rbind /usr new/old; unshare --mount sh -c "cd new; pivot_root . old; echo pivoted"',
        /./,
        0,
      ),
    ],
  },
  {
    name: 'covers /run',
    steps: [says('mount -t tmpfs x /run; echo on', 'on\n'), says('ip netns add red; ls /run/netns', 'red\n')],
  },
  {
    name: 'covers its first directory',
    steps: [says('mount -t tmpfs x /srv; cd /srv; ls'), says('echo on', 'on\n')],
  },
  {
    name: 'mounts /proc anew',
    steps: [says('mount -t proc proc /proc; ps -eo comm= | wc -l', '4\n'), says('echo on', 'on\n')],
  },
  { name: 'loses /proc', steps: [neverEnds('mount -t tmpfs x /proc; echo first', 'first\n')] },
  { name: 'changes its host name', steps: [says('hostname other; hostname', 'other\n')] },
  {
    name: 'changes the kernel',
    steps: [
      says('echo 1 >/proc/sys/kernel/panic', /(Permission denied|Read-only file system)\n$/, 1),
      says('dmesg', /not permitted\n$/, 1),
    ],
  },
  {
    name: 'sysctls of its network are its own',
    steps: [says('echo 1 >/proc/sys/net/ipv4/ip_forward; cat /proc/sys/net/ipv4/ip_forward', '1\n')],
  },
  { name: 'a closed folder left behind', steps: [says('mkdir -p a/b; touch a/b/c; chmod 0 a/b a .')] },
  {
    name: 'names that shells dislike',
    steps: [says("mkdir $'new\\nline' ' ' -- -rf; touch './*'; ls -A | wc -l", '5\n')],
  },
  {
    name: 'deep folders',
    steps: [
      says(
        'for n in {1..200}; do mkdir directory-of-a-long-name && cd directory-of-a-long-name; done; pwd | wc -c',
        '5005\n',
      ),
    ],
  },
]
