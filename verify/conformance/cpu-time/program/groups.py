"""The tree of cgroups of one case, below the sandbox's own group: v2's files, or v1's."""
import errno, os, time

V2 = os.path.exists('/sys/fs/cgroup/cgroup.controllers')
BASE = '/sys/fs/cgroup' if V2 else '/sys/fs/cgroup/cpu'


def write(path, value):
    with open(path, 'w') as file:
        file.write(str(value))


def prepare():
    """The sandbox's own group at the highest weight: against it, others on the machine hardly count."""
    if V2:
        write(BASE + '/cgroup.subtree_control', '+cpu')
        write(BASE + '/cpu.weight', 10000)
    else:
        write(BASE + '/cpu.shares', 262144)


def limit(path, quota):
    if V2:
        write(path + '/cpu.max', '%d %d' % (quota['max'], quota['period']))
        write(path + '/cpu.max.burst', quota['burst'])
    else:
        write(path + '/cpu.cfs_period_us', quota['period'])
        write(path + '/cpu.cfs_quota_us', quota['max'])
        write(path + '/cpu.cfs_burst_us', quota['burst'])


def make(name, groups):
    """A folder a group, by the group's name; '' is the top of the tree."""
    folders = {'': BASE + '/' + name}
    os.mkdir(folders[''])
    outer = {group['parent'] for group in groups}
    for group in [{'name': ''}] + groups:
        path = folders.get(group['name'])
        if path is None:
            path = folders[group['name']] = folders[group['parent']] + '/' + group['name']
            os.mkdir(path)
            if V2:
                write(path + '/cpu.weight', group['weight'])
            else:
                write(path + '/cpu.shares', round(group['weight'] * 1024 / 100))
            if 'quota' in group:
                limit(path, group['quota'])
        if V2 and group['name'] in outer:
            write(path + '/cgroup.subtree_control', '+cpu')
    return folders


def stat(path):
    """What cpu.stat counts, in v2's words and units."""
    with open(path + '/cpu.stat') as file:
        said = {key: int(value) for key, value in map(str.split, file)}
    time_of = lambda v2, v1: said[v2] if V2 else said[v1] // 1000
    return {
        'periods': said.get('nr_periods', 0),
        'throttled': said.get('nr_throttled', 0),
        'throttledTime': time_of('throttled_usec', 'throttled_time'),
        'bursts': said.get('nr_bursts', 0),
        'burstTime': time_of('burst_usec', 'burst_time') if said.get('nr_bursts') is not None else 0,
    }


def remove(folders):
    """Innermost first; a group is busy until those who ended in it are gone."""
    for path in sorted(folders.values(), key=len, reverse=True):
        for patience in range(500):
            try:
                os.rmdir(path)
                break
            except OSError as error:
                if error.errno == errno.ENOENT:
                    break
                time.sleep(0.01)
