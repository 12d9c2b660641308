/** The kinds of token that have a colour, each with the variables of shiki's theme that mean it. */
const kinds = {
  keyword: ['token-keyword'],
  string: ['token-string', 'token-string-expression'],
  constant: ['token-constant'],
  comment: ['token-comment'],
  function: ['token-function'],
} as const

export type TokenKind = keyof typeof kinds
export const tokenKinds = Object.keys(kinds) as TokenKind[]

const kindOf = new Map<string, TokenKind>(
  tokenKinds.flatMap((kind) => kinds[kind].map((name) => [name, kind] as const)),
)

/** `var(--tk-token-keyword)` → `keyword`; undefined for what reads as plain text. */
export const kindOfColour = (colour: string | undefined, prefix: string): TokenKind | undefined =>
  kindOf.get(colour?.replace('var(' + prefix, '').replace(')', '') ?? '')
