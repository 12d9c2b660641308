"""
A line a case on stdin, a line of what was seen on stdout. setting.json says which files there may be, and how many
workers share the cases: each has a top group and processes of its own.
"""
import json
import os
import signal
import sys
import traceback

from case import Case
from members import Members
from tree import Tree


def work(tree, lines, out):
    members = Members()
    for line in lines:
        given = json.loads(line)
        try:
            said = Case(tree, members).play(given["users"], given["actions"])
        except Exception:
            said = {"lost": traceback.format_exc(limit=-2)}
        out.write(json.dumps(said, separators=(",", ":")) + "\n")
    out.close()
    for pid in members.pids.values():
        os.kill(pid, signal.SIGKILL)


def start(tree, lines, name):
    pid = os.fork()
    if pid == 0:
        with open(name, "w") as out:
            work(tree, lines, out)
        os._exit(0)
    return pid


def main():
    with open("setting.json") as file:
        setting = json.load(file)
    lines = sys.stdin.readlines()
    workers = range(setting["workers"])
    trees = [Tree(setting["version"], setting["files"], f"top{worker}") for worker in workers]
    trees[0].prepare()
    shares = [lines[worker :: len(workers)] for worker in workers]
    pids = [start(tree, share, f"seen.{tree.top}") for tree, share in zip(trees, shares)]
    for pid in pids:
        os.waitpid(pid, 0)
    seen = [open(f"seen.{tree.top}").readlines() for tree in trees]
    for at in range(len(lines)):
        sys.stdout.write(seen[at % len(workers)][at // len(workers)])


main()
