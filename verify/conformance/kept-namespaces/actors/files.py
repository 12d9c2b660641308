"""What actors do with the files of /proc/PID/ns: each asks the kernel, and answers what the kernel said."""

import fcntl
import os

from actor import orders
from kernel import failed, libc, outcome

FIRST = 200  # the lowest descriptor of the story; below it are the actors' own
SHIFT = FIRST - 3
MS_BIND = 4096


def path_to(order):
    """
    The file of whoever has this number where the caller is. /proc here is that of the sandbox, so a pidfd says what the
    number there is: a /proc for each PID namespace would itself keep it alive.
    """
    try:
        pidfd = os.pidfd_open(order['pid'])
    except ProcessLookupError:
        return f'/proc/0/ns/{order["kind"]}'
    with open(f'/proc/self/fdinfo/{pidfd}') as file:
        number = next(line.split()[1] for line in file if line.startswith('Pid:'))
    os.close(pidfd)
    return f'/proc/{number}/ns/{order["kind"]}'


def place_of(order):
    return f'/run/ns/{order["at"]}'


def open_file(order):
    try:
        found = os.open(path_to(order), os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        return failed(error.errno)
    fd = fcntl.fcntl(found, fcntl.F_DUPFD_CLOEXEC, FIRST)
    os.close(found)
    return {'is': 'fd', 'fd': fd - SHIFT}


def close(order):
    try:
        os.close(order['fd'] + SHIFT)
    except OSError as error:
        return failed(error.errno)
    return {'is': 'done'}


def bind(order):
    if libc.mount(path_to(order).encode(), place_of(order).encode(), None, MS_BIND, None) != 0:
        return failed()
    return {'is': 'mounted', 'at': order['at']}


def enter(order):
    fd = os.open(place_of(order), os.O_RDONLY | os.O_CLOEXEC)
    result = outcome(libc.setns(fd, 0))
    os.close(fd)
    return result


orders.update(
    {
        'open': open_file,
        'close': close,
        'bind': bind,
        'umount': lambda order: outcome(libc.umount2(place_of(order).encode(), 0)),
        'enter': enter,
    }
)
