"""A process of a case: it does as it is told through a pipe, and says what came of it."""
import errno
import json
import mmap
import os
import tempfile

from groups import PAGE, write

# Held until the process ends: what it has touched, and the files it has read.
held = []


def allocate(pages):
    memory = mmap.mmap(-1, pages * PAGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    # One page at a time: a huge one would be charged at once.
    memory.madvise(mmap.MADV_NOHUGEPAGE)
    held.append(memory)
    for at in range(0, pages * PAGE, PAGE):
        memory[at] = 1


def read_file(pages):
    """Written by itself, so that its pages are charged here; on the disk, so that they can be dropped."""
    file = tempfile.TemporaryFile(dir=".")
    held.append(file)
    chunk = bytes(256 * PAGE)
    for left in range(pages, 0, -256):
        file.write(chunk[: min(left, 256) * PAGE])
    file.flush()
    os.fsync(file.fileno())


def do(order):
    match order["do"]:
        case "allocate":
            allocate(order["pages"])
        case "read":
            read_file(order["pages"])
        case "move":
            write(f"{order['folder']}/cgroup.procs", os.getpid())
        case "adjust":
            write("/proc/self/oom_score_adj", order["adj"])


def answer(order):
    try:
        do(order)
        return "done"
    except OSError as error:
        return errno.errorcode[error.errno]


def live(orders, answers):
    with os.fdopen(orders) as lines:
        for line in lines:
            os.write(answers, f"{answer(json.loads(line))}\n".encode())
    os._exit(0)
