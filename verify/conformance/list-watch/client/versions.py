"""A server's versions as the model counts them: the first write of the case is 1, the next that changes something 2."""


class Numbers:
    def __init__(self):
        self.last = 0
        self.of = {}
        self.deleted = {}

    def wrote(self, version):
        """The number of a write by the version it was answered with; the same again if it changed nothing."""
        if version not in self.of:
            self.last += 1
            self.of[version] = self.last
        return self.of[version]

    def removed(self, name, watched):
        """A deletion is answered without its version: that comes with the event, if there will be one."""
        self.last += 1
        if watched:
            self.deleted.setdefault(name, []).append(self.last)
        return self.last

    def heard(self, name, version, after):
        """The number of an event's version: a write's, or the next deletion of that name after what was heard."""
        if version not in self.of:
            later = [number for number in self.deleted.get(name, []) if number > after]
            if not later:
                raise LookupError(f'an event of {name} at version {version}, which nobody wrote')
            self.of[version] = later[0]
        return self.of[version]
