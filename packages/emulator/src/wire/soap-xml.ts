import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element's content: a text, or elements by name; names lack their prefix, and attributes begin with `@`. */
export type XmlContent = string | XmlElement | readonly XmlContent[]
export interface XmlElement {
  readonly [name: string]: XmlContent
}

/** A SOAP message: its headers, and the call that its body holds. */
export interface SoapMessage {
  readonly headers: XmlElement
  readonly call: string
  readonly input: XmlElement
}

const names = { ignoreAttributes: false, attributeNamePrefix: '@' } as const
const parser = new XMLParser({ ...names, removeNSPrefix: true, parseTagValue: false, htmlEntities: true })
const builder = new XMLBuilder({ ...names, suppressEmptyNode: true, suppressBooleanAttributes: false })

/** An element without a value. */
export const nil: XmlElement = { '@xsi:nil': 'true' }

/** Reads a SOAP message; undefined when the text is none. */
export function readMessage(text: string): SoapMessage | undefined {
  if (XMLValidator.validate(text) !== true) return undefined
  const envelope = element(element(parser.parse(text)).Envelope)
  const [call, input] = Object.entries(element(envelope.Body)).find(([name]) => !name.startsWith('@')) ?? []
  return call === undefined ? undefined : { headers: element(envelope.Header), call, input: element(input) }
}

/** The elements of a content; none when it is a text. */
export function element(content: unknown): XmlElement {
  return typeof content === 'object' && content !== null && !Array.isArray(content) ? (content as XmlElement) : {}
}

/** Every element of one name: XML does not tell a list of one from a single element. */
export function elements(content: XmlContent | undefined): readonly XmlContent[] {
  return content === undefined ? [] : Array.isArray(content) ? content : [content]
}

/** The text of an element, without regard to its attributes; empty when it has none. */
export function textOf(content: XmlContent | undefined): string {
  if (typeof content === 'string') return content
  const inner = element(content)['#text']
  return typeof inner === 'string' ? inner : ''
}

/** The answer to a call of the Partner API. `used` and `most` are the API calls of the day. */
export function answerXml(call: string, results: readonly XmlElement[], { used, most }: { used: number; most: number }): string {
  const limitInfo = { current: String(used), limit: String(most), type: 'API REQUESTS' }
  return envelopeXml({
    '@xmlns': 'urn:partner.soap.sforce.com',
    '@xmlns:sf': 'urn:sobject.partner.soap.sforce.com',
    'soapenv:Header': { LimitInfoHeader: { limitInfo } },
    'soapenv:Body': { [`${call}Response`]: results.length === 0 ? '' : { result: results } },
  })
}

/** The fault that a call of the Partner API is refused with. */
export function faultXml(code: string, message: string): string {
  const fault = { '@xsi:type': 'sf:UnexpectedErrorFault', 'sf:exceptionCode': code, 'sf:exceptionMessage': message }
  return envelopeXml({
    '@xmlns:sf': 'urn:fault.partner.soap.sforce.com',
    'soapenv:Body': {
      'soapenv:Fault': {
        faultcode: `sf:${code}`,
        faultstring: `${code}: ${message}`,
        detail: { 'sf:UnexpectedErrorFault': fault },
      },
    },
  })
}

function envelopeXml(content: XmlElement): string {
  const namespaces = {
    '@xmlns:soapenv': 'http://schemas.xmlsoap.org/soap/envelope/',
    '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  }
  return `<?xml version="1.0" encoding="UTF-8"?>${builder.build({ 'soapenv:Envelope': { ...namespaces, ...content } })}`
}
