"""One case: its actions, what came of each, and who died."""
import errno

from groups import Groups
from members import Members

NO_ACTOR = {"is": "no-actor"}


def worded(answer):
    if answer in ("done", "killed", "stuck"):
        return {"is": answer}
    return {"is": "error", "errno": answer}


class Case:
    def __init__(self, given, log):
        self.log = log
        self.actions = given["actions"]
        self.groups = Groups(given["input"]["groups"])
        self.members = None
        self.input = given["input"]
        self.where = {process["name"]: process["group"] for process in self.input["processes"]}

    def play(self):
        """What was seen after each action, and how often the kernel chose whom to kill."""
        try:
            self.members = Members(self.input["processes"], self.groups.folders, self.log.follow)
            self.names = {member.pid: name for name, member in self.members.living.items()}
            self.log.begin()
            return [self.put(action) for action in self.actions], self.choices()
        finally:
            if self.members:
                self.members.end()
            self.groups.remove()

    def put(self, action):
        before = len(self.members.dead)
        outcome = self.do(action)
        self.members.bury_all(self.killed())
        dead = self.members.dead[before:]
        return {
            "outcome": outcome,
            "first": (self.log.victims(self.names) or dead or [None])[0] if dead else None,
            "dead": sorted(dead),
            "events": self.groups.look(self.counted_again(), action["do"] == "limit"),
        }

    def killed(self):
        """How many the kernel has killed; where it tells, it may do so before it counts."""
        return max(self.groups.killed(), len(set(self.log.victims(self.names))))

    def counted_again(self):
        """Who is named twice dies with a group: the kernel goes over the one it has killed already."""
        named = self.log.victims(self.names)
        return [self.where[name] for name in set(named) for _ in range(named.count(name) - 1)]

    def choices(self):
        """Who dies with a group was not chosen."""
        as_groups = self.groups.died_together()
        alone = [name for name in self.members.dead if not self.groups.is_within(self.where[name], as_groups)]
        return sum(as_groups.values()) + len(alone)

    def do(self, action):
        if "by" not in action:
            return self.set(action)
        if action["by"] not in self.members.living:
            return NO_ACTOR
        order = dict(action)
        if action["do"] == "move":
            order["folder"] = self.groups.folders[action["to"]]
            self.where[action["by"]] = action["to"]
        return worded(self.members.ask(action["by"], order))

    def set(self, action):
        try:
            if action["do"] == "limit":
                self.groups.limit(action["group"], action["max"])
            else:
                self.groups.together(action["group"], action["on"])
            return {"is": "done"}
        except OSError as error:
            return {"is": "error", "errno": errno.errorcode[error.errno]}
