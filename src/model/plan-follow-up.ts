import { type Fields, isFields, listOf, textOf } from './fields.js'
import { dayIn } from './meeting.js'
import type { Said } from './said.js'
import type { Surroundings } from './surroundings.js'

/**
 * How a plan is followed up: `done` = every follow-up whose day has passed was held; `missed` = one was not;
 * `to-come` = the first day has not passed; `none` = no day is set for any.
 */
export type FollowUpState = 'done' | 'missed' | 'to-come' | 'none'

/** Whether a plan is followed up on the days that it has set. A day that is today has not passed. */
export function followUpOf(fields: Fields, { today }: Surroundings): FollowUpState {
  const planned = listOf(fields, 'uppföljning').filter(isFields)
  if (planned.length === 0) return 'none'
  const held = planned.filter(isHeld)
  const passed = planned.filter(each => {
    const day = dayIn(textOf(each, 'datum'))
    return !isHeld(each) && day !== undefined && day < today
  })
  if (passed.length > 0) return 'missed'
  return held.length > 0 ? 'done' : 'to-come'
}

/** What each state is called. */
export const FOLLOW_UPS: ReadonlyMap<string, Said> = new Map([
  ['done', { sv: 'uppföljd på utsatta dagar', en: 'followed up on the days set' }],
  ['missed', { sv: 'en uppföljning har uteblivit', en: 'a follow-up was missed' }],
  ['to-come', { sv: 'första uppföljningen återstår', en: 'first follow-up to come' }],
  ['none', { sv: 'ingen dag är satt', en: 'no day is set' }],
])

/** True of a follow-up that has been held: `genomförd: true`, or a day. */
export const isHeld = (fields: Fields): boolean => {
  const held = textOf(fields, 'genomförd')?.toLowerCase()
  return held !== undefined && held !== 'false' && held !== 'nej'
}
