import { useEffect } from 'preact/hooks'
import { readFragment, writeFragment } from './fragment.ts'

/** Gives the widget its state from the address: once it is alive, and whenever the address changes. */
export const useFragment = (name: string, take: (value: string) => void): void => {
  useEffect(() => {
    const read = () => {
      const value = readFragment(location.hash, name)
      if (value !== undefined) take(value)
    }
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [name])
}

/** replaceState: a reader who has stepped ten times goes back with one press, and hashchange stays quiet. */
export const putFragment = (name: string, value: string): void => {
  try {
    history.replaceState(history.state, '', writeFragment(location.hash, name, value))
  } catch {
    // Browsers refuse after too many changes in a short time; the next change will be written.
  }
}
