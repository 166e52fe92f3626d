import { LEFT_OUT } from '../model/repeatable.js'
import { saidTogether } from '../model/said.js'
import { mayBeTold, type Waiting } from '../model/waiting.js'
import { type Item, plain } from './item.js'

const FOLLOW_UP = 'Uppföljning av uppdrag'

/** Open actions, and what was put off in prose: a line each, with its address. */
export function toFollowUp(waiting: readonly Waiting[]): Item | undefined {
  const open = waiting.filter(({ what }) => what === 'action')
  const spoken = waiting.filter(({ what, due }) => what === 'deferred' && due === undefined)
  if (open.length === 0 && spoken.length === 0) return undefined
  const lines = [...open, ...spoken].map(each => {
    const told = mayBeTold(each) ? each.text : LEFT_OUT.sv
    return `- ${each.address}: ${told}${each.due === undefined ? '' : ` (senast ${each.due})`}`
  })
  const because = [
    ...(open.length === 0
      ? []
      : [
          {
            sv: open.length === 1 ? 'ett öppet uppdrag' : `${open.length} öppna uppdrag`,
            en: open.length === 1 ? 'one open action' : `${open.length} open actions`,
          },
        ]),
    ...(spoken.length === 0
      ? []
      : [
          {
            sv: spoken.length === 1 ? 'en sak som sköts upp' : `${spoken.length} saker som sköts upp`,
            en:
              spoken.length === 1
                ? 'one thing that was put off'
                : `${spoken.length} things that were put off`,
          },
        ]),
  ]
  return plain(FOLLOW_UP, saidTogether(because, '; '), lines)
}

/**
 * Puts the open actions under the item that follows them up, or in an item of its own after the previous minutes. Where
 * an agenda listed some already, its lines stand and the others come after.
 */
export function withFollowUp(items: readonly Item[], followUp: Item): readonly Item[] {
  const at = items.findIndex(({ title }) => /uppföljning av (?:uppdrag|beslut)/i.test(title))
  if (at >= 0) return items.map((item, index) => (index === at ? withLines(item, followUp) : item))
  const after =
    items.findLastIndex(({ title }) => /^(?:mötets öppnande|val av|föregående|godkännande)/i.test(title)) + 1
  return [...items.slice(0, after), followUp, ...items.slice(after)]
}

function withLines(item: Item, followUp: Item): Item {
  const isListed = (line: string) =>
    item.lines.some(written => written.startsWith(line.replace(/: .*$/, ': ')))
  const more = followUp.lines.filter(line => !isListed(line))
  if (more.length === 0) return item
  const isOfAgenda = item.lines.length > 0
  return {
    ...item,
    lines: [...item.lines, ...more],
    because: isOfAgenda ? item.because : saidTogether([item.because, followUp.because], '; '),
  }
}
