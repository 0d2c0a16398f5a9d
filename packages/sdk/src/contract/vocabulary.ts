/** The words that both sides, the wire and the database share. Plain values: a browser bundle may hold them. */

/** The Salesforce objects that sync, in the order in which a run pulls them. */
export const salesforceObjects = ['Account', 'Contact', 'Opportunity'] as const

export const directions = ['bidirectional', 'pull', 'push'] as const

export const attributeTypes = [
  'text',
  'long_text',
  'number',
  'currency',
  'percent',
  'boolean',
  'date',
  'datetime',
  'select',
  'multi_select',
  'stage',
  'email',
  'phone',
  'url',
  'address',
  'relation',
  'user',
] as const

/** Every `type` that a Salesforce describe can hold. */
export const salesforceTypes = [
  'id',
  'string',
  'textarea',
  'boolean',
  'int',
  'long',
  'double',
  'currency',
  'percent',
  'date',
  'datetime',
  'time',
  'email',
  'phone',
  'url',
  'picklist',
  'multipicklist',
  'combobox',
  'reference',
  'address',
  'location',
  'base64',
  'encryptedstring',
  'anyType',
  'complexvalue',
  'datacategorygroupreference',
] as const

/** Why one attribute of a record was left out while the rest of the record synced. */
export const skipReasons = [
  'not_mapped',
  'direction',
  'mapping_error',
  'not_coercible',
  'option_mismatch',
  'too_long',
  'out_of_range',
  'blank_required',
  'blank_never_synced',
  'blank_kept',
  'read_only',
  'related_not_linked',
  'rejected_by_salesforce',
  'rejected_by_pryzm',
  'not_kept_by_salesforce',
  'currency_mismatch',
  'user_not_matched',
  'create_only',
] as const

/** What is worth telling about an attribute that did sync. */
export const fieldNoteCodes = ['default_used', 'changed_since_sync'] as const

export const issueSeverities = ['blocking', 'field', 'warning'] as const

export const issueCodes = [
  'pryzm_id_missing',
  'pryzm_id_wrong_type',
  'pryzm_id_too_short',
  'pryzm_id_not_external_id',
  'pryzm_id_not_unique',
  'pryzm_id_not_accessible',
  'object_not_accessible',
  'object_not_creatable',
  'object_not_editable',
  'pipeline_not_selected',
  'pipeline_missing',
  'field_missing',
  'attribute_missing',
  'type_incompatible',
  'field_read_only',
  'attribute_read_only',
  'attribute_mapped_twice',
  'field_mapped_twice',
  'required_field_unmapped',
  'lossy_conversion',
  'option_unmapped',
  'default_not_usable',
  'direction_narrowed_by_object',
  'many_fields',
] as const

/**
 * How a Salesforce object changed under a saved mapping. A field that is absent from describe is `field_removed` or
 * `field_hidden` where that is known, and `field_missing` where nobody could tell.
 */
export const schemaChangeKinds = [
  'field_added',
  'field_removed',
  'field_hidden',
  'field_missing',
  'field_retyped',
  'field_resized',
  'options_changed',
  'field_required',
  'field_optional',
  'field_read_only',
  'field_writable',
  'object_hidden',
  'object_visible',
  'object_read_only',
  'object_writable',
] as const

export const connectionStatuses = ['disconnected', 'connecting', 'connected', 'reauthorization_required', 'degraded'] as const

/** Why a connection is not simply `connected`, or why the last attempt to connect ended without one. */
export const connectionReasons = [
  'access_denied',
  'app_blocked',
  'attempt_expired',
  'sign_in_expired',
  'sign_in_failed',
  'sandbox_org',
  'scratch_org',
  'missing_scope',
  'api_disabled',
  'different_org',
  'token_revoked',
  'token_expired',
  'user_deactivated',
  'refresh_interrupted',
  'api_limit_reached',
  'org_unavailable',
  'revoke_failed',
] as const

export const jobStates = [
  'queued',
  'running',
  'paused',
  'succeeded',
  'completed_with_errors',
  'failed',
  'canceled',
  'skipped',
] as const

export const jobKinds = ['pull', 'push'] as const

export const pullModes = ['full', 'changes'] as const

/** How a history may be sorted; jobs that never ended have no duration and come last. */
export const jobOrders = ['newest', 'oldest', 'longest', 'shortest'] as const

export const recordOutcomes = ['created', 'updated', 'unchanged', 'skipped', 'failed'] as const

export const checkStatuses = ['pass', 'fail', 'unknown'] as const
