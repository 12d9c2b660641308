import { parse } from 'yaml'
import type { Glossary } from '../chapter/index.ts'
import source from '../../../content/glossary.yaml?raw'

// npm test has checked the file's shape (src/site/chapter/glossary.ts).
const terms = parse(source) as Glossary

/** The words of the book, by their English names. */
export const glossary = Object.entries(terms)
  .map(([id, term]) => ({ id, ...term }))
  .sort((a, b) => a.en.name.localeCompare(b.en.name, 'en'))
