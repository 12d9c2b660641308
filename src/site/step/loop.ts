import type { Command } from '#transcript'

/** For a command that is repeated until it matches, the copy button offers the loop a reader would write by hand. */
export const loopOf = ({ text, directives }: Command): string | undefined =>
  directives.until === undefined ? undefined : `for try in {1..20}; do ${text}; sleep 0.5; done`
