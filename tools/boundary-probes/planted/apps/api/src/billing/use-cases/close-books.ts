// breaks: house/few-dependencies
type Port = { readonly name: string };

export class CloseBooks {
  constructor(
    readonly payments: Port,
    readonly invoices: Port,
    readonly ledger: Port,
    readonly mail: Port,
    readonly clock: Port,
    readonly storage: Port,
  ) {}
}
