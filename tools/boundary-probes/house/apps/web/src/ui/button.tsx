export function Button() {
  return <button type="button">Save</button>;
}
