"""One case: ConfigMaps with a label of their own, a selector that asks for some of them, and one client."""
import json

from versions import Numbers
from server import Server

SENTINEL = 'zz'


class Case:
    def __init__(self, server, place):
        self.server = server
        self.place = place
        self.numbers = Numbers()
        self.cache = {}
        self.at = None  # the version as the server writes it
        self.heard = 0  # and its number
        self.forgotten = 0
        self.connection = None
        self.response = None
        self.secret = None
        self.asked = 0

    def full(self, name):
        return f'{self.place}-{name}'

    def short(self, item):
        return item['metadata']['name'].removeprefix(f'{self.place}-')

    def selector(self, matches='yes'):
        return f'place={self.place},matches={matches}'

    def run(self, actions):
        seen = [getattr(self, 'do_' + action['do'])(action) for action in actions]
        return [*seen, self.end()]

    def refused(self, said):
        return {'is': 'refused', 'reason': said['reason'], 'code': said['code']}

    def written(self, said):
        return {'is': 'written', 'version': self.numbers.wrote(said['metadata']['resourceVersion'])}

    def post(self, name, matches):
        labels = {'place': self.place, 'matches': 'yes' if matches else 'no'}
        body = {'metadata': {'name': self.full(name), 'labels': labels}, 'data': {'n': '1'}}
        return self.server.ask('POST', self.server.path('configmaps'), body)

    def do_create(self, action):
        status, said = self.post(action['name'], action['matches'])
        return self.written(said) if status == 201 else self.refused(said)

    def path(self, name):
        return self.server.path('configmaps', self.full(name))

    def put(self, item):
        status, said = self.server.ask('PUT', self.path(self.short(item)), item)
        return self.written(said) if status == 200 else self.refused(said)

    def change(self, name, edit):
        status, item = self.server.ask('GET', self.path(name))
        if status != 200:
            return self.refused(item)
        edit(item)
        return self.put(item)

    def do_update(self, action):
        def count(item):
            item['data']['n'] = str(int(item['data']['n']) + 1)

        name = action['name']
        if action['based'] == 'cache' and name in self.cache:
            cached = json.loads(json.dumps(self.cache[name]))
            del cached['metadata']['uid']  # of whom it speaks by name, version and nothing else
            count(cached)
            return self.put(cached)
        return self.change(name, count)

    def do_relabel(self, action):
        def flip(item):
            labels = item['metadata']['labels']
            labels['matches'] = 'no' if labels['matches'] == 'yes' else 'yes'

        return self.change(action['name'], flip)

    def do_rewrite(self, action):
        return self.change(action['name'], lambda item: None)

    def do_delete(self, action):
        _, item = self.server.ask('GET', self.path(action['name']))
        status, said = self.server.ask('DELETE', self.path(action['name']))
        if status != 200:
            return self.refused(said)
        watched = item['metadata']['labels']['matches'] == 'yes'
        return {'is': 'written', 'version': self.numbers.removed(action['name'], watched)}

    def do_elsewhere(self, action):
        path = self.server.path('secrets')
        if self.secret is None:
            body = {'metadata': {'name': self.place}, 'stringData': {'n': '0'}}
            status, self.secret = self.server.ask('POST', path, body)
        else:
            body = {**self.secret, 'stringData': {'n': str(self.numbers.last)}}
            status, self.secret = self.server.ask('PUT', f'{path}/{self.place}', body)
        if status not in (200, 201):
            raise RuntimeError(self.secret)
        return self.written(self.secret)

    def now(self):
        """A version after all that was written: one counter is for all, so a secret nobody counts has it."""
        body = {'metadata': {'name': f'{self.place}-now'}}
        _, said = self.server.ask('POST', self.server.path('secrets'), body)
        if said['kind'] == 'Status':
            body['metadata']['annotations'] = {'n': str(self.asked)}
            _, said = self.server.ask('PUT', self.server.path('secrets', f'{self.place}-now'), body)
        self.asked += 1
        return said['metadata']['resourceVersion']

    def listing(self, matches='yes'):
        """Not older than now: without these words a server over kine has once in a while said what was before."""
        fresh = {'resourceVersion': self.now(), 'resourceVersionMatch': 'NotOlderThan'}
        query = {'labelSelector': self.selector(matches), **fresh}
        status, said = self.server.ask('GET', self.server.path('configmaps', **query))
        if status != 200:
            raise RuntimeError(said)
        return said['metadata']['resourceVersion'], {self.short(item): item for item in said['items']}

    def do_list(self, action):
        self.hang_up()
        self.at, self.cache = self.listing()
        self.heard = self.numbers.last
        return {'is': 'listed', 'names': sorted(self.cache), 'version': self.heard}

    def do_watch(self, action):
        since = '1' if self.heard < self.forgotten else self.at
        query = {'watch': 1, 'resourceVersion': since, 'labelSelector': self.selector()}
        self.connection, self.response = self.server.watch(self.server.path('configmaps', **query))
        if self.response.status != 200:
            return self.not_watching(json.loads(self.response.read()))
        if since != '1':
            return {'is': 'done'}
        event = json.loads(self.response.readline())
        if event['type'] != 'ERROR':
            return {'is': 'done'}
        return self.not_watching(event['object'])

    def not_watching(self, said):
        self.hang_up()
        return self.refused(said)

    def next_event(self):
        line = self.response.readline()
        if not line:
            raise RuntimeError('the server ended the watch')
        event = json.loads(line)
        if event['type'] == 'ERROR':
            raise RuntimeError(event['object'])
        item = event['object']
        name, version = self.short(item), item['metadata']['resourceVersion']
        if name == SENTINEL:
            return None, None
        number = self.numbers.heard(name, version, self.heard)
        return {'type': event['type'], 'name': name, 'version': number}, item

    def do_receive(self, action):
        event, item = self.next_event()
        self.at, self.heard = item['metadata']['resourceVersion'], event['version']
        if event['type'] == 'DELETED':
            self.cache.pop(event['name'], None)
        else:
            self.cache[event['name']] = item
        return {'is': 'event', 'event': event}

    def do_cut(self, action):
        self.hang_up()
        return {'is': 'done'}

    def do_compact(self, action):
        self.forgotten = self.numbers.last
        return {'is': 'done'}

    def hang_up(self):
        if self.connection:
            self.connection.close()
        self.connection = self.response = None

    def rows(self, items):
        number = lambda item: self.numbers.wrote(item['metadata']['resourceVersion'])
        return [[name, number(item), int(item['data']['n'])] for name, item in sorted(items.items())]

    def rest(self):
        """What comes before an object that is made to come last."""
        if not self.response:
            return []
        self.post(SENTINEL, True)
        events = []
        while (event := self.next_event()[0]) is not None:
            events.append(event)
            self.heard = event['version']
        return events

    def end(self):
        _, matching = self.listing()
        _, others = self.listing('no')
        rows = {'matching': self.rows(matching), 'others': self.rows(others), 'cache': self.rows(self.cache)}
        return {'is': 'end', **rows, 'onTheWay': self.rest()}
