// breaks: jsx-a11y/alt-text
export function Portrait({ address }: { address: string }) {
  return <img src={address} />;
}
