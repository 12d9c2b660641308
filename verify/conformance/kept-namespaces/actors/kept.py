"""A case: processes in a user namespace of its own, and what there is of namespaces, descriptors and mounts."""

import os
import re

import case
from count import Count
from files import FIRST, SHIFT
from flush import map_own_number, wait_for_flush, write_text
from kernel import KINDS, LINKS, Lost, failed, flags_of, libc
from processes import read_link

MS_BIND, MS_REC, MS_PRIVATE, MNT_DETACH = 4096, 1 << 14, 1 << 18, 2
# clone knows no time namespaces.
BEGINNING = tuple(kind for kind in KINDS if kind != 'time')
OWN = {kind: 0 if kind == 'user' else 1 for kind in KINDS}
MOUNTS = 40
# These let go of nothing, whatever comes of them.
HOLDING = ('fork', 'clone', 'open', 'bind', 'drop', 'map')

mounted = re.compile(r'^\d+ \d+ \S+ (\w+:\[\d+\]) /run/ns/(\d+) ', re.MULTILINE)


def must(result, what):
    if result != 0:
        raise Lost(f'{what}: {failed()}')


class KeptCase(case.Case):
    flags = flags_of(BEGINNING)

    def __init__(self):
        super().__init__()
        self.count = Count(self.pids[0], OWN)

    def furnish(self):
        """The one number there is, a time of its own, and a root with /proc and files to mount on."""
        map_own_number()
        must(libc.unshare(KINDS['time']), 'a time namespace')
        time = os.open('/proc/self/ns/time_for_children', os.O_RDONLY)
        must(libc.setns(time, KINDS['time']), 'the time namespace')
        os.close(time)
        must(libc.mount(None, b'/', None, MS_REC | MS_PRIVATE, None), 'private mounts')
        must(libc.mount(b'tmpfs', b'/tmp', b'tmpfs', 0, None), 'a tmpfs')
        for folder in ('/tmp/proc', '/tmp/run/ns'):
            os.makedirs(folder)
        for at in range(MOUNTS):
            write_text(f'/tmp/run/ns/{at}', '')
        must(libc.mount(b'/proc', b'/tmp/proc', None, MS_BIND | MS_REC, None), '/proc')
        os.chdir('/tmp')
        must(libc.pivot_root(b'.', b'.'), 'the root')
        must(libc.umount2(b'.', MNT_DETACH), 'the old root')
        os.chdir('/')

    def end(self):
        self.count.end()
        super().end()

    def run(self, actions):
        self.last = {}
        self.last = self.settle()
        self.act({'do': 'fork', 'by': 1})
        self.last = self.settle()
        return {'steps': [self.perform(action) for action in actions]}

    def perform(self, action):
        told = self.act(action)
        self.last = self.settle()
        done = told is None or told['is'] != 'error'
        if done and action['do'] in ('clone', 'unshare'):
            self.count.made(action['kinds'])
        if done and action['do'] not in HOLDING:
            self.come_to_rest()
        self.count.look()
        if told:
            told.pop('ended', None)
        return {'outcome': told, **self.view()}

    def come_to_rest(self):
        """What goes may take others with it: until nothing has gone while a bystander came and went, twice."""
        quiet = 0
        while quiet < 2:
            wait_for_flush()
            quiet = 0 if self.count.look() else quiet + 1

    def view(self):
        met = {}

        def number(name):
            return None if name is None else met.setdefault(name, len(met))

        living = sorted(
            (status['numbers'][0], self.pids[slot], status['capable'])
            for slot, status in self.last.items()
            if status['listens']
        )
        processes = [
            {'pid': number_there, 'ns': [number(read_link(pid, name)) for name in LINKS], 'capable': capable}
            for number_there, pid, capable in living
        ]
        files = [
            [number_there, fd, number(name)]
            for number_there, pid, _ in living
            for fd, name in files_of(pid)
        ]
        tables = {}
        for number_there, pid, _ in living:
            tables.setdefault(read_link(pid, 'mnt'), (number_there, pid))
        mounts = [
            [number_there, at, number(name)] for number_there, pid in tables.values() for at, name in mounts_of(pid)
        ]
        alive = [self.count.there[kind] - OWN[kind] for kind in KINDS]
        return {'alive': alive, 'processes': processes, 'files': files, 'mounts': mounts}


def files_of(pid):
    own = sorted(fd for fd in map(int, os.listdir(f'/proc/{pid}/fd')) if fd >= FIRST)
    return [(fd - SHIFT, os.readlink(f'/proc/{pid}/fd/{fd}')) for fd in own]


def mounts_of(pid):
    with open(f'/proc/{pid}/mountinfo') as file:
        return sorted((int(at), name) for name, at in mounted.findall(file.read()))
