/**
 * zx as verify uses it: silent, a failing program throws, arguments are quoted. Loaded when it is first called, since
 * loading takes longer than a whole sandbox: what stands between a start and the first command does without.
 */
import type { ProcessOutput } from 'zx/core'

export async function $(pieces: TemplateStringsArray, ...values: unknown[]): Promise<ProcessOutput> {
  const { $: zx } = await import('zx/core')
  return zx({ quiet: true, stdio: ['ignore', 'pipe', 'pipe'] })(pieces, ...values)
}
