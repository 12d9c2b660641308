/** A snippet's two files, by chapter and name. */
export type Files = Readonly<Record<string, string>>
export type Snippet = { readonly source: string; readonly expected: string }

const pathOf = (chapter: string, file: string) => `/content/${chapter}/snippets/${file}`

function take(files: Files, chapter: string, file: string, advice: string): string {
  const path = pathOf(chapter, file)
  const text = files[path]
  if (text !== undefined) return text
  const extension = file.replace(/^[^.]*/, '')
  const there = Object.keys(files)
    .filter((other) => other.startsWith(pathOf(chapter, '')))
    .map((other) => other.slice(pathOf(chapter, '').length, -extension.length))
  throw new Error(
    `${path.slice(1)}: no such file. Expected it for <Snippet name="${file.slice(0, -extension.length)}" /> in chapter ` +
      `${chapter}; there: ${there.join(', ') || 'none'}. ${advice}`,
  )
}

export function findSnippet(
  sources: Files,
  outputs: Files,
  chapter: string | undefined,
  name: string,
): Snippet {
  if (!chapter)
    throw new Error(
      `<Snippet name="${name}" /> stands outside a chapter. Expected a page with a chapter parameter.`,
    )
  return {
    source: take(sources, chapter, `${name}.ts`, 'Write it, or correct the name.'),
    expected: take(
      outputs,
      chapter,
      `${name}.expected.txt`,
      'Run the snippet with Node and keep what it prints there.',
    ),
  }
}
