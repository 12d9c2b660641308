// What each file says, in MiB; a group without a line says `max`.
const files: Record<string, number> = {
  '/': Infinity,
  '/kubepods': 4096,
  '/kubepods/burstable/pod1': 512,
  '/kubepods/burstable/pod1/web': 2048,
  '/kubepods/burstable/pod1/log': 64,
}

/** The group itself and everybody above it. */
const pathUp = (group: string): string[] =>
  group === '/' ? ['/'] : [group, ...pathUp(group.slice(0, group.lastIndexOf('/')) || '/')]

const says = (group: string) => files[group] ?? Infinity
const show = (mebibytes: number) => (mebibytes === Infinity ? 'max' : `${mebibytes} MiB`)

function binding(group: string): string {
  return pathUp(group).reduce((least, above) => (says(above) < says(least) ? above : least))
}

for (const group of ['web', 'log', 'cache'].map((name) => `/kubepods/burstable/pod1/${name}`)) {
  const least = binding(group)
  console.log(
    `${group}\n  its file says ${show(says(group))}, what holds is ${show(says(least))}, from ${least}`,
  )
}

// Try: give web 256, or take the line of pod1 away.
