import { Link, useLoaderData, useNavigate } from 'react-router'
import { createRecord, type RecordList } from '../demo-api.ts'
import { RecordForm } from '../record-form.tsx'

export function NewRecordPage() {
  const { schema } = useLoaderData<RecordList>()
  const navigate = useNavigate()
  return (
    <>
      <title>{`New ${schema.label.toLowerCase()} · Pryzm`}</title>
      <p className="crumbs">
        <Link to={`/records/${schema.recordType}`}>{schema.labelPlural}</Link>
      </p>
      <h1>New {schema.label.toLowerCase()}</h1>
      <RecordForm
        schema={schema}
        values={{}}
        names={{}}
        readOnly={false}
        submitLabel="Create"
        onSubmit={async (values) => {
          const { id } = await createRecord(schema.recordType, values)
          await navigate(`/records/${schema.recordType}/${id}`)
        }}
      />
    </>
  )
}
