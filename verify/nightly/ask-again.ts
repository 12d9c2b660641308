/** What differs is replayed once more, so that the report can tell what is so now from what depends on the moment. */
import type { Runner, Site } from './run-part.ts'
import type { Drift, Findings, Part } from './types.ts'

/** Where everything differs, once more says nothing new. */
const most = 5

export async function askAgain(part: Part, found: Findings, runner: Runner, site: Site): Promise<Findings> {
  if (part.kind !== 'replay') return found
  const drifts: Drift[] = []
  let asked = 0
  for (const drift of found.drifts) {
    const { file } = drift
    const goesOn = file !== undefined && asked < most && !site.signal.aborted
    if (goesOn) asked += 1
    drifts.push(goesOn && (await passes(part, file, runner, site)) ? varying(drift) : drift)
  }
  return { ...found, drifts }
}

async function passes(part: Part, file: string, runner: Runner, site: Site): Promise<boolean> {
  const at = part.words.indexOf('--kubeconfig')
  const cluster = at < 0 ? [] : part.words.slice(at)
  const words = [file, '--target', part.kind === 'records' ? 'auto' : part.target, ...cluster]
  const { exit } = await runner({ ...part, name: `${part.name}, once more`, words }, site)
  return exit === 0
}

/** It stays a drift: a transcript that holds only at times proves little. */
const varying = (drift: Drift): Drift => ({
  ...drift,
  todo: `It passed when it was replayed once more, so it depends on time or load: wait for what it needs (@until), or say less. ${drift.todo}`,
})
