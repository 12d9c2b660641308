"""One case: its tree is made and set to work, and seen at the beginning and at the end of a stretch of time."""
import os, time

import groups, loops

SETTLE = 0.6  # the kernel's memory of load fades by half in 32 ms
TICK = 1e6 / os.sysconf('SC_CLK_TCK')


def idle(cpus):
    """How long these CPUs have had nothing to do, in microseconds."""
    with open('/proc/stat') as file:
        rows = [line.split() for line in file if line.startswith('cpu')]
    by_name = {row[0]: (int(row[4]) + int(row[5])) * TICK for row in rows}
    return [by_name['cpu%d' % cpu] for cpu in cpus]


def look(case, cpus):
    """All clocks as close together as may be: whoever is interrupted between them looks again."""
    for patience in range(50):
        begun = time.monotonic()
        seen = {
            'used': [loops.used(pid) for _, _, pid in case['running']],
            'stats': {name: groups.stat(case['folders'][name]) for name in case['limited']},
            'idle': idle(cpus),
        }
        seen['at'] = time.monotonic()
        if seen['at'] - begun < 0.002:
            break
    return seen


def first_period(path, until):
    """When a period begins: the count of those that are over goes up."""
    before = groups.stat(path)['periods']
    while time.monotonic() < until:
        if groups.stat(path)['periods'] > before:
            return time.monotonic()
        time.sleep(0.0005)
    return None


def place(case, name, cpus):
    """`cpus`: which of the machine's CPUs stand for the case's."""
    case['folders'] = groups.make(name, case['groups'])
    case['limited'] = [group['name'] for group in case['groups'] if 'quota' in group]
    case['pipes'] = os.pipe()
    case['start'] = time.monotonic() + 0.2
    case['running'] = [
        (group['name'], at, loops.begin(case['folders'][group['name']], cpus if thread['cpu'] == 'any' else {cpus[thread['cpu']]}, thread, case['start'], case['pipes'][1]))
        for group in case['groups']
        for at, thread in enumerate(group['threads'])
    ]


def clear(case):
    loops.end([pid for _, _, pid in case.get('running', [])])
    for end in case.get('pipes', ()):
        os.close(end)
    groups.remove(case.get('folders', {}))


def difference(case, cpus, before, after):
    """What happened between two looks, in the model's words."""
    usage = {}
    received = [0.0] * len(cpus)
    for (name, at, _), old, new in zip(case['running'], before['used'], after['used']):
        usage.setdefault(name, []).append(round(new - old))
        thread = next(group for group in case['groups'] if group['name'] == name)['threads'][at]
        received[0 if thread['cpu'] == 'any' else thread['cpu']] += new - old
    return {
        'wall': round((after['at'] - before['at']) * 1e6),
        'received': [round(each) for each in received],
        'idle': [round(new - old) for old, new in zip(before['idle'], after['idle'])],
        'usage': usage,
        'stats': {
            name: {key: new[key] - before['stats'][name][key] for key in new}
            for name, new in after['stats'].items()
        },
    }
