import type { ObjectDescribe, RecordTypeSchema } from '../contract/schema.ts'

/** What is known of both sides of an object pair. */
export interface PairSides {
  /** Null where this user may not read the object; left out where Salesforce was not asked. */
  describe?: ObjectDescribe | null
  /** Null for Opportunity until a pipeline that exists is chosen. */
  recordType: RecordTypeSchema | null
}
