/** How Node names the type of an object: constructor, size, and what `Symbol.toStringTag` adds. */
export function constructorOf(value: object): string | undefined {
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at)) {
    const made: unknown = Object.getOwnPropertyDescriptor(at, 'constructor')?.value
    if (typeof made === 'function' && made.name !== '' && value instanceof made) return made.name
  }
  return undefined
}

export function tagOf(value: object): string {
  const tag: unknown = Reflect.get(value, Symbol.toStringTag)
  const own = Object.prototype.propertyIsEnumerable.call(value, Symbol.toStringTag)
  return typeof tag === 'string' && !own ? tag : ''
}

/** `Map(2) `, `Foo [tag] `, `[Object: null prototype] `: the words before the brace. */
export function prefixOf(value: object, fallback: string, size = ''): string {
  const name = constructorOf(value)
  const tag = tagOf(value)
  if (name === undefined)
    return `[${fallback}${size}: null prototype] ${tag && tag !== fallback ? `[${tag}] ` : ''}`
  return `${name}${size} ${tag && !name.includes(tag) ? `[${tag}] ` : ''}`
}

export function functionName(value: object & { readonly name: string }): string {
  const name = constructorOf(value) ?? 'Function'
  if (/^class\b/.test(Function.prototype.toString.call(value))) {
    const above: unknown = Reflect.get(Object.getPrototypeOf(value) as object, 'name')
    return `[class ${value.name || '(anonymous)'}${above ? ` extends ${String(above)}` : ''}]`
  }
  return value.name === '' ? `[${name} (anonymous)]` : `[${name}: ${value.name}]`
}
