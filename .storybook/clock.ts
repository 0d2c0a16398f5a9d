const RealDate = Date

/** Makes `now` the present moment; time goes on from there, so that timers and clocks agree. */
export function startClockAt(instant: string): () => void {
  const shift = RealDate.parse(instant) - RealDate.now()
  class ShiftedDate extends RealDate {
    constructor(...given: [] | [string | number | Date]) {
      if (given.length === 0) super(RealDate.now() + shift)
      else super(...given)
    }
    static override now() {
      return RealDate.now() + shift
    }
  }
  globalThis.Date = ShiftedDate as DateConstructor
  return () => {
    globalThis.Date = RealDate
  }
}
