import type { Attribute, AttributeOption, RecordTypeSchema } from '../contract/schema.ts'

type AttributeSketch = Pick<Attribute, 'name' | 'label' | 'type'> & Partial<Attribute>

function attribute(sketch: AttributeSketch): Attribute {
  return { required: false, unique: false, readOnly: false, ...sketch }
}

/** `Food & Beverage` becomes the option `food_beverage`. */
function options(...labels: string[]): AttributeOption[] {
  return labels.map((label) => ({ id: optionId(label), label }))
}

function optionId(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
}

const sources = options('Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other')

const organization: RecordTypeSchema = {
  recordType: 'organization',
  label: 'Organization',
  labelPlural: 'Organizations',
  attributes: [
    attribute({ name: 'name', label: 'Name', type: 'text', required: true, maxLength: 255 }),
    attribute({ name: 'website', label: 'Website', type: 'url' }),
    attribute({ name: 'phone', label: 'Phone', type: 'phone' }),
    attribute({
      name: 'industry',
      label: 'Industry',
      type: 'select',
      options: options(
        'Agriculture',
        'Apparel',
        'Banking',
        'Biotechnology',
        'Chemicals',
        'Communications',
        'Construction',
        'Consulting',
        'Education',
        'Electronics',
        'Energy',
        'Engineering',
        'Entertainment',
        'Environmental',
        'Finance',
        'Food & Beverage',
        'Government',
        'Healthcare',
        'Hospitality',
        'Insurance',
        'Machinery',
        'Manufacturing',
        'Media',
        'Not For Profit',
        'Recreation',
        'Retail',
        'Shipping',
        'Technology',
        'Telecommunications',
        'Transportation',
        'Utilities',
        'Other',
      ),
    }),
    attribute({
      name: 'type',
      label: 'Type',
      type: 'select',
      options: options(
        'Prospect',
        'Customer - Direct',
        'Customer - Channel',
        'Channel Partner / Reseller',
        'Installation Partner',
        'Technology Partner',
        'Other',
      ),
    }),
    attribute({ name: 'employees', label: 'Employees', type: 'number', scale: 0 }),
    attribute({ name: 'annual_revenue', label: 'Annual revenue', type: 'currency' }),
    attribute({ name: 'description', label: 'Description', type: 'long_text' }),
    attribute({ name: 'address', label: 'Address', type: 'address' }),
    attribute({ name: 'parent', label: 'Parent organization', type: 'relation', relatedRecordType: 'organization' }),
    attribute({ name: 'owner', label: 'Owner', type: 'user' }),
  ],
}

const person: RecordTypeSchema = {
  recordType: 'person',
  label: 'Person',
  labelPlural: 'People',
  attributes: [
    attribute({ name: 'first_name', label: 'First name', type: 'text' }),
    attribute({ name: 'last_name', label: 'Last name', type: 'text', required: true }),
    attribute({ name: 'email', label: 'Email', type: 'email' }),
    attribute({ name: 'phone', label: 'Phone', type: 'phone' }),
    attribute({ name: 'mobile', label: 'Mobile', type: 'phone' }),
    attribute({ name: 'job_title', label: 'Job title', type: 'text' }),
    attribute({ name: 'department', label: 'Department', type: 'text' }),
    attribute({ name: 'organization', label: 'Organization', type: 'relation', relatedRecordType: 'organization' }),
    attribute({ name: 'address', label: 'Address', type: 'address' }),
    attribute({ name: 'owner', label: 'Owner', type: 'user' }),
  ],
}

/** The record types that every workspace of the demo starts with: organizations and people. */
export function defaultSchema(): RecordTypeSchema[] {
  return structuredClone([organization, person])
}

/** The record type of a pipeline; its stages are the options of `stage`. */
export function pipelineSchema(pipeline: { id: string; name: string; stages: readonly AttributeOption[] }): RecordTypeSchema {
  return {
    recordType: `pipeline:${pipeline.id}`,
    label: pipeline.name,
    labelPlural: pipeline.name,
    attributes: [
      attribute({ name: 'name', label: 'Name', type: 'text', required: true }),
      attribute({
        name: 'stage',
        label: 'Stage',
        type: 'stage',
        required: true,
        options: pipeline.stages.map(({ id, label }) => ({ id, label })),
      }),
      attribute({ name: 'amount', label: 'Amount', type: 'currency' }),
      attribute({ name: 'close_date', label: 'Close date', type: 'date' }),
      attribute({ name: 'probability', label: 'Probability', type: 'percent' }),
      attribute({ name: 'organization', label: 'Organization', type: 'relation', relatedRecordType: 'organization' }),
      attribute({ name: 'next_step', label: 'Next step', type: 'text' }),
      attribute({ name: 'source', label: 'Source', type: 'select', options: structuredClone(sources) }),
      attribute({ name: 'description', label: 'Description', type: 'long_text' }),
      attribute({ name: 'owner', label: 'Owner', type: 'user' }),
    ],
  }
}
