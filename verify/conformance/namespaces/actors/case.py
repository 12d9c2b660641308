"""A case: its process 1, everyone born in it, and what is seen of them once they have come to rest."""

import marshal
import os
import select
import signal
import socket
import time

from actor import be_born, pairs
from kernel import LINKS, NEWPID, PR_SET_PDEATHSIG, Lost, clone, failed, libc
from processes import namespace_at, read_link, read_status

PATIENCE = 60  # on an emulated machine a program may be slow to start; with many cases side by side, somebody waits


class Case:
    flags = NEWPID  # the namespaces that its process 1 begins in

    def __init__(self):
        self.pids = {}  # slot of each process that is there → its pid here
        for near, far in pairs:
            for line in (near, far):
                try:
                    while True:
                        line.recv(65536, socket.MSG_DONTWAIT)
                except BlockingIOError:
                    pass
        self.next_slot = 1
        self.one = clone(self.flags)
        if self.one < 0:
            raise Lost(f'process 1 of a case could not be made: {failed()}')
        if self.one == 0:
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
            try:
                self.furnish()
                be_born(0, 'systemd')
            finally:
                os._exit(70)
        self.await_birth(0)

    def furnish(self):
        """What its process 1 does before anything else; for those who need more than a number."""

    def end(self):
        os.kill(self.one, signal.SIGKILL)
        os.waitpid(self.one, 0)

    def await_birth(self, slot):
        near = pairs[slot][0]
        if not select.select([near], [], [], PATIENCE)[0]:
            raise Lost('a child was reported, and never came to life')
        self.pids[slot] = marshal.loads(near.recv(65536))['born']

    def look(self):
        """Everyone in the case, by the number each has in its outermost namespace."""
        found = {slot: read_status(pid) for slot, pid in self.pids.items()}
        for slot, status in found.items():
            if status is None:
                del self.pids[slot]
        return {slot: status for slot, status in found.items() if status}

    def settle(self):
        """Looks until everyone rests; where someone has died, twice the same: one look is not made in an instant."""
        before = None
        end = time.monotonic() + PATIENCE
        while True:
            now = self.look()
            if all(status['rests'] for status in now.values()):
                if now == before or self.nobody_died(now):
                    return now
                before = None if self.about_to_finish(now) else now
            else:
                before = None
                os.sched_yield()
            if time.monotonic() > end:
                raise Lost(f'no rest: {now}')

    def nobody_died(self, now):
        return all(slot in now and now[slot]['listens'] == was['listens'] for slot, was in self.last.items())

    def about_to_finish(self, now):
        """
        A process 1 inside its own exit waits for someone. Where nobody is left in its namespace, the last one is
        gone from /proc but not yet freed, and nobody has woken it; where a child of its own is a zombie, it has been
        preempted on the way to reap it. It only seems to rest.
        """
        for slot, one in now.items():
            if one['listens'] or one['state'] != 'S':
                continue
            depth = len(one['numbers'])
            if any(it['state'] == 'Z' and it['parent'] == self.pids[slot] for it in now.values()):
                return True
            own = namespace_at(self.pids[slot], 0)
            others = [(self.pids[other], len(it['numbers'])) for other, it in now.items() if other != slot]
            if not any(length >= depth and namespace_at(pid, length - depth) == own for pid, length in others):
                return True
        return False

    def ask(self, slot, order):
        """The answer; None from an actor that died of its own order."""
        near = pairs[slot][0]
        near.send(marshal.dumps(order))
        end = time.monotonic() + PATIENCE
        while not select.select([near], [], [], 0.002)[0]:
            status = read_status(self.pids[slot])
            if not (status and status['listens']):
                return None
            if time.monotonic() > end:
                raise Lost(f'no answer to {order}')
        return marshal.loads(near.recv(65536))

    def act(self, action):
        slot = self.slot_of(action['by'])
        if slot is None:
            return {'is': 'no-actor'}
        order = {**action, 'own': slot, 'slot': self.next_slot}
        if 'of' in action:
            order['target'] = self.pids[self.slot_of(action['of'])]
        answer = self.ask(slot, order)
        if answer and action['do'] in ('fork', 'clone') and answer['is'] == 'pid':
            self.await_birth(self.next_slot)
            self.next_slot += 1
        return answer

    def slot_of(self, number):
        """Whoever has this number in the outermost namespace, if it can still act."""
        for slot, status in self.last.items():
            if status['numbers'][0] == number and status['listens']:
                return slot
        return None

    def table(self):
        """As ps prints it there: who is outside has the number 0."""
        number_of = {self.pids[slot]: status['numbers'][0] for slot, status in self.last.items()}
        rows = [
            {
                'pid': status['numbers'][0],
                'ppid': number_of.get(status['parent'], 0),
                'comm': status['comm'],
                'state': status['state'],
                'nspid': status['numbers'],
            }
            for status in self.last.values()
        ]
        return sorted(rows, key=lambda row: row['pid'])

    def holdings(self):
        """The namespaces of each that lives, equal numbers for equal inodes, and whether it holds capabilities."""
        met = {}

        def number(name):
            return None if name is None else met.setdefault(name, len(met))

        rows = sorted((status['numbers'][0], slot) for slot, status in self.last.items() if status['listens'])
        return [
            {
                'pid': pid,
                'ns': [number(read_link(self.pids[slot], name)) for name in LINKS],
                'capable': self.last[slot]['capable'],
            }
            for pid, slot in rows
        ]

    def run(self, actions):
        self.last = {}
        self.last = self.settle()
        self.act({'do': 'fork', 'by': 1, 'comm': 'bash'})
        self.last = self.settle()
        seen = []
        for action in actions:
            outcome = self.act(action)
            self.last = self.settle()
            ended = outcome.pop('ended', None) if outcome else None
            seen.append({'outcome': outcome, 'ended': ended, 'ps': self.table(), 'held': self.holdings()})
        return {'steps': seen, 'selves': self.selves()}

    def selves(self):
        """What each that can still speak says of itself."""
        said = []
        for slot, status in self.last.items():
            if status['listens']:
                said.append([status['numbers'][0], *self.ask(slot, {'do': 'who'})])
        return sorted(said)
