/** An API name of Salesforce: monospaced and read left to right in every language. */
export function ApiName({ children }: { children: string }) {
  return (
    <bdi className="pz-box pz-mono" dir="ltr">
      {children}
    </bdi>
  )
}
