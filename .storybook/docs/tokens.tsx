import scale from '../../packages/ui/src/styles/scale.css?raw'
import tokens from '../../packages/ui/src/styles/tokens.css?raw'

/** The custom properties of the first rule of a stylesheet, with their values. */
function propertiesOf(css: string): [name: string, value: string][] {
  const [rule = ''] = css.split('\n}', 1)
  return [...rule.matchAll(/--pz-([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value])
}

const isColour = ([, value]: [string, string]) => value.startsWith('light-dark(')

/** Every colour in both themes. */
export function Swatches() {
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr' }}>
      {['light', 'dark'].map((scheme) => (
        <div key={scheme} className="pz-root" data-pz-scheme={scheme}>
          <div style={{ padding: 16, background: 'var(--pz-canvas)', color: 'var(--pz-text)' }}>
            {propertiesOf(tokens)
              .filter(isColour)
              .map(([name]) => (
                <div key={name} style={{ display: 'flex', gap: 12, alignItems: 'center', paddingBlock: 4 }}>
                  <span
                    style={{
                      inlineSize: 48,
                      blockSize: 28,
                      background: `var(--pz-${name})`,
                      border: '1px solid var(--pz-border-control)',
                      borderRadius: 4,
                    }}
                  />
                  <code>{`--pz-${name}`}</code>
                </div>
              ))}
          </div>
        </div>
      ))}
    </div>
  )
}

/** Everything else: type, spacing, radius, motion. */
export function Sizes() {
  return (
    <table>
      <thead>
        <tr>
          <th>variable</th>
          <th>value</th>
        </tr>
      </thead>
      <tbody>
        {[...propertiesOf(tokens), ...propertiesOf(scale)]
          .filter((property) => !isColour(property))
          .map(([name, value]) => (
            <tr key={name}>
              <td>
                <code>{`--pz-${name}`}</code>
              </td>
              <td>
                <code>{value}</code>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
