/** Something outside the program keeps it from starting. The message is a sentence for the person at the keyboard: print it without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
