/** Sums what a survey found, and names what may not be there: holes in the matcher, and variations that it refused. */
import type { Survey, Swallower } from '#transcript'
import type { Surveyed } from './survey-records.ts'

export type Tally = Record<
  'commands' | 'tried' | 'noticed' | 'varied' | 'unjudged' | 'variations' | 'ambiguous' | 'refused',
  number
> & {
  survivors: readonly { by: Swallower; at: string; what: string }[]
  /** Each is a fault of the matcher. */
  wrong: readonly string[]
}

export function tallySurvey(all: readonly Surveyed[]): Tally {
  const sum = (of: (survey: Survey) => number) => all.reduce((total, each) => total + of(each.survey), 0)
  return {
    commands: all.length,
    tried: sum(({ tried }) => tried),
    noticed: sum(({ noticed }) => noticed),
    varied: sum(({ varied }) => varied),
    unjudged: sum(({ unjudged }) => unjudged.length),
    variations: sum(({ variations }) => variations),
    ambiguous: sum(({ ambiguous }) => ambiguous),
    refused: sum(({ refused }) => refused.length),
    survivors: all.flatMap((each) =>
      each.survey.survivors.map(({ swallowedBy, what }) => ({ by: swallowedBy, at: placeOf(each), what })),
    ),
    wrong: all.flatMap(wrongsOf),
  }
}

const placeOf = ({ file, line, step }: Surveyed): string => `${file}:${line}  step "${step}"`

function wrongsOf(surveyed: Surveyed): string[] {
  const { survivors, unjudged, refused } = surveyed.survey
  const at = placeOf(surveyed)
  return [
    ...survivors
      .filter(({ swallowedBy }) => swallowedBy === 'nothing')
      .map(({ what }) => `${at}\n  accepted, but should have been noticed: ${what}`),
    ...unjudged.map(({ what }) => `${at}\n  accepted, and too long for a second opinion: ${what}`),
    ...refused.map(({ what }) => `${at}\n  refused, though it stays inside its type: ${what}`),
  ]
}
