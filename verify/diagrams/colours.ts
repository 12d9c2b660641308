/**
 * Mermaid computes with colours and knows no variables. So each token of the book goes in as a colour that nothing
 * else has, and comes out as the token; the drawing holds both values, and follows the theme of the page.
 */
const stands = {
  paper: '#010101',
  raised: '#020202',
  ink: '#030303',
  quiet: '#040404',
  edge: '#050505',
} as const

type Token = keyof typeof stands

const tokens = Object.keys(stands) as Token[]

export const settings = {
  securityLevel: 'strict',
  htmlLabels: false,
  look: 'classic',
  flowchart: { wrappingWidth: 400 },
  theme: 'base',
  themeVariables: {
    fontFamily: "ui-monospace, 'DejaVu Sans Mono', monospace",
    fontSize: '14px',
    background: stands.paper,
    edgeLabelBackground: stands.paper,
    mainBkg: stands.raised,
    clusterBkg: stands.paper,
    clusterBorder: stands.edge,
    primaryBorderColor: stands.edge,
    primaryTextColor: stands.ink,
    textColor: stands.ink,
    lineColor: stands.quiet,
    arrowheadColor: stands.quiet,
  },
} as const

/** `--ink: light-dark(#1c2024, #e3e6e8);`, as tokens.css has it */
const declarationOf = (token: Token, css: string): string => {
  const found = new RegExp(`^ *(--${token}: [^;]+;)`, 'm').exec(css)?.[1]
  if (found) return found
  throw new Error(`src/site/styles/tokens.css: expected --${token}, which diagrams use; there is none.`)
}

export const themeOf = (css: string): string =>
  `:root { color-scheme: light dark; ${tokens.map((token) => declarationOf(token, css)).join(' ')} }`

/** A colour comes back as it went in, or as rgb(). */
export const useTokens = (svg: string): string =>
  tokens.reduce((text, token) => {
    const level = stands[token].slice(-1)
    return text.replace(
      new RegExp(`${stands[token]}|rgb\\(${level}, ?${level}, ?${level}\\)`, 'g'),
      `var(--${token})`,
    )
  }, svg)
