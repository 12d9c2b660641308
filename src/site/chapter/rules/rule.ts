import type { Chapter } from '../read-chapter.ts'
import type { Fault, Position } from '../fault.ts'

/** What the rules know beyond the chapter itself. */
export type Book = { terms: ReadonlySet<string> }

export type Rule = { name: string; check: (chapter: Chapter, book: Book) => Fault[] }

/** A fault of the rule named, without repeating the name in each. */
export const faultOf =
  (rule: string) =>
  (file: string, at: Position, expected: string, got: string, todo: string): Fault => ({
    file,
    at,
    rule,
    expected,
    got,
    todo,
  })
