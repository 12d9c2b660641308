"""A line of JSON for each case on stdin: what each action was answered, and what there was at the end."""
import json
import secrets
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from threading import local

from case import Case
from server import Server

SIDE_BY_SIDE = 6
run = secrets.token_hex(4)
mine = local()


def observe(numbered):
    number, line = numbered
    case = None
    try:
        if not hasattr(mine, 'server'):
            mine.server = Server()
        case = Case(mine.server, f'c{run}-{number}')
        return {'seen': case.run(json.loads(line))}
    except Exception:  # a fault of this client; whoever asked is to hear of it
        mine.__dict__.clear()
        return {'lost': traceback.format_exc(limit=-4)}
    finally:
        if case:
            case.hang_up()


with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
    for told in pool.map(observe, enumerate(sys.stdin)):
        print(json.dumps(told))
