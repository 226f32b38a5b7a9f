/** Something about this machine keeps Besa from starting. The message is the one line a person is told. */
export class CannotStart extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotStart';
  }
}
