// What each entry of the ui package weighs, beside its budget; fails where one is over.
import { budgets, weighUi } from './weigh-ui.ts'

const weights = await weighUi()
const over: string[] = []
console.log('KB gzip               all  budget  first paint  budget')
for (const [name, weight] of Object.entries(weights)) {
  const budget = budgets[name] ?? { total: 0, first: 0 }
  const tooHeavy = weight.total > budget.total || weight.first > budget.first
  if (tooHeavy) over.push(name)
  const numbers = [weight.total.toFixed(1).padStart(6), String(budget.total).padStart(6)]
  const first = [weight.first.toFixed(1).padStart(11), String(budget.first).padStart(6)]
  console.log(`${name.padEnd(18)}${[...numbers, ...first].join('  ')}${tooHeavy ? '  over' : ''}`)
}
if (over.length > 0) {
  console.error(`\nOver budget: ${over.join(', ')}. Load what is opened later lazily, or leave it out.`)
  process.exit(1)
}
