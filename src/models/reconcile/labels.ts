import type { Labels, Template } from './types.ts'

export const matches = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value)

/** What Kubernetes hashes; here the template's image itself is as good, and can be read. */
export const hashKey = 'pod-template-hash'

export const selectorOf = (name: string): Labels => ({ app: name })

export const withHash = (labels: Labels, { image }: Template): Labels => ({ ...labels, [hashKey]: image })
