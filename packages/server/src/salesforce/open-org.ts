import type { Org, OrgAccess } from '../engine/ports/index.ts'
import { abortJob, ingestStatus, queryStatus, startQuery } from './bulk-jobs.ts'
import { countRecords } from './count-records.ts'
import { createPryzmIdField } from './create-pryzm-id-field.ts'
import { describeIfChanged, describeObject } from './describe-object.ts'
import { failedRows } from './failed-rows.ts'
import { findRecords } from './find-records.ts'
import { opportunityStages } from './opportunity-stages.ts'
import { orgLimits } from './org-limits.ts'
import type { Patience } from './patience.ts'
import { readIdentity } from './read-identity.ts'
import { readByPryzmId, readRecord } from './read-record.ts'
import { rowsPerPage } from './result-page.ts'
import { resultPages } from './result-pages.ts'
import { salesProcesses } from './sales-processes.ts'
import { createSession } from './session.ts'
import { customFieldId, customFieldsExist, packageInstalled } from './setup-queries.ts'
import { usersByEmail } from './users-by-email.ts'
import { startWriteBack } from './write-back.ts'
import { writeRecord } from './write-record.ts'

/** One connected org over jsforce. */
export function openOrg(access: OrgAccess, options: { apiVersion: string; patience: Patience }): Org {
  const session = createSession(access, options)
  return {
    rowsPerPage,
    identity: (identityUrl) => readIdentity(session, identityUrl),
    describe: (object) => describeObject(session, object),
    describeIfChanged: (object, mark) => describeIfChanged(session, object, mark),
    stages: () => opportunityStages(session),
    salesProcesses: () => salesProcesses(session),
    limits: () => orgLimits(session),
    packageInstalled: (namespace) => packageInstalled(session, namespace),
    customFieldId: (object, name) => customFieldId(session, object, name),
    customFieldsExist: (object, names) => customFieldsExist(session, object, names),
    createPryzmIdField: (object) => createPryzmIdField(session, object),
    usersByEmail: (emails) => usersByEmail(session, emails),

    startQuery: (soql, query) => startQuery(session, soql, query?.withDeleted ?? false),
    queryStatus: (queryId) => queryStatus(session, queryId),
    resultPages: (queryId, reading) => resultPages(session, queryId, reading),
    abortQuery: (queryId) => abortJob(session, 'query', queryId),

    countRecords: (object, condition) => countRecords(session, object, condition),
    findRecords: (object, search) => findRecords(session, object, search),
    readRecord: (object, salesforceId, fields) => readRecord(session, object, salesforceId, fields),
    readByPryzmId: (object, pryzmId, fields) => readByPryzmId(session, object, pryzmId, fields),
    upsertByPryzmId: (object, pryzmId, body, readBack = []) =>
      writeRecord(session, { object, key: { field: 'Pryzm_ID__c', value: pryzmId }, body, readBack }),
    updateRecord: (object, salesforceId, body, readBack = []) =>
      writeRecord(session, { object, key: { field: 'Id', value: salesforceId }, body, readBack }),

    startWriteBack: (object, rows) => startWriteBack(session, object, rows),
    ingestStatus: (ingestId) => ingestStatus(session, ingestId),
    failedRows: (ingestId) => failedRows(session, ingestId),
  }
}
