import { act, fireEvent, screen, within } from '@testing-library/react';

import { messagesOf } from '@/i18n/catalogue';
import { stubApi } from '@/testing/stub-api';
import { ContentPane } from '../layout/content-pane';
import { editorStore, profileWith, renderEditor } from '../testing/render-editor';

const { fields } = messagesOf('en').editor;

let mockDrawn: string[] = [];
jest.mock('@/ui/form/field', () => {
  const actual = jest.requireActual<typeof import('@/ui/form/field')>('@/ui/form/field');
  return {
    ...actual,
    TextInput: (props: Parameters<typeof actual.TextInput>[0]) => {
      mockDrawn.push(String(props.value));
      return actual.TextInput(props);
    },
    TextArea: (props: Parameters<typeof actual.TextArea>[0]) => {
      mockDrawn.push(String(props.value));
      return actual.TextArea(props);
    },
  };
});

function open() {
  stubApi({});
  const work = ['Acme', 'Bolt', 'Core'].map((name) => ({ name, position: 'Chief', highlights: ['one', 'two'] }));
  const view = renderEditor(
    <ContentPane profile={profileWith()} />,

    editorStore({ basics: { name: 'Lena' }, work, meta: { canar: { ids: { work: ['a', 'b', 'c'] } } } }),
  );
  act(() => view.places.reveal('work/b'));
  return within(view.container.querySelector('[data-place="work/b"]') as HTMLElement);
}

function write(field: HTMLElement, value: string): string[] {
  mockDrawn = [];
  fireEvent.change(field, { target: { value } });
  return mockDrawn;
}

describe('a key press', () => {
  it('draws the field again that it changes, and no other', () => {
    const entry = open();
    expect(write(entry.getByLabelText(fields.position), 'Chief of all')).toEqual(['Chief of all']);
    expect(write(entry.getByLabelText('Highlight 2'), 'two and a half')).toEqual(['two and a half']);
    expect(write(screen.getByLabelText('Headline'), 'Engineer')).toEqual(['Engineer']);
  });
});
