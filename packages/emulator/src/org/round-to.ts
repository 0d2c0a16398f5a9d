/** Rounds half away from zero by way of the decimal text, since 1.005 * 100 is not 100.5 in doubles. */
export function roundTo(value: number, scale: number): number {
  const shifted = Math.round(shiftedBy(Math.abs(value), scale))
  const rounded = shiftedBy(shifted, -scale)
  return Number.isNaN(rounded) ? value : Math.sign(value) * rounded
}

function shiftedBy(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = value.toString().split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}
