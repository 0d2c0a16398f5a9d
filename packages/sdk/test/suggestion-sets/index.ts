import { abbreviatedSet } from './abbreviated-set.ts'
import { advisorSet } from './advisor-set.ts'
import { decoySet } from './decoy-set.ts'
import { defaultSet } from './default-set.ts'
import type { EvaluationSet } from './evaluation-set.ts'
import { germanOrgSet, germanSet } from './german-set.ts'
import { limitsSet } from './limits-set.ts'
import { looseTypesSet } from './loose-types-set.ts'
import { manufacturerSet } from './manufacturer-set.ts'
import { nonprofitSet } from './nonprofit-set.ts'
import { recruitingSet } from './recruiting-set.ts'
import { renamedSet } from './renamed-set.ts'
import { startupSet } from './startup-set.ts'
import { subscriptionSet } from './subscription-set.ts'

/** Schemas of fourteen teams. */
export const evaluationSets: readonly EvaluationSet[] = [
  defaultSet,
  renamedSet,
  abbreviatedSet,
  germanSet,
  germanOrgSet,
  subscriptionSet,
  nonprofitSet,
  decoySet,
  advisorSet,
  looseTypesSet,
  limitsSet,
  manufacturerSet,
  startupSet,
  recruitingSet,
]
