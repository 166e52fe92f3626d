import type { Call } from '../model/command.js'
import { UserError } from '../model/failure.js'
import type { FieldValue } from '../model/fields.js'
import type { DocumentKind } from '../model/kind.js'
import { broken } from '../model/line-breaks.js'
import type { World } from '../model/ports.js'
import type { Settings } from '../model/settings.js'
import { CONCERNS, type Concern, concernNamed, whereItBelongs } from '../model/triage.js'

/**
 * Asks what a new deviation concerns, unless `--concerns` says it, and tells where it belongs when that is elsewhere.
 * Gives what the document is to say of it; absent when nothing is to be made.
 * @throws UserError for what belongs elsewhere, where nobody can be asked and the user has not insisted.
 */
export async function triaged(
  call: Call,
  { typ }: DocumentKind,
  { otherWays }: Settings,
  world: World,
): Promise<ReadonlyMap<string, FieldValue> | undefined> {
  if (typ !== 'avvikelse' && call.value('concerns') !== undefined) throw onlyDeviations()
  if (typ !== 'avvikelse') return new Map()
  const concern = await concernOf(call, world)
  const belongs = concern === undefined ? undefined : whereItBelongs(concern, otherWays)
  if (concern === undefined) return new Map()
  if (belongs === undefined) return new Map([['inte_istället_för', 'bekräftat']])
  if (call.has('anyway')) {
    world.remark(lines(belongs[world.language], world))
    return new Map()
  }
  if (!world.isInteractive) {
    throw new UserError(belongs, {
      sv: 'Ingenting har skapats. Gäller det också samverkan mellan parterna, lägg till `--anyway`.',
      en: 'Nothing was made. If it concerns the collaboration between the parties too, add `--anyway`.',
    })
  }
  world.print(`${lines(belongs[world.language], world)}\n`)
  const insists = await world.prompts.confirm(
    world.language === 'sv'
      ? 'Gäller det också samverkan, så att en avvikelse ska skapas ändå?'
      : 'Does it concern the collaboration too, so that a deviation is to be made anyway?',
    'no',
  )
  return insists ? new Map() : undefined
}

async function concernOf(
  call: Call,
  { isInteractive, prompts, language }: World,
): Promise<Concern | undefined> {
  const given = call.value('concerns')
  if (given !== undefined) return concernNamed(given)
  if (!isInteractive) return undefined
  const chosen = await prompts.choose(
    language === 'sv' ? 'Vad gäller det?' : 'What does it concern?',
    CONCERNS.map(({ name, is }) => ({ value: name, label: is[language] })),
  )
  return concernNamed(chosen)
}

const lines = (text: string, { columns }: World): string => broken(text, columns).join('\n')

const onlyDeviations = (): UserError =>
  new UserError(
    { sv: '`--concerns` gäller bara avvikelser.', en: '`--concerns` is for deviations only.' },
    { sv: 'Utelämna den. Ingenting har skapats.', en: 'Leave it out. Nothing was made.' },
  )
