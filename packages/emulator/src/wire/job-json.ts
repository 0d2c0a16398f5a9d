/** The JSON of bulk jobs. Their `apiVersion` is a double on the wire: `67.0`. */
export function jobJson(jobs: object): Response {
  const text = JSON.stringify(jobs).replaceAll(/"apiVersion":(\d+)/g, '"apiVersion":$1.0')
  return new Response(text, { headers: { 'Content-Type': 'application/json' } })
}
