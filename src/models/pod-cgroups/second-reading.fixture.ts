/** The model held against the second reading of the published rules: what `npm run mutate` asks of each mutant. */
import { canonicalKey } from '#kit'
import { podCgroups } from './pod-cgroups.ts'
import { publishedFiles } from './published-rules.fixture.ts'
import { areExplained } from './reasons.fixture.ts'
import { randomPod } from './random-pods.fixture.ts'
import type { Input } from './types.ts'

export const cases = 1000

export const filesBy = (input: Input): Record<string, string> =>
  Object.fromEntries(
    podCgroups(input).groups.flatMap(({ path, files }) =>
      files.map(({ name, value }): [string, string] => [`${path} ${name}`, value]),
    ),
  )

/** The seed of a Pod of which the two say different things, or the model gives false reasons; undefined without one. */
export const firstDisagreement = (): number | undefined =>
  Array.from({ length: cases }, (_, seed) => seed).find((seed) => {
    const random = randomPod(seed)
    const { pod, node, how, input } = random
    const same = canonicalKey(filesBy(input)) === canonicalKey(publishedFiles(pod, node, how))
    return !same || !areExplained(podCgroups(input), random)
  })
