"""What the kernel says of each kill, where it may be read: the first line names the victim."""
import os
import re

KILLED = re.compile(r"Killed process (\d+) ")


class KernelLog:
    def __init__(self):
        self.pids = []
        try:
            self.file = os.open("/dev/kmsg", os.O_RDONLY | os.O_NONBLOCK)
            os.lseek(self.file, 0, os.SEEK_END)
        except OSError:
            self.file = None
        self.tells = self.file is not None

    def begin(self):
        self.follow()
        self.pids = []

    def follow(self):
        """To be called often: the log is short, and who cannot go on fills it."""
        while self.file is not None:
            try:
                found = KILLED.search(os.read(self.file, 8192).decode(errors="replace"))
            except BlockingIOError:
                return
            except BrokenPipeError:
                continue  # The log has gone round: lines were lost, the next are read.
            if found:
                self.pids.append(int(found[1]))

    def victims(self, names):
        """Whom the kernel says it has killed since the beginning, in its order; nobody where it does not tell."""
        self.follow()
        return [names[pid] for pid in self.pids if pid in names]
