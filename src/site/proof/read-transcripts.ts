import { findTranscript } from '../step/find-step.ts'
import { prove, type TargetProof } from './prove.ts'

const paths = Object.keys(import.meta.glob('/content/*/*.transcript'))

export type ProofRow = { chapter: string; name: string; proof: TargetProof; commands: number }

/** Every transcript of the book on every target that it names. */
export const proofRows = (): ProofRow[] =>
  paths.flatMap((path) => {
    const [, , chapter, file] = path.split('/') as [string, string, string, string]
    const name = file.replace(/\.transcript$/, '')
    const transcript = findTranscript(chapter, name)
    const commands = transcript.steps.reduce((sum, step) => sum + step.commands.length, 0)
    return prove(`${chapter}/${name}`, transcript).map((proof) => ({ chapter, name, proof, commands }))
  })
