// What each entry of the ui package weighs, beside its goal; fails where one has become heavier than its limit.
import { budgets, weighUi } from './weigh-ui.ts'

const over: string[] = []
console.log('KB gzip               all    goal  first paint    goal')
for (const [name, weight] of Object.entries(await weighUi())) {
  const budget = budgets[name]
  if (!budget) throw new Error(`size-budgets.json has no ${name}.`)
  const { goal, limit } = budget
  if (weight.total > limit.total || weight.first > limit.first) over.push(name)
  const reached = weight.total <= goal.total && weight.first <= goal.first
  const columns = [
    weight.total.toFixed(1).padStart(6),
    String(goal.total).padStart(6),
    weight.first.toFixed(1).padStart(11),
    String(goal.first).padStart(6),
  ]
  console.log(`${name.padEnd(18)}${columns.join('  ')}${reached ? '' : '  short of its goal'}`)
}
if (over.length > 0) {
  console.error(
    `\nOver the limit of packages/ui/size-budgets.json: ${over.join(', ')}. Load what is opened later lazily, or leave it out.`,
  )
  process.exit(1)
}
