import { useEffect, useRef, useState } from 'react'
import { useLayout } from '../../layout-effect.ts'
import { type JobView, withView } from './job-view.ts'

const TYPING_PAUSE = 300

/** What is being typed into the search; the view follows once the typing pauses. */
export function useTypedSearch(view: JobView, setView: (view: JobView) => void): { typed: string; type: (text: string) => void } {
  const search = view.search ?? ''
  const [typed, setTyped] = useState(search)
  const [known, setKnown] = useState(search)
  if (known !== search) {
    setKnown(search)
    setTyped(search)
  }
  const apply = useRef<(text: string) => void>(() => {})
  useLayout(() => {
    apply.current = (text) => setView(withView(view, { search: text }))
  }, [view, setView])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    typed,
    type: (text) => {
      setTyped(text)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => apply.current(text), TYPING_PAUSE)
    },
  }
}
