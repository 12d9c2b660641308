#!/bin/bash
# The guest's first program: finds the host's files, puts a throwaway layer over them, furnishes that as a small
# distribution would, and starts the agent. When that ends, so does the machine.
# All of it with programs of the initramfs, which are in memory; what comes over 9p costs a tenth of a second each under
# emulation. The initramfs is left as it is: emptying it, as switch_root does, takes 2 s.

export PATH=/bin
. /guest/settings

power_off() {
  echo o >/proc/sysrq-trigger
  sleep 10
}
fail() {
  echo "nodebook: the guest could not $1"
  power_off
}

mount -n -t proc proc /proc
mount -n -t sysfs sysfs /sys
mount -n -t devtmpfs devtmpfs /dev
modprobe -a $modules || fail "load its modules: $modules"

mount -n -t 9p -o trans=virtio,version=9p2000.L,ro,cache=loose,msize=524288 files /files ||
  fail 'mount the files of the host'
mount -n -t tmpfs -o mode=755,size=75% nodebook /scratch
mkdir /scratch/upper /scratch/work
# nosuid: QEMU shows root's files as nobody's, and a set-user-id mount would become nobody.
mount -n -t overlay -o nosuid,lowerdir=/files/root,upperdir=/scratch/upper,workdir=/scratch/work nodebook /new ||
  fail 'lay a throwaway layer over the files of the host'

# What every sandbox starts with is read meanwhile, where a second processor has nothing else to do.
for program in bash mount setpriv unshare hostname mkfifo sleep ip; do
  chroot /new "$program" --version
done </dev/null &>/dev/null &

mkdir -p "/new/lib/modules/$kernel"
mount -n --bind /files/modules "/new/lib/modules/$kernel"
if [[ ! -e /new/sbin/modprobe ]]; then
  cp /bin/kmod /new/sbin/kmod
  for name in modprobe insmod rmmod lsmod depmod modinfo; do cp -P /bin/modprobe "/new/sbin/$name"; done
fi

mount -n -t tmpfs -o mode=755 nodebook /new/run
cp -r /guest /new/run/nodebook
for name in proc sys dev; do mount -n --move "/$name" "/new/$name"; done
cd /new
mkdir dev/pts dev/shm
mount -n -t devpts -o ptmxmode=0666,mode=620 devpts dev/pts
mount -n -t tmpfs -o mode=1777 nodebook dev/shm
cp -P /links/* dev/
echo vm >proc/sys/kernel/hostname

if [[ $cgroup == v2 ]]; then
  mount -n -t cgroup2 nodebook sys/fs/cgroup
else
  mount -n -t tmpfs -o mode=755 nodebook sys/fs/cgroup
  while read -r controller _; do
    [[ $controller == '#'* ]] && continue
    mkdir "sys/fs/cgroup/$controller"
    mount -n -t cgroup -o "$controller" nodebook "sys/fs/cgroup/$controller"
  done <proc/cgroups
fi

mount -n --move . /
# By this very process: where its root is, the kernel looks for modprobe.
exec chroot . /bin/bash /run/nodebook/start.sh
