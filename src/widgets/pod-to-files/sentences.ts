import type { Files } from '#models/pod-cgroups'

/** What changed, for who listens: the Pod's own values. */
export const podValues = ({ groups }: Files): string =>
  (groups.find(({ level }) => level === 'pod')?.files ?? [])
    .map(({ name, value }) => `${name} ${value}`)
    .join(', ')
