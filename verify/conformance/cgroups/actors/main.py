"""A line a case on stdin, a line of what was seen on stdout. setting.json says which files there may be."""
import json
import os
import signal
import sys

from case import Case
from members import Members
from tree import Tree

with open("setting.json") as file:
    tree = Tree(**json.load(file))
tree.prepare()
members = Members()
for line in sys.stdin:
    given = json.loads(line)
    try:
        said = Case(tree, members).play(given["users"], given["actions"])
    except Exception as error:
        said = {"lost": f"{type(error).__name__}: {error}"}
    print(json.dumps(said, separators=(",", ":")), flush=True)
for pid in members.pids.values():
    os.kill(pid, signal.SIGKILL)
