import type { Decision } from './body.js'
import { type DecidingWords, isOwnDecision, saysDecides } from './deciding.js'
import type { Group } from './group.js'

/**
 * True when a group that only prepares decides on a matter itself. What every meeting settles for itself it may decide;
 * a group whose mandate is `inriktning` may decide, on direction (archive format § 3).
 */
export const exceedsMandate = (decision: Decision, words: DecidingWords, group: Group): boolean =>
  group.mandate === 'beredande' &&
  !PROCEDURE.test(decision.text) &&
  saysDecides(words.text) &&
  isOwnDecision(words.text, group)

/** What every meeting settles for itself: its agenda, its officers, its minutes, what it puts off. */
const PROCEDURE =
  /^(?:god(?:känna|kände)|fastställa)\b.{0,80}(?:dagordning|agenda|föredragningslist|protokoll|anteckning)|till handlingarna|till protokollet|^(?:att\s)?(?:välja|utse)\b.{0,80}(?:juster|mötesordförande|sekreterare)|juster.{0,80}\b(?:välja|utse)|^(?:bordlägga|återremittera|ajournera|avsluta mötet)/i
