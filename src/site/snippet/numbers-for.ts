/** The gutter beside a text: a number a line. */
export const numbersFor = (text: string) =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((_, index) => index + 1)
    .join('\n')
