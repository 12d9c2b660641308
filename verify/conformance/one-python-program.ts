/** Several Python files as one text: where it runs, the files themselves cannot be read. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** Each file may import those before it, by its name, and find its own text in `source`; the last one does the work. */
export const onePythonProgram = (files: readonly string[]): string => {
  const sources = files.map((file) => [basename(file, '.py'), readFileSync(file, 'utf8')])
  return `import sys, types
for name, source in ${JSON.stringify(sources)}:
    module = sys.modules[name] = types.ModuleType(name)
    module.source = source
    exec(compile(source, name + '.py', 'exec'), module.__dict__)
`
}
