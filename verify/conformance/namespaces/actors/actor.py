"""An actor: born, given orders one at a time, and answering what the kernel said."""

import ctypes
import json
import os
import signal

from kernel import CAPABILITY_VERSION_3, PR_SET_CHILD_SUBREAPER, PR_SET_NAME, clone, failed, flags_of, libc, outcome

SIGNALS = {'HUP': signal.SIGHUP, 'INT': signal.SIGINT, 'TERM': signal.SIGTERM, 'KILL': signal.SIGKILL}

# One pair for each process that a case may bear; all are open in every actor, and each listens to its own.
pairs = []


def be_born(slot, comm):
    """The child's side of a fork: says who it is, then acts until its end."""
    if comm is not None:
        for name in ('HUP', 'INT', 'TERM'):
            signal.signal(SIGNALS[name], signal.SIG_DFL)
        libc.prctl(PR_SET_NAME, comm.encode(), 0, 0, 0)
    line = pairs[slot][1]
    line.send(json.dumps({'born': int(os.readlink('/proc/self'))}).encode())
    while True:
        order = json.loads(line.recv(65536))
        line.send(json.dumps(orders[order['do']](order)).encode())


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
    return {'by': 'signal', 'signal': signal.Signals(os.WTERMSIG(status)).name.removeprefix('SIG')}


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
