"""
How many namespaces of each kind there are in a user namespace and all further in. The kernel counts them, and tells
nobody; but it refuses one more where a limit is reached. So: set the limit to what there should still be, and ask for
one more. Refused, they are all there. Granted, one has gone, and whoever has got the new one keeps it, for its end
would take its time too: it is known, and not counted.
"""

import ctypes
import errno
import json
import os
import select
import signal
import socket

from kernel import KINDS, PR_SET_PDEATHSIG, Lost, failed, libc

PLENTY = b'10000'
PATIENCE = 20


class Count:
    def __init__(self, pid, there):
        """`pid`: of somebody in that user namespace; `there`: what it begins with, and what is not to end."""
        self.held = {kind: os.open(f'/proc/{pid}/ns/{kind}', os.O_RDONLY) for kind in KINDS}
        self.there = dict(there)
        self.kept = {kind: 0 for kind in KINDS}
        self.askers = []
        self.add_asker()

    def made(self, kinds):
        for kind in kinds:
            self.there[kind] += 1

    def look(self):
        """Takes away what has gone since the last look; says whether anything has."""
        changed = False
        while True:
            limits = {kind: self.there[kind] + self.kept[kind] for kind in KINDS}
            granted = self.ask(limits)
            if granted is None:
                return changed
            changed = True
            self.there[granted] -= 1
            self.kept[granted] += 1
            if self.there[granted] < 0:
                raise Lost(f'fewer than no namespaces: {granted}')
            self.add_asker()

    def ask(self, limits):
        _, line = self.askers[-1]
        line.send(json.dumps(limits).encode())
        if not select.select([line], [], [], PATIENCE)[0]:
            raise Lost('nobody says how many namespaces there are')
        answer = json.loads(line.recv(4096))
        if 'lost' in answer:
            raise Lost(answer['lost'])
        return answer['granted']

    def add_asker(self):
        near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        pid = os.fork()
        if pid == 0:
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
            near.close()
            try:
                ask_forever(self.held['user'], far)
            finally:
                os._exit(70)
        far.close()
        self.askers.append((pid, near))

    def end(self):
        for pid, line in self.askers:
            line.close()
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        for held in self.held.values():
            os.close(held)


def ask_forever(user, line):
    if libc.setns(user, KINDS['user']) != 0:
        line.send(json.dumps({'lost': f'the user namespace could not be entered: {failed()}'}).encode())
        return
    files = {kind: os.open(f'/proc/sys/user/max_{kind}_namespaces', os.O_WRONLY) for kind in KINDS}
    for file in files.values():
        os.pwrite(file, PLENTY, 0)
    while said := line.recv(4096):
        line.send(json.dumps(answer_to(json.loads(said), files)).encode())


def answer_to(limits, files):
    for kind, limit in limits.items():
        os.pwrite(files[kind], str(limit).encode(), 0)
        granted = libc.unshare(KINDS[kind]) == 0
        number = ctypes.get_errno()
        if granted:
            # Of a user namespace further in it may not set limits here any more: the next asker does.
            return {'granted': kind}
        os.pwrite(files[kind], PLENTY, 0)
        if number != errno.ENOSPC:
            return {'lost': f'asked for one more {kind} namespace: {failed(number)}'}
    return {'granted': None}
