"""Reads cases, a line of JSON each; prints what was seen of each, in their order."""
import json, os, sys, time

import groups, measure

MACHINE = sorted(os.sched_getaffinity(0))
LONGEST = 0.12  # a period of any of the cases, and some more


def width(case):
    """How many CPUs it uses: those that use one can be seen two at a time, each on its own."""
    used = {thread['cpu'] for group in case['groups'] for thread in group['threads'] if thread['does'] != 'sleep'}
    return len(case['cpus']) if used - {0} else 1


def rounds(cases):
    """Which cases are seen together."""
    narrow = [case for case in cases if width(case) == 1 and not measure.serves(case)]
    for at in range(0, len(narrow), len(MACHINE)):
        yield narrow[at : at + len(MACHINE)]
    for case in cases:
        if width(case) > 1 or measure.serves(case):
            yield [case]


def cpus_for(case, at):
    """The first of the case's CPUs is the machine's `at`th."""
    turned = MACHINE[at:] + MACHINE[:at]
    return turned[: len(case['cpus'])]


def watch(case):
    """From the first job to the last: nobody in their groups has run before."""
    time.sleep(max(0, case['start'] - time.monotonic() - 0.002))
    before = measure.look(case)
    phases = measure.find_phases(case, case['start'], 1.5)
    done = measure.read_done(case)
    after = measure.look(case)
    case['timed'] = {'phases': phases, 'done': done}
    return [before], [after]


def see(together):
    placed = [(case, cpus_for(case, at)) for at, case in enumerate(together)]
    try:
        for at, (case, cpus) in enumerate(placed):
            measure.place(case, 'tree-%d' % at, cpus)
        if any(map(measure.serves, together)):
            before, after = watch(placed[0][0])
        else:
            time.sleep(measure.SETTLE)
            before = []
            for case, _ in placed:
                before.append(measure.look(case))
                case['timed'] = {'phases': measure.find_phases(case, before[-1]['at'], LONGEST)}
            time.sleep(max(case['seconds'] for case in together))
            after = [measure.look(case) for case, _ in placed]
        for (case, cpus), old, new in zip(placed, before, after):
            case['seen'] = measure.difference(case, cpus, old, new)
    finally:
        for case in together:
            measure.clear(case)


def main():
    groups.prepare()
    cases = [json.loads(line) for line in sys.stdin]
    for together in rounds(cases):
        see(together)
    for case in cases:
        print(json.dumps(case['seen']))


main()
