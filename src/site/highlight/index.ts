/** Code to HTML while the site is built. No script and no style attribute reaches the page. */
import { highlighter, theme, variablePrefix, type CodeLanguage } from './languages.ts'
import { pieceOf, renderLine } from './render.ts'
import { kindOfColour } from './token-class.ts'

export { isCodeLanguage, languages, type CodeLanguage } from './languages.ts'
export { escapeHtml } from './render.ts'

/** The HTML inside `<pre><code>`; lines are divided by newlines. */
export async function highlight(code: string, language: CodeLanguage): Promise<string> {
  const lines = (await highlighter()).codeToTokensBase(code, { lang: language, theme })
  return lines
    .map((line) =>
      renderLine(line.map(({ content, color }) => pieceOf(content, kindOfColour(color, variablePrefix)))),
    )
    .join('\n')
}
