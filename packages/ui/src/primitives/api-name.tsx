/** An API name of Salesforce: monospaced, read left to right in every language, and left alone by a browser that translates. */
export function ApiName({ children }: { children: string }) {
  return (
    <bdi className="pz-box pz-mono" dir="ltr" translate="no">
      {children}
    </bdi>
  )
}
