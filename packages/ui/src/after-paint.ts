/** How long work waits at most where nothing is painted, as in a tab in the background; milliseconds. */
const LONGEST_WAIT = 100

/** Runs work once what has just changed was painted, so that nobody waits for it who looks at the page. */
export function afterPaint(work: () => void): void {
  let done = false
  const run = () => {
    if (done) return
    done = true
    clearTimeout(timer)
    work()
  }
  const timer = setTimeout(run, LONGEST_WAIT)
  // A frame is painted after its callbacks, and before the next task.
  globalThis.requestAnimationFrame?.(() => setTimeout(run))
}
