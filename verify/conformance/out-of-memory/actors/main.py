"""Reads cases, a line of JSON each; prints what was seen of each, in their order."""
import gc
import json
import os
import sys

import groups
from case import Case
from kernel_log import KernelLog

# The kernel may choose again before the pages of its first victim are back; such a case is put once more.
ATTEMPTS = 12


def first_of(steps):
    return next((step["first"] for step in steps if step["first"]), None)


def play(given, log):
    firsts = []
    for attempt in range(ATTEMPTS):
        steps, choices = Case(given, log).play()
        firsts.append(first_of(steps))
        # Where the log names the first victim, an attempt with another one is what is to be seen.
        differs = log.tells and firsts[0] != firsts[-1]
        if choices <= 1 or differs:
            break
    return {"steps": steps, "attempts": attempt + 1}


def main():
    groups.prepare()
    log = KernelLog()
    # What a child shares with its parent stays shared: it is charged for little of its own.
    gc.freeze()
    gc.disable()
    # On one processor a victim is seldom overtaken on its way out by whoever waits for its pages.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for line in sys.stdin:
        try:
            said = play(json.loads(line), log)
        except Exception as error:
            said = {"lost": f"{type(error).__name__}: {error}"}
        print(json.dumps(said), flush=True)


main()
