export function PhoneView(_: { locale: string }) {
  return null;
}
