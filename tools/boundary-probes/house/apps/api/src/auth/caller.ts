export class Caller {
  constructor(readonly userId: string) {}
}
