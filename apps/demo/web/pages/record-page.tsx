import { PushButton } from '@pryzm/salesforce-ui'
import type { AttributeValue } from '@pryzm/salesforce-sdk'
import { Link, useLoaderData, useRevalidator } from 'react-router'
import { type RecordView, saveRecord } from '../demo-api.ts'
import { RecordForm } from '../record-form.tsx'

export function RecordPage() {
  const { schema, record, names, canEdit } = useLoaderData<RecordView>()
  const revalidator = useRevalidator()
  const save = async (values: Record<string, AttributeValue>) => {
    await saveRecord(schema.recordType, record.id, values)
    await revalidator.revalidate()
  }
  return (
    <>
      <title>{`${record.name} · Pryzm`}</title>
      <p className="crumbs">
        <Link to={`/records/${schema.recordType}`}>{schema.labelPlural}</Link>
      </p>
      <div className="page-head">
        <h1>{record.name}</h1>
        <div className="record-actions" role="group" aria-label="Record actions">
          <PushButton recordType={schema.recordType} recordId={record.id} recordName={record.name} />
        </div>
      </div>
      <RecordForm
        key={record.id}
        schema={schema}
        values={record.values}
        names={names}
        readOnly={!canEdit}
        submitLabel="Save"
        onSubmit={save}
      />
    </>
  )
}
