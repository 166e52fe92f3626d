import { defaultSchema, sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { Nodes, Parent, Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'

/** Markdown as a piece of HTML in which nothing runs and nothing is fetched; links within the archive are words only. */
export const asHtml = (tree: Root): string =>
  toHtml(sanitize(toHast(withoutLocalLinks(tree)), WITHOUT_PICTURES))

/** Markdown as plain text: words on their lines without the marks, comments are gone. */
export const asPlainText = (tree: Root): string =>
  `${blocksOf(withoutLocalLinks(tree), '\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`

const WITHOUT_PICTURES = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(name => name !== 'img'),
}

/** A link that leads to a file of the archive leads nowhere in a mail: its words stay. */
function withoutLocalLinks<Node extends Parent>(parent: Node): Node {
  const children = parent.children.flatMap(child => {
    const cleaned = 'children' in child ? withoutLocalLinks(child) : child
    return cleaned.type === 'link' && !isAbsolute(cleaned.url) ? cleaned.children : [cleaned]
  })
  return { ...parent, children }
}

const isAbsolute = (url: string): boolean => /^(?:https?|mailto):/i.test(url)

/** The blocks of a node one after the other. */
const blocksOf = ({ children }: Parent, between: string): string =>
  children
    .map(child => blockOf(child))
    .filter(block => block !== '')
    .join(between)

function blockOf(node: Nodes): string {
  switch (node.type) {
    case 'heading':
      return `\n${inline(node)}`
    case 'paragraph':
      return inline(node)
    case 'list':
      return node.children
        .map((item, index) => {
          const box = item.checked === true ? '[x] ' : item.checked === false ? '[ ] ' : ''
          const mark = node.ordered === true ? `${(node.start ?? 1) + index}. ` : '- '
          return `${mark}${box}${blocksOf(item, '\n')}`.replaceAll('\n', `\n${' '.repeat(mark.length)}`)
        })
        .join('\n')
    case 'blockquote':
      return blocksOf(node, '\n\n').replace(/^/gm, '> ')
    case 'table':
      return node.children.map(row => row.children.map(cell => inline(cell)).join(' | ')).join('\n')
    case 'code':
      return node.value
    case 'thematicBreak':
      return '---'
    case 'html':
    case 'definition':
      return ''
    default:
      return 'children' in node ? blocksOf(node, '\n\n') : 'value' in node ? node.value : ''
  }
}

/** The words of a node on their lines. */
function inline(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return '\n'
    case 'html':
      return ''
    case 'image':
      return node.alt ?? ''
    case 'link': {
      const words = node.children.map(child => inline(child)).join('')
      return words === node.url || `mailto:${words}` === node.url ? words : `${words} (${node.url})`
    }
    default:
      return 'children' in node
        ? node.children.map(child => inline(child)).join('')
        : 'value' in node
          ? node.value
          : ''
  }
}
