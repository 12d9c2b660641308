/** The actors' Python as one text: where they run, these files cannot be read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Each may import those before it. */
const modules = ['kernel', 'actor', 'processes', 'case', 'place', 'main']

const sources = modules.map((name) => [
  name,
  readFileSync(join(import.meta.dirname, 'actors', `${name}.py`), 'utf8'),
])

export const actors = `import sys, types
for name, source in ${JSON.stringify(sources)}:
    sys.modules[name] = types.ModuleType(name)
    exec(compile(source, name + '.py', 'exec'), sys.modules[name].__dict__)
`
