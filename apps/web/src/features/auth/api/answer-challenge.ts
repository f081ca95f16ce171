import { postLoginSecondFactor, type Schema } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';
import { session } from '@/lib/api/session';

/** Completes a sign-in with a code of the second factor. @throws ApiProblem second-factor.wrong, challenge.invalid */
export async function answerChallenge(body: Schema<'AnswerChallengeBody'>): Promise<void> {
  session.begin((await callAnonymously(postLoginSecondFactor, { body })).data.accessToken);
}
