"""The processes of a case, as their parent sees them: who answers, who dies, and in which order."""
import json
import os
import select
import signal
import time

import actor
from groups import write

# Nobody is waited for longer (s).
PATIENCE = 60
# Who has had so much of a processor (s) for not one page more, and has not answered, is stuck. Who waits has none;
# over memory.high the kernel spends some on trying to reclaim.
STILL = 3

TICKS = os.sysconf("SC_CLK_TCK")


class Member:
    def __init__(self, name):
        orders, self.orders = os.pipe()
        self.answers, answers = os.pipe()
        self.name = name
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.orders)
            os.close(self.answers)
            actor.live(orders, answers)
        os.close(orders)
        os.close(answers)

    def tell(self, order):
        os.write(self.orders, f"{json.dumps(order)}\n".encode())

    def stand(self):
        """Its pages, and the seconds of a processor it has had."""
        try:
            with open(f"/proc/{self.pid}/stat") as file:
                fields = file.read().rpartition(")")[2].split()
            return fields[21], (int(fields[11]) + int(fields[12])) / TICKS
        except OSError:
            return None, 0

    def close(self):
        os.close(self.orders)
        os.close(self.answers)


class Members:
    def __init__(self, processes, folders, meanwhile):
        self.meanwhile = meanwhile
        self.living = {}
        self.dead = []
        for process in processes:
            member = self.living[process["name"]] = Member(process["name"])
            for order in (
                {"do": "move", "folder": folders[process["group"]]},
                {"do": "adjust", "adj": process.get("adj", 0)},
            ):
                if self.ask(member.name, order) != "done":
                    raise RuntimeError(f"{member.name} could not {order}")

    def ask(self, name, order):
        """Its answer; `killed` where it died instead, `stuck` where it gets no further."""
        member = self.living[name]
        member.tell(order)
        ready = select.poll()
        ready.register(member.answers, select.POLLIN | select.POLLHUP)
        before, since, start = None, 0, time.monotonic()
        while True:
            if ready.poll(100):
                return os.read(member.answers, 100).decode().strip() or "killed"
            self.meanwhile()
            self.bury()
            if name not in self.living:
                return "killed"
            pages, had = member.stand()
            if pages != before:
                before, since = pages, had
            elif had - since > STILL:
                return "stuck"
            if time.monotonic() - start > PATIENCE:
                raise RuntimeError(f"{name} has not come back from {order}")

    def bury(self):
        """Notes who has been killed since, in the order in which it is noticed."""
        for name, member in list(self.living.items()):
            pid, status = os.waitpid(member.pid, os.WNOHANG)
            if pid == 0:
                continue
            if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
                raise RuntimeError(f"{name} ended by itself: {status}")
            member.close()
            del self.living[name]
            self.dead.append(name)

    def bury_all(self, count):
        """Whoever the kernel says it has killed is waited for."""
        start = time.monotonic()
        while True:
            self.bury()
            if len(self.dead) >= count:
                return
            if time.monotonic() - start > PATIENCE:
                raise RuntimeError(f"{count} killed, but only {self.dead} died")
            time.sleep(0.002)

    def end(self):
        for member in self.living.values():
            os.kill(member.pid, signal.SIGKILL)
        for member in self.living.values():
            os.waitpid(member.pid, 0)
            member.close()
