import { configureGlobal } from 'fast-check'

/** Property tests try the same cases in every run, so that what passed passes again. `PROPERTY_SEED=<number>` hunts elsewhere. */
configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_130) })
