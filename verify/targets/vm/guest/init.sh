#!/bin/bash
# The guest's first program: finds the host's files, puts a throwaway layer over them, and goes on in there.
# The initramfs is left as it is: emptying it, as switch_root does, takes 2 s under emulation.

export PATH=/bin LD_LIBRARY_PATH=/lib
. /settings

fail() {
  echo "nodebook: the guest could not $1"
  echo o >/proc/sysrq-trigger
  sleep 10
}

mount -n -t proc proc /proc
mount -n -t sysfs sysfs /sys
mount -n -t devtmpfs devtmpfs /dev
for module in /modules/*; do
  insmod "$module" || fail "load ${module##*/}"
done

mount -n -t 9p -o trans=virtio,version=9p2000.L,ro,cache=loose,msize=262144 files /files || fail 'mount the files of the host'
mount -n -t tmpfs -o mode=755,size=75% nodebook /scratch
mkdir /scratch/upper /scratch/work
mount -n -t overlay -o lowerdir=/files/root,upperdir=/scratch/upper,workdir=/scratch/work nodebook /new ||
  fail 'lay a throwaway layer over the files of the host'

mkdir -p "/new/lib/modules/$kernel"
mount -n --bind /files/modules "/new/lib/modules/$kernel"
if [[ ! -e /new/sbin/modprobe ]]; then
  cp /bin/kmod /new/sbin/kmod
  cp /lib/libkmod.so.2 /new/lib/
  for name in modprobe insmod rmmod lsmod depmod modinfo; do ln -s kmod "/new/sbin/$name"; done
fi

mount -n -t tmpfs -o mode=755 nodebook /new/run
mkdir /new/run/nodebook
cp /settings /start.sh /new/run/nodebook/
for name in proc sys dev; do mount -n --move "/$name" "/new/$name"; done
cd /new
mount -n --move . /
unset LD_LIBRARY_PATH
exec chroot . /bin/bash /run/nodebook/start.sh
