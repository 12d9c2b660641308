/** `NODEBOOK_REQUIRE=host,chromium`: what was skipped for want of these is a failure. */
import { needs, type Need, type Outcome, type Skip } from './outcome.ts'

/** The words of the variable; an unknown one is an error, for a misspelt requirement would require nothing. */
export function readRequired(value: string | undefined): Set<Need> {
  const words = (value ?? '').split(/[\s,]+/).filter((word) => word !== '')
  const unknown = words.filter((word) => !isNeed(word))
  if (unknown.length > 0) {
    throw new Error(`NODEBOOK_REQUIRE: expected words of ${needs.join(', ')}; got ${unknown.join(', ')}.`)
  }
  return new Set(words.filter(isNeed))
}

export function insist(outcome: Outcome, required: ReadonlySet<Need>): Outcome {
  const isRequired = ({ need }: Skip) => need !== undefined && required.has(need)
  const missing = outcome.skips.filter(isRequired).flatMap(({ what, why, count, need }) =>
    Array.from({ length: count }, () => ({
      what,
      message: `NODEBOOK_REQUIRE asks for ${need}, but: ${why}`,
    })),
  )
  return {
    passed: outcome.passed,
    failures: [...outcome.failures, ...missing],
    skips: outcome.skips.filter((skip) => !isRequired(skip)),
  }
}

const isNeed = (word: string): word is Need => (needs as readonly string[]).includes(word)
