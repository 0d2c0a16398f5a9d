import { useEffect, useState } from 'react'

/** True once something has been under way for so many milliseconds. */
export function usePatience(underWay: boolean, milliseconds: number): boolean {
  const [exhausted, setExhausted] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setExhausted(underWay), underWay ? milliseconds : 0)
    return () => clearTimeout(timer)
  }, [underWay, milliseconds])
  return underWay && exhausted
}
