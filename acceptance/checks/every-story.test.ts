import { cutOff } from '../support/cut-off.ts'
import { moving } from '../support/moving.ts'
import { plantCss, plantHtml } from '../support/plant.ts'
import { sweep } from '../support/sweep.ts'
import { unmet, violations } from '../support/violations.ts'
import { whole } from '../support/visit.ts'

/** Whether every story is looked at, so that what is not met is not there. */
const complete = whole && !process.env.ACCEPTANCE_STORIES

const directions = ['ltr', 'rtl']

// A share looks at one story in ten at 320 pixels, in both themes, and takes the directions in turn.
sweep(
  [
    {
      number: 1,
      name: 'No violations anywhere',
      look: violations,
      close: complete ? unmet : undefined,
      seed: plantHtml('<main><button></button></main>'),
    },
    { number: 3, name: 'Reflow', look: cutOff, seed: plantHtml('<div style="inline-size: 400px">too wide</div>') },
    {
      number: 16,
      name: 'Reduced motion',
      look: moving,
      seed: plantCss('@keyframes pulse { to { opacity: .5 } } body { animation: pulse 900ms infinite }'),
    },
  ],
  (lab) =>
    (whole ? lab.stories : lab.stories.filter((_, at) => at % 10 === 0)).flatMap((story, at) =>
      (whole ? directions : [directions[at % 2] ?? 'ltr']).flatMap((dir) =>
        (whole ? [320, 900] : [320]).map((width) => ({ story, options: { globals: { dir }, width, height: 640 } })),
      ),
    ),
)
