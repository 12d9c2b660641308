"""Processes that do nothing but use a CPU: for ever, or so much for each of their jobs."""
import ctypes, json, os, signal, time

PR_SET_PDEATHSIG = 1


def cpu_clock(pid):
    """The clock of the CPU time of a process, which anyone may read (MAKE_PROCESS_CPUCLOCK in the kernel)."""
    return (~pid << 3) | 2


def used(pid):
    return time.clock_gettime_ns(cpu_clock(pid)) / 1000


def spin():
    while True:
        pass


def serve(jobs, start, report):
    """Each job begins at its time, or when the one before is done; what comes back is when each was done."""
    done = []
    for job in jobs:
        wait = start + job['at'] / 1e6 - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        end = time.thread_time() + job['work'] / 1e6
        while time.thread_time() < end:
            pass
        done.append((time.monotonic() - start) * 1e6)
    os.write(report, json.dumps(done).encode() + b'\n')


def begin(folder, cpus, thread, start, report):
    """Forked, in its group and on its CPUs before it begins."""
    ready, go = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if pid:
        os.close(ready)
        with open(folder + '/cgroup.procs', 'w') as file:
            file.write(str(pid))
        os.sched_setaffinity(pid, cpus)
        os.close(go)
        return pid
    try:
        os.close(go)
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
        os.read(ready, 1)
        if thread['does'] == 'loop':
            spin()
        elif thread['does'] != 'sleep':
            serve(thread['does'], start, report)
        signal.pause()
    finally:
        os._exit(0)


def end(pids):
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    for pid in pids:
        os.waitpid(pid, 0)
