import { unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'

/** Everything that stands in a file that a format has made: a text as it is, the parts of an Office file, the words of a PDF. */
export async function wordsInFile(written: string | Uint8Array): Promise<string> {
  if (typeof written === 'string') return written
  const start = Buffer.from(written.subarray(0, 4)).toString('latin1')
  if (start.startsWith('PK'))
    return Object.entries(unzipSync(written))
      .map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString('utf8')}`)
      .join('\n')
  if (start !== '%PDF') throw new Error(`A file that begins with ${start} is of no kind that is known.`)
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(written)), { mergePages: true })
  return text
}
