"""What the kernel says of each kill, where it may be read: the first line names the victim."""
import os
import re

KILLED = re.compile(r"Killed process (\d+) ")


class KernelLog:
    def __init__(self):
        try:
            self.file = os.open("/dev/kmsg", os.O_RDONLY | os.O_NONBLOCK)
            os.lseek(self.file, 0, os.SEEK_END)
        except OSError:
            self.file = None
        self.tells = self.file is not None

    def killed(self):
        """The pids of those killed since it was asked last; None where the log may not be read."""
        if self.file is None:
            return None
        pids = []
        while True:
            try:
                found = KILLED.search(os.read(self.file, 8192).decode(errors="replace"))
            except BlockingIOError:
                return pids
            except BrokenPipeError:
                continue  # The log has gone round: lines were lost, the next are read.
            if found:
                pids.append(int(found[1]))
