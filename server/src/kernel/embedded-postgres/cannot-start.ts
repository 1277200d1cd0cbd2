/**
 * Something outside the program keeps it from starting. The message is a sentence for the person at the keyboard, and the
 * place in our code is of no use to them: whoever prints the stack prints just the sentence.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'

  constructor(message: string) {
    super(message)
    this.stack = message
  }
}
