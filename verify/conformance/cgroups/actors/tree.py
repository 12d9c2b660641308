"""The folders of a case: one top group in each hierarchy, all of it gone when the case is over."""
import os
import time

from kernel import read_text, write_text

ROOT = "/sys/fs/cgroup"


class Tree:
    def __init__(self, version, files):
        self.version = version
        self.files = files
        self.hierarchies = list(files)

    def base(self, hierarchy):
        return ROOT if self.version == "v2" else f"{ROOT}/{hierarchy}"

    def prepare(self):
        """What the folder given to us still lacks for groups below it."""
        if self.version == "v2":
            os.system(f"mount -o remount,favordynmods {ROOT} 2>/dev/null")
            write_text(f"{ROOT}/cgroup.subtree_control", "+cpuset +cpu +io +memory +pids")

    def begin(self):
        for hierarchy in self.hierarchies:
            top = self.base(hierarchy) + "/top"
            os.mkdir(top)
            if hierarchy == "cpuset":
                for file in ("cpuset.cpus", "cpuset.mems"):
                    write_text(f"{top}/{file}", read_text(f"{self.base(hierarchy)}/{file}"))

    def split(self, place):
        hierarchy, _, path = place.rpartition(":")
        return hierarchy or "unified", path

    def path_of(self, place):
        hierarchy, path = self.split(place)
        return (self.base(hierarchy) + "/top" + path).rstrip("/")

    def groups(self, hierarchy):
        """Every place below, parents first, with its folder."""
        top = self.base(hierarchy) + "/top"
        prefix = "" if hierarchy == "unified" else hierarchy + ":"
        for folder, names, _ in os.walk(top):
            names.sort()
            yield prefix + (folder[len(top):] or "/"), folder

    def all_groups(self):
        return [group for hierarchy in self.hierarchies for group in self.groups(hierarchy)]

    def leave(self, pids):
        """Everybody out, thawed, and the folders gone."""
        for hierarchy in self.hierarchies:
            folders = [folder for _, folder in self.groups(hierarchy)]
            thaw = "cgroup.freeze" if hierarchy == "unified" else "freezer.state"
            for folder in folders if hierarchy in ("unified", "freezer") else []:
                write_text(f"{folder}/{thaw}", "0" if hierarchy == "unified" else "THAWED")
            home = "/shell" if self.version == "v2" else ""
            for pid in pids:
                write_text(f"{self.base(hierarchy)}{home}/cgroup.procs", str(pid))
            for folder in reversed(folders):
                remove(folder)


def remove(folder):
    for attempt in range(200):
        try:
            return os.rmdir(folder)
        except OSError:
            if attempt == 199:
                raise
            time.sleep(0.005)
