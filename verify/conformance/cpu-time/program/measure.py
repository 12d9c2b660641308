"""One case: its tree is made and set to work, and seen at the beginning and at the end of a stretch of time."""
import json, os, time

import groups, loops

SETTLE = 0.9  # the kernel's memory of load fades by half in 32 ms


def look(case):
    """All clocks as close together as may be: whoever is interrupted between them looks again."""
    for patience in range(50):
        begun = time.monotonic()
        seen = {
            'used': [loops.used(pid) for _, _, pid in case['running']],
            'stolen': [loops.stolen_from(case['stolen'], at) for at in range(len(case['running']))],
            'stats': {name: groups.stat(case['folders'][name]) for name in case['limited']},
        }
        seen['at'] = time.monotonic()
        if seen['at'] - begun < 0.002:
            break
    return seen


def serves(case):
    return any(isinstance(thread['does'], list) for group in case['groups'] for thread in group['threads'])


def find_phases(case, origin, patience):
    """
    When the next period of each group begins, after the origin: one more is counted then. Left out are groups whose
    timer stands still.
    """
    phases = {}
    before = {name: groups.stat(case['folders'][name])['periods'] for name in case['limited']}
    while len(phases) < len(before) and time.monotonic() < origin + patience:
        for name in before:
            if name not in phases and groups.stat(case['folders'][name])['periods'] > before[name]:
                phases[name] = round((time.monotonic() - origin) * 1e6)
        time.sleep(0.0003)
    return phases


def read_done(case):
    """What the threads with jobs say once all of these are done."""
    expected = sum(isinstance(thread['does'], list) for group in case['groups'] for thread in group['threads'])
    with os.fdopen(os.dup(case['pipes'][0])) as file:
        told = dict(json.loads(file.readline()) for _ in range(expected))
    return [told[at] for at in sorted(told)]


def place(case, name, cpus):
    """`cpus`: which of the machine's CPUs stand for the case's."""
    case['folders'] = groups.make(name, case['groups'])
    case['limited'] = [group['name'] for group in case['groups'] if 'quota' in group]
    case['pipes'] = os.pipe()
    case['start'] = time.monotonic() + 0.45
    threads = [(group['name'], thread) for group in case['groups'] for thread in group['threads']]
    case['stolen'] = loops.board(len(threads))
    case['running'] = []
    for at, (group, thread) in enumerate(threads):
        pid = loops.begin(thread, case['start'], case['pipes'][1], case['stolen'], at)
        case['running'].append((group, 0 if thread['cpu'] == 'any' else thread['cpu'], pid))
    for (group, thread), (_, _, pid) in zip(threads, case['running']):
        its = cpus if thread['cpu'] == 'any' else {cpus[thread['cpu']]}
        loops.put(pid, case['folders'][group], its)


def clear(case):
    loops.end([pid for _, _, pid in case.get('running', [])])
    for end in case.get('pipes', ()):
        os.close(end)
    groups.remove(case.get('folders', {}))


def difference(case, cpus, before, after):
    """What happened between two looks, in the model's words."""
    usage = {}
    received = [0.0] * len(cpus)
    stolen = [0.0] * len(cpus)
    for at, (name, cpu, _) in enumerate(case['running']):
        had = after['used'][at] - before['used'][at]
        usage.setdefault(name, []).append(round(had))
        received[cpu] += had
        stolen[cpu] += after['stolen'][at] - before['stolen'][at]
    return {
        'wall': round((after['at'] - before['at']) * 1e6),
        'received': [round(each) for each in received],
        'stolen': [round(each) for each in stolen],
        'usage': usage,
        'stats': {
            name: {key: new[key] - before['stats'][name][key] for key in new}
            for name, new in after['stats'].items()
        },
        **case.get('timed', {}),
    }
