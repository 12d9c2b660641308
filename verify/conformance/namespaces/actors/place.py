"""The place where cases are run: namespaces of our own, at the level that is asked for."""

import json
import os
import signal
import sys

from kernel import KINDS, MAX_LEVEL, NEWNS, NEWPID, PR_SET_PDEATHSIG, Lost, clone, failed, flags_of, libc

RANGE = 65536


def say(value):
    print(json.dumps(value, separators=(',', ':')), flush=True)


def measure_level():
    """How deep this place lies: the kernel says only how many more namespaces fit in."""
    reader, writer = os.pipe()
    pid = clone(NEWPID)
    if pid < 0:
        return MAX_LEVEL
    if pid == 0:
        os.write(writer, bytes([measure_level()]))
        os._exit(0)
    level = os.read(reader, 1)[0] - 1
    os.close(reader)
    os.close(writer)
    os.waitpid(pid, 0)
    return level


def go_deeper():
    """Continues as process 1 of a namespace further in, with the /proc of that place; what is outside waits for it."""
    libc.unshare(NEWPID | NEWNS)
    pid = os.fork()
    if pid > 0:
        _, status = os.waitpid(pid, 0)
        os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if libc.mount(b'proc', b'/proc', b'proc', 0, None) != 0:
        raise Lost(f'/proc could not be mounted: {failed()}')


def start_giver():
    """A child that stays outside, and from there gives its parent every number this place has."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.read(reader, 1)
        for name in ('uid_map', 'gid_map'):
            with open(f'/proc/{os.getppid()}/{name}', 'w') as file:
                file.write(f'0 0 {RANGE}')
        os._exit(0)

    def give():
        os.write(writer, b'x')
        os.waitpid(pid, 0)

    return give


def settle_here(mapping):
    """
    Namespaces of our own, user first. `own`: with the one number that anybody may map; `given`: whoever started this
    gives it numbers from outside, and says so on stdin; `within`: this place has a range of numbers, and all of them are
    passed on. No program is started on the way: it would lose capabilities.
    """
    uid, gid = os.getuid(), os.getgid()
    giver = start_giver() if mapping == 'within' else None
    if libc.unshare(flags_of(kind for kind in KINDS if kind != 'pid')) != 0:
        raise Lost(f'no namespaces for a sandbox: {failed()}')
    if mapping == 'given':
        say({'unshared': os.getpid()})
        sys.stdin.readline()
    elif giver:
        giver()
    else:
        for name, text in (('setgroups', 'deny'), ('uid_map', f'0 {uid} 1'), ('gid_map', f'0 {gid} 1')):
            with open(f'/proc/self/{name}', 'w') as file:
                file.write(text)
    go_deeper()
