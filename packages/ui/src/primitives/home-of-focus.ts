import { createContext } from 'react'

/** Finds the heading of the section or the dialog around: focus goes there once nothing is left of where it was. */
export const HomeOfFocus = createContext<() => HTMLElement | null>(() => null)
