export function ProfilesList() {
  return null;
}
