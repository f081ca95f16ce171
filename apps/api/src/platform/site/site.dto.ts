import { identityProviderNames, type IdentityProviderName } from '@canar/api-env';
import { ApiProperty } from '@nestjs/swagger';

/** Who sells. */
export class Seller {
  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Its lines are separated by line breaks.' })
  address!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'State or union territory of India.' })
  state!: string | null;

  @ApiProperty({ type: String, nullable: true })
  gstin!: string | null;
}

/** What the site says of its operator. */
export class Site {
  @ApiProperty({ type: Seller, nullable: true, description: 'null while the operator has not said who sells.' })
  seller!: Seller | null;

  @ApiProperty({ type: String, nullable: true })
  supportEmail!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Name, address and hours of the grievance officer.' })
  grievanceContact!: string | null;

  @ApiProperty({
    enum: identityProviderNames,
    isArray: true,
    description: 'With whose identities one can sign in.',
  })
  identityProviders!: IdentityProviderName[];

  @ApiProperty({ description: 'Nothing is sold here: payments and mail are not real.' })
  demonstration!: boolean;
}
