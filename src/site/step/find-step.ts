import { parseTranscript, formatFault, type Step, type Transcript } from '#transcript'

const sources = import.meta.glob<string>('/content/*/*.transcript', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const parsed = new Map<string, Transcript>()

/** The transcript `content/<chapter>/<name>.transcript`; one that is missing or malformed stops the build. */
export function findTranscript(chapter: string, name: string): Transcript {
  const path = `/content/${chapter}/${name}.transcript`
  const known = parsed.get(path)
  if (known) return known
  const source = sources[path]
  if (source === undefined) throw new Error(`<Step of="${name}">: expected ${path.slice(1)}; there is none`)
  const result = parseTranscript(source, path.slice(1))
  if (!result.ok) throw new Error(result.faults.map(formatFault).join('\n'))
  parsed.set(path, result.transcript)
  return result.transcript
}

/** The step, and the hidden steps right before it that set its stage. */
export function findStep(transcript: Transcript, id: string): { step: Step; stage: Step[] } {
  const at = transcript.steps.findIndex((step) => step.id === id)
  const step = transcript.steps[at]
  if (!step) throw new Error(`${transcript.file}: expected a step "== ${id}"; there is none`)
  const shown = transcript.steps.slice(0, at).findLastIndex(({ hidden }) => !hidden)
  return { step, stage: transcript.steps.slice(shown + 1, at) }
}
