import type { Call } from './command.js'
import { UserError } from './failure.js'
import type { Format, SheetWish } from './format.js'
import { type Listed, listedAs } from './listed.js'
import { withoutPersonalNumbers } from './personal-number.js'
import type { World } from './ports.js'
import { choices } from './said.js'
import type { Sheet } from './sheet.js'
import { nearest } from './text.js'

/**
 * Gives the user what was asked for: on the screen, or in the file that `--out` names — whole or not at all, and
 * never over a file that is there without `--force`. No personnummer goes out in a text. `file` is the name of what is no use on a screen.
 */
export function deliver(call: Call, world: World, made: string | Uint8Array, file?: string): void {
  const content = typeof made === 'string' ? withoutPersonalNumbers(made) : made
  const out = call.value('out') ?? file
  if (out === undefined) {
    if (typeof content === 'string') world.print(content)
    else world.printBytes(content)
    return
  }
  const path = out.startsWith('/') ? out : `${world.directory}/${out}`
  if (/(?:^|\/)\.git(?:\/|$)/.test(path)) {
    throw new UserError(
      { sv: `\`${out}\` ligger i gits egen katalog.`, en: `\`${out}\` lies in git's own folder.` },
      { sv: 'Välj en annan plats.', en: 'Choose another place.' },
    )
  }
  const there = world.disk.kindOf(path)
  if (there === 'file' && call.has('force')) world.disk.replace(path, content)
  else if (there !== undefined) {
    throw new UserError(
      { sv: `\`${out}\` finns redan.`, en: `\`${out}\` exists already.` },
      there === 'file'
        ? {
            sv: 'Lägg till `--force` för att skriva över den, eller välj ett annat namn.',
            en: 'Add `--force` to overwrite it, or choose another name.',
          }
        : { sv: 'Välj ett annat namn.', en: 'Choose another name.' },
    )
  } else world.disk.create(path, content)
  world.remark(world.language === 'sv' ? `Skrivet till ${out}.` : `Written to ${out}.`)
}

/**
 * What writes a sheet as the user wants it: `--format` (text when nothing is said) and `--out`.
 * @throws UserError for a format that does not exist, and for a dialect that it knows nothing of.
 */
export async function sheetWriter(
  formats: readonly Listed<Format>[],
  call: Call,
  world: World,
  wish: SheetWish = { shows: 'figures' },
): Promise<(sheet: Sheet) => Promise<void>> {
  const writers = formats.filter(({ writes }) => writes === 'sheet')
  const name = call.value('format') ?? 'text'
  const format = await chosen(writers, name, { sv: 'Formatet', en: 'format' }).load()
  const { dialect } = wish
  if (dialect !== undefined && format.dialects?.includes(dialect) !== true) {
    throw new UserError(
      {
        sv: `\`--excel\` går inte ihop med formatet \`${format.name}\`.`,
        en: `\`--excel\` does not go with the format \`${format.name}\`.`,
      },
      { sv: 'Lägg till `--format csv`.', en: 'Add `--format csv`.' },
    )
  }
  return async sheet => {
    const { language, columns, paint } = world
    deliver(call, world, (await format.sheet?.(sheet, { language, columns, paint }, wish)) ?? '')
  }
}

/**
 * The one of several that the user named.
 * @throws UserError with what there is to choose from, and the nearest.
 */
export function chosen<Thing>(
  things: readonly Listed<Thing>[],
  name: string,
  what: { readonly sv: string; readonly en: string },
): Listed<Thing> {
  const found = listedAs(things, name)
  if (found !== undefined) return found
  const names = things.map(thing => thing.name)
  const meant = nearest(
    name,
    things.flatMap(thing => [thing.name, ...thing.aliases]),
  )
  const among = choices(names)
  throw new UserError(
    { sv: `${what.sv} \`${name}\` finns inte.`, en: `There is no ${what.en} \`${name}\`.` },
    {
      sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Välj ${among.sv}.`,
      en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Choose ${among.en}.`,
    },
  )
}

/** JSON for other programs, indented, with nothing in it that a CI runner would take for a command of its own. */
export const asJson = (data: unknown): string =>
  `${JSON.stringify(data, undefined, 2).replaceAll('##[', '#\\u0023[')}\n`
