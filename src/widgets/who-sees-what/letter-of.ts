import type { Kind } from '#models/namespaces'
import type { Place } from '#models/namespaces/seats'

/** Greek for user namespaces, as in all sentences. */
export const letterOf = (kind: Kind, place: Place): string =>
  kind === 'user' ? String.fromCharCode(0x3b0 + place) : (place + 9).toString(36).toUpperCase()
