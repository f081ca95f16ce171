import { fireEvent, render, screen } from '@testing-library/react';
import { deviceAccount, isSharedDevice, rememberAccount } from '@/signed-in/device/device-account';
import { SharedDevice } from './shared-device';

const open = () => render(<SharedDevice label="Shared" hint="Nothing stays" />);
const box = () => screen.getByRole<HTMLInputElement>('checkbox');

afterEach(() => localStorage.clear());

describe('SharedDevice', () => {
  it('makes this device forget whose it was, and remember nobody', () => {
    rememberAccount('u1');
    open();
    fireEvent.click(box());
    rememberAccount('u2');
    expect([isSharedDevice(), deviceAccount()]).toEqual([true, null]);
  });

  it('shows what was chosen before, and takes it back', () => {
    localStorage.setItem('canar.shared', 'yes');
    open();
    expect(box().checked).toBe(true);
    fireEvent.click(box());
    expect([box().checked, isSharedDevice()]).toEqual([false, false]);
  });
});
