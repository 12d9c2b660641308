"""
Runs programs of the model `namespaces` with real processes, and says what was seen. It knows nothing of the model.

Each case gets a PID namespace of its own. Its process 1 and everyone born in it are actors: they wait for an order,
ask the kernel for it, and answer what the kernel said. A name given at a birth is played: the name and default signal
handlers, without exec. The supervisor stands outside and looks at the actors in its own /proc, once everyone
has come to rest.

stdin: a case a line; stdout: a line with this place's level, then what was seen, a line each.
"""

import gc
import json
import signal
import socket
import sys

from actor import pairs
from case import Case
from kernel import Lost
from place import go_deeper, measure_level, say, settle_here
from programs import lay_out_programs

SLOTS = 48


def main(wanted, mapping):
    settle_here(mapping)
    lay_out_programs()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()  # a collection would copy every page that is shared with the parent
    level = measure_level()
    while level < wanted - 1:
        go_deeper()
        level += 1
    for _ in range(SLOTS):
        near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        far.set_inheritable(True)  # what exec starts listens on it
        pairs.append((near, far))
    say({'level': level + 1})
    for line in sys.stdin:
        case = None
        try:
            case = Case()
            say(case.run(json.loads(line)))
        except Lost as lost:
            say({'lost': str(lost)})
        finally:
            if case:
                case.end()


main(int(sys.argv[1]), sys.argv[2])
