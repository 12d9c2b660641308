/** The actors' Python as one text: those of the model `namespaces`, who learn to handle files. */
import { join } from 'node:path'
import { onePythonProgram } from '../one-python-program.ts'

/** Each may import those before it. */
const modules = [
  ...['kernel', 'actor', 'processes', 'case', 'place'].map((name) => `../namespaces/actors/${name}`),
  ...['files', 'flush', 'count', 'kept', 'main'].map((name) => `actors/${name}`),
]

export const actors = onePythonProgram(modules.map((name) => join(import.meta.dirname, `${name}.py`)))
