// Runs the agent out of sources.json, where its modules stand without their types. Plain JavaScript, so that no types
// need be taken out in the guest.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const { entry, modules } = JSON.parse(readFileSync(new URL('sources.json', import.meta.url), 'utf8'))

registerHooks({
  resolve(specifier, context, next) {
    const url = specifier === entry ? entry : modules[context.parentURL]?.imports[specifier]
    return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true }
  },
  load(url, context, next) {
    const carried = modules[url]
    return carried === undefined
      ? next(url, context)
      : { format: 'module', source: carried.source, shortCircuit: true }
  },
})

await import(entry)
