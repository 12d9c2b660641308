import type { Strings } from './types.ts'

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
  why: 'Why',
  predict: 'Your prediction',
  right: 'Right.',
  wrong: (guess) => `Not so (“${guess}”).`,
  copyLink: 'Copy a link to this state',
  copied: 'Copied.',
  notCopied: 'The browser did not let us; the link is in the address bar.',
  unchecked: 'This model has not yet been checked against a kernel by a recorded run.',
  agrees: ({ agreed, cases, kernel, date, declared }) =>
    `The model agrees with Linux ${kernel} in ${agreed.toLocaleString('en')} of ${cases.toLocaleString('en')} random programs, ${date}; declared differences: ${declared}.`,
  uncheckable: 'No sandbox can show this, so no kernel has been asked:',
  leftOut: (count) => `Not modelled: ${count}`,
}
