/** From the words of a call to transcripts that can be replayed; all faults of all of them at once. */
import { projectRoot } from '#verify/program/index.ts'
import { loadTranscript, selectTranscripts, shard, type Loaded } from '#verify/replay/index.ts'
import { CallError, type Call } from './arguments.ts'

export async function loadBook({ words, shard: part }: Pick<Call, 'words' | 'shard'>): Promise<Loaded[]> {
  const from = [process.cwd(), process.env['INIT_CWD'] ?? process.cwd()]
  const selection = selectTranscripts(words, { root: projectRoot, from })
  if (!selection.ok) throw new CallError(selection.message)
  const loads = await Promise.all(
    shard(selection.files, part).map((file) => loadTranscript(file, projectRoot)),
  )
  const faults = loads.flatMap((load) => (load.ok ? [] : load.faults))
  if (faults.length > 0) throw new CallError(faults.join('\n'))
  return loads.flatMap((load) => (load.ok ? [load.loaded] : []))
}
