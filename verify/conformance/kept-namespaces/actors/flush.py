"""
The kernel takes namespaces apart later: after a grace period of RCU, in work queues. Whoever wants to know what is
left waits until a bystander, made and ended after the deed, has wholly gone, with namespaces of every kind.
"""

import ctypes
import errno
import mmap
import os
import platform
import signal
import time

from kernel import KINDS, PR_SET_PDEATHSIG, Lost, clone, flags_of, libc

PAUSE = 0.004
EVERYONE = 1 << 30
PATIENCE = 60

FUTEX_WAIT, FUTEX_WAKE = 0, 1
SYS_FUTEX = {'x86_64': 202, 'aarch64': 98}[platform.machine()]

shared = (ctypes.c_uint32 * 3).from_buffer(mmap.mmap(-1, mmap.PAGESIZE))
MADE, GONE, WANTED = range(3)  # how many bystanders there have been, and up to which one somebody waits


class Timespec(ctypes.Structure):
    _fields_ = [('seconds', ctypes.c_long), ('nanoseconds', ctypes.c_long)]


second = Timespec(1, 0)


def futex(at, operation, value, timeout=None):
    libc.syscall(SYS_FUTEX, ctypes.byref(shared, 4 * at), operation, value, timeout, None, 0)


def write_text(path, text):
    with open(path, 'w') as file:
        file.write(text)


def map_own_number():
    """In a user namespace that has just been made, by somebody who was 0 outside."""
    for name, text in (('setgroups', 'deny'), ('uid_map', '0 0 1'), ('gid_map', '0 0 1')):
        write_text(f'/proc/self/{name}', text)


def wait_for_flush():
    wanted = shared[MADE] + 1
    end = time.monotonic() + PATIENCE
    while (gone := shared[GONE]) < wanted:
        if time.monotonic() > end:
            raise Lost('a bystander has not gone')
        if shared[WANTED] < wanted:
            shared[WANTED] = wanted
            futex(WANTED, FUTEX_WAKE, 1)
        futex(GONE, FUTEX_WAIT, gone, ctypes.byref(second))


def start_flusher():
    pid = os.fork()
    if pid == 0:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        try:
            flush_forever()
        finally:
            os._exit(70)


def flush_forever():
    """Its own user namespace allows one of each kind: the next can be made only once the last is no more."""
    libc.unshare(KINDS['user'])
    map_own_number()
    for kind in KINDS:
        write_text(f'/proc/sys/user/max_{kind}_namespaces', '1')
    flags = flags_of(kind for kind in KINDS if kind != 'time')
    while True:
        if (wanted := shared[WANTED]) <= shared[GONE]:
            futex(WANTED, FUTEX_WAIT, wanted)
        shared[MADE] += 1  # before it is, so that nobody counts on one made before the deed
        pid = clone(flags)
        if pid == 0:
            os._exit(0)
        if pid < 0:
            if ctypes.get_errno() != errno.ENOSPC:
                raise OSError(ctypes.get_errno(), 'no bystander')
            shared[MADE] -= 1
            time.sleep(PAUSE)
            continue
        shared[GONE] = shared[MADE] - 1
        futex(GONE, FUTEX_WAKE, EVERYONE)
        os.waitpid(pid, 0)
