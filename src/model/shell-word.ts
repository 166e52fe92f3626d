/** A text as one word of a command line that can be copied into a shell: in quotation marks where it needs them. */
export const shellWord = (text: string): string =>
  /^[\p{L}\p{N}_./:@-]+$/u.test(text)
    ? text
    : /["$`\\!]/.test(text)
      ? `'${text.replaceAll("'", String.raw`'\''`)}'`
      : `"${text}"`
