import { useRef } from 'react'
import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { useVirtualRows } from './virtual-rows.ts'

const keyOf = (index: number) => `row ${index}`

function List() {
  const scroller = useRef<HTMLDivElement>(null)
  const sizer = useRef<HTMLDivElement>(null)
  const { rows } = useVirtualRows({ count: 1000, keyOf, estimate: () => 40, scroller, sizer })
  return (
    <div ref={scroller} style={{ blockSize: 200, overflow: 'auto', position: 'relative' }}>
      <div ref={sizer} className="pz-virtual-sizer" role="list">
        {rows.map(({ key, place }) => (
          <div key={key} {...place} role="listitem" className="pz-virtual-row">
            <div style={{ blockSize: 40 }}>{key}</div>
          </div>
        ))}
      </div>
    </div>
  )
}

it('renders no more rows once it is hidden, where they have no height', async () => {
  const { getByRole, container } = await render(<List />)
  await expect.element(getByRole('listitem').first()).toBeVisible()
  const shown = container.querySelectorAll('[role="listitem"]').length
  getByRole('list').element().setAttribute('style', 'display: none')
  for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame)
  expect(shown).toBeLessThan(20)
  expect(container.querySelectorAll('[role="listitem"]')).toHaveLength(shown)
})
