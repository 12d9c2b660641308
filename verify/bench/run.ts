/** `npm run bench -- <what>`: the long measurements, each against its bars. Exit 1 where a bar is missed. */
const benches: Record<string, () => Promise<number>> = {
  replay: async () => (await import('./replay/index.ts')).benchReplay(),
  site: async () => (await import('./site/index.ts')).benchSite(),
}

const help = `Measures, and exits with 1 where a bar is missed.

  npm run bench -- ${Object.keys(benches).join(' | ')}`

const [name] = process.argv.slice(2)
const bench = benches[name ?? '']
if (bench) {
  process.exitCode = await bench()
} else {
  const asked = name === undefined || name === '--help' || name === '-h'
  console[asked ? 'log' : 'error'](asked ? help : `There is no bench “${name}”.\n\n${help}`)
  process.exitCode = asked && name !== undefined ? 0 : 2
}

export {}
