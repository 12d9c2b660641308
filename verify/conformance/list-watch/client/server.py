"""The API server as the kubeconfig says: requests over one connection, each watch over one of its own."""
import base64
import http.client
import json
import os
import ssl
import tempfile
from urllib.parse import urlencode, urlsplit

PATIENCE = 20


def read_kubeconfig():
    with open(os.path.expanduser('~/.kube/config')) as file:
        return json.load(file)


class Server:
    def __init__(self):
        config = read_kubeconfig()
        cluster = config['clusters'][0]['cluster']
        self.at = urlsplit(cluster['server'])
        self.token = config['users'][0]['user']['token']
        self.namespace = config['contexts'][0]['context']['namespace']
        authority = base64.b64decode(cluster['certificate-authority-data']).decode()
        self.tls = ssl.create_default_context(cadata=authority)
        self.connection = None

    def connect(self):
        return http.client.HTTPSConnection(self.at.hostname, self.at.port, context=self.tls, timeout=PATIENCE)

    def path(self, resource, name=None, **query):
        path = f'/api/v1/namespaces/{self.namespace}/{resource}'
        return path + (f'/{name}' if name else '') + (f'?{urlencode(query)}' if query else '')

    def headers(self):
        return {'Authorization': f'Bearer {self.token}', 'Content-Type': 'application/json'}

    def ask(self, method, path, body=None):
        """(status, what was said)"""
        if self.connection is None:
            self.connection = self.connect()
        self.connection.request(method, path, body and json.dumps(body), self.headers())
        response = self.connection.getresponse()
        return response.status, json.loads(response.read())

    def watch(self, path):
        """(connection, response): events come line by line."""
        connection = self.connect()
        connection.request('GET', path, None, self.headers())
        return connection, connection.getresponse()
