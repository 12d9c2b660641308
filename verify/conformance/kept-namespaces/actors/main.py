"""
Runs programs of the model `kept-namespaces` with real processes, and says what was seen. It knows nothing of the
model. Most of the time is spent waiting for the kernel to take things apart, so many cases are run side by side.

stdin: `number case` a line; stdout: `number seen` a line, in the order in which they are done.
"""

import fcntl
import gc
import json
import os
import signal
import socket
import sys
import traceback

from actor import pairs
from flush import start_flusher
from kept import KeptCase
from kernel import PR_SET_PDEATHSIG, Lost, libc
from place import settle_here

SLOTS = 24


def work(line, lock):
    for _ in range(SLOTS):
        pairs.append(socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM))
    while said := line.recv(1 << 16):
        number, given = said.decode().split(' ', 1)
        answer(lock, f'{number} {json.dumps(run(json.loads(given)), separators=(",", ":"))}\n')


def run(actions):
    case = None
    try:
        case = KeptCase()
        return case.run(actions)
    except Lost as lost:
        return {'lost': str(lost)}
    except Exception:  # a fault of this driver; whoever asked is to hear of it
        return {'lost': traceback.format_exc(limit=-3)}
    finally:
        if case:
            case.end()


def answer(lock, text):
    fcntl.lockf(lock, fcntl.LOCK_EX)
    left = text.encode()
    while left:
        left = left[os.write(1, left) :]
    fcntl.lockf(lock, fcntl.LOCK_UN)


def main(workers):
    os.closerange(3, 1024)  # whoever started this may have left something open
    settle_here('own')
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()  # a collection would copy every page that is shared with the parent
    start_flusher()
    near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    lock = os.memfd_create('lock')
    pids = []
    processors = sorted(os.sched_getaffinity(0))
    for worker in range(workers):
        pid = os.fork()
        if pid == 0:
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
            # Since Linux 6.18 each processor hands out its own numbers for namespaces: only on one of them is the
            # younger table of mounts sure to have the higher number, which is what mnt_ns_loop asks.
            os.sched_setaffinity(0, {processors[worker % len(processors)]})
            near.close()
            try:
                work(far, lock)
            finally:
                os._exit(70)
        pids.append(pid)
    far.close()
    for line in sys.stdin:
        near.send(line.encode())
    near.close()
    for pid in pids:
        os.waitpid(pid, 0)


main(int(sys.argv[1]))
