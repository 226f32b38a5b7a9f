/** Something on this machine keeps Besa from starting. The message is the one line that a person reads. */
export class CannotStart extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotStart';
  }
}
