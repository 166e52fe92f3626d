import type { Day } from './day.js'
import type { Document } from './document.js'
import type { Period } from './period.js'
import type { Sitting } from './sitting.js'
import type { Waiting } from './waiting.js'

/**
 * What has become of something that a group had before it. There is no other way: what is not at the next meeting, was
 * not closed, put off or lifted is lost, and said to be.
 */
export type Fate =
  /** The group has not met since. */
  | { readonly is: 'waiting' }
  /** The last meeting so far had it, and it is open still; what was put off is settled by being taken up. */
  | { readonly is: 'taken up'; readonly at: Sitting }
  /** An action that a later meeting gave in the same words: that one is followed from there. */
  | { readonly is: 'given anew'; readonly at: Sitting }
  | { readonly is: 'put off'; readonly until: Period }
  | { readonly is: 'closed'; readonly by: Document; readonly on?: Day }
  | { readonly is: 'lifted'; readonly by: Document; readonly to?: string; readonly answer?: Day }
  /** The meeting that should have had it had it not. */
  | { readonly is: 'lost'; readonly at: Sitting }

/** Something that a group has or had before it, and what became of it. */
export interface Held {
  readonly waiting: Waiting
  readonly fate: Fate
}

/** True of what the group must still have before it: what no fate has taken out of its hands. */
export const isOpen = ({ waiting, fate }: Held): boolean =>
  fate.is === 'waiting' ||
  fate.is === 'put off' ||
  fate.is === 'lost' ||
  (fate.is === 'taken up' && waiting.what !== 'deferred')
