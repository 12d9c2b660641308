"""
An actor: born, given orders one at a time, and answering what the kernel said. It is started anew by every exec, so all
it imports is ctypes and what Python has built in: that halves the time of a start.
"""

import _signal as signal
import _socket as socket
import ctypes
import marshal
import os
import sys

from kernel import (
    CAPABILITY_VERSION_3,
    PR_SET_CHILD_SUBREAPER,
    PR_SET_NAME,
    PR_SET_PDEATHSIG,
    clone,
    failed,
    flags_of,
    libc,
    outcome,
)

SIGNALS = {'HUP': signal.SIGHUP, 'INT': signal.SIGINT, 'TERM': signal.SIGTERM, 'KILL': signal.SIGKILL}
NAMES = {number: name for name, number in SIGNALS.items()}

PROGRAMS = '/tmp'  # the folder of what exec can start
START = 'import sys; sys.path.insert(0, sys.argv[1]); import actor; actor.go_on(*map(int, sys.argv[2:]))'

# One pair for each process that a case may bear; all are open in every actor, and each listens to its own.
pairs = []


def be_born(slot, comm):
    """The child's side of a fork: says who it is, then acts until its end."""
    if comm is not None:
        for name in ('HUP', 'INT', 'TERM'):
            signal.signal(SIGNALS[name], signal.SIG_DFL)
        libc.prctl(PR_SET_NAME, comm.encode(), 0, 0, 0)
    obey(slot, {'born': int(os.readlink('/proc/self'))})


def obey(slot, first):
    line = pairs[slot][1]
    line.send(marshal.dumps(first))
    while True:
        order = marshal.loads(line.recv(65536))
        line.send(marshal.dumps(orders[order['do']](order)))


def bear(order):
    pid = clone(flags_of(order.get('kinds', ['pid'])) if order['do'] == 'clone' else 0)
    if pid < 0:
        return failed()
    if pid == 0:
        try:
            be_born(order['slot'], order.get('comm'))
        finally:
            os._exit(70)
    return {'is': 'pid', 'pid': pid}


def run_program(order):
    """Who answers is the new program. It starts without Python's site, which is half of a start."""
    ends = [str(far.fileno()) for _, far in pairs]
    start = [sys.executable, '-I', '-S', '-c', START, PROGRAMS, str(order['own']), *ends]
    try:
        os.execv(f'{PROGRAMS}/{order["comm"]}', start)
    except OSError as error:
        return failed(error.errno)


def go_on(own, *ends):
    """A program that exec has started: an actor that listens where the one before it did."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the one handler that Python sets of its own accord
    if own == 0:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)  # whoever gains capabilities has lost it
    for end in ends:
        pairs.append((None, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM, 0, end)))
    obey(own, {'is': 'done'})


def unshare(order):
    return outcome(libc.unshare(flags_of(order.get('kinds', ['pid']))))


def setns(order):
    try:
        fd = os.pidfd_open(order['pid'])
    except OSError as error:
        return failed(error.errno)
    result = outcome(libc.setns(fd, flags_of(order['kinds'])))
    os.close(fd)
    return result


def drop(order):
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    return outcome(libc.capset(header, (ctypes.c_uint32 * 6)()))


def write(order, name, text):
    try:
        fd = os.open(f'/proc/{order["target"]}/{name}', os.O_WRONLY)
    except OSError as error:
        return failed(error.errno)
    try:
        os.write(fd, text.encode())
        return {'is': 'done'}
    except OSError as error:
        return failed(error.errno)
    finally:
        os.close(fd)


def write_map(order):
    lines = [' '.join(map(str, extent)) for extent in order['extents']]
    return write(order, f'{order["file"]}_map', '\n'.join(lines) + '\n')


def wait(order):
    try:
        pid, status = os.waitpid(-1, os.WNOHANG)
    except OSError as error:
        return failed(error.errno)
    return {'is': 'pid', 'pid': pid, 'ended': how_ended(status)} if pid else {'is': 'nothing-yet'}


def how_ended(status):
    if os.WIFEXITED(status):
        return {'by': 'exit', 'status': os.WEXITSTATUS(status)}
    return {'by': 'signal', 'signal': NAMES[os.WTERMSIG(status)]}


def handle(order):
    try:
        signal.signal(SIGNALS[order['signal']], lambda *_: None)
    except OSError as error:
        return failed(error.errno)
    return {'is': 'done'}


def kill(order):
    try:
        os.kill(order['pid'], SIGNALS[order['signal']])
    except OSError as error:
        return failed(error.errno)
    return {'is': 'done'}


orders = {
    'fork': bear,
    'clone': bear,
    'exec': run_program,
    'unshare': unshare,
    'setns': setns,
    'subreaper': lambda order: outcome(libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)),
    'drop': drop,
    'map': write_map,
    'setgroups': lambda order: write(order, 'setgroups', order['to']),
    'wait': wait,
    'handle': handle,
    'kill': kill,
    'exit': lambda order: os._exit(order['status']),
    'who': lambda order: [os.getpid(), os.getppid(), os.getuid(), os.getgid()],
}
