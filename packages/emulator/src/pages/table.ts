import { html } from 'hono/html'
import type { Markup } from './layout.ts'

export type Cell = Markup | string | number

export interface TableColumn {
  label: string
  /** `number` stands at the right, `action` holds buttons. */
  kind?: 'number' | 'action'
}

/** A table whose rows become blocks on a narrow screen, where every cell but the first shows the label of its column. */
export function dataTable(columns: readonly TableColumn[], rows: readonly (readonly Cell[])[]): Markup {
  return html`<table>
    <thead>
      <tr>
        ${columns.map(({ label, kind = '' }) => (label === '' ? html`<td></td>` : html`<th class="${kind}">${label}</th>`))}
      </tr>
    </thead>
    <tbody>
      ${tableRows(columns, rows)}
    </tbody>
  </table>`
}

/** The rows of a `dataTable` alone, to put in the place of earlier ones. */
export function tableRows(columns: readonly TableColumn[], rows: readonly (readonly Cell[])[]): Markup {
  return html`${rows.map(
    (cells) =>
      html`<tr>
        ${cells.map((cell, at) => tableCell(columns[at], cell, at === 0))}
      </tr>`,
  )}`
}

// No white space around the content: on a narrow screen a cell that is empty is left out.
function tableCell(column: TableColumn | undefined, cell: Cell, isFirst: boolean): Markup {
  const { kind = '', label = '' } = column ?? {}
  return isFirst || label === ''
    ? html`<td class="${kind}">${cell}</td>`
    : html`<td class="${kind}" data-label="${label}">${cell}</td>`
}
