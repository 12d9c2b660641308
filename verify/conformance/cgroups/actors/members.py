"""Processes that sit in a group until they are told to fork or are ended; kept from case to case."""
import ctypes
import os
import signal
import time

from kernel import USER

CLONE_PARENT = 0x8000
SYS_CLONE = 56
SLOTS = 24

libc = ctypes.CDLL(None, use_errno=True)


def clone_sibling():
    """A fork whose child is the actor's, not the caller's: so that the actor can wait for it."""
    pid = libc.syscall(SYS_CLONE, CLONE_PARENT | signal.SIGCHLD, 0, 0, 0, 0)
    if pid < 0:
        return -ctypes.get_errno()
    return pid


def sit(slot, commands, replies):
    while True:
        child = os.read(commands[slot][0], 1)[0]
        pid = clone_sibling()
        if pid == 0:
            slot = child
        else:
            os.write(replies[1], b"%12d" % pid)


class Members:
    """Who is there, by slot; `numbers` are those of the case at hand."""

    def __init__(self):
        # Made before anyone is born, so that each has the ends of all: a command names the slot of the child to be.
        self.commands = [os.pipe() for _ in range(SLOTS)]
        self.replies = os.pipe()
        self.pids = {}
        self.users = {}
        self.numbers = {}
        self.known = {}

    def free_slot(self):
        return next(slot for slot in range(SLOTS) if slot not in self.pids)

    def spawn(self, user):
        slot = self.free_slot()
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            if user == "user":
                os.setresuid(USER, USER, USER)
            os.write(self.replies[1], b"%12d" % 0)
            try:
                sit(slot, self.commands, self.replies)
            finally:
                os._exit(1)
        os.read(self.replies[0], 12)  # whose it is matters from the first move on
        self.pids[slot] = pid
        self.users[slot] = user
        return slot

    def begin(self, users):
        """Numbers from 1 on for processes of these users."""
        self.numbers, self.known = {}, {}
        idle = list(self.pids)
        for number, user in enumerate(users, 1):
            found = next((slot for slot in idle if self.users[slot] == user), None)
            if found is None:
                found = self.spawn(user)
            else:
                idle.remove(found)
            self.name(number, found)
        for slot in idle:
            self.dismiss(slot)

    def name(self, number, slot):
        self.numbers[number] = slot
        self.known[self.pids[slot]] = number

    def dismiss(self, slot):
        os.kill(self.pids[slot], signal.SIGKILL)
        os.waitpid(self.pids[slot], 0)
        del self.pids[slot], self.users[slot]

    def pid_of(self, number):
        return self.pids[self.numbers[number]]

    def number_of(self, pid):
        return self.known.get(pid, -1)

    def fork(self, by, number):
        """The errno, or 0."""
        slot = self.free_slot()
        os.write(self.commands[self.numbers[by]][1], bytes([slot]))
        pid = int(os.read(self.replies[0], 12))
        if pid < 0:
            return -pid
        self.pids[slot] = pid
        self.users[slot] = self.users[self.numbers[by]]
        self.name(number, slot)
        return 0

    def end(self, number):
        os.kill(self.pid_of(number), signal.SIGKILL)
        self.buried(number)

    def buried(self, number):
        """True once it is dead and gone; False where it has not died within twenty seconds."""
        slot = self.numbers[number]
        for _ in range(20_000):
            if os.waitpid(self.pids[slot], os.WNOHANG)[0]:
                del self.known[self.pids[slot]]
                del self.pids[slot], self.users[slot], self.numbers[number]
                return True
            time.sleep(0.001)
        return False
