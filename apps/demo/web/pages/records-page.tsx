import { Form, Link, useLoaderData, useSearchParams } from 'react-router'
import type { RecordList } from '../demo-api.ts'
import { shownValue } from '../shown-value.ts'

export function RecordsPage() {
  const { schema, items, total, page, pages } = useLoaderData<RecordList>()
  const [query] = useSearchParams()
  const search = query.get('search') ?? ''
  const columns = schema.attributes
    .filter(({ type }) => type !== 'long_text' && type !== 'relation' && type !== 'user')
    .slice(0, 5)
  return (
    <>
      <title>{`${schema.labelPlural} · Pryzm`}</title>
      <div className="page-head">
        <h1>{schema.labelPlural}</h1>
        <Link className="button" to={`/records/${schema.recordType}/new`}>
          New {schema.label.toLowerCase()}
        </Link>
      </div>
      <Form className="search" role="search">
        <input
          className="input"
          type="search"
          name="search"
          defaultValue={search}
          aria-label={`Search ${schema.labelPlural}`}
          placeholder="Search by name"
        />
        <button className="button" type="submit">
          Search
        </button>
      </Form>
      {items.length === 0 ? (
        <p className="empty">
          {search
            ? `No ${schema.labelPlural.toLowerCase()} match “${search}”.`
            : `No ${schema.labelPlural.toLowerCase()} yet. Pull them from Salesforce, or add one here.`}
        </p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={schema.labelPlural}>
          <table className="records">
            <caption className="visually-hidden">{schema.labelPlural}</caption>
            <thead>
              <tr>
                {columns.map(({ name, label }) => (
                  <th key={name} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((record) => (
                <tr key={record.id}>
                  {columns.map((attribute, index) => (
                    <td key={attribute.name}>
                      {index === 0 ? (
                        <Link to={`/records/${schema.recordType}/${record.id}`}>{record.name}</Link>
                      ) : (
                        shownValue(attribute, record.values[attribute.name] ?? null)
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager page={page} pages={pages} total={total} search={search} />
    </>
  )
}

function Pager({ page, pages, total, search }: { page: number; pages: number; total: number; search: string }) {
  if (pages <= 1) return null
  const to = (target: number) => `?${new URLSearchParams({ ...(search ? { search } : {}), page: String(target) })}`
  return (
    <nav className="pager" aria-label="Pages">
      {page > 1 && <Link to={to(page - 1)}>Previous</Link>}
      <span>
        Page {page} of {pages}, {new Intl.NumberFormat('en').format(total)} in all
      </span>
      {page < pages && <Link to={to(page + 1)}>Next</Link>}
    </nav>
  )
}
