"""
Runs programs of the model `namespaces` with real processes, and says what was seen. It knows nothing of the model.

Each case gets a PID namespace of its own. Its process 1 and everyone born in it are actors: they wait for an order,
ask the kernel for it, and answer what the kernel said. "Runs another program" is played: a new name and default
signal handlers, without exec. The supervisor stands outside and looks at the actors in its own /proc, once everyone
has come to rest.

stdin: a case a line; stdout: a line with this place's level, then what was seen, a line each.
"""

import ctypes
import errno
import fcntl
import gc
import json
import os
import platform
import re
import select
import signal
import socket
import sys
import time

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
SYS_CLONE = {'x86_64': 56, 'aarch64': 220}[platform.machine()]
MAX_LEVEL = 32
RANGE = 65536
SIGNALS = {'HUP': signal.SIGHUP, 'INT': signal.SIGINT, 'TERM': signal.SIGTERM, 'KILL': signal.SIGKILL}
SLOTS = 48
PATIENCE = 10

# One pair for each process that a case may bear; all are open in every actor, and each listens to its own.
pairs = []


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


# Actors


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


# The supervisor

fields = re.compile(
    rb'Name:\t(.*)\n(?:.*\n)*?State:\t(.)(?:.*\n)*?PPid:\t(\d+)\n(?:.*\n)*?FDSize:\t(\d+)\n(?:.*\n)*?NSpid:\t(.*)\n'
    rb'(?:.*\n)*?SigPnd:\t(\w+)\nShdPnd:\t(\w+)\n(?:.*\n)*?CapEff:\t(\w+)\n'
)


def read_status(pid):
    """None for a process that is gone."""
    try:
        with open(f'/proc/{pid}/status', 'rb', buffering=0) as file:
            found = fields.search(file.read(4096))
    except (FileNotFoundError, ProcessLookupError):
        return None
    comm, state, parent, files, numbers, own, shared, capabilities = found.groups()
    # The dead have let go of their files, and so has a process 1 that waits inside its own exit: no signal wakes it.
    listens = int(files) > 0
    # Whoever waits there is S on Linux 6.18, and I (idle) on 6.1.
    asleep = state in (b'S', b'I')
    pending = int(own, 16) or int(shared, 16)
    return {
        'comm': comm.decode(),
        'state': 'S' if asleep else state.decode(),
        'parent': int(parent),
        'numbers': [int(number) for number in numbers.split()][1:],
        'listens': listens,
        'capable': int(capabilities, 16) != 0,
        'rests': state == b'Z' or (asleep and not (listens and pending)),
    }


def read_link(pid, name):
    """`pid:[4026531836]`; of a PID namespace that has no process 1 yet there is no such file."""
    try:
        return os.readlink(f'/proc/{pid}/ns/{name}')
    except FileNotFoundError:
        return None


def namespace_at(pid, up):
    """The inode of the PID namespace that a process is in, or of the one so many levels further out."""
    try:
        fd = os.open(f'/proc/{pid}/ns/pid', os.O_RDONLY)
        for _ in range(up):
            outer = fcntl.ioctl(fd, NS_GET_PARENT)
            os.close(fd)
            fd = outer
        inode = os.fstat(fd).st_ino
        os.close(fd)
        return inode
    except OSError:
        return None


class Lost(Exception):
    """Something that no kernel should do, or a fault of this driver."""


class Case:
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
        self.one = clone(NEWPID)
        if self.one < 0:
            raise Lost(f'process 1 of a case could not be made: {failed()}')
        if self.one == 0:
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
            try:
                be_born(0, 'systemd')
            finally:
                os._exit(70)
        self.await_birth(0)

    def end(self):
        os.kill(self.one, signal.SIGKILL)
        os.waitpid(self.one, 0)

    def await_birth(self, slot):
        near = pairs[slot][0]
        if not select.select([near], [], [], PATIENCE)[0]:
            raise Lost('a child was reported, and never came to life')
        self.pids[slot] = json.loads(near.recv(65536))['born']

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
        near.send(json.dumps(order).encode())
        end = time.monotonic() + PATIENCE
        while not select.select([near], [], [], 0.002)[0]:
            status = read_status(self.pids[slot])
            if not (status and status['listens']):
                return None
            if time.monotonic() > end:
                raise Lost(f'no answer to {order}')
        return json.loads(near.recv(65536))

    def act(self, action):
        slot = self.slot_of(action['by'])
        if slot is None:
            return {'is': 'no-actor'}
        order = {**action, 'slot': self.next_slot}
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


def main(wanted, mapping):
    settle_here(mapping)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()  # a collection would copy every page that is shared with the parent
    level = measure_level()
    while level < wanted - 1:
        go_deeper()
        level += 1
    for _ in range(SLOTS):
        pairs.append(socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM))
    say({'level': level + 1})
    for line in sys.stdin:
        case = None
        try:
            case = Case()
            say(case.run(json.loads(line)))
        except Lost as lost:
            say({'lost': str(lost)})
        finally:
            if case:
                case.end()


main(int(sys.argv[1]), sys.argv[2])
