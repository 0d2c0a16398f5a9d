import { createContext, useContext } from 'react'

/** The public component that a hook works for; `onError` names it. */
export const ComponentName = createContext('hook')

export function useComponentName(): string {
  return useContext(ComponentName)
}
