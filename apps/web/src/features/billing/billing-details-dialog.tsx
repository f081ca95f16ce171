'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod/mini';
import { useProblemText } from '@/signed-in/use-problem-text';
import { ApiProblem } from '@/lib/api/problem';
import type { BillingDetails } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { Field, Select, TextArea, TextInput } from '@/ui/form/field';
import { Notice } from '@/ui/notice';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { showToast } from '@/ui/overlay/toast-store';
import { useChangeBillingDetails } from './api/billing-details';
import { isStateCode, stateCodes } from './state-codes';

/** The limits of the API. */
const maxName = 200;
const maxLines = 5;
const maxLine = 90;

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxName)),
  address: z.string().check(z.refine((address) => fits(linesOf(address)))),
  state: z.string(),
  gstin: z.string(),
});

function linesOf(address: string): string[] {
  return address
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function fits(lines: string[]): boolean {
  return lines.length <= maxLines && lines.every((line) => line.length <= maxLine);
}

function toDetails({ name, address, state, gstin }: z.output<typeof schema>): BillingDetails {
  const written = gstin.replace(/\s/g, '').toUpperCase();
  return { name, address: linesOf(address), state: isStateCode(state) ? state : null, gstin: written || null };
}

function toFields({ name, address, state, gstin }: BillingDetails) {
  return { name, address: address.join('\n'), state: state ?? '', gstin: gstin ?? '' };
}

interface DialogProps {
  details: BillingDetails;
  onClose: () => void;
}

/** The dialog for whom the next invoices name. */
export function BillingDetailsDialog({ details, onClose }: DialogProps) {
  const text = useTranslations('billing.details');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={text('title')} description={text('body')}>
      <DetailsForm details={details} onClose={onClose} />
    </Dialog>
  );
}

function DetailsForm({ details, onClose }: DialogProps) {
  const text = useTranslations('billing.details');
  const problemText = useProblemText();
  const defaultValues = toFields(details);
  const { register, handleSubmit, formState } = useForm({ resolver: zodResolver(schema), defaultValues });
  const change = useChangeBillingDetails(() => {
    showToast({ tone: 'good', message: text('changed') });
    onClose();
  });
  const { errors } = formState;
  const { gstinFault, other } = faultsOf(change.error);
  return (
    <form noValidate onSubmit={(event) => void handleSubmit((body) => change.mutate(toDetails(body)))(event)}>
      <div className="flex flex-col gap-5">
        <Field label={text('name')} error={errors.name && text('nameFault', { max: maxName })}>
          <TextInput autoComplete="organization" {...register('name')} />
        </Field>
        <Field
          label={text('address')}
          error={errors.address && text('addressFault', { lines: maxLines, max: maxLine })}
        >
          <TextArea autoComplete="street-address" rows={3} {...register('address')} />
        </Field>
        <Field label={text('state')}>
          <StateSelect {...register('state')} />
        </Field>
        <Field label={text('gstin')} hint={text('gstinHint')} error={gstinFault && problemText(gstinFault)}>
          <TextInput autoCapitalize="characters" autoComplete="off" spellCheck={false} {...register('gstin')} />
        </Field>
        {other && <Notice tone="bad">{problemText(other)}</Notice>}
      </div>
      <DialogActions>
        <Button type="submit" look="main" busy={change.isPending}>
          {text('save')}
        </Button>
      </DialogActions>
    </form>
  );
}

function StateSelect(props: React.ComponentProps<typeof Select>) {
  const text = useTranslations('billing.details');
  const options = stateCodes.map((code) => ({ code, name: text(`states.${code}`) }));
  options.sort((one, other) => one.name.localeCompare(other.name));
  return (
    <Select autoComplete="address-level1" {...props}>
      <option value="">{text('noState')}</option>
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}

/** A refusal, by the field that it speaks of. */
function faultsOf(error: Error | null): { gstinFault?: Error; other?: Error } {
  if (!error) return {};
  if (!(error instanceof ApiProblem)) return { other: error };
  const speaksOfGstin = error.code.startsWith('gstin.') || error.errors.some(({ pointer }) => pointer === '/gstin');
  if (!speaksOfGstin) return { other: error };
  return { gstinFault: error.code.startsWith('gstin.') ? error : new ApiProblem(error.status, 'gstin.invalid') };
}
