import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { Dialog } from './dialog';
import { keepFocus } from './focus';
import { Menu, MenuItem } from './menu';

const { close } = messagesOf('en').common;
const button = (name: string) => screen.getByRole('button', { name });
const openMenu = (name: string) => fireEvent.keyDown(button(name), { key: 'Enter' });
const focusIsOn = (name: string) => waitFor(() => expect(document.activeElement).toBe(button(name)));

let stop: () => void;
beforeEach(() => (stop = keepFocus()));
afterEach(() => stop());

function Editor() {
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(true);
  return (
    <main>
      {opened && <button onClick={() => setOpen(true)}>Your page</button>}
      <Menu trigger={<button>More</button>}>
        <MenuItem onSelect={() => setOpen(true)}>Import</MenuItem>
      </Menu>
      <Dialog open={open} onOpenChange={setOpen} title="Title">
        <button onClick={() => setOpened(false)}>Unpublish</button>
      </Dialog>
    </main>
  );
}

function List() {
  const [entries, setEntries] = useState(['Acme', 'Globex', 'Initech']);
  return (
    <main>
      <ul>
        {entries.map((entry) => (
          <li key={entry}>
            <button>{entry}</button>
            <Menu trigger={<button>{`Actions for ${entry}`}</button>}>
              <MenuItem onSelect={() => setEntries(entries.filter((other) => other !== entry))}>Delete</MenuItem>
            </Menu>
          </li>
        ))}
      </ul>
      {entries.length > 0 && <button onClick={() => setEntries([])}>Delete all</button>}
    </main>
  );
}

describe('a dialog that closes', () => {
  async function closeWith(action: () => void) {
    await screen.findByRole('dialog');
    act(action);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }

  it('gives the focus back to the button that opened it', async () => {
    renderPage(<Editor />);
    act(() => button('Your page').focus());
    fireEvent.click(button('Your page'));
    await closeWith(() => void fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' }));
    await focusIsOn('Your page');
  });

  it('gives the focus back to the menu from which it was opened', async () => {
    renderPage(<Editor />);
    act(() => button('More').focus());
    openMenu('More');
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Import' }));
    await closeWith(() => button(close).click());
    await focusIsOn('More');
  });

  it('gives the focus to the page when its button is gone', async () => {
    renderPage(<Editor />);
    act(() => button('Your page').focus());
    fireEvent.click(button('Your page'));
    await screen.findByRole('dialog');
    fireEvent.click(button('Unpublish'));
    await closeWith(() => button(close).click());
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
  });
});

describe('a control that is removed', () => {
  async function remove(entry: string) {
    act(() => button(`Actions for ${entry}`).focus());
    openMenu(`Actions for ${entry}`);
    const item = await screen.findByRole('menuitem', { name: 'Delete' });
    act(() => item.focus());
    fireEvent.click(item);
    await waitFor(() => expect(screen.queryByRole('button', { name: entry })).toBeNull());
  }

  it('hands the focus to the entry after a deleted one', async () => {
    renderPage(<List />);
    await remove('Globex');
    await focusIsOn('Initech');
  });

  it('hands the focus to what follows the list after its last entry', async () => {
    renderPage(<List />);
    await remove('Initech');
    await focusIsOn('Delete all');
  });

  it('hands the focus to the page when nothing else is left', async () => {
    renderPage(<List />);
    act(() => button('Delete all').focus());
    fireEvent.click(button('Delete all'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
  });
});
