import { Challenges } from './challenges';
import { CodeCheck } from './code-check';
import { Confirmations } from './confirmations';
import { FactorChanges } from './factor-changes';
import { MailedConfirmation } from './mailed-confirmation';
import { SecondFactorRepository } from './persistence/second-factor.repository';
import { Proofs } from './proofs';
import { SecondFactorController } from './second-factor.controller';
import { SecretEncryption } from './secret-encryption';
import { AnswerChallenge } from './use-cases/answer-challenge';
import { BeginSecondFactor } from './use-cases/begin-second-factor';
import { ConfirmIdentity } from './use-cases/confirm-identity';
import { ConfirmSecondFactor } from './use-cases/confirm-second-factor';
import { DescribeSecondFactor } from './use-cases/describe-second-factor';
import { MailConfirmationCode } from './use-cases/mail-confirmation-code';
import { RemoveSecondFactor } from './use-cases/remove-second-factor';
import { RenewRecoveryCodes } from './use-cases/renew-recovery-codes';

/** The routes of the second factor, as parts of the auth module. */
export const secondFactorControllers = [SecondFactorController];

/** What adds, removes and checks second factors and confirms who is there, as parts of the auth module. */
export const secondFactorProviders = [
  Challenges,
  CodeCheck,
  Confirmations,
  FactorChanges,
  MailedConfirmation,
  Proofs,
  SecondFactorRepository,
  SecretEncryption,
  AnswerChallenge,
  BeginSecondFactor,
  ConfirmIdentity,
  ConfirmSecondFactor,
  DescribeSecondFactor,
  MailConfirmationCode,
  RemoveSecondFactor,
  RenewRecoveryCodes,
];
