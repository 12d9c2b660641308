"""The kernel's calls and constants that Python has no names for."""

import ctypes
import errno
import os

libc = ctypes.CDLL(None, use_errno=True)
KINDS = {
    'user': 0x10000000,
    'mnt': 0x00020000,
    'uts': 0x04000000,
    'ipc': 0x08000000,
    'pid': 0x20000000,
    'cgroup': 0x02000000,
    'net': 0x40000000,
    'time': 0x00000080,
}
NEWNS, NEWPID, SIGCHLD = KINDS['mnt'], KINDS['pid'], 17
PR_SET_PDEATHSIG, PR_SET_NAME, PR_SET_CHILD_SUBREAPER = 1, 15, 36
CAPABILITY_VERSION_3 = 0x20080522
NS_GET_PARENT = 0xB702
LINKS = 'cgroup ipc mnt net pid pid_for_children time time_for_children user uts'.split()
SYS_CLONE = {'x86_64': 56, 'aarch64': 220}[os.uname().machine]
MAX_LEVEL = 32


def failed(number=None):
    return {'is': 'error', 'errno': errno.errorcode[number or ctypes.get_errno()]}


def flags_of(kinds):
    flags = 0
    for kind in kinds:
        flags |= KINDS[kind]
    return flags


def outcome(result):
    return {'is': 'done'} if result == 0 else failed()


def clone(flags):
    return libc.syscall(SYS_CLONE, flags | SIGCHLD, 0, 0, 0, 0)


class Lost(Exception):
    """Something that no kernel should do, or a fault of this driver."""
