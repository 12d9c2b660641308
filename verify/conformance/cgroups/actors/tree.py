"""The folders of a case: one top group in each hierarchy, all of it gone when the case is over."""
import os
import time

from kernel import read_text, write_text

ROOT = "/sys/fs/cgroup"


class Tree:
    def __init__(self, version, files, top):
        self.version = version
        self.top = top
        self.files = files
        self.hierarchies = list(files)
        # of a machine on which nothing has been removed yet
        self.elsewhere = self.count_on_v1() - len(list(folders_in(self.base("cpu")))) if version == "v1" else 0

    def base(self, hierarchy):
        return ROOT if self.version == "v2" else f"{ROOT}/{hierarchy}"

    def prepare(self):
        """What the folder given to us still lacks for groups below it."""
        if self.version == "v2":
            os.system(f"mount -o remount,favordynmods {ROOT} 2>/dev/null")
            write_text(f"{ROOT}/cgroup.subtree_control", "+cpuset +cpu +io +memory +pids")

    def count_on_v1(self):
        """Groups of the cpu hierarchy on this machine, those among them that are removed and not yet gone."""
        line = next(line for line in read_text("/proc/cgroups").split("\n") if line.startswith("cpu\t"))
        return int(line.split()[2])

    def bury(self):
        """A removed group's quota is held against its parent's until the kernel has let go of it."""
        for _ in range(4000):
            try:
                there = len(list(folders_in(self.base("cpu"))))
                if self.count_on_v1() - there <= self.elsewhere:
                    return
            except FileNotFoundError:
                pass  # the other actor has removed one meanwhile
            time.sleep(0.005)

    def begin(self):
        for hierarchy in self.hierarchies:
            top = f"{self.base(hierarchy)}/{self.top}"
            os.mkdir(top)
            if hierarchy == "cpuset":
                for file in ("cpuset.cpus", "cpuset.mems"):
                    write_text(f"{top}/{file}", read_text(f"{self.base(hierarchy)}/{file}"))

    def split(self, place):
        hierarchy, _, path = place.rpartition(":")
        return hierarchy or "unified", path

    def path_of(self, place):
        hierarchy, path = self.split(place)
        return f"{self.base(hierarchy)}/{self.top}{path}".rstrip("/")

    def groups(self, hierarchy):
        """Every place below, parents first, with its folder."""
        top = f"{self.base(hierarchy)}/{self.top}"
        prefix = "" if hierarchy == "unified" else hierarchy + ":"
        for folder in folders_in(top):
            yield prefix + (folder[len(top):] or "/"), folder

    def all_groups(self):
        return [group for hierarchy in self.hierarchies for group in self.groups(hierarchy)]

    def leave(self, froze):
        """Everybody out, thawed, and the folders gone."""
        home = "/shell" if self.version == "v2" else ""
        members = "cgroup.threads" if self.version == "v2" else "tasks"
        for hierarchy in self.hierarchies:
            folders = [folder for _, folder in self.groups(hierarchy)]
            if froze:
                thaw(hierarchy, folders)
            for folder in reversed(folders):
                for pid in read_text(f"{folder}/{members}").split():
                    write_text(f"{self.base(hierarchy)}{home}/cgroup.procs", pid)
                remove(folder)


def thaw(hierarchy, folders):
    words = {"unified": ("cgroup.freeze", "0"), "freezer": ("freezer.state", "THAWED")}
    if hierarchy in words:
        file, word = words[hierarchy]
        for folder in folders:
            write_text(f"{folder}/{file}", word)


def folders_in(folder):
    yield folder
    with os.scandir(folder) as entries:
        below = sorted(entry.path for entry in entries if entry.is_dir())
    for each in below:
        yield from folders_in(each)


def remove(folder):
    for attempt in range(4000):
        try:
            return os.rmdir(folder)
        except OSError:
            if attempt == 3999:
                raise
            time.sleep(0.005)
