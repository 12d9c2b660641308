/** The Python that puts cases to the kernel, as one text: where it runs, these files cannot be read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Each may import those before it. */
const modules = ['groups', 'loops', 'measure', 'main']

const sources = modules.map((name) => [
  name,
  readFileSync(join(import.meta.dirname, 'program', `${name}.py`), 'utf8'),
])

export const program = `import sys, types
for name, source in ${JSON.stringify(sources)}:
    sys.modules[name] = types.ModuleType(name)
    exec(compile(source, name + '.py', 'exec'), sys.modules[name].__dict__)
`
