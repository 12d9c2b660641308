/**
 * The front matter of a chapter. Each error says what was expected and what was found; the field and the file are added
 * by whoever reads it (Astro in a build, read-front-matter.ts in the checks).
 */
import { z } from 'astro/zod'

const expected = (what: string) => ({
  error: (issue: { input?: unknown }) => `expected ${what}, got ${show(issue.input)}`,
})

const text = (what: string) => z.string(expected(what)).trim().min(1, expected(what))

export const chapterSchema = z.strictObject(
  {
    /** The title, as it stands above the page and in every list; no Markdown. */
    title: text('the title of the chapter'),
    /** One or two sentences below the title: what the reader will know afterwards. */
    lede: text('a sentence or two that open the chapter'),
    /** For search engines and previews: plain text, at most 200 characters. */
    description: text('a plain description').max(200, expected('a description of at most 200 characters')),
    /** A growing chapter may owe topics; a complete one has a home for every phrase of its topics.yaml. */
    status: z.enum(['growing', 'complete'], expected('growing or complete')),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `expected only title, lede, description and status, got ${issue.keys.join(', ')}`
        : `expected title, lede, description and status, got ${show(issue.input)}`,
  },
)

export type FrontMatter = z.infer<typeof chapterSchema>

function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  const shown = JSON.stringify(value)
  return shown.length > 60 ? `${shown.slice(0, 57)}… (${shown.length} characters)` : shown
}
