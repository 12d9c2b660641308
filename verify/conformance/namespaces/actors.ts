/** The actors' Python as one text. */
import { join } from 'node:path'
import { onePythonProgram } from '../one-python-program.ts'

/** Each may import those before it. */
const modules = ['kernel', 'actor', 'processes', 'case', 'place', 'programs', 'main']

export const actors = onePythonProgram(
  modules.map((name) => join(import.meta.dirname, 'actors', `${name}.py`)),
)
