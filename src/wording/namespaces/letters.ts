/** A letter for each namespace but the outermost, so that none is taken for a process number: A, B … Z, A1, B1 … */
export const letterOf = (namespace: number): string => {
  const round = Math.floor((namespace - 1) / 26)
  return String.fromCharCode(65 + ((namespace - 1) % 26)) + (round > 0 ? round : '')
}

export const code = (text: string | number): string => `\`${text}\``
