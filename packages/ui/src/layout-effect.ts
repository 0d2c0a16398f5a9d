import { useEffect, useLayoutEffect } from 'react'

/** Runs before paint in a browser and not at all on a server, where React would warn. */
export const useLayout = typeof document === 'undefined' ? useEffect : useLayoutEffect
