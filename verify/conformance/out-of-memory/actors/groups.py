"""The memory cgroups of a case, below the sandbox's own: v2's files, or v1's."""
import errno
import os
import time

V2 = os.path.exists("/sys/fs/cgroup/cgroup.controllers")
BASE = "/sys/fs/cgroup" if V2 else "/sys/fs/cgroup/memory"
PAGE = 4096
MAX = "memory.max" if V2 else "memory.limit_in_bytes"


def write(path, value):
    with open(path, "w") as file:
        file.write(str(value))


def read(path):
    with open(path) as file:
        return file.read()


def numbers(path):
    return {key: int(value) for key, value in map(str.split, read(path).splitlines())}


def prepare():
    if V2:
        write(f"{BASE}/cgroup.subtree_control", "+memory")


class Groups:
    """A folder a group, by its name; parents come before children."""

    def __init__(self, groups):
        self.folders = {}
        parents = {group.get("parent") for group in groups}
        for group in groups:
            name = group["name"]
            above = self.folders[group["parent"]] if "parent" in group else BASE
            path = self.folders[name] = f"{above}/{name}"
            os.mkdir(path)
            self.furnish(path, group)
            if V2 and name in parents:
                write(f"{path}/cgroup.subtree_control", "+memory")

    def furnish(self, path, group):
        # Nothing may be written to a disk instead of being killed for.
        if os.path.exists(f"{path}/memory.swap.max"):
            write(f"{path}/memory.swap.max", 0)
        if not V2:
            write(f"{path}/memory.swappiness", 0)
        if "max" in group:
            self.limit(group["name"], group["max"])
        if "high" in group:
            write(f"{path}/memory.high", group["high"] * PAGE)
        if group.get("together"):
            self.together(group["name"], True)

    def limit(self, name, pages):
        write(f"{self.folders[name]}/{MAX}", pages * PAGE)

    def together(self, name, on):
        path = f"{self.folders[name]}/memory.oom.group"
        if not os.path.exists(path):
            raise OSError(errno.ENOENT, path)
        write(path, int(on))

    def events(self, name):
        """What has happened, in the model's words."""
        path = self.folders[name]
        if not V2:
            kills = numbers(f"{path}/memory.oom_control")["oom_kill"]
            return {"group": name, "max": int(read(f"{path}/memory.failcnt")) > 0, "kills": kills}
        said = numbers(f"{path}/memory.events")
        return {
            "group": name,
            "high": said["high"] > 0,
            "max": said["max"] > 0,
            "oom": said["oom"] > 0,
            "kills": said["oom_kill"],
            "groupKills": said["oom_group_kill"],
        }

    def look(self, counted_again, limiting):
        """Without what is not sure: a death that is counted twice, and `max` while a limit is being lowered."""
        rows = [self.events(name) for name in self.folders]
        for row in rows:
            row["kills"] -= sum(self.is_within(name, [row["group"]]) for name in counted_again)
            if limiting:
                del row["max"]
        return rows

    def local(self):
        """What each group counts for itself alone, by its name."""
        file = "memory.events.local" if V2 else "memory.oom_control"
        return {name: numbers(f"{path}/{file}") for name, path in self.folders.items()}

    def killed(self):
        """How many the kernel has killed at least. A group that dies as a whole may count one of its dead twice."""
        return sum(said["oom_kill"] - said.get("oom_group_kill", 0) for said in self.local().values())

    def died_together(self):
        """How often each group died as a whole, where it did."""
        times = {name: said.get("oom_group_kill", 0) for name, said in self.local().items()}
        return {name: count for name, count in times.items() if count > 0}

    def is_within(self, name, tops):
        return any(f"{self.folders[name]}/".startswith(f"{self.folders[top]}/") for top in tops)

    def remove(self):
        """Innermost first; a group is busy until those who ended in it are gone."""
        for path in sorted(self.folders.values(), key=len, reverse=True):
            for _ in range(500):
                try:
                    os.rmdir(path)
                    break
                except OSError as error:
                    if error.errno == errno.ENOENT:
                        break
                    time.sleep(0.01)
