// breaks: house/role-suffixes
export class CreditService {
  readonly name = 'says nothing';
}
