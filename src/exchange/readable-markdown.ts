import type { Nodes, Parent, Root } from 'mdast'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import remarkRehype from 'remark-rehype'

/** Markdown as a piece of HTML in which nothing runs and nothing is fetched; links within the archive are words only. */
export function asHtml(markdown: string): string {
  const tree = treeOf(markdown)
  return writer.stringify(writer.runSync(tree))
}

/** Markdown as plain text: words on their lines without the marks, comments are gone. */
export const asPlainText = (markdown: string): string =>
  `${blocksOf(treeOf(markdown), '\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`

const reader = remark().use(remarkGfm).freeze()
const writer = remark()
  .use(remarkRehype)
  .use(rehypeSanitize, {
    ...defaultSchema,
    tagNames: (defaultSchema.tagNames ?? []).filter(name => name !== 'img'),
  })
  .use(rehypeStringify)
  .freeze()

function treeOf(markdown: string): Root {
  const tree = reader.parse(markdown.replace(/^:{3,}.*$/gm, ''))
  dropLocalLinks(tree)
  return tree
}

/** A link that leads to a file of the archive leads nowhere in a mail: its words stay. */
function dropLocalLinks(parent: Parent): void {
  parent.children = parent.children.flatMap(child => {
    if ('children' in child) dropLocalLinks(child)
    return child.type === 'link' && !isAbsolute(child.url) ? child.children : [child]
  })
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
