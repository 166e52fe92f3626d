import { UserError } from './failure.js'
import type { DocumentKind } from './kind.js'
import type { Surroundings } from './surroundings.js'
import { nearest } from './text.js'

/**
 * The kind with a name on the command line or in `typ:`.
 * @throws UserError with the kinds that there are.
 */
export function kindNamed({ kinds }: Pick<Surroundings, 'kinds'>, name: string): DocumentKind {
  const all = [...kinds.values()]
  const kind = all.find(({ typ, commandNames }) => typ === name || commandNames.includes(name))
  if (kind !== undefined) return kind
  const meant = nearest(
    name,
    all.flatMap(({ commandNames }) => commandNames),
  )
  const names = all.map(({ commandNames }) => commandNames[0]).join(', ')
  throw new UserError(
    { sv: `Dokumentslaget \`${name}\` finns inte.`, en: `There is no kind of document \`${name}\`.` },
    {
      sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Slagen är ${names}.`,
      en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}The kinds are ${names}.`,
    },
  )
}
