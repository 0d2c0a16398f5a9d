import { useState } from 'react'
import { type JobView, withView } from './job-view.ts'

export interface AskedRecord {
  /** The record that an address asked for, and that a long list begins with; undefined once a person went on to others. */
  asked: string | undefined
  /** Filters at a person's wish. */
  setView: (view: JobView) => void
  /** Notes in the view which record is open. */
  opened: (record: string | undefined) => void
}

/** Tells a record that an address names from one that a person opens, which is in sight already. */
export function useAskedRecord(view: JobView, change: (view: JobView) => void): AskedRecord {
  const [asked, setAsked] = useState(view.record)
  const [known, setKnown] = useState(view.record)
  const [mine, setMine] = useState<string>()
  if (view.record !== known) {
    setKnown(view.record)
    if (view.record !== mine) setAsked(view.record)
  }
  return {
    asked,
    setView(next) {
      setAsked(undefined)
      setMine(undefined)
      change(withView(next, { record: undefined }))
    },
    opened(record) {
      setMine(record)
      change(withView(view, { record }))
    },
  }
}
