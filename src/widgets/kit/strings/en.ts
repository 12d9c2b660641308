import { shortKernel, sumDeclared, type TargetAgreement } from '../agreement-record.ts'
import type { Strings } from './types.ts'

/** The sides of a model that is put to the real thing in several ways. */
const sides: Readonly<Record<string, string>> = {
  moved: ' (threads that are not pinned)',
  quotas: ' (quotas)',
  requests: ' (requests under a quota)',
}

const agreementOn = (on: TargetAgreement): string => {
  const number = (value: number) => value.toLocaleString('en')
  const { target, aspect = '', kernel, k3s, date, error, notApplicable, cases, agreed } = on
  const figures = [
    `${target}${sides[aspect] ?? ''} ${number(agreed)} of ${number(cases - notApplicable)}`,
    ...(error ? [`mean error ${error.mean.toFixed(2)}, worst ${error.worst.toFixed(2)} ${error.unit}`] : []),
    ...(notApplicable > 0 ? [`${number(notApplicable)} more not applicable`] : []),
  ]
  const what = k3s
    ? `${k3s.version}${k3s.release ? '' : ', built from source'}`
    : `Linux ${shortKernel(kernel)}`
  return `${figures.join(', ')} (${what}, ${date})`
}

export const en: Strings = {
  lang: 'en',
  transport: 'Time',
  play: 'Play',
  pause: 'Pause',
  back: 'One step back',
  forward: 'One step forward',
  instant: 'Instant',
  position: (now, end) => `${now} of ${end}`,
  keys: 'Left and right arrow: one step. Home: to the start. End: to the last step. Space on the slider: play or pause.',
  scenario: 'Story',
  start: 'Before anything happens',
  story: 'The whole story as a table',
  storyColumns: ['What is done', 'What comes of it'],
  yourTurn: 'Your turn: break it',
  as: (actor) => `As ${actor}`,
  nobody: 'Nobody is left to act. Step back, or begin again.',
  full: 'This has become long. Begin again to go on.',
  again: 'Begin again',
  why: 'Why',
  predict: 'Your prediction',
  right: 'Right.',
  wrong: (guess) => `Not so (“${guess}”).`,
  copyLink: 'Copy a link to this state',
  copied: 'Copied.',
  notCopied: 'The browser did not let us; the link is in the address bar.',
  unchecked: 'This model has not yet been checked against the real thing by a recorded run.',
  agrees: (record) =>
    `Random cases in which the model and the real thing agreed: ${record.map(agreementOn).join('; ')}. Declared differences: ${sumDeclared(record)}.`,
  uncheckable: 'No sandbox can show this, so nobody has been asked:',
  leftOut: (count) => `Not modelled: ${count}`,
}
