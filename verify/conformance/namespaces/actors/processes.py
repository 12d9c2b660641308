"""What /proc says of a process, as the supervisor needs it."""

import fcntl
import os
import re

from kernel import LINKS, NS_GET_PARENT

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
