"""
The programs that actors go on to run by exec: each is an actor again, under the program's name. They lie in a folder of
this place's own, with the modules that such an actor is made of.
"""

import os
import sys

import actor
import kernel
from kernel import Lost, failed, libc

NAMES = ('sh', 'sleep', 'cat')


def lay_out_programs():
    folder = actor.PROGRAMS
    if libc.mount(b'tmpfs', folder.encode(), b'tmpfs', 0, None) != 0:
        raise Lost(f'a folder for programs could not be mounted: {failed()}')
    for module in (kernel, actor):
        with open(f'{folder}/{module.__name__}.py', 'w') as file:
            file.write(module.source)
    for name in NAMES:
        os.symlink(sys.executable, f'{folder}/{name}')
