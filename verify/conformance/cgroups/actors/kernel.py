"""What the kernel says to an action on a folder of cgroups; the one who asks is root or an ordinary user."""
import errno
import os

USER = 1000


class as_user:
    """With the rights of whoever acts: an effective uid other than 0 has no capabilities."""

    def __init__(self, who):
        self.who = who

    def __enter__(self):
        if self.who == "user":
            os.seteuid(USER)

    def __exit__(self, *_):
        if self.who == "user":
            os.seteuid(0)


def name_of(error):
    name = errno.errorcode[error.errno]
    return "EOPNOTSUPP" if name == "ENOTSUP" else name


def failed(error):
    return {"is": "error", "errno": name_of(error)}


DONE = {"is": "done"}


def attempt(who, act):
    try:
        with as_user(who):
            act()
        return DONE
    except OSError as error:
        return failed(error)


def read_text(path, folder=None):
    """In one piece, as all these files are short; open() asks the kernel for five things more."""
    descriptor = os.open(path, os.O_RDONLY, dir_fd=folder)
    try:
        return os.read(descriptor, 4096).decode().strip("\n")
    finally:
        os.close(descriptor)


def write_text(path, text):
    """As the shell's > opens it, and in one piece."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)
