import { fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { Profile } from '@/lib/api/types';
import { problem, stubApi } from '@/testing/stub-api';
import { editorStore, profileWith, publicationWith, renderEditor } from '../testing/render-editor';
import { PublishForm } from './publish-form';

const { editor, problems } = messagesOf('en');
const text = editor.publish;
const put = 'PUT /profiles/p1/publication';

function open(profile: Profile = profileWith(), publish = stubbed({})) {
  const view = renderEditor(<PublishForm profile={profile} />, editorStore({ basics: { name: 'Lena Vasquez' } }));
  return { ...view, ...publish };
}

function stubbed(reply: object, slug: object = { available: true }) {
  return stubApi({
    [put]: { body: publicationWith(), ...reply },
    'GET /profiles/slugs/lena-vasquez': { body: { available: true } },
    'GET /profiles/slugs/asha': { body: slug },
    'GET /subscription': { body: { features: [] } },
  });
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const enabled = (name: string, is = true) => waitFor(() => expect(button(name).disabled).toBe(!is));
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const toggle = (label: string) => fireEvent.click(screen.getByRole('switch', { name: label }));

async function submitted({ sent }: ReturnType<typeof stubApi>, name = text.submit) {
  await enabled(name);
  fireEvent.click(button(name));
  await waitFor(() => expect(sent(put)).toHaveLength(1));
  return sent(put)[0]?.body;
}

describe('PublishForm', () => {
  it('publishes under the owner’s name with phone and address hidden by default', async () => {
    const api = open();
    expect(await submitted(api)).toEqual({
      slug: 'lena-vasquez',
      visibility: 'public',
      expiresAt: null,
      hiddenFields: ['phone', 'address'],
      showCv: false,
      branded: true,
    });
    expect(await screen.findByText(text.done)).toBeTruthy();
  });

  it('starts from how the page is published now', async () => {
    const publication = publicationWith({ slug: 'asha', visibility: 'unlisted', hiddenFields: ['address'] });
    const api = open(profileWith({ publication }));
    expect(await submitted(api, text.update)).toMatchObject({
      slug: 'asha',
      visibility: 'unlisted',
      hiddenFields: ['address'],
    });
    expect(await screen.findByText(text.updated)).toBeTruthy();
    expect(api.sent('GET /profiles/slugs/asha')).toEqual([]);
  });

  it('shows the contact details that are switched on and hides the others', async () => {
    const api = open();
    toggle(text.phone);
    toggle(text.email);
    expect(await submitted(api)).toMatchObject({ hiddenFields: ['address', 'email'] });
  });

  it('drops a password when the page is protected no more', async () => {
    const api = open();
    fireEvent.click(screen.getByLabelText(text.protected));
    write(text.password, '12345678');
    fireEvent.click(screen.getByLabelText(text.unlisted));
    const body = await submitted(api);
    expect(body).toMatchObject({ visibility: 'unlisted' });
    expect(body).not.toHaveProperty('password');
  });

  it('asks for a later end when the present one has passed', async () => {
    open(profileWith({ publication: publicationWith({ slug: 'asha', expiresAt: '2020-01-01T10:00:00Z' }) }));
    expect(await screen.findByText(text.past)).toBeTruthy();
    expect(button(text.update).disabled).toBe(true);
  });

  it('offers the CV only when there is one', async () => {
    open();
    await enabled(text.submit);
    expect(screen.getByRole<HTMLButtonElement>('switch', { name: text.cv }).disabled).toBe(true);
    expect(screen.getByText(text.cvNone)).toBeTruthy();
  });

  it('asks for a password of 8 characters before it protects a page', async () => {
    const api = open();
    await enabled(text.submit);
    fireEvent.click(screen.getByLabelText(text.protected));
    await enabled(text.submit, false);
    write(text.password, '1234567');
    await enabled(text.submit, false);
    write(text.password, '12345678');
    expect(await submitted(api)).toMatchObject({ visibility: 'protected', password: '12345678' });
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(text.password).value).toBe(''));
  });

  it('keeps the password of a protected page when the field stays empty', async () => {
    const api = open(profileWith({ publication: publicationWith({ slug: 'asha', visibility: 'protected' }) }));
    expect(screen.getByText(text.passwordUnchanged)).toBeTruthy();
    const body = await submitted(api, text.update);
    expect(body).toMatchObject({ visibility: 'protected' });
    expect(body).not.toHaveProperty('password');
  });

  it('rejects an end in the past and accepts one in the future', async () => {
    const api = open();
    await enabled(text.submit);
    write(text.expires, '2020-01-01T10:00');
    expect(await screen.findByText(text.past)).toBeTruthy();
    await enabled(text.submit, false);
    write(text.expires, '2999-01-01T10:00');
    expect(await submitted(api)).toMatchObject({ expiresAt: new Date('2999-01-01T10:00').toISOString() });
  });

  it('shows the message of a rejected publication', async () => {
    const api = open(profileWith(), stubbed(problem(409, 'slug.taken')));
    await submitted(api);
    expect(await screen.findByText(problems.slug_taken)).toBeTruthy();
  });
});

describe('SlugField', () => {
  it('says that an address is free once it was checked', async () => {
    open();
    write(text.slug, 'Asha');
    expect(screen.getByText(text.checking)).toBeTruthy();
    expect(await screen.findByText(text.free)).toBeTruthy();
  });

  it('offers the suggestion for a taken address', async () => {
    open(profileWith(), stubbed({}, { available: false, suggestion: 'lena-vasquez' }));
    write(text.slug, 'asha');
    fireEvent.click(await screen.findByText(text.takenTry.replace('{suggestion}', 'lena-vasquez')));
    expect(screen.getByLabelText<HTMLInputElement>(text.slug).value).toBe('lena-vasquez');
  });

  it('says that an address is taken when there is no suggestion', async () => {
    open(profileWith(), stubbed({}, { available: false, suggestion: null }));
    write(text.slug, 'asha');
    expect(await screen.findByText(text.taken)).toBeTruthy();
  });

  it('turns blanks into dashes and rejects what is no address', async () => {
    const api = open();
    await enabled(text.submit);
    write(text.slug, 'As ha_R');
    expect(screen.getByLabelText<HTMLInputElement>(text.slug).value).toBe('as-ha-r');
    write(text.slug, 'asha-');
    expect(screen.getByText(text.bad)).toBeTruthy();
    await enabled(text.submit, false);
    expect(api.sent('GET /profiles/slugs/asha-')).toEqual([]);
  });
});
