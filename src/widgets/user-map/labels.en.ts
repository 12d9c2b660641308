import { sameChoices, type Labels } from './labels.ts'

export const labels: Labels = {
  title: 'User map',
  subtitle: 'Who one is inside, and who that is on the host',
  onHost: 'on the host',
  inUser: (user) => `in ${user}`,
  ids: {
    caption: (file) => `The ${file}s of the host, and what each namespace calls them`,
    notWritten: 'not written',
    who: { root: 'root', you: 'you' },
    theFile: 'the file',
    nobody: 'nobody, shows as',
  },
  file: {
    title: 'A file made inside',
    by: 'by number',
    in: 'in',
    line: (user, line) => `by the line \`${line}\` of ${user}`,
    owner: (id) => `On the host it belongs to \`${id}\`.`,
    noSuch: (id, user) => `${id} means nobody in ${user}: \`chown\` to it gives \`EINVAL\`.`,
  },
  worth: {
    title: 'What the capabilities count for',
    process: 'process',
    here: (where, uid, capable) => `${uid} ${where}, ${capable ? 'with' : 'without'} capabilities`,
    ofHost: 'the host’s name, network …',
    of: (user) => `what belongs to ${user}`,
    file: 'the host’s',
    counts: 'yes',
    not: 'no',
  },
  form: {
    title: 'Write a map yourself',
    who: 'Who writes',
    writes: 'writes',
    lines: 'Lines: inside, outside, how many',
    to: 'to',
    file: 'File',
    write: 'Write',
    wrong:
      'A map has three numbers a line, setgroups one word: allow or deny. The kernel would answer EINVAL.',
    as: (actor) => `Or, as ${actor}:`,
    clone: 'start dash in a user namespace further in',
    uts: 'unshare uts',
    drop: 'give up all capabilities',
  },
  all: 'All stories as tables',
  then: 'What stands in the maps then',
  leftOut: [
    'root as a user of its own: `sudo` here only writes',
    '`newuidmap` and `/etc/subuid`',
    'idmapped mounts, and security modules',
  ],
  scenarios: {
    own: { name: 'A root of one’s own', about: '5000 has no privilege, and writes one line.' },
    more: { name: 'More than one’s own', about: 'A second number, somebody else’s, any name for oneself.' },
    groups: { name: 'The group as well', about: 'The same line into the other file.' },
    range: { name: 'A range', about: 'Root hands out a thousand numbers.' },
    overlap: { name: 'Lines that overlap', about: 'A map is read both ways.' },
    nested: { name: 'A map in a map', about: 'Two maps, read one after the other.' },
    worth: { name: 'Given up, had again', about: 'Capabilities come with a new user namespace.' },
    zero: { name: 'The host’s own 0', about: 'What if 0 inside is 0 outside?' },
    free: { name: 'Break it', about: 'Nothing is planned. Write what you like.' },
  },
  questions: {
    'own-number':
      '`bash` is 5000, without any capability on the host. It writes `0 5000 1`: itself, as 0. What does the kernel answer?',
    'two-numbers': '`bash` writes `0 5000 2`: itself, and 5001. What does the kernel answer?',
    'own-group': 'The user map would take this line. Does the group map?',
    'allow-again': '`deny` made this possible. Can it be taken back now?',
    'owner-of-33':
      'Root writes `0 10000 1000`. Then a web server inside, number 33, makes a file. Whose is it on the host?',
    'overlap-inside': '500 inside would be 10500 and 20000. What does the kernel answer?',
    shadow: 'Root maps its own 0 to 99, now the groups too. May `sh` read the host’s `/etc/shadow`?',
    'which-numbers':
      '`sh` is 0 in α, and 5000 on the host. It writes `0 5000 1` for `dash` in β. What does the kernel answer?',
    'owner-of-7':
      'In β `0 100 50`; in α `0 5000 1` and `1 10000 999`. Number 7 of β makes a file. Whose is it on the host?',
    'root-again':
      '`sh` has no capability left. May it make a user namespace, and in the same call a network for it?',
  },
  choices: { ...sameChoices, done: 'It succeeds', yes: 'Yes', no: 'No' },
}
