"""One case: its actions, what came of each, and what is in every file at the end."""
import os
import re
import time

from kernel import DONE, USER, attempt, failed, name_of, read_text, write_text
from members import Members
from tree import Tree, folders_in

NO_ACTOR = {"is": "no-actor"}
OF_PROCESSES = ("cgroup.procs", "cgroup.threads", "tasks")
NOBODY = 4_000_000
DELEGATED = ("cgroup.procs", "cgroup.threads", "cgroup.subtree_control", "tasks")


class Case:
    def __init__(self, tree: Tree, members: Members):
        self.tree = tree
        self.members = members
        self.froze = False

    def play(self, users, actions):
        self.members.begin(users)
        self.tree.begin()
        try:
            seen = [self.put(action) for action in actions]
            return {"seen": seen + [{"groups": self.look()}]}
        finally:
            self.tree.leave(self.froze)

    def put(self, action):
        outcome = getattr(self, action["do"])(action)
        if self.froze:
            self.settle()
        return {"outcome": outcome, "back": self.back(action)}

    def mkdir(self, action):
        return attempt(action["by"], lambda: os.mkdir(self.tree.path_of(action["at"])))

    def rmdir(self, action):
        outcome = attempt(action["by"], lambda: os.rmdir(self.tree.path_of(action["at"])))
        if outcome == DONE and action["at"].startswith("cpu:"):
            self.tree.bury()
        return outcome

    def delegate(self, action):
        folder = self.tree.path_of(action["at"])
        uid = USER if action["to"] == "user" else 0

        def give():
            os.chown(folder, uid, -1)
            for file in DELEGATED:
                if os.path.exists(f"{folder}/{file}"):
                    os.chown(f"{folder}/{file}", uid, -1)

        return attempt("root", give)

    def write(self, action):
        path = f"{self.tree.path_of(action['at'])}/{action['file']}"
        text = self.to_kernel(action["file"], action["text"]) + "\n"
        doomed = self.within(action["at"]) if action["file"] == "cgroup.kill" else []
        outcome = attempt(action["by"], lambda: write_text(path, text))
        if outcome == DONE:
            self.froze = self.froze or (action["file"] in ("cgroup.freeze", "freezer.state"))
            for number in doomed:
                self.members.buried(number)
        return outcome

    def read(self, action):
        try:
            text = {}

            def look():
                text["text"] = self.content(self.tree.path_of(action["at"]), action["file"])

            outcome = attempt(action["by"], look)
            return {"is": "text", **text} if outcome == DONE else outcome
        except OSError as error:
            return failed(error)

    def fork(self, action):
        numbers = self.members.numbers
        if action["by"] not in numbers or action["as"] in numbers or self.is_frozen(action["by"]):
            return NO_ACTOR
        error = self.members.fork(action["by"], action["as"])
        return failed(OSError(error, "")) if error else DONE

    def exit(self, action):
        if action["by"] not in self.members.numbers or self.is_frozen(action["by"]):
            return NO_ACTOR
        self.members.end(action["by"])
        return DONE

    def to_kernel(self, file, text):
        number = text.strip()
        if file not in OF_PROCESSES or not re.fullmatch("[1-9][0-9]*", number):
            return text
        known = int(number) in self.members.numbers
        return text.replace(number, str(self.members.pid_of(int(number)) if known else NOBODY))

    def content(self, folder, file):
        """`folder` by its path, or opened."""
        path = f"{folder}/{file}" if isinstance(folder, str) else file
        text = read_text(path, None if isinstance(folder, str) else folder)
        if file not in OF_PROCESSES:
            return text
        return "\n".join(str(number) for number in sorted(self.members.number_of(int(pid)) for pid in text.split()))

    def back(self, action):
        if action["do"] != "write" or action["file"] == "cgroup.kill":
            return None
        try:
            return self.content(self.tree.path_of(action["at"]), action["file"])
        except OSError as error:
            return name_of(error)

    def look(self):
        return [[place, self.files_in(place, folder)] for place, folder in sorted(self.tree.all_groups())]

    def files_in(self, place, folder):
        found = {}
        there = set(os.listdir(folder))
        opened = os.open(folder, os.O_PATH)
        for file in self.tree.files[self.tree.split(place)[0]]:
            if file not in there:
                continue
            try:
                found[file] = self.content(opened, file)
            except OSError as error:
                found[file] = name_of(error)
        os.close(opened)
        return found

    def within(self, place):
        """The numbers of those in the group and below."""
        threads = []
        for folder in folders_in(self.tree.path_of(place)):
            threads += read_text(f"{folder}/cgroup.threads").split()
        return [number for number in map(self.members.number_of, map(int, threads)) if number > 0]

    def freezing(self):
        """Groups with what was asked of them: (folder, is it to be frozen, is it)."""
        v2 = self.tree.version == "v2"
        asked = {}
        for _, folder in self.tree.groups("unified" if v2 else "freezer"):
            own = read_text(f"{folder}/{'cgroup.freeze' if v2 else 'freezer.self_freezing'}") == "1"
            asked[folder] = own or asked.get(os.path.dirname(folder), False)
            is_so = "frozen 1" in read_text(f"{folder}/cgroup.events") if v2 else (
                read_text(f"{folder}/freezer.state") == "FROZEN")
            yield folder, asked[folder], is_so

    def settle(self):
        """Freezing takes its time: ten seconds at most, then whatever is the case is seen."""
        for _ in range(2000):
            if all(asked == is_so for _, asked, is_so in self.freezing()):
                return
            time.sleep(0.005)

    def is_frozen(self, number):
        if not self.froze:
            return False
        pid = str(self.members.pid_of(number))
        file = "cgroup.threads" if self.tree.version == "v2" else "tasks"
        return any(asked and pid in read_text(f"{folder}/{file}").split() for folder, asked, _ in self.freezing())
