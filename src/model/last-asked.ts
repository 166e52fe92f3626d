/**
 * Remembers one answer: that about what was asked last. Rules judge one document after the other, so what is worked
 * out of a document for one rule serves the next, and is let go with the document.
 */
export class LastAsked<Subject extends object, Answer> {
  private subject: Subject | undefined
  private answer: Answer | undefined

  get(subject: Subject): Answer | undefined {
    return this.subject === subject ? this.answer : undefined
  }

  set(subject: Subject, answer: Answer): void {
    this.subject = subject
    this.answer = answer
  }
}
