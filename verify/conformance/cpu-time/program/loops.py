"""Processes that do nothing but use a CPU: for ever, or so much for each of their jobs."""
import ctypes, json, mmap, os, signal, struct, time

PR_SET_PDEATHSIG = 1


def cpu_clock(pid):
    """The clock of the CPU time of a process, which anyone may read (MAKE_PROCESS_CPUCLOCK in the kernel)."""
    return (~pid << 3) | 2


def used(pid):
    return time.clock_gettime_ns(cpu_clock(pid)) / 1000


JUMP = 2_000_000  # no interrupt of our own kernel takes so long


def spin(stolen, at):
    """
    CPU time that passes in a jump, while this thread did nothing: whoever runs this machine let another run. Our kernel
    does not see that (an emulated machine has no steal time), and counts it as ours. Only after a jump is the CPU time
    asked for: asking is a system call, and ends a slice that is used up, while what a group weighs on a CPU is reckoned
    anew at ticks that meet it there. Loops that always asked were met by no tick for seconds (Linux 6.18), and kept a
    weight long outdated.
    """
    ran = lost = 0
    used = time.thread_time_ns()
    last = time.monotonic_ns()
    while True:
        now = time.monotonic_ns()
        gap, last = now - last, now
        if gap < JUMP:
            ran += gap
            continue
        had = time.thread_time_ns() - used
        if had - ran > JUMP:
            lost += had - ran
            stolen[8 * at : 8 * at + 8] = struct.pack('q', lost)
        used += had
        ran = 0


def board(threads):
    """Where each loop writes how much was stolen from it."""
    return mmap.mmap(-1, max(8, 8 * threads))


def stolen_from(stolen, at):
    return struct.unpack('q', stolen[8 * at : 8 * at + 8])[0] / 1000


def serve(jobs, start, report, at):
    """Each job begins at its time, or when the one before is done; what comes back is when each was done."""
    done = []
    for job in jobs:
        wait = start + job['at'] / 1e6 - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        end = time.thread_time() + job['work'] / 1e6
        while time.thread_time() < end:
            pass
        done.append(round((time.monotonic() - start) * 1e6))
    os.write(report, json.dumps([at, done]).encode() + b'\n')


def begin(thread, start, report, stolen, at):
    """Forked, and asleep until the start: so its group can be given to it without its having run there."""
    ready, tell = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if pid:
        os.close(tell)
        os.read(ready, 1)
        os.close(ready)
        return pid
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
        os.write(tell, b'.')
        if thread['does'] == 'sleep':
            signal.pause()
        time.sleep(max(0, start - time.monotonic()))
        if thread['does'] == 'loop':
            spin(stolen, at)
        serve(thread['does'], start, report, at)
        signal.pause()
    finally:
        os._exit(0)


def put(pid, folder, cpus):
    with open(folder + '/cgroup.procs', 'w') as file:
        file.write(str(pid))
    os.sched_setaffinity(pid, cpus)


def end(pids):
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    for pid in pids:
        os.waitpid(pid, 0)
