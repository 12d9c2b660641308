import { useEffect, useRef } from 'preact/hooks'
import { putFragment, useFragment } from './use-fragment.ts'

/**
 * The widget's state in the address, `written` as it is now: taken from there as `useFragment` does, and put there at
 * each change. Returns what puts it there at once. A page that is only read keeps the address it came with.
 */
export const useAddress = (name: string, written: string, take: (text: string) => void): (() => void) => {
  const untouched = useRef(true)
  const put = () => putFragment(name, written)
  useFragment(name, take)
  useEffect(() => {
    if (!untouched.current) put()
    untouched.current = false
  }, [written])
  return put
}
